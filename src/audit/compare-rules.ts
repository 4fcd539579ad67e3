import { assessOrganisation } from '../assess/assess-organisation.ts';
import { type Judge, type Judged, prepareJudge } from '../assess/judge.ts';
import type { OrganisationInput } from '../assess/organisation-log.ts';
import type { CaseInput } from '../case/types.ts';
import { DulyError } from '../errors/duly-error.ts';
import type { PolicyOrVersions } from '../policy/types.ts';
import type { Verdict } from '../standards/verdict.ts';
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

  const differ = (one: Verdict | undefined, other: Verdict | undefined, read: Place | undefined) => {
    const { standard, run, case: id } = (one ?? other) as Verdict;
    const place = { case: id ?? '', run, ...placeOf(read) };
    const key = JSON.stringify([standard, one?.status ?? null, other?.status ?? null]);
    changes.add(key, place, () => ({
      ...place,
      done: isoOf(one?.done ?? other?.done),
      due: isoOf(one?.due),
      againstDue: isoOf(other?.due),
    }));
  };
  const compare = (one: readonly Verdict[], other: readonly Verdict[], read: Place | undefined): boolean => {
    const left = new Map(other.filter(isShared).map((verdict) => [runOf(verdict), verdict]));
    let same = true;
    for (const verdict of one) {
      if (!isShared(verdict)) continue;
      const theirs = left.get(runOf(verdict));
      left.delete(runOf(verdict));
      if (theirs?.status === verdict.status) continue;
      same = false;
      differ(verdict, theirs, read);
    }
    for (const verdict of left.values()) differ(undefined, verdict, read);
    return same && left.size === 0;
  };
  const isShared = ({ standard }: Verdict) => shared.has(standard);
  const lists = () => ({ ...task, cases: { ...cases }, changes: changes.list().map(changeOf) });

  return {
    add({ assessment }, source, place) {
      let theirs: Judged;
      try {
        theirs = judge(source, { asOf, trace: false });
      } catch (error) {
        // No version of theirs was in force: whatever else can be wrong with a case, ours has found already.
        if (!(error instanceof DulyError)) throw error;
        cases.rejected += 1;
        return;
      }
      cases.assessed += 1;
      ledger.add(theirs.assessment, theirs.timeline);
      if (!compare(assessment.verdicts, theirs.assessment.verdicts, place)) cases.differing += 1;
    },
    addOrganisation(log, within) {
      ledger.add(assessOrganisation(log, policy, { asOf, range: within ?? {} }), null);
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

const runOf = ({ standard, run }: Verdict) => `${run} ${standard}`;

const isoOf = (at: Date | null | undefined) => at?.toISOString() ?? null;

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
