import { html, type Markup, type Piece, said } from './markup.ts';

export interface DataColumn {
  readonly head: string;
  /** Numbers stand right, figure below figure. */
  readonly align?: 'right';
}

export interface DataTable {
  readonly caption: string;
  readonly columns: readonly DataColumn[];
  /** The first cell of a row is its head. */
  readonly rows: readonly (readonly Piece[])[];
}

/** A table that a screen reader can walk; on a narrow screen it scrolls by itself, with the keyboard too. */
export function dataTable({ caption, columns, rows }: DataTable): Markup {
  const scroller = html`role="region" tabindex="0" aria-label="${caption}"`;
  // Closing tags that HTML lets one leave out are left out: a thousand groups make many cells.
  return html`<div class="scroll" ${scroller}><table><caption>${said(caption)}</caption>
<thead><tr>${columns.map(({ head, align }) => html`<th scope="col"${numeric(align)}>${said(head)}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => html`<tr>${row.map((cell, index) => cellOf(cell, columns[index], index))}</tr>\n`)}</tbody></table></div>
`;
}

function cellOf(cell: Piece, column: DataColumn | undefined, index: number): Markup {
  const place = numeric(column?.align);
  return index === 0 ? html`<th scope="row"${place}>${cell}</th>` : html`<td${place}>${cell}</td>`;
}

const numeric = (align: 'right' | undefined) => (align === 'right' ? html` class="n"` : null);

/** What is there for those who want it, folded; the browser does it without a script. */
export function folded(summary: string, content: Piece): Markup {
  return html`<details><summary>${summary}</summary>${content}</details>\n`;
}

export const right = (head: string): DataColumn => ({ head, align: 'right' });
