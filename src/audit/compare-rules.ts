import { assessOrganisation } from '../assess/assess-organisation.ts';
import { type Judge, type Judged, prepareJudge } from '../assess/judge.ts';
import type { OrganisationInput } from '../assess/organisation-log.ts';
import type { CaseInput } from '../case/types.ts';
import { ownError } from '../errors/own-error.ts';
import type { EpochMs } from '../instant/types.ts';
import { countedOf } from '../kpi/tally.ts';
import type { PolicyOrVersions } from '../policy/types.ts';
import type { Run } from '../standards/settle.ts';
import { type Place, placeOf } from './classify.ts';
import { type Combined, combineVersions, listOf } from './combine-versions.ts';
import { countCodes } from './count-codes.ts';
import { createLedger, type LedgerSnapshot } from './ledger.ts';
import type { Settings } from './options.ts';
import type { AgainstCases, AgainstReport, AuditTask, ChangeExample, VerdictChange } from './report.ts';

/** Judges by other rules what an audit has judged, and keeps what differs. */
export interface Comparison {
  /** @param ours - The case as the audit's own policy has it. */
  add(ours: Judged, source: CaseInput, place: Place | undefined): void;
  addOrganisation(log: OrganisationInput, range: Settings['range']): void;
  merge(part: AgainstSnapshot): void;
  snapshot(): AgainstSnapshot;
  report(): AgainstReport;
}

/** The same as JSON. */
export interface AgainstSnapshot extends LedgerSnapshot, Pick<AuditTask, 'policy'> {
  readonly cases: AgainstCases;
  readonly changes: readonly VerdictChange[];
}

/**
 * The same cases by other rules, beside. A run differs if its status does; standards that only one side has are counted
 * there and compared with nothing.
 */
export function compareRules(
  policy: PolicyOrVersions,
  ours: Combined,
  { asOf, range, groupBy }: Settings,
): Comparison {
  const judge: Judge = prepareJudge(policy);
  const versions = listOf(policy);
  const combined = combineVersions(versions);
  const shared = new Set([...combined.standards.keys()].filter((id) => ours.standards.has(id)));
  const ledger = createLedger(combined, groupBy);
  const cases = { assessed: 0, rejected: 0, differing: 0 };
  const changes = countCodes<ChangeExample>();
  const task = { policy: versions.map(({ id, version }) => ({ id, version })) };

  const differ = (one: Run | undefined, other: Run | undefined, id: string, read: Place | undefined) => {
    const { standard, run } = (one ?? other) as Run;
    const place = { case: id, run, ...placeOf(read) };
    const key = JSON.stringify([standard, one?.status ?? null, other?.status ?? null]);
    changes.add(key, place, () => ({
      ...place,
      done: isoOf(one?.done ?? other?.done),
      due: isoOf(one?.due),
      againstDue: isoOf(other?.due),
    }));
  };
  const compare = (
    one: readonly Run[],
    other: readonly Run[],
    id: string,
    read: Place | undefined,
  ): boolean => {
    const left = new Map(other.filter(isShared).map((run) => [nameOf(run), run]));
    let same = true;
    for (const run of one) {
      if (!isShared(run)) continue;
      const theirs = left.get(nameOf(run));
      left.delete(nameOf(run));
      if (theirs?.status === run.status) continue;
      same = false;
      differ(run, theirs, id, read);
    }
    for (const run of left.values()) differ(undefined, run, id, read);
    return same && left.size === 0;
  };
  const isShared = ({ standard }: Run) => shared.has(standard);
  const lists = () => ({ ...task, cases: { ...cases }, changes: changes.list().map(changeOf) });

  return {
    add(mine, source, place) {
      let theirs: Judged;
      try {
        theirs = judge(source, { asOf, trace: false });
      } catch (error) {
        // No version of theirs was in force: whatever else can be wrong with a case, ours has found already.
        ownError(error);
        cases.rejected += 1;
        return;
      }
      cases.assessed += 1;
      ledger.add(theirs, theirs.timeline);
      if (!compare(mine.runs, theirs.runs, mine.timeline.id, place)) cases.differing += 1;
    },
    addOrganisation(log, within) {
      const { verdicts } = assessOrganisation(log, policy, { asOf, range: within ?? {} });
      ledger.add({ runs: verdicts.map(countedOf), rungs: [] }, null);
    },
    merge(part) {
      ledger.merge(part);
      for (const key of ['assessed', 'rejected', 'differing'] as const) cases[key] += part.cases[key];
      changes.merge(
        part.changes.map(({ standard, status, against, runs, examples }) => ({
          code: JSON.stringify([standard, status, against]),
          count: runs,
          examples,
        })),
      );
    },
    snapshot: () => ({ ...lists(), ...ledger.snapshot() }),
    report: () => ({ ...lists(), ...ledger.rows(asOf, range) }),
  };
}

const nameOf = ({ standard, run }: Run) => `${run} ${standard}`;

const isoOf = (at: EpochMs | null | undefined) =>
  at === null || at === undefined ? null : new Date(at).toISOString();

function changeOf({
  code,
  count,
  examples,
}: {
  code: string;
  count: number;
  examples: readonly ChangeExample[];
}): VerdictChange {
  const [standard, status, against] = JSON.parse(code) as [
    string,
    VerdictChange['status'],
    VerdictChange['status'],
  ];
  return { standard, status, against, runs: count, examples };
}
