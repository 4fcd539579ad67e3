import type { OrganisationInput } from '../assess/organisation-log.ts';
import { rangeEdge } from '../assess/range-edge.ts';
import type { Assessment } from '../assess/types.ts';
import type { EventType, Reject } from '../case/types.ts';
import { AuditError } from '../errors/audit-error.ts';
import { toEpoch } from '../instant/to-epoch.ts';
import type { CivilDate, EpochMs, InstantInput } from '../instant/types.ts';
import type { Policy, PolicyOrVersions } from '../policy/types.ts';
import type { Verdict } from '../standards/verdict.ts';
import { checkKeys } from './check-keys.ts';
import type { DuplicateMode } from './duplicate-index.ts';
import type { AuditProgress } from './report.ts';

/** What `AbortSignal` offers an audit, on every platform. */
export interface Cancellation {
  readonly aborted: boolean;
  readonly reason?: unknown;
}

/** The cases whose first `event` (default `received`) lies in `[from, to)`; a civil date is its 00:00 in the policy's zone. */
export interface AuditRange {
  readonly from?: InstantInput | CivilDate;
  readonly to?: InstantInput | CivilDate;
  readonly event?: EventType;
}

/** The moment of an audit, what of the history enters it, and what it tells on the way. */
export interface AuditOptions {
  /** The moment at which every case is judged; later events are ignored, with a finding. */
  readonly asOf: InstantInput;
  /** Cases outside are read, judged and counted as assessed, but enter no figure; a finding says how many. */
  readonly range?: AuditRange;
  /** Attributes by which every KPI is split as well. */
  readonly groupBy?: readonly string[];
  /**
   * The organisation's own log, judged over `range`: its verdicts are counted with those of cases. Where an audit is put
   * together from parts, one of them takes it.
   */
  readonly organisation?: OrganisationInput;
  /** Other rules by which the same cases are judged beside: those in force before, today's, or a draft; what differs is listed. */
  readonly against?: PolicyOrVersions;
  /** Steps in every verdict that `add` and `onVerdict` hand out (default false: only the breaches kept have them). */
  readonly trace?: boolean;
  /** Where an earlier case of the same id is looked for (default `index`: anywhere, at some 20 bytes a case). */
  readonly duplicates?: DuplicateMode;
  /** How many breaches the report keeps, the worst ones (default 100). */
  readonly breaches?: number;
  /** Every verdict of a case in range. */
  readonly onVerdict?: (verdict: Verdict, assessment: Assessment) => void;
  /** Every case or row that could not be used. */
  readonly onReject?: (reject: Reject) => void;
  /** Called every thousand cases, and at the end. */
  readonly onProgress?: (progress: AuditProgress) => void;
  /** Stops `audit` between two cases. */
  readonly signal?: Cancellation;
}

/** The options as an audit computes with them. */
export interface Settings {
  readonly asOf: EpochMs;
  readonly range: Range | null;
  readonly groupBy: readonly string[];
  readonly trace: boolean;
  readonly duplicates: DuplicateMode;
  readonly breaches: number;
}

export interface Range {
  readonly from: EpochMs | null;
  readonly to: EpochMs | null;
  readonly event: string;
}

const optionKeys: Readonly<Record<keyof AuditOptions, true>> = {
  asOf: true,
  range: true,
  groupBy: true,
  trace: true,
  duplicates: true,
  breaches: true,
  organisation: true,
  against: true,
  onVerdict: true,
  onReject: true,
  onProgress: true,
  signal: true,
};

const duplicateModes: readonly unknown[] = ['index', 'adjacent', 'off'];

/** Checks the options; a civil date is read in the zone of the newest policy. */
export function settingsOf(options: AuditOptions, newest: Policy): Settings {
  if (options?.asOf === undefined) throw new AuditError('audit.as-of', undefined, { path: ['asOf'] });
  checkKeys(options, optionKeys);
  const { duplicates = 'index', breaches = 100, groupBy = [], trace = false } = options;
  if (!duplicateModes.includes(duplicates)) {
    const expected = '"index", "adjacent" or "off"';
    throw new AuditError('audit.option', { given: duplicates, expected }, { path: ['duplicates'] });
  }
  if (!Number.isInteger(breaches) || breaches < 0) {
    const expected = 'a whole number of breaches to keep';
    throw new AuditError('audit.option', { given: breaches, expected }, { path: ['breaches'] });
  }
  if (!Array.isArray(groupBy) || !groupBy.every((name) => typeof name === 'string' && name !== '')) {
    const expected = 'a list of attribute names';
    throw new AuditError('audit.option', { given: groupBy, expected }, { path: ['groupBy'] });
  }
  const asOf = toEpoch(options.asOf, ['asOf']);
  return { asOf, range: rangeOf(options.range, newest), groupBy, trace, duplicates, breaches };
}

function rangeOf(range: AuditRange | undefined, policy: Policy): Range | null {
  checkKeys(range ?? {}, { from: true, to: true, event: true }, ['range']);
  if (range?.from === undefined && range?.to === undefined) return null;
  const edgeOf = (key: 'from' | 'to') => {
    const edge = range[key];
    return edge === undefined ? null : rangeEdge(edge, ['range', key], policy);
  };
  const [from, to] = [edgeOf('from'), edgeOf('to')];
  if (from !== null && to !== null && from > to) {
    const data = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
    throw new AuditError('audit.range', data, { path: ['range', 'to'] });
  }
  return { from, to, event: range.event ?? 'received' };
}
