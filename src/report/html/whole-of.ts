import type { KpiReportRow } from '../../audit/report.ts';
import { meetsGoal } from '../../kpi/meets-goal.ts';
import { wilsonInterval } from '../../kpi/wilson-interval.ts';
import { hasBegun } from '../kpi-series.ts';

/** The latest period that is over and has a value; else the latest that has one, else the latest there is. */
export function latestOf(rows: Iterable<KpiReportRow>): KpiReportRow | undefined {
  const begun = [...rows].filter(hasBegun);
  const valued = begun.filter(({ value }) => value !== null);
  const isOver = ({ provisional }: KpiReportRow) => provisional?.reason !== 'period-open';
  return valued.findLast(isOver) ?? valued.at(-1) ?? begun.at(-1);
}

/** Their parts can't be added up over periods. */
const single: ReadonlySet<string> = new Set(['percentile', 'composite']);

/** All periods that have begun taken together, by the sums of their counts; of what doesn't add up the latest one. */
export function wholeOf(rows: Iterable<KpiReportRow>): KpiReportRow | undefined {
  const begun = [...rows].filter(hasBegun);
  const latest = latestOf(begun);
  if (latest === undefined || begun.length === 1 || single.has(latest.measure)) return latest;
  const sumOf = (part: 'numerator' | 'denominator') =>
    latest[part] === null
      ? null
      : Math.round(begun.reduce((sum, row) => sum + (row[part] ?? 0), 0) * 10_000) / 10_000;
  const counts = { numerator: sumOf('numerator'), denominator: sumOf('denominator') };
  const value = quotient(counts);
  const { provisional: _, shortBy: __, undetermined: ___, responseRate: ____, ...shared } = latest;
  return {
    ...shared,
    ...counts,
    period: [...new Set([begun[0]!.period, begun.at(-1)!.period])].join('–'),
    value,
    interval: latest.interval === null ? null : intervalOf(counts),
    pending: begun.reduce((sum, { pending }) => sum + pending, 0),
    met: meetsGoal({ ...counts, value }, latest.goal),
  };
}

type Counts = Pick<KpiReportRow, 'numerator' | 'denominator'>;

function quotient({ numerator, denominator }: Counts): number | null {
  if (numerator === null || denominator === 0) return null;
  return denominator === null ? numerator : numerator / denominator;
}

const intervalOf = ({ numerator, denominator }: Counts) =>
  numerator === null || !denominator || numerator > denominator
    ? null
    : wilsonInterval(numerator, denominator);
