import type { Provisional } from '../calendar/spec.ts';
import type { Limit } from '../limit/types.ts';
import type { Severity } from '../standards/verdict.ts';
import type { Rate } from './rate.ts';
import type { Measure } from './types.ts';

/** One attribute's value that cases are grouped by; absent ones and those that are no plain value are `null`. */
export type GroupValue = string | number | boolean | null;

/** Times in ms, within 1%, of the runs that are done; `null` where none is. */
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
  /** Of used time: working time where the standard counts that, elapsed time otherwise; pauses out. */
  readonly percentiles: Percentiles;
  /** Of all the time from the start to the end of the run, as the customer lives through it. */
  readonly elapsed: Percentiles;
  /** The same in the working time of the standard's calendar, pauses not taken out. */
  readonly working: Percentiles;
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
  /**
   * Where the goal is missed: how many more cases would have had to count (with a goal of at most: how many fewer).
   * Absent where no number of cases would have met it.
   */
  readonly shortBy?: number;
  /**
   * Why the value may yet change: `period-not-begun`, `period-open`, `range-cut` (not wholly in the range that was
   * audited), `window-open`, `input-unsorted` (repeats by key), or what a calendar's horizon says.
   */
  readonly provisional?: Provisional;
  /** Runs that lack what their verdict needs, complaints that lack a part of the key; present where there are any. */
  readonly undetermined?: number;
  /** Beside a satisfaction rate. */
  readonly responseRate?: Rate;
  /** What decides a rate of repeats besides its denominator, which `basis` names. */
  readonly choices?: RepeatChoices;
}

/** How repeats are found: by a link, or by equal attributes within a window. */
export type RepeatChoices =
  | { readonly by: 'repeatOf' }
  | {
      readonly by: 'key';
      readonly key: readonly string[];
      /** A complaint is a repeat if one of the same key came no longer before. */
      readonly window: string | Limit;
      /** What comes no later than this after the one before is the same complaint. */
      readonly mergeWindow: string | Limit | null;
      /** Whether a complaint that is followed by a repeat is one too. */
      readonly countFirst: boolean;
      /** Cases that were left out because they are the same complaint. */
      readonly merged: number;
    };
