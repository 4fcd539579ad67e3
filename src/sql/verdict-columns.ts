import type { Policy } from '../policy/types.ts';
import type { Severity } from '../standards/verdict.ts';
import type { Scope } from './scope.ts';

/** What the columns of a verdict are made of, over a relation `r` of runs. */
export interface VerdictColumns {
  readonly standard: string;
  readonly kind: string;
  readonly severity: Severity;
  readonly version: Pick<Policy, 'id' | 'version'>;
  readonly status: string;
  readonly run: string;
  readonly from: string;
  readonly due: string;
  readonly done: string;
  readonly used: string;
  readonly over: string;
  readonly paused: string;
  readonly remaining: string;
  readonly share: string;
  readonly clock: string;
  readonly reason: string;
  readonly missing: string;
  /** The first day that isn't published, as a day number, and why. */
  readonly since: string;
  readonly sinceReason: string;
}

/** The columns of the view of verdicts, in order. */
export const verdictNames = [
  'case_id',
  'standard',
  'kind',
  'run',
  'status',
  'severity',
  'from_ms',
  'due_ms',
  'done_ms',
  'used_ms',
  'over_ms',
  'paused_ms',
  'remaining_ms',
  'share',
  'clock',
  'reason',
  'missing',
  'provisional_since',
  'provisional_reason',
  'policy',
  'policy_version',
] as const;

/** A query of verdicts over a relation of runs; every standard's has the same columns. */
export function verdictSql(scope: Scope, runs: string, shown: VerdictColumns): string {
  const { dialect } = scope;
  const { whole, text, real } = dialect.types;
  const label = (value: string) => `CAST(${dialect.text(value)} AS ${text})`;
  const columns: Readonly<Record<(typeof verdictNames)[number], string>> = {
    case_id: 'r.case_id',
    standard: label(shown.standard),
    kind: label(shown.kind),
    run: `CAST(${shown.run} AS ${whole})`,
    status: `CAST(${shown.status} AS ${text})`,
    severity: label(shown.severity),
    from_ms: shown.from,
    due_ms: shown.due,
    done_ms: shown.done,
    used_ms: shown.used,
    over_ms: shown.over,
    paused_ms: shown.paused,
    remaining_ms: shown.remaining,
    share: `CAST(${shown.share} AS ${real})`,
    clock: `CAST(${shown.clock} AS ${text})`,
    reason: `CAST(${shown.reason} AS ${text})`,
    missing: `CAST(${shown.missing} AS ${text})`,
    provisional_since: shown.since,
    provisional_reason: `CAST(${shown.sinceReason} AS ${text})`,
    policy: label(shown.version.id),
    policy_version: label(shown.version.version),
  };
  const list = verdictNames.map((name) => `${columns[name]} AS ${name}`);
  return `SELECT ${list.join(', ')} FROM ${runs} r`;
}

/** The columns of a first run of which nothing is known. */
export function nothingKnown({ dialect }: Scope) {
  const { whole, text } = dialect.types;
  const none = `CAST(NULL AS ${whole})`;
  return {
    run: '1',
    from: none,
    due: none,
    done: none,
    used: none,
    over: none,
    paused: none,
    remaining: none,
    share: 'NULL',
    reason: 'NULL',
    since: none,
    sinceReason: `CAST(NULL AS ${text})`,
  };
}

/** No verdicts at all, in the same columns. */
export function noVerdicts(scope: Scope): string {
  return verdictSql(scope, '(SELECT c.case_id FROM d_cases c WHERE 1 = 0)', {
    ...nothingKnown(scope),
    standard: '',
    kind: '',
    severity: 'hard',
    version: { id: '', version: '' },
    status: 'NULL',
    clock: 'NULL',
    missing: 'NULL',
  });
}
