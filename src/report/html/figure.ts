import { type DataTable, dataTable, folded } from './data-table.ts';
import { html, type Markup, type Piece } from './markup.ts';
import type { PageWords } from './page-words.ts';

export interface Figure {
  readonly title: Piece;
  /** What a chart says, for those who can't see it. */
  readonly alternative: string;
  readonly size: readonly [width: number, height: number];
  readonly drawing: Piece;
  readonly note?: Piece;
  readonly data: DataTable;
}

/** Charts are drawn this wide: they fit a phone as they are and stand side by side on paper. */
export const CHART_WIDTH = 340;

/** A chart with its title, a description in words, and its figures in a table. */
export function figure({ title, alternative, size, drawing, note, data }: Figure, words: PageWords): Markup {
  return html`<figure><figcaption>${title}</figcaption>
<svg role="img" aria-label="${alternative}" viewBox="0 0 ${size[0]} ${size[1]}">${drawing}</svg>
${note === undefined ? null : html`<p class="note">${note}</p>\n`}${folded(words.figures, dataTable(data))}</figure>
`;
}

/** A coordinate with one decimal: nobody sees more. */
export const at = (value: number): number => Math.round(value * 10) / 10;
