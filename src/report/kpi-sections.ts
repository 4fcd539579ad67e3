import stringWidth from 'string-width';
import type { AuditReport, KpiReportRow } from '../audit/report.ts';
import { formatCount, localText } from './format.ts';
import { groupBy } from './group-by.ts';
import { hasBegun, periodKind, type Series, seriesOf, valueText } from './kpi-series.ts';
import { safeText } from './safe-text.ts';
import {
  plain,
  right,
  type Section,
  type SectionColumn,
  type SectionOptions,
  type ToneCell,
} from './section.ts';
import type { Words } from './words.ts';

const PERIODS_SHOWN = 24;
const SERIES_SHOWN = 60;
/** Half a year side by side is read without scrolling on most pages. */
const PERIODS_ON_PAGE = 6;
const WIDEST_NAME = 24;
const WIDEST_GROUP = 20;
const GAP = 2;
const MISSED = '✗';
const OPEN = '~';
const MISSED_SHOWN = 12;

/** The KPIs: first what each one is, then its values by period, in as many tables as fit side by side. */
export function kpiSections({ kpis }: AuditReport, options: SectionOptions): Section[] {
  if (kpis.length === 0) return [];
  const { words } = options;
  const byKind = groupBy(kpis, (row) => periodKind(row.period));
  return [...byKind].flatMap(([kind, rows]) => {
    const series = seriesOf(rows);
    const title = `${words.kpis} ${words.period[kind]}`;
    const totalled = totalledIn(series);
    const [overall, groups] = [true, false].map((is) => series.filter(({ id }) => totalled.has(id) === is));
    return [
      overview(title, series, options),
      ...values(overall!, options),
      // Beside figures of the whole, those of each group alone are told for the latest periods.
      ...values(groups!, options, overall!.length > 0 ? 1 : undefined),
    ];
  });
}

/** The KPIs that have a figure of the whole. */
const totalledIn = (series: readonly Series[]): ReadonlySet<string> =>
  new Set(series.flatMap(({ id, group }) => (group === '' ? id : [])));

function overview(title: string, series: readonly Series[], options: SectionOptions): Section {
  const { words } = options;
  const titled = series.some(({ rows }) => titleOf(rows) !== undefined);
  const columns: SectionColumn[] = [
    { head: words.kpi, min: 16, cut: 'middle' },
    ...(titled ? [{ head: words.title, min: 12, spare: 3 }] : []),
    { head: words.measure, min: 10, spare: 2 },
    { head: words.basis, min: 8, spare: 1 },
    right(words.goal),
    right(words.goalsMet),
    right(words.open),
  ];
  const totalled = totalledIn(series);
  const totals = series.filter(({ id, group }) => group === '' || !totalled.has(id));
  const byId = [...groupBy(totals, ({ id }) => id).values()];
  const rows = byId.map((parts) => overviewCells(parts, options, titled));
  return { title, table: { columns, rows }, notes: [words.openNote] };
}

const titleOf = (rows: Series['rows']) => rows.values().next().value?.title;

function overviewCells(
  parts: readonly Series[],
  { words, locale }: SectionOptions,
  titled: boolean,
): ToneCell[] {
  const rows = parts.flatMap((part) => [...part.rows.values()]);
  const first = rows[0] as KpiReportRow;
  const judged = rows.filter(({ met }) => met !== null);
  const met = judged.filter((row) => row.met === true).length;
  const pending = rows.reduce((sum, row) => sum + row.pending, 0);
  return [
    plain(safeText(first.id)),
    ...(titled ? [plain(localText(first.title, locale), 'dim')] : []),
    plain(words.measures[first.measure] ?? first.measure, 'dim'),
    plain(words.bases[first.basis] ?? safeText(first.basis), 'dim'),
    plain(first.goal ?? '-'),
    judged.length === 0
      ? plain('-', 'dim')
      : plain(words.ofPeriods(met, judged.length), met < judged.length ? 'bad' : 'good'),
    plain(formatCount(pending), pending === 0 ? 'dim' : undefined),
  ];
}

