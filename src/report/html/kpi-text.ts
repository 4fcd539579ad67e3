import type { KpiReportRow } from '../../audit/report.ts';
import type { Locale } from '../../explain/words.ts';
import { formatLimit } from '../../limit/format-limit.ts';
import type { LimitInput } from '../../limit/types.ts';
import { formatCount, localText } from '../format.ts';
import { type Series, valueText } from '../kpi-series.ts';
import { safeText } from '../safe-text.ts';
import type { PageOptions } from './page-options.ts';

const isTimed = ({ measure }: KpiReportRow) => measure === 'percentile' || measure === 'mean';

const NONE = '–';

/** What a KPI is called: its title, else what it measures and its id. */
export function kpiName({ id, rows }: Series, { locale, page }: PageOptions): string {
  const { title, measure } = firstOf(rows);
  if (title !== undefined) return localText(title, locale);
  const name = page.names[measure];
  return name === undefined ? safeText(id) : `${name} (${safeText(id)})`;
}

const firstOf = (rows: Series['rows']) => rows.values().next().value as KpiReportRow;

export const shownValue = (row: KpiReportRow, { words }: PageOptions): string =>
  row.value === null ? NONE : valueText(row, row.value, words);

const signs: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤' };

/** `≥ 90%`, `≤ 8 working hours`. */
export function goalText(goal: string, locale: Locale): string {
  const [, operator = '', bound = ''] = /^([<>=]+) ?(.*)$/.exec(goal) ?? [];
  const isTime = / [a-z]/.test(bound);
  return `${signs[operator] ?? operator} ${isTime ? formatLimit(bound as LimitInput, locale) : bound}`;
}

/** `211 of 238`; of times how many there were. */
export function countsText(row: KpiReportRow, { page }: PageOptions): string {
  const { numerator, denominator } = row;
  if (denominator === null) return numerator === null ? NONE : numberText(numerator);
  if (isTimed(row) || numerator === null) return numberText(denominator);
  return page.of(numberText(numerator), numberText(denominator));
}

/** Of a mean the numerator is time. */
export function numeratorText(row: KpiReportRow, options: PageOptions): string {
  if (row.numerator === null) return NONE;
  return isTimed(row) ? valueText(row, row.numerator, options.words) : numberText(row.numerator);
}

export const denominatorText = ({ denominator }: KpiReportRow): string =>
  denominator === null ? NONE : numberText(denominator);

/** Weights leave at most four decimals. */
function numberText(value: number): string {
  const [whole = '', decimals] = String(Math.round(value * 10_000) / 10_000).split('.');
  return formatCount(Number(whole)) + (decimals === undefined ? '' : `.${decimals}`);
}

export function intervalText({ interval }: KpiReportRow, { page }: PageOptions): string {
  if (interval === null) return NONE;
  const [low, high] = interval.map((end) => `${(end * 100).toFixed(1)}%`) as [string, string];
  return page.to(low, high);
}

export function basisText({ basis }: KpiReportRow, { words, page }: PageOptions): string {
  return page.basisNames[basis] ?? words.bases[basis] ?? safeText(basis);
}

/** In words, with a sign for those who print without colours. */
export function verdictText({ goal, met, value }: KpiReportRow, { page }: PageOptions): string {
  if (value === null) return page.noValue;
  if (met === null) return goal === null ? page.noGoal : NONE;
  return met ? `✓ ${page.goalMet}` : `✗ ${page.goalMissed}`;
}
