import { scaleLinear } from 'd3-scale';
import type { AuditReport, RungRow } from '../../audit/report.ts';
import { cutTo } from '../cut-to.ts';
import { formatCount } from '../format.ts';
import { groupBy } from '../group-by.ts';
import { safeText } from '../safe-text.ts';
import { right } from './data-table.ts';
import { at, CHART_WIDTH, figure } from './figure.ts';
import { html, type Markup, said } from './markup.ts';
import type { PageOptions } from './page-options.ts';

const ROW = 32;
const WIDEST_NAME = 24;
const SPAN = CHART_WIDTH - 4;

/** Each ladder as a funnel: of all that was watched, what came due, and what became of that. */
export function escalations(rows: AuditReport['escalations'], options: PageOptions): Markup {
  const ladders = groupBy(rows, ({ ladder }) => ladder);
  return html`<p class="note">${options.page.escalationsNote}</p>
<div class="charts">${[...ladders].map(([ladder, rungs]) => panel(ladder, rungs, options))}</div>
`;
}

const firedOf = ({ taken, missed, due }: RungRow) => taken + missed + due;
const watchedOf = (row: RungRow) => firedOf(row) + row.cancelled + row.upcoming;

function panel(ladder: string, rungs: readonly RungRow[], options: PageOptions): Markup {
  const { page, words } = options;
  const steps = rungs.map((row) => page.step(safeText(row.rung), firedOf(row), row.missed));
  return figure(
    {
      title: said(ladder),
      alternative: page.escalationText(safeText(ladder), steps.join(page.and)),
      size: [CHART_WIDTH, rungs.length * ROW],
      drawing: drawing(rungs, options),
      data: {
        caption: ladder,
        columns: [
          { head: words.rung },
          ...[words.level, page.watched, words.cancelled, words.upcoming].map(right),
          ...[page.fired, words.taken, words.missed, words.reached].map(right),
        ],
        rows: rungs.map((row) => [
          said(row.rung),
          ...[row.level, watchedOf(row), row.cancelled, row.upcoming].map(formatCount),
          ...[firedOf(row), row.taken, row.missed, row.due].map(formatCount),
        ]),
      },
    },
    page,
  );
}

const segments = [
  ['taken', 'bar'],
  ['due', 'bar open'],
  ['missed', 'bar late'],
] as const;

function drawing(rungs: readonly RungRow[], { page, words }: PageOptions): Markup[] {
  const most = Math.max(1, ...rungs.map(firedOf));
  const x = scaleLinear().domain([0, most]).range([0, SPAN]);
  return rungs.map((row, index) => {
    const top = index * ROW;
    const told = segments.filter(([state]) => row[state] > 0);
    const text = told
      .map(([state]) => `${words[state === 'due' ? 'reached' : state]} ${formatCount(row[state])}`)
      .join(' · ');
    let used = 0;
    const bars = told.map(([state, kind]) => {
      const from = used;
      used += row[state];
      return html`<rect class="${kind}" x="${at(2 + x(from))}" y="${top + 17}" width="${at(Math.max(1, x(row[state])))}" height="9"/>`;
    });
    const name = `${row.level} · ${cutTo(safeText(row.rung), WIDEST_NAME)}`;
    const none = page.firedOf('0', formatCount(watchedOf(row)));
    return html`<text class="name" x="2" y="${top + 12}">${name}</text><text class="figure end" x="${CHART_WIDTH - 2}" y="${top + 12}">${text === '' ? none : text}</text><rect class="rest" x="2" y="${top + 17}" width="${SPAN}" height="9"/>${bars}`;
  });
}