function values(series: readonly Series[], options: SectionOptions, tables?: number): Section[] {
  const { words, width } = options;
  const all = [...new Set(series.flatMap(periodsBegun))].sort();
  const shown = series.slice(0, SERIES_SHOWN);
  const periodsInRow = width === null ? PERIODS_ON_PAGE : periodsWithin(width, shown, words);
  const periods = all.slice(-(tables === undefined ? PERIODS_SHOWN : tables * periodsInRow));
  const blocks: Section[] = [];
  for (let at = 0; at < periods.length; at += periodsInRow) {
    blocks.push({ table: valueTable(shown, periods.slice(at, at + periodsInRow), words) });
  }
  const missed = kpisMissed(shown);
  const notes = [
    ...(missed ? [words.kpiNote(MISSED), ...missedNotes(shown, words)] : []),
    ...(periods.some((period) => isOpen(shown, period)) ? [words.openPeriod(OPEN)] : []),
    ...(all.length > periods.length ? [words.earlier(all.length - periods.length)] : []),
    ...(series.length > shown.length ? [words.moreGroups(series.length - shown.length)] : []),
  ];
  const last = blocks.pop();
  return last === undefined ? [] : [...blocks, { ...last, notes }];
}

const periodsBegun = ({ rows }: Series): string[] =>
  [...rows].flatMap(([period, row]) => (hasBegun(row) ? [period] : []));

/** The goals missed, the last period first, with what it would have taken. */
function missedNotes(series: readonly Series[], words: Words): string[] {
  const missed = series.flatMap(({ group, rows }) =>
    [...rows.values()].flatMap((row) => (row.met === false ? [{ group, row }] : [])),
  );
  missed.sort((a, b) => (a.row.period < b.row.period ? 1 : a.row.period > b.row.period ? -1 : 0));
  const lines = missed.slice(0, MISSED_SHOWN).map(({ group, row }) => {
    const { id, period, goal, shortBy } = row;
    const name = [safeText(id), ...(group === '' ? [] : [group]), period].join(' ');
    const value = row.value === null ? '-' : valueText(row, row.value, words);
    const fewer = goal?.startsWith('<') === true && row.measure !== 'percentile';
    return words.missedBy(`${name}: ${value} (${safeText(goal ?? '')})`, shortBy, fewer);
  });
  const more = missed.length - lines.length;
  return more > 0 ? [...lines, words.moreMissed(more)] : lines;
}

/** Whether something in a period may yet change, or isn't all there. */
const isOpen = (series: readonly Series[], period: string) =>
  series.some(({ rows }) => rows.get(period)?.provisional !== undefined);

const kpisMissed = (series: readonly Series[]) =>
  series.some(({ rows }) => [...rows.values()].some(({ met }) => met === false));

/** How many periods stand side by side. */
function periodsWithin(width: number, series: readonly Series[], words: Words): number {
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => stringWidth(text)));
  const name = Math.min(WIDEST_NAME, widest(series.map(({ id }) => id)));
  const group = Math.min(WIDEST_GROUP, widest(series.map((one) => one.group)));
  const cells = series.flatMap(({ rows }) =>
    [...rows].flatMap(([period, row]) => [`${period} `, valueCell(row, words).text]),
  );
  const room = width - name - (group === 0 ? 0 : GAP + group);
  return Math.max(1, Math.floor(room / (GAP + widest(cells))));
}

function valueTable(
  series: readonly Series[],
  periods: readonly string[],
  words: Words,
): NonNullable<Section['table']> {
  const grouped = series.some(({ group }) => group !== '');
  const columns: SectionColumn[] = [
    { head: words.kpi, min: 14, cut: 'middle' },
    ...(grouped ? [{ head: words.group, min: 8 }] : []),
    ...periods.map((period) => right(`${period}${isOpen(series, period) ? OPEN : ' '}`)),
  ];
  const rows = series.map(({ id, group, rows }, index) => [
    plain(series[index - 1]?.id === id ? '' : safeText(id)),
    ...(grouped ? [plain(group)] : []),
    ...periods.map((period) => valueCell(rows.get(period), words)),
  ]);
  return { columns, rows };
}

function valueCell(row: KpiReportRow | undefined, words: Words): ToneCell {
  if (row === undefined || row.value === null) return plain('- ', 'dim');
  const text = valueText(row, row.value, words);
  if (row.met === null) return plain(`${text} `);
  return row.met ? plain(`${text} `, 'good') : plain(`${text}${MISSED}`, 'bad');
}
