import { scaleBand, scaleLinear } from 'd3-scale';
import type { AuditReport, LimitShares, StandardRow } from '../../audit/report.ts';
import { formatCount, formatDuration, localText } from '../format.ts';
import { safeText } from '../safe-text.ts';
import { folded, right } from './data-table.ts';
import { at, CHART_WIDTH, figure } from './figure.ts';
import { html, type Markup, said } from './markup.ts';
import type { PageOptions } from './page-options.ts';

const SIZE = [CHART_WIDTH, 150] as const;
const plot = { left: 10, right: SIZE[0] - 10, top: 22, bottom: SIZE[1] - 34 };
const KEPT = 10;
const PANELS_SHOWN = 9;

type Shared = StandardRow & { readonly shares: LimitShares };

/** How much of its limit each finished run used, standard by standard: first those with the most runs out of time. */
export function responseTimes({ standards }: AuditReport, options: PageOptions): Markup {
  const { page } = options;
  const shared = standards.flatMap((row): Shared[] =>
    row.shares === undefined ? [] : [{ ...row, shares: row.shares }],
  );
  if (shared.length === 0) return html`<p>${page.noResponse}</p>\n`;
  const worst = shared.toSorted((a, b) => b.late + b.overdue - (a.late + a.overdue));
  const panels = worst.map((row) => panel(row, options));
  const rest = panels.slice(PANELS_SHOWN);
  return html`<p class="note">${page.responseNote}</p>
<div class="charts">${panels.slice(0, PANELS_SHOWN)}</div>
${rest.length === 0 ? null : folded(page.further(rest.length), html`<div class="charts">${rest}</div>`)}`;
}

function panel(row: Shared, options: PageOptions): Markup {
  const { page, locale } = options;
  const { shares } = row;
  const kept = sum(shares.slice(0, KEPT));
  const name = row.title === null ? safeText(row.id) : localText(row.title, locale);
  const half = halfOf(shares, options);
  const notes = [timesText(row, options), ...(row.overdue > 0 ? [page.overdue(row.overdue)] : [])];
  return figure(
    {
      title: said(name),
      alternative: page.shareText(kept, sum(shares) - kept, half),
      size: SIZE,
      drawing: drawing(shares, options),
      note: notes.join(' '),
      data: {
        caption: name,
        columns: [{ head: page.shareUsed }, right(page.runs)],
        rows: shares.map((runs, slot) => [slotText(slot, options), formatCount(runs)]),
      },
    },
    page,
  );
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

const slotText = (slot: number, { page }: PageOptions) =>
  slot === 2 * KEPT ? page.beyond : page.upTo((slot + 1) * 10);

/** The upper end of the part in which the middle run lies. */
function halfOf(shares: LimitShares, { page }: PageOptions): string {
  const half = sum(shares) / 2;
  let seen = 0;
  const slot = shares.findIndex((runs) => {
    seen += runs;
    return seen >= half;
  });
  return slot === 2 * KEPT ? page.beyond : `${(slot + 1) * 10}%`;
}

function timesText({ percentiles: { p50, p90, p95 } }: StandardRow, { page, words }: PageOptions): string {
  const [half, most, nearlyAll] = [p50, p90, p95].map((ms) =>
    ms === null ? '–' : formatDuration(ms, words),
  );
  return page.times(half as string, most as string, nearlyAll as string);
}

function drawing(shares: LimitShares, { page }: PageOptions): Markup[] {
  const x = scaleBand<number>()
    .domain([...shares.keys()])
    .range([plot.left, plot.right])
    .paddingInner(0.12);
  const y = scaleLinear()
    .domain([0, Math.max(1, ...shares)])
    .range([plot.bottom, plot.top]);
  const edge = (slot: number) => at((x(slot) as number) - (x.step() - x.bandwidth()) / 2);
  const limit = edge(KEPT);
  const bars = shares.map((runs, slot) => {
    if (runs === 0) return null;
    const top = Math.min(y(runs), plot.bottom - 1);
    const kind = slot < KEPT ? 'bar' : 'bar late';
    return html`<rect class="${kind}" x="${at(x(slot) as number)}" y="${at(top)}" width="${at(x.bandwidth())}" height="${at(plot.bottom - top)}"/>`;
  });
  const most = Math.max(...shares);
  const tallest = shares.indexOf(most);
  return [
    html`<path class="axis" d="M${plot.left},${plot.bottom}H${plot.right}"/>`,
    html`${bars}`,
    html`<text class="tick mid" x="${at((x(tallest) as number) + x.bandwidth() / 2)}" y="${at(y(most) - 4)}">${formatCount(most)}</text>`,
    html`<path class="goal" d="M${limit},${plot.top - 12}V${plot.bottom}"/><text class="goal-text" x="${limit + 4}" y="${plot.top - 4}">${page.limit}</text>`,
    ...[0, 50, 100, 150, 200].map(
      (percent) =>
        html`<text class="tick mid" x="${edge(percent / 10)}" y="${plot.bottom + 14}">${percent}%</text>`,
    ),
    html`<text class="tick mid" x="${at((plot.left + plot.right) / 2)}" y="${plot.bottom + 29}">${page.shareAxis}</text>`,
  ];
}
