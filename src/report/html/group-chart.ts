import { scaleLinear } from 'd3-scale';
import { cutTo } from '../cut-to.ts';
import { at, CHART_WIDTH, type Figure } from './figure.ts';
import { goalBound } from './goal-bound.ts';
import { goalText, shownValue } from './kpi-text.ts';
import { html, type Markup } from './markup.ts';
import type { PageOptions } from './page-options.ts';
import type { Group } from './worst-groups.ts';

const ROW = 30;
const TOP = 16;
const WIDEST_NAME = 32;
const inside = { left: 2, right: CHART_WIDTH - 2 };

/** A bar for each group, its name and value above it, and the goal across all of them. */
export function groupChart(groups: readonly Group[], options: PageOptions): Pick<Figure, 'drawing' | 'size'> {
  const goal = groups.find(({ row }) => row.goal !== null)?.row.goal ?? null;
  const bound = goal === null ? 0 : goalBound(goal);
  const isShare = groups.every(({ row }) => row.interval !== null || row.goal?.endsWith('%'));
  const most = Math.max(isShare ? 1 : 0, bound, ...groups.map(({ row }) => row.value ?? 0));
  const x = scaleLinear()
    .domain([0, most || 1])
    .range([inside.left, inside.right]);
  const height = TOP + groups.length * ROW;
  const bars = groups.map(({ name, row }, index) => {
    const top = TOP + index * ROW;
    const width = Math.max(1, x(row.value ?? 0) - inside.left);
    return html`<text class="name" x="${inside.left}" y="${top + 11}">${cutTo(name, WIDEST_NAME)}</text><text class="figure end" x="${inside.right}" y="${top + 11}">${shownValue(row, options)}${row.met === false ? ' ✗' : ''}</text><rect class="rest" x="${inside.left}" y="${top + 16}" width="${inside.right - inside.left}" height="7"/><rect class="bar${row.met === false ? ' late' : ''}" x="${inside.left}" y="${top + 16}" width="${at(width)}" height="7"/>`;
  });
  return {
    size: [CHART_WIDTH, height],
    drawing: [
      ...bars,
      ...(goal === null ? [] : [goalMark(at(x(bound)), height, goalText(goal, options.locale))]),
    ],
  };
}

function goalMark(x: number, height: number, text: string): Markup {
  const isRight = x > CHART_WIDTH / 2;
  return html`<path class="goal" d="M${x},4V${height - 6}"/><text class="goal-text${isRight ? ' end' : ''}" x="${isRight ? x - 4 : x + 4}" y="11">${text}</text>`;
}
