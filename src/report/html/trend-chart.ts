import { scaleLinear, scalePoint } from 'd3-scale';
import { area, line, symbol, symbolCircle, symbolDiamond } from 'd3-shape';
import type { KpiReportRow } from '../../audit/report.ts';
import { at, CHART_WIDTH, type Figure } from './figure.ts';
import { goalBound } from './goal-bound.ts';
import { goalText, shownValue } from './kpi-text.ts';
import { html, type Markup } from './markup.ts';
import type { PageOptions } from './page-options.ts';
import { periodTicks } from './period-ticks.ts';
import { valueTicks } from './value-ticks.ts';

const SIZE = [CHART_WIDTH, 190] as const;
const plot = { left: 44, right: SIZE[0] - 12, top: 12, bottom: SIZE[1] - 34 };
/** Marks for more points would cover the line. */
const MARKS_SHOWN = 60;

type Chart = Pick<Figure, 'drawing' | 'size'>;

/** A line of values over periods, its 95% interval as a band, and the goal. */
export function trendChart(rows: readonly KpiReportRow[], options: PageOptions): Chart {
  const goal = rows.findLast((row) => row.goal !== null)?.goal ?? null;
  const bound = goal === null ? null : goalBound(goal);
  const values = rows.flatMap(({ value }) => (value === null ? [] : [value]));
  const x = scalePoint<number>()
    .domain(rows.map((_, index) => index))
    .range([plot.left + 6, plot.right - 6])
    .padding(rows.length === 1 ? 0.5 : 0);
  const xOf = (index: number) => at(x(index) as number);
  const ticks = valueTicks([...values, ...(bound === null ? [] : [bound])], rows[0]?.measure, options);
  const y = scaleLinear().domain(ticks.domain).range([plot.bottom, plot.top]).clamp(true);
  const yOf = (value: number) => at(y(value));

  const band = area<KpiReportRow>()
    .defined(({ interval }) => interval !== null)
    .x((_, index) => xOf(index))
    .y0(({ interval }) => yOf(interval?.[0] ?? 0))
    .y1(({ interval }) => yOf(interval?.[1] ?? 0));
  const path = line<KpiReportRow>()
    .defined(({ value }) => value !== null)
    .x((_, index) => xOf(index))
    .y(({ value }) => yOf(value as number));

  const drawing = [
    ...ticks.ticks.map(
      ({ value, text }) =>
        html`<path class="grid" d="M${plot.left},${yOf(value)}H${plot.right}"/><text class="tick end" x="${plot.left - 6}" y="${yOf(value) + 3.5}">${text}</text>`,
    ),
    ...periodTicks(rows.map(({ period }) => period)).map(
      ({ index, text, below }) =>
        html`<text class="tick mid" x="${xOf(index)}" y="${plot.bottom + 15}">${text}</text>${
          below === ''
            ? null
            : html`<text class="tick mid" x="${xOf(index)}" y="${plot.bottom + 28}">${below}</text>`
        }`,
    ),
    html`<path class="band" d="${band(rows) ?? ''}"/>`,
    ...(goal === null || bound === null ? [] : [goalLine(yOf(bound), goalText(goal, options.locale))]),
    html`<path class="line" d="${path(rows) ?? ''}"/>`,
    ...(rows.length > MARKS_SHOWN
      ? []
      : rows.map((row, index) => mark(row, [xOf(index), yOf(row.value ?? 0)], options))),
  ];
  return { drawing, size: SIZE };
}

function goalLine(y: number, text: string): Markup {
  const above = y - plot.top > 14;
  return html`<path class="goal" d="M${plot.left},${y}H${plot.right}"/><text class="goal-text" x="${plot.left + 4}" y="${above ? y - 4 : y + 12}">${text}</text>`;
}

const diamond = /* @__PURE__ */ symbol(symbolDiamond, 70)() ?? '';
const circle = /* @__PURE__ */ symbol(symbolCircle, 34)() ?? '';

function mark(row: KpiReportRow, [x, y]: readonly [number, number], options: PageOptions): Markup | null {
  if (row.value === null) return null;
  const missed = row.met === false;
  const kind = `mark${missed ? ' bad' : ''}${row.provisional === undefined ? '' : ' open'}`;
  return html`<path class="${kind}" transform="translate(${x},${y})" d="${missed ? diamond : circle}"><title>${options.page.at(shownValue(row, options), row.period)}</title></path>`;
}
