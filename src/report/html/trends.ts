import { type PeriodKind, periodKind, type Series } from '../kpi-series.ts';
import { kpiName } from './kpi-text.ts';
import { html, type Markup, said } from './markup.ts';
import type { PageOptions } from './page-options.ts';
import { trendFigure } from './trend-figure.ts';

const first: readonly string[] = ['timelinessRate', 'replyRate'];

/** The KPIs of the whole service over time: timeliness and reply rate, then the others. */
export function trends(series: readonly Series[], options: PageOptions): Markup {
  const { page } = options;
  const whole = series.filter(({ by }) => by.length === 0);
  const isFirst = ({ rows }: Series) => [...rows.values()].some(({ measure }) => first.includes(measure));
  const others = whole.filter((one) => !isFirst(one));
  const [main, rest] = [whole.filter(isFirst), others].map((list) =>
    list.map((one) => trendFigure(one, titleOf(one, options), options)),
  ) as [Markup[], Markup[]];
  return html`${main.length === 0 ? html`<p>${page.noTrend}</p>\n` : html`<div class="charts">${main}</div>\n`}${
    rest.length === 0 ? null : html`<h3>${page.otherTrends}</h3>\n<div class="charts">${rest}</div>\n`
  }${whole.length === 0 ? null : html`<p class="note">${page.trendLegend}</p>\n`}`;
}

const titleOf = (one: Series, options: PageOptions): Markup => {
  const kind: PeriodKind = periodKind(one.rows.keys().next().value as string);
  return said(options.page.trend(kpiName(one, options), options.words.period[kind]));
};
