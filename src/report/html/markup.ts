import { safeText } from '../safe-text.ts';

/** Text that is HTML already. Whatever isn't one of these is escaped, so that nothing is by mistake. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template: text from anywhere, markup, or several of either; null is nothing. */
export type Piece = string | number | Markup | null | readonly Piece[];

/** HTML (or SVG) with its pieces escaped, in attributes between double quotes too. */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  let text = parts[0]!;
  for (const [index, piece] of pieces.entries()) text += textOf(piece) + parts[index + 1]!;
  return new Markup(text);
}

function textOf(piece: Piece): string {
  if (piece === null) return '';
  if (typeof piece === 'number') return String(piece);
  if (typeof piece === 'string') return escaped(piece);
  return piece instanceof Markup ? piece.text : piece.map(textOf).join('');
}

const special = /[&<>"']/g;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => safeText(text).replace(special, (one) => entities[one]!);

/** An invisible sign that takes no room and lets nothing break there. */
const WORD_JOINER = '\u2060';

/**
 * Text from data in the flow of a line: it keeps its reading direction to itself, and no spreadsheet that it is pasted
 * into takes it for a formula.
 */
export function said(text: string): Markup {
  const isFormula = /^\s*[=+\-@＝＋－＠]./u.test(safeText(text));
  return html`<bdi>${isFormula ? WORD_JOINER : ''}${text}</bdi>`;
}
