import type { LocalText } from './part.ts';

/** The languages in which the package writes. */
export type Locale = 'zh-CN' | 'en';

/** A text in the language asked for, else in the other one. */
export function localText(text: LocalText, locale: Locale): string {
  return typeof text === 'string' ? text : (text[locale] ?? text.en ?? text['zh-CN'] ?? '');
}
