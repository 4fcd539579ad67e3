import { eventsInWords, promiseInWords } from '../in-words.ts';
import type { Locale } from '../local-text.ts';
import type { ExplainDetail } from '../telling.ts';
import type { OwnershipDetail, OwnershipStandard } from './standard.ts';

/** What an ownership standard promises, in words. */
export function describeOwnership({ when, from, until }: OwnershipStandard, locale: Locale): string {
  const [start, end] = [eventsInWords(from, locale), eventsInWords(until, locale)];
  const promise =
    locale === 'zh-CN' ? `${start}至${end}期间始终有人负责` : `somebody holds it from ${start} until ${end}`;
  return promiseInWords(when, promise, locale);
}

/** When nobody held the case, in a sentence. */
export const explainOwnership: ExplainDetail<OwnershipDetail> = ({ gaps }, telling) => {
  if (gaps.length === 0) return [];
  const told = gaps.map(({ from, to }) => telling.range(from, to));
  return [
    telling.locale === 'zh-CN' ? `无人负责：${told.join('；')}。` : `Held by nobody: ${told.join('; ')}.`,
  ];
};
