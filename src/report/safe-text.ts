const lineBreaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** Control characters, colour and cursor sequences as a whole, what reverses the reading order, and what can't be seen. */
const harmful = /\p{Cc}(?:\[[0-?]*[ -/]*[@-~])?|\p{Bidi_Control}|[\u200b\ufeff]/gu;

/** Text from data, line breaks and tabs kept, without anything else that acts on whoever prints it. */
export const visibleText = (text: string): string =>
  text.replace(harmful, (found) => (/^[\t\n\r]/.test(found) ? found : ''));

/** Text from data, made harmless for a terminal: one line, no control characters, no change of reading direction. */
export function safeText(text: string): string {
  return text.replace(lineBreaks, ' ').replace(harmful, '');
}
