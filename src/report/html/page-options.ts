import { chinese, english, type Locale } from '../../explain/words.ts';
import type { SectionOptions } from '../section.ts';
import { wordsOf } from '../words.ts';
import { type PageWords, pageWordsOf } from './page-words.ts';

/** What every part of the page is written by. */
export interface PageOptions extends SectionOptions {
  readonly page: PageWords;
  /** Monday first. */
  readonly weekdays: readonly string[];
}

export function pageOptions(locale: Locale, timeZone: string): PageOptions {
  const words = wordsOf(locale);
  const { weekdays } = locale === 'zh-CN' ? chinese : english;
  return { locale, words, page: pageWordsOf(locale), timeZone, width: null, weekdays };
}
