import type { ParameterReference, When } from '../case/conditions.ts';
import type { Selectors } from '../case/selector.ts';
import type { Limit } from '../limit/types.ts';
import type { Part } from '../standards/part.ts';

/** What a KPI can measure: a rate by the formula of its name, or what else is counted and timed. */
export type Measure =
  | 'replyRate'
  | 'timelinessRate'
  | 'repeatComplaintRate'
  | 'satisfactionRate'
  | 'resolutionRate'
  | 'firstContactResolutionRate'
  | 'connectRate'
  | 'abandonRate'
  | 'returnVisitRate'
  | 'responseRate'
  | 'count'
  | 'serviceLevel'
  | 'percentile'
  | 'mean'
  | 'passRate'
  | 'score'
  | 'composite';

export const periods = ['day', 'week', 'month', 'quarter', 'year'] as const;
/** The civil periods in which a KPI is told; weeks are those of ISO 8601. */
export type Period = (typeof periods)[number];
export const bases = ['due', 'received', 'closed'] as const;
export type Basis = (typeof bases)[number];

/** A KPI of a policy: what is measured, over which cases, by which period, and the value it has to reach. */
export interface KpiSpec<StandardId extends string = string> extends Part {
  readonly measure: Measure;
  readonly when?: When;
  /** The standard whose runs are measured. */
  readonly of?: StandardId;
  readonly basis?: Basis;
  /** `'>= 90%'`, `'<= 1%'`, `'<= 24 hours'`, `'>= 4.5'`; without one it is reported and neither met nor missed. */
  readonly goal?: string;
  readonly period?: Period;
  /** When a day of the period begins: `'04:00'`, or `'-12:00'` for noon of the day before. */
  readonly dayStart?: string;
  readonly groupBy?: readonly string[];
  readonly denominator?: 'excluding-repeats' | 'all' | 'including-repeats' | 'surveyed' | ParameterReference;
  readonly flow?: boolean | ParameterReference;
  /** What a basically satisfied customer counts for, from 0 (default) to 1, with at most 4 decimals. */
  readonly basicWeight?: number;
  readonly threshold?: string | Limit;
  readonly formula?: 1 | 2 | 3 | 4 | 5;
  /** Which percentile: above 0, up to 100, with at most 4 decimals. */
  readonly p?: number;
  readonly window?: string | Limit;
  readonly mergeWindow?: string | Limit;
  readonly countFirst?: boolean;
  readonly key?: readonly string[];
  /** By id of a KPI, what it counts for in the sum; with at most 4 decimals each. */
  readonly weights?: Readonly<Record<string, number>>;
  readonly shortAbandoned?: string | Limit;
  readonly event?: Selectors;
}
