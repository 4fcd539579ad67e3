import type { AuditReport, StandardRow } from '../../audit/report.ts';
import { timelinessRate } from '../../kpi/timeliness-rate.ts';
import { formatCount, formatPercent, localText } from '../format.ts';
import { dataTable, folded, right } from './data-table.ts';
import { html, type Markup, type Piece, said } from './markup.ts';
import type { PageOptions } from './page-options.ts';

const counts = ['met', 'late', 'overdue', 'broken', 'pending', 'exempt', 'undetermined'] as const;
const failures: ReadonlySet<string> = new Set(['late', 'overdue', 'broken']);

/** What became of the runs of each standard; those that nothing called for are only named. */
export function standards({ standards: rows }: AuditReport, options: PageOptions): Markup {
  const { page, words, locale } = options;
  const used = rows.filter(({ runs }) => runs > 0);
  const unused = rows.filter(({ runs }) => runs === 0);
  const table = dataTable({
    caption: page.standardsTable,
    columns: [
      { head: words.standard },
      { head: words.clause },
      right(words.runs),
      ...counts.map((status) => right(status === 'undetermined' ? words.unclear : words[status])),
      right(words.timely),
    ],
    rows: used.map((row) => [
      nameOf(row, options),
      said(localText(row.clause, locale)),
      formatCount(row.runs),
      ...counts.map((status) => countOf(row, status)),
      timely(row),
    ]),
  });
  const anySoft = rows.some(({ severity }) => severity === 'soft');
  const notes = [words.timelyNote(true), words.unclearNote, ...(anySoft ? [words.softNote] : [])];
  return html`${used.length === 0 ? null : table}<p class="note">${notes.join(' ')}</p>
${unused.length === 0 ? null : folded(page.unused(unused.length), html`<ul>${unused.map((row) => html`<li>${nameOf(row, options)}</li>`)}</ul>`)}`;
}

function nameOf({ id, title, severity }: StandardRow, { locale }: PageOptions): Markup {
  const mark = severity === 'soft' ? '*' : '';
  if (title === null) return html`${said(id)}${mark}`;
  return html`${said(localText(title, locale))}${mark} <small>${said(id)}</small>`;
}

function countOf(row: StandardRow, status: (typeof counts)[number]): Piece {
  const count = row[status];
  if (count === 0) return html`<span class="dim">0</span>`;
  return failures.has(status) ? html`<b class="bad">${formatCount(count)}</b>` : formatCount(count);
}

/** The rate, with a bar that the eye can run down. */
function timely({ met, late, overdue, pending, broken }: StandardRow): Piece {
  const { value } = timelinessRate({ onTime: met, late, overdue, pending, broken });
  if (value === null) return '–';
  const width = Math.round(value * 480) / 10;
  return html`${formatPercent(value)}<svg class="meter" aria-hidden="true" viewBox="0 0 48 5"><rect class="bar late" width="48" height="5"/><rect class="bar" width="${width}" height="5"/></svg>`;
}
