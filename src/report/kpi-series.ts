import type { KpiReportRow } from '../audit/report.ts';
import { meetsGoal } from '../kpi/meets-goal.ts';
import { formatCount, formatDuration, formatPercent } from './format.ts';
import { safeText } from './safe-text.ts';
import type { Words } from './words.ts';

/** One KPI in one group, with its rows by period. */
export interface Series {
  readonly id: string;
  /** The attributes that group it. */
  readonly by: readonly string[];
  /** The values of its group; empty of the whole. */
  readonly group: string;
  readonly rows: Map<string, KpiReportRow>;
}

export function seriesOf(rows: readonly KpiReportRow[]): Series[] {
  const found = new Map<string, Series>();
  for (const row of rows) {
    const key = JSON.stringify([row.id, row.group]);
    const series = found.get(key) ?? {
      id: row.id,
      by: Object.keys(row.group ?? {}),
      group: groupText(row.group),
      rows: new Map(),
    };
    series.rows.set(row.period, row);
    found.set(key, series);
  }
  return [...found.values()];
}

const groupText = (group: KpiReportRow['group']) =>
  group === null
    ? ''
    : safeText(
        Object.values(group)
          .map((value) => value ?? '-')
          .join(' / '),
      );

/** A period that begins after the audit's moment has nothing to show but what is open. */
export const hasBegun = ({ provisional }: KpiReportRow): boolean =>
  provisional?.reason !== 'period-not-begun';

export function valueText(row: KpiReportRow, value: number, words: Words): string {
  if (row.measure === 'percentile' || row.measure === 'mean')
    return formatDuration(value, words, row.goal?.includes('working'));
  if (row.measure === 'count') return formatCount(value);
  if (row.measure === 'score') return String(Math.round(value * 100) / 100);
  return formatPercent(value, decimalsFor(row, value));
}

/** One decimal, or as many as it takes for the printed value to be on the same side of the goal as the real one. */
function decimalsFor({ goal, met }: KpiReportRow, value: number): number {
  for (let decimals = 1; decimals < 4; decimals++) {
    const printed = Number((value * 100).toFixed(decimals)) / 100;
    if (goal === null || meetsGoal({ value: printed }, goal) === met) return decimals;
  }
  return 4;
}

export type PeriodKind = keyof Words['period'];

export function periodKind(period: string): PeriodKind {
  if (/^\d{4}-\d\d-\d\d$/.test(period)) return 'day';
  if (/-W\d\d$/.test(period)) return 'week';
  if (/-Q\d$/.test(period)) return 'quarter';
  return /^\d{4}$/.test(period) ? 'year' : 'month';
}
