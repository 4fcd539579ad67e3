import type { Finding } from '../case/types.ts';
import { OrganisationError } from '../errors/organisation-error.ts';
import { toEpoch } from '../instant/to-epoch.ts';
import type { CivilDate, EpochMs, InstantInput } from '../instant/types.ts';
import type { Policy } from '../policy/types.ts';
import { versionsOf } from '../policy/versions.ts';
import { beyondSpan } from '../standards/beyond-span.ts';
import type { OrganisationLog } from '../standards/kind.ts';
import { organisationStandard } from '../standards/organisation-standard.ts';
import { addRuns, type Run } from '../standards/settle.ts';
import type { Verdict } from '../standards/verdict.ts';
import { cited } from './judge.ts';
import { type CheckedLog, type OrganisationInput, organisationLog } from './organisation-log.ts';
import { rangeEdge } from './range-edge.ts';
import type { Assessment } from './types.ts';

/** The moment of an assessment of the organisation, and the span it is about. */
export interface AssessOrganisationOptions {
  /** The moment of evaluation; events and shifts that begin after it are ignored, with a finding. */
  readonly asOf: InstantInput;
  /**
   * What is judged, `[from, to)`; a civil date is its 00:00 in the policy's zone. Without `from` it begins with the first
   * event or shift; without `to` it has no end, and hours of work are judged up to `asOf`.
   */
  readonly range?: {
    readonly from?: InstantInput | CivilDate | null;
    readonly to?: InstantInput | CivilDate | null;
  };
  /** Whether verdicts carry what `explain` wants to know besides. Default: true. */
  readonly trace?: boolean;
}

/**
 * What became of the promises that are about the organisation itself: a verdict for each period of a `duty` that lies
 * wholly in the range (the one under way is `pending`), one for each `coverage`, and those of `bound`
 * on its events. Standards about cases give none; `case` is null, in the assessment and in its verdicts.
 *
 * Of several versions, the one in force at the beginning of the range judges it. The inputs are not changed.
 *
 * @throws CaseError for a log that isn't one (`organisation.shift`, `case.event-type`, ...), with the path into it.
 * @throws PolicyError `policy.none-in-force` when no version is.
 * @example
 * assessOrganisation(
 *   { events: [{ type: 'survey-run', at: '2026-09-10T10:00:00+08:00' }] },
 *   definePolicy({
 *     id: 'acme', version: '1', calendar: { timeZone: 'Asia/Shanghai', week: 'always' },
 *     standards: [{ id: 'survey', kind: 'duty', event: 'survey-run', times: 1, per: 'month' }],
 *   }),
 *   { asOf: '2026-11-15T00:00:00+08:00', range: { from: '2026-09-01', to: '2026-12-01' } },
 * ).verdicts.map(({ status }) => status) // => ['met', 'broken', 'pending']
 */
export function assessOrganisation<StandardId extends string>(
  input: OrganisationInput,
  policy: Policy<StandardId> | readonly Policy<StandardId>[],
  options: AssessOrganisationOptions,
): Assessment<StandardId> {
  const { asOf: moment, range: stated, trace = true } = options ?? {};
  const asOf = toEpoch(moment, ['asOf']);
  const checked = organisationLog(input, asOf);
  const range = rangeOf(stated, checked, Array.isArray(policy) ? policy.at(-1) : policy);
  const { policy: inForce, standards, setting, codes } = versionsOf(policy)(range.from);
  const { timeline, shifts, later } = checked;
  timeline.classify(codes);
  const findings = [...timeline.findings, ...laterShifts(later)];
  const log: OrganisationLog = { timeline, shifts, range };
  const changes: EpochMs[] = [];
  const judging = {
    trace,
    timed: false,
    report: (finding: Finding) => void findings.push(finding),
    expect: (at: EpochMs) => void changes.push(at),
  };
  const runs: Run[] = [];
  for (const [index, compiled] of standards.entries()) {
    const standard = organisationStandard(inForce.standards[index]!, setting) ?? compiled;
    try {
      standard.judgeOrganisation?.(log, judging, runs);
    } catch (error) {
      const { label } = compiled;
      addRuns(beyondSpan(error, judging), label, timeline, runs);
    }
  }
  timeline.noteAttributes(findings);
  for (const { changesAt } of runs) if (changesAt !== null) changes.push(changesAt);
  const { id, version } = inForce;
  return {
    case: null,
    policy: { id, version },
    verdicts: runs.map((run) => {
      const verdict = run.toVerdict(trace);
      const own = trace ? cited(verdict, inForce) : verdict;
      return { ...own, case: null } as Verdict<StandardId>;
    }),
    escalations: [],
    nextChange: changes.length > 0 ? new Date(Math.min(...changes)) : null,
    findings,
  };
}

function rangeOf(
  { from = null, to = null }: NonNullable<AssessOrganisationOptions['range']> = {},
  { timeline, shifts }: CheckedLog,
  policy: Policy,
): OrganisationLog['range'] {
  const first = Math.min(
    timeline.asOf,
    timeline.events[0]?.at ?? timeline.asOf,
    shifts[0]?.from ?? timeline.asOf,
  );
  const start = from === null ? first : rangeEdge(from, ['range', 'from'], policy);
  const end = to === null ? Number.POSITIVE_INFINITY : rangeEdge(to, ['range', 'to'], policy);
  if (end >= start) return { from: start, to: end };
  if (from === null) return { from: end, to: end };
  const text = (at: EpochMs) => new Date(at).toISOString();
  throw new OrganisationError(
    'organisation.reversed',
    { from: text(start), to: text(end) },
    { path: ['range', 'to'] },
  );
}

function laterShifts(later: number): Finding[] {
  return later === 0
    ? []
    : [
        {
          code: 'shift.after-as-of',
          message: 'shifts that begin after the moment of evaluation are ignored',
        },
      ];
}
