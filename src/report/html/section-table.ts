import { notesFor, type Section, type ToneCell } from '../section.ts';
import { dataTable } from './data-table.ts';
import { html, type Markup, said } from './markup.ts';

/** A part of the report as every rendering has it, as a table with its remarks. */
export function sectionTable(section: Section, caption: string): Markup {
  const { table } = section;
  const heads = table?.columns.map(({ head }) => head) ?? [];
  const notes = notesFor(section, heads).map((note) => html`<p class="note">${note}</p>\n`);
  if (table === undefined) return html`${notes}`;
  const columns = table.columns.map(({ head, align }) => ({ head, ...(align && { align }) }));
  return html`${dataTable({ caption, columns, rows: table.rows.map((row) => row.map(cellOf)) })}${notes}`;
}

function cellOf({ text, tone }: ToneCell): Markup {
  return tone === 'bad' && text !== '' ? html`<b class="bad">${said(text)}</b>` : said(text);
}
