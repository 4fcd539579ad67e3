import type { KpiReportRow } from '../../audit/report.ts';
import type { Series } from '../kpi-series.ts';
import { folded } from './data-table.ts';
import {
  basisText,
  countsText,
  goalText,
  intervalText,
  kpiName,
  shownValue,
  verdictText,
} from './kpi-text.ts';
import { html, type Markup, type Piece, said } from './markup.ts';
import type { PageOptions } from './page-options.ts';
import { latestOf, wholeOf } from './whole-of.ts';

const SHOWN = 12;

/** The KPIs of the whole service in their latest period, those with a goal first. */
export function keyFigures(series: readonly Series[], options: PageOptions): Markup {
  const { page } = options;
  const found = series.flatMap((one) => {
    const latest = latestOf(one.rows.values());
    return one.by.length > 0 || latest === undefined ? [] : [{ one, latest }];
  });
  if (found.length === 0) return html`<p>${page.noKpis}</p>\n`;
  const cards = [...found.filter(hasGoal), ...found.filter((each) => !hasGoal(each))].map(({ one, latest }) =>
    card(one, latest, options),
  );
  const judged = found.filter(({ latest }) => latest.met !== null);
  const met = judged.filter(({ latest }) => latest.met === true).length;
  const rest = cards.slice(SHOWN);
  return html`<p class="lead">${judged.length === 0 ? page.noGoals : page.goalsMet(met, judged.length)}</p>
<div class="cards">${cards.slice(0, SHOWN)}</div>
${rest.length === 0 ? null : folded(page.further(rest.length), html`<div class="cards">${rest}</div>`)}`;
}

const hasGoal = ({ latest }: { readonly latest: KpiReportRow }) => latest.goal !== null;

function card(one: Series, latest: KpiReportRow, options: PageOptions): Markup {
  const { page, locale } = options;
  const { met, goal } = latest;
  const state = met === null ? 'open' : met ? 'met' : 'missed';
  const facts: [string, Piece][] = [
    ...(goal === null ? [] : [[page.goal, goalText(goal, locale)] as [string, Piece]]),
    [page.period, latest.period + (latest.provisional === undefined ? '' : ` (${page.notFinal})`)],
    [page.counts, countsText(latest, options)],
    [page.basis, basisText(latest, options)],
    [page.interval, intervalText(latest, options)],
    ...further(one, latest, options),
  ];
  return html`<article class="card ${state}"><h3>${said(kpiName(one, options))}</h3>
<p class="value">${shownValue(latest, options)}</p>
<p class="state">${verdictText(latest, options)}${shortBy(latest, options)}</p>
<dl>${facts.map(([name, fact]) => html`<div><dt>${name}</dt><dd>${fact}</dd></div>`)}</dl></article>
`;
}

/** How it stood in all periods, where there are several. */
function further({ rows }: Series, latest: KpiReportRow, options: PageOptions): [string, Piece][] {
  const { page } = options;
  const all = [...rows.values()];
  const judged = all.filter(({ met }) => met !== null);
  const whole = wholeOf(all);
  return [
    ...(judged.length < 2
      ? []
      : [
          [page.periodsMet, page.periods(judged.filter(({ met }) => met === true).length, judged.length)] as [
            string,
            Piece,
          ],
        ]),
    ...(whole === undefined || whole.period === latest.period
      ? []
      : [[page.overall, `${shownValue(whole, options)} (${countsText(whole, options)})`] as [string, Piece]]),
    ...(latest.pending === 0 ? [] : [[page.open, String(latest.pending)] as [string, Piece]]),
  ];
}

function shortBy({ shortBy: missing, goal, measure }: KpiReportRow, { page }: PageOptions): string {
  if (missing === undefined) return '';
  const fewer = goal?.startsWith('<') === true && measure !== 'percentile';
  return ` · ${page.shortBy(missing, fewer)}`;
}
