import type { AuditReport, Breach } from '../../audit/report.ts';
import { explain } from '../../explain/explain.ts';
import type { StoredVerdict } from '../../explain/explain-verdict.ts';
import { formatCount, formatDuration, formatInstant, localText } from '../format.ts';
import { safeText } from '../safe-text.ts';
import { type CaseBreach, worstByCase } from '../worst-by-case.ts';
import { dataTable, folded, right } from './data-table.ts';
import { html, type Markup, said } from './markup.ts';
import type { PageOptions } from './page-options.ts';

const SHOWN = 10;
/** The others are opened by those who want them. */
const OPEN = 2;

/** The worst breaches, each with the way to its due instant, day by day. */
export function breaches(report: AuditReport, options: PageOptions): Markup {
  const { page, words } = options;
  const { breaches: listed, standards } = report;
  if (listed.length === 0) return html`<p>${words.noBreaches}</p>\n`;
  const all = standards.reduce((sum, { late, overdue, broken }) => sum + late + overdue + broken, 0);
  const worst = worstByCase(listed).slice(0, SHOWN);
  const items = worst.map((one, index) => item(one, index < OPEN, options));
  const note = page.breachesNote(worst.length, formatCount(Math.max(all, listed.length)));
  return html`<p class="note">${note} ${words.times(options.timeZone)}</p>
<ol class="breaches">
${items}</ol>
${folded(page.listed(listed.length), table(listed, options))}`;
}

function item({ breach, more }: CaseBreach, isOpen: boolean, options: PageOptions): Markup {
  const { page, words } = options;
  const over = breach.overMs === null ? words[breach.status] : page.breachOf(durationOf(breach, options));
  const facts = [
    said(nameOf(breach, options)),
    words[breach.status],
    ...(breach.owner === null ? [] : [said(breach.owner)]),
    ...(more > 0 ? [html`<small>${page.more(more)}</small>`] : []),
  ];
  return html`<li><details class="breach"${isOpen ? html` open` : null}><summary><b class="bad">${over}</b> <span>${said(breach.case)}</span>${facts.map((fact) => html` <span>${fact}</span>`)}</summary>
<div class="way">${wayOf(breach, options)}</div></details></li>
`;
}

const durationOf = ({ overMs }: Breach, { words }: PageOptions) =>
  overMs === null ? '–' : formatDuration(overMs, words);

const nameOf = ({ title, standard }: Breach, { locale }: PageOptions) =>
  title === null ? safeText(standard) : localText(title, locale);

/** A verdict told line by line; a report that was made elsewhere may have none. */
function wayOf({ verdict }: Breach, { locale, page }: PageOptions): Markup {
  const isVerdict = 'status' in verdict && 'standard' in verdict;
  const text = isVerdict ? explain(verdict as StoredVerdict, { locale }) : page.noSteps;
  return html`${text.split('\n').map((line) => html`<p>${said(line)}</p>`)}`;
}

function table(listed: readonly Breach[], options: PageOptions): Markup {
  const { words, page, timeZone, locale } = options;
  const instant = (iso: string | null) => (iso === null ? '–' : formatInstant(iso, timeZone));
  return dataTable({
    caption: page.breaches,
    columns: [
      { head: words.case },
      right(words.over),
      ...[words.standard, words.status, words.from, words.due, words.done].map((head) => ({ head })),
      ...[words.owner, words.clause].map((head) => ({ head })),
    ],
    rows: listed.map((breach) => [
      said(breach.case),
      durationOf(breach, options),
      said(nameOf(breach, options)),
      words[breach.status],
      instant(breach.from),
      instant(breach.due),
      instant(breach.done),
      said(breach.owner ?? '–'),
      said(localText(breach.clause, locale)),
    ]),
  });
}
