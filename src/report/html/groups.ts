import { wordFor } from '../../standards/in-words.ts';
import { groupBy } from '../group-by.ts';
import type { Series } from '../kpi-series.ts';
import { right } from './data-table.ts';
import { figure } from './figure.ts';
import { groupChart } from './group-chart.ts';
import { countsText, goalText, intervalText, kpiName, shownValue, verdictText } from './kpi-text.ts';
import { html, type Markup, said } from './markup.ts';
import type { PageOptions } from './page-options.ts';
import { wholeOf } from './whole-of.ts';
import { type Group, worstFirst, worstSurely } from './worst-groups.ts';

const SHOWN = 12;

/** Each KPI that is split, with its groups side by side, the worst first. */
export function groups(series: readonly Series[], options: PageOptions): Markup {
  const split = series.filter(({ by }) => by.length > 0);
  const kpis = groupBy(split, ({ id, by }) => JSON.stringify([id, by]));
  const panels = [...kpis.values()].flatMap((parts) => panel(parts, options) ?? []);
  return html`<p class="note">${options.page.groupsNote}</p>
<div class="charts">${panels}</div>
`;
}

function panel(parts: readonly Series[], options: PageOptions): Markup | null {
  const { page, locale } = options;
  const found = parts.flatMap(({ group, rows }): Group[] => {
    const row = wholeOf(rows.values());
    return row === undefined || row.value === null ? [] : [{ name: group, row }];
  });
  if (found.length === 0) return null;
  const all = found.toSorted(worstFirst);
  const shown = all.length <= SHOWN ? all : found.toSorted(worstSurely).slice(0, SHOWN).sort(worstFirst);
  const first = parts[0] as Series;
  const by = first.by.map((attribute) => wordFor(attribute, locale)).join(' / ');
  const name = page.byGroup(kpiName(first, options), by);
  const { period } = (all[0] as Group).row;
  const notes = [
    ...(period.includes('–') ? [] : [page.otherPeriod(period)]),
    ...(all.length > shown.length ? [page.worstGroups(shown.length, all.length)] : []),
  ];
  const tell = ({ name: group, row }: Group) => page.at(shownValue(row, options), group);
  return figure(
    {
      title: said(name),
      alternative: page.groupText(all.length, tell(all[0] as Group), tell(all.at(-1) as Group)),
      ...groupChart(shown, options),
      ...(notes.length > 0 && { note: notes.join(' ') }),
      data: { caption: name, ...tableOf(all, by, options) },
    },
    page,
  );
}

function tableOf(all: readonly Group[], by: string, options: PageOptions) {
  const { page, locale } = options;
  const goal = all.find(({ row }) => row.goal !== null)?.row.goal ?? null;
  const withInterval = all.some(({ row }) => row.interval !== null);
  return {
    columns: [
      { head: by },
      right(page.value),
      right(page.counts),
      ...(withInterval ? [right(page.interval)] : []),
      ...(goal === null ? [] : [{ head: `${page.goal} ${goalText(goal, locale)}` }]),
    ],
    rows: all.map(({ name, row }) => [
      said(name),
      shownValue(row, options),
      countsText(row, options),
      ...(withInterval ? [intervalText(row, options)] : []),
      ...(goal === null ? [] : [verdictText(row, options)]),
    ]),
  };
}
