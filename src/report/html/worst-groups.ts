import type { KpiReportRow } from '../../audit/report.ts';

/** A group's figure over the whole audit. */
export interface Group {
  readonly name: string;
  readonly row: KpiReportRow;
}

/** Measures of which less is better, where no goal says so. */
const lessIsBetter: ReadonlySet<string> = new Set([
  'repeatComplaintRate',
  'abandonRate',
  'percentile',
  'mean',
]);

/** 1 where a higher value is worse, -1 where it is better. */
function direction({ goal, measure }: KpiReportRow): 1 | -1 {
  if (goal !== null) return goal.startsWith('<') ? 1 : -1;
  return lessIsBetter.has(measure) || measure === 'count' ? 1 : -1;
}

const sizeOf = ({ row }: Group) => row.denominator ?? 0;

/** By value, the worst first; of equal ones first that of the most cases. */
export function worstFirst(a: Group, b: Group): number {
  const way = direction(a.row);
  return way * ((b.row.value ?? 0) - (a.row.value ?? 0)) || sizeOf(b) - sizeOf(a);
}

/** By the favourable end of the interval: one case of one says little about a group. */
export function worstSurely(a: Group, b: Group): number {
  const way = direction(a.row);
  return way * (favourable(b.row, way) - favourable(a.row, way)) || sizeOf(b) - sizeOf(a);
}

const favourable = ({ interval, value }: KpiReportRow, way: 1 | -1) =>
  (way === 1 ? interval?.[0] : interval?.[1]) ?? value ?? 0;
