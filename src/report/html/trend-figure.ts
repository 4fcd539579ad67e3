import type { KpiReportRow } from '../../audit/report.ts';
import { hasBegun, type Series } from '../kpi-series.ts';
import { type DataTable, right } from './data-table.ts';
import { figure } from './figure.ts';
import {
  basisText,
  denominatorText,
  goalText,
  intervalText,
  kpiName,
  numeratorText,
  shownValue,
  verdictText,
} from './kpi-text.ts';
import { type Markup, said } from './markup.ts';
import type { PageOptions } from './page-options.ts';
import { trendChart } from './trend-chart.ts';
import { latestOf } from './whole-of.ts';

/** More points than this can't be told apart, nor read in a table. */
const PERIODS_SHOWN = 400;

/** One KPI over its periods, with the goal. */
export function trendFigure(one: Series, title: Markup, options: PageOptions): Markup {
  const { page } = options;
  const all = [...one.rows.values()].filter(hasBegun);
  const rows = all.slice(-PERIODS_SHOWN);
  const chart = trendChart(rows, options);
  const note = all.length > rows.length ? page.earlier(all.length - rows.length) : undefined;
  return figure(
    {
      title,
      alternative: alternativeOf(rows, options),
      ...chart,
      ...(note !== undefined && { note }),
      data: tableOf(kpiName(one, options), rows, options),
    },
    page,
  );
}

function alternativeOf(rows: readonly KpiReportRow[], options: PageOptions): string {
  const { page, locale } = options;
  const valued = rows.filter(({ value }) => value !== null);
  const latest = latestOf(valued);
  if (latest === undefined) return page.noValue;
  const byValue = valued.toSorted((a, b) => (a.value as number) - (b.value as number));
  const tell = (row: KpiReportRow) => page.at(shownValue(row, options), row.period);
  const text = page.trendText(
    valued.length,
    tell(byValue[0] as KpiReportRow),
    tell(byValue.at(-1) as KpiReportRow),
    tell(latest),
  );
  const judged = rows.filter(({ met }) => met !== null);
  const met = judged.filter((row) => row.met === true).length;
  return latest.goal === null
    ? text
    : text + page.goalText(goalText(latest.goal, locale), met, judged.length);
}

function tableOf(caption: string, rows: readonly KpiReportRow[], options: PageOptions): DataTable {
  const { page } = options;
  const isAny = (has: (row: KpiReportRow) => boolean) => rows.some(has);
  const withGoal = isAny(({ goal }) => goal !== null);
  const withInterval = isAny(({ interval }) => interval !== null);
  const withPending = isAny(({ pending }) => pending > 0);
  return {
    caption,
    columns: [
      { head: page.period },
      right(page.value),
      right(page.numerator),
      right(page.denominator),
      { head: page.basis },
      ...(withInterval ? [right(page.interval)] : []),
      ...(withGoal ? [{ head: page.verdict }] : []),
      ...(withPending ? [right(page.open)] : []),
    ],
    rows: rows.map((row) => [
      said(row.provisional === undefined ? row.period : `${row.period} (${page.notFinal})`),
      shownValue(row, options),
      numeratorText(row, options),
      denominatorText(row),
      said(basisText(row, options)),
      ...(withInterval ? [intervalText(row, options)] : []),
      ...(withGoal ? [verdictText(row, options)] : []),
      ...(withPending ? [String(row.pending)] : []),
    ]),
  };
}
