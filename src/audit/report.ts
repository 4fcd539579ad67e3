import type { Finding, Reject } from '../case/types.ts';
import type { KpiRow, StandardTally } from '../kpi/row.ts';
import type { LocalText } from '../standards/part.ts';
import type { Severity, Status, Verdict } from '../standards/verdict.ts';

/** A value as JSON holds it: every `Date` is its ISO string in UTC. */
export type Plain<T> = T extends Date
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Plain<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Plain<T[Key]> }
      : T;

/** Cases by what became of them: `read = assessed + rejected + duplicate`. */
export interface CaseBalance {
  readonly read: number;
  readonly assessed: number;
  readonly rejected: number;
  readonly duplicate: number;
}

/** Rows by what became of them: `read = used + rejected + duplicate`. */
export interface RowBalance {
  readonly read: number;
  readonly used: number;
  readonly rejected: number;
  readonly duplicate: number;
}

/** How far an audit has come. `rows` is null where no reader took part. */
export interface AuditProgress {
  readonly cases: CaseBalance;
  readonly rows: RowBalance | null;
}

/** What an audit was asked. */
export interface AuditTask {
  readonly policy: readonly { readonly id: string; readonly version: string }[];
  /** ISO 8601 in UTC, as all instants of a report. */
  readonly asOf: string;
  /** The first `event` of a case in range lies in `[from, to)`. */
  readonly range: { readonly from: string | null; readonly to: string | null; readonly event: string } | null;
}

/** One run that broke its promise, and what is needed to talk about it. */
export interface Breach {
  readonly case: string;
  readonly standard: string;
  /** Which application of the standard to the case, counting from 1. */
  readonly run: number;
  readonly status: 'late' | 'overdue' | 'broken';
  readonly severity: Severity;
  readonly title: LocalText | null;
  readonly clause: LocalText | null;
  readonly owner: string | null;
  readonly from: string | null;
  readonly due: string | null;
  readonly done: string | null;
  /** Elapsed ms past due; null where the rule has no due instant. */
  readonly overMs: number | null;
  /** The verdict in full, its steps included: `explain` takes it as it is. */
  readonly verdict: Plain<Verdict>;
}

/** How often a code came up, with the first few that carried it. */
export interface CodeCount<Example> {
  readonly code: string;
  readonly count: number;
  readonly examples: readonly Example[];
}

export type FindingExample = Omit<Finding, 'code'> & {
  readonly case: string;
  readonly file?: string;
  readonly line?: number;
};
/** A reject without its row; a long value is cut. */
export type RejectExample = Omit<Reject, 'code' | 'raw' | 'rawRows'>;

/**
 * Done runs by the share of their limit that they used: those that kept it in ten parts (up to 10%, 20%, ... 100%),
 * then late ones in ten more (up to 110%, ... 200%) and the rest; 21 numbers. A limit in working time may be used to 100%
 * and be late, a night later: it is counted up to 110%.
 */
export type LimitShares = readonly number[];

/** The runs of one standard; the seven statuses add up to `runs`. */
export interface StandardRow extends StandardTally {
  readonly title: LocalText | null;
  readonly clause: LocalText | null;
  /** Absent where no done run has a limit. */
  readonly shares?: LimitShares;
}

/**
 * Cases by weekday (Monday first) and hour (0 to 23) on the wall clock of the report's zone: seven lists of 24 numbers.
 * A case arrives at its first `received`, without one at its first event.
 */
export interface HourCounts {
  readonly arrivals: readonly (readonly number[])[];
  /** Those of them that broke at least one promise, advice (soft standards) apart. */
  readonly breached: readonly (readonly number[])[];
}

/** One KPI in one period and group, with the title that the policy gives it. */
export type KpiReportRow = KpiRow & { readonly title?: LocalText };

/** What became of one rung of a ladder, over all runs and repeats. */
export interface RungRow {
  readonly ladder: string;
  readonly rung: string;
  readonly level: number;
  readonly taken: number;
  readonly missed: number;
  readonly cancelled: number;
  readonly due: number;
  readonly upcoming: number;
}

/** Runs whose due lies where a holiday source isn't published yet. */
export interface ProvisionalCount {
  readonly runs: number;
  readonly reasons: readonly { readonly reason: string; readonly since: string; readonly runs: number }[];
}

/** What one set of rules has of rungs and of holidays that aren't published. */
export interface LedgerLists {
  readonly escalations: readonly RungRow[];
  readonly provisional: ProvisionalCount;
}

/** The figures of one set of rules. */
export interface LedgerRows extends LedgerLists {
  readonly standards: readonly StandardRow[];
  readonly kpis: readonly KpiReportRow[];
}

/** The lists of a report that are counted case by case. */
export interface AuditLists extends LedgerLists {
  /** Something wrong or suspicious in the cases, the most frequent code first. */
  readonly findings: readonly CodeCount<FindingExample>[];
  /** Cases and rows that could not be used, the most frequent code first. */
  readonly rejects: readonly CodeCount<RejectExample>[];
  /** The worst first; not all of them, see `AuditOptions.breaches`. */
  readonly breaches: readonly Breach[];
  /** When cases arrive; absent where the report was made of counts alone. */
  readonly hours?: HourCounts;
}

/** The cases in range by what the other rules make of them. */
export interface AgainstCases {
  readonly assessed: number;
  /** Those that the other rules can't judge, because no version of them was in force. */
  readonly rejected: number;
  /** Those of which at least one run has another status. */
  readonly differing: number;
}

/** Runs of one standard that have one status by the report's own policy, and another one by the other rules. */
export interface VerdictChange {
  readonly standard: string;
  /** By the report's own policy; null where there is no such run by it. */
  readonly status: Status | null;
  /** By the other rules; null where there is no such run by them. */
  readonly against: Status | null;
  readonly runs: number;
  /** The first few by place in the input. */
  readonly examples: readonly ChangeExample[];
}

export interface ChangeExample {
  readonly case: string;
  readonly run: number;
  readonly file?: string;
  readonly line?: number;
  readonly done: string | null;
  readonly due: string | null;
  /** Due by the other rules. */
  readonly againstDue: string | null;
}

/** The same cases, judged by other rules at the same moment, over the same range and split by the same attributes. */
export interface AgainstReport extends LedgerRows, Pick<AuditTask, 'policy'> {
  readonly cases: AgainstCases;
  /** The most frequent first. Standards that only one side has are not compared. */
  readonly changes: readonly VerdictChange[];
}

/** The result of an audit: plain JSON values. */
export interface AuditReport extends AuditTask, AuditProgress, AuditLists, LedgerRows {
  readonly format: 'duly-report/1';
  /** The zone of the newest policy's calendar: a rendering prints its instants in it. */
  readonly timeZone: string;
  /** The audit was stopped before the end of its input. */
  readonly partial?: true;
  /** Present where other rules were asked for. */
  readonly against?: AgainstReport;
}
