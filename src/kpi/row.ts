import type { Provisional } from '../calendar/spec.ts';
import type { Severity } from '../standards/verdict.ts';
import type { Rate } from './rate.ts';
import type { Measure } from './types.ts';

/** One attribute's value that cases are grouped by; absent ones and those that are no plain value are `null`. */
export type GroupValue = string | number | boolean | null;

/** Used times in ms, within 1%, of the runs that are done; `null` where none is. */
export interface Percentiles {
  readonly p50: number | null;
  readonly p75: number | null;
  readonly p90: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
}

/** The runs of one standard; the seven statuses add up to `runs`. */
export interface StandardTally {
  readonly id: string;
  readonly severity: Severity;
  readonly runs: number;
  readonly met: number;
  readonly late: number;
  readonly overdue: number;
  readonly pending: number;
  readonly exempt: number;
  readonly broken: number;
  readonly undetermined: number;
  readonly percentiles: Percentiles;
  /** Done runs by used time: each entry counts those that took at most so many ms and more than the entry before. */
  readonly distribution: readonly (readonly [upToMs: number, runs: number])[];
}

/** One KPI in one period and group. */
export interface KpiRow {
  readonly id: string;
  readonly measure: Measure;
  /** `2026-09-30`, `2026-W40`, `2026-09`, `2026-Q3` or `2026`. */
  readonly period: string;
  /** The values of the attributes that the KPI is grouped by; `null` for one that isn't. */
  readonly group: Readonly<Record<string, GroupValue>> | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** A share, a number, or ms of used time; `null` when there is nothing to divide by. */
  readonly value: number | null;
  readonly interval: readonly [number, number] | null;
  readonly basis: string;
  /** What isn't decided yet, whatever the basis does with it. */
  readonly pending: number;
  readonly goal: string | null;
  /** `null`: no goal, or no value. */
  readonly met: boolean | null;
  /** Why the value may yet change: `period-open`, `window-open`, or what a calendar's horizon says. */
  readonly provisional?: Provisional;
  readonly undetermined?: number;
  readonly responseRate?: Rate;
}
