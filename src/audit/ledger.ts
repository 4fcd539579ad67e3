import type { Timeline } from '../case/timeline.ts';
import type { Escalation } from '../escalation/types.ts';
import type { EpochMs } from '../instant/types.ts';
import { createTally } from '../kpi/create-tally.ts';
import { mergeTallies } from '../kpi/merge-tallies.ts';
import type { KpiRow } from '../kpi/row.ts';
import type { CountedRun, TallySnapshot } from '../kpi/tally.ts';
import type { Policy } from '../policy/types.ts';
import type { Verdict } from '../standards/verdict.ts';
import type { Combined } from './combine-versions.ts';
import { countProvisional } from './count-provisional.ts';
import { countRungs } from './count-rungs.ts';
import { countShares } from './count-shares.ts';
import type { Range } from './options.ts';
import type { KpiReportRow, LedgerLists, LedgerRows, LimitShares, StandardRow } from './report.ts';

/** What is counted of a case. */
interface Figures {
  readonly runs: readonly (CountedRun & Pick<Verdict, 'share'>)[];
  readonly rungs: readonly { readonly escalation: Escalation }[];
}

/** What one set of rules makes of cases, in figures. */
export interface Ledger {
  add(judged: Figures, timeline: Timeline | null): void;
  merge(part: LedgerSnapshot): void;
  snapshot(): LedgerSnapshot;
  rows(asOf: EpochMs, range: Range | null): LedgerRows;
  /** What is odd about no case alone. */
  oddities(): readonly { readonly code: string; readonly message: string }[];
}

/** The same as JSON. */
export interface LedgerSnapshot extends LedgerLists {
  readonly tally: TallySnapshot;
  /** By standard. */
  readonly shares?: Readonly<Record<string, LimitShares>>;
}

export function createLedger(
  { newest, standards, kpis, ladders }: Combined,
  groupBy: readonly string[],
): Ledger {
  const rungs = countRungs(ladders);
  const provisional = countProvisional();
  const shares = countShares();
  let tally = createTally({ ...newest, standards: [...standards.values()], kpis } as Policy, { groupBy });

  const kpiTitles = new Map(kpis.map(({ id, title }) => [id, title]));
  const named = (row: KpiRow): KpiReportRow => {
    const title = kpiTitles.get(row.id);
    return title === undefined ? row : { ...row, title };
  };
  const standardRows = (): StandardRow[] => {
    const sharesOf = shares.list();
    return tally.standards().map(({ id, ...counts }) => {
      const { title = null, clause = null } = standards.get(id) ?? {};
      const own = sharesOf[id];
      return { id, title, clause, ...counts, ...(own && { shares: own }) };
    });
  };
  const lists = () => ({ escalations: rungs.list(), provisional: provisional.list() });

  return {
    add(judged, timeline) {
      tally.count(judged.runs, timeline);
      for (const run of judged.runs) {
        shares.add(run);
        if (run.provisional !== undefined) provisional.add(run.provisional);
      }
      for (const { escalation } of judged.rungs) rungs.add(escalation);
    },
    merge(part) {
      tally = mergeTallies(tally, part.tally);
      rungs.merge(part.escalations);
      provisional.merge(part.provisional);
      shares.merge(part.shares);
    },
    snapshot: () => ({ tally: tally.snapshot(), shares: shares.list(), ...lists() }),
    rows: (asOf, range) => ({
      standards: standardRows(),
      kpis: tally.kpis(asOf, range).map(named),
      ...lists(),
    }),
    oddities: () => tally.findings(),
  };
}
