import { endInWords, eventsInWords, limitInWords, promiseInWords } from '../in-words.ts';
import type { Locale } from '../local-text.ts';
import { isParameter } from '../parameters.ts';
import type { ExplainDetail } from '../telling.ts';
import type { NoticeDetail, NoticeStandard } from './standard.ts';

/** What a notice promises, in words. */
export function describeNotice(standard: NoticeStandard, locale: Locale): string {
  const chinese = locale === 'zh-CN';
  const { event, before, atLeast, unless, clearDays } = standard;
  const [notice, anchor] = [eventsInWords(event, locale), endInWords(before, locale)];
  const limit = limitInWords(atLeast, locale);
  const none = /^0/.test(limit);
  const parts = chinese
    ? [`${anchor}之前${none ? '' : `至少${limit}`}${notice}`]
    : [`${notice} ${none ? '' : `at least ${limit} `}before ${anchor}`];
  if (clearDays === true) parts.push(chinese ? '其间须为整日' : 'the days between are whole ones');
  const events = unless === undefined || isParameter(unless) ? '' : eventsInWords(unless, locale);
  if (events !== '') parts.push(chinese ? `已${events}的除外` : `unless ${events} comes first`);
  return promiseInWords(standard.when, parts.join(chinese ? '；' : '; '), locale);
}

/** What the notice has to come before. */
export const explainNotice: ExplainDetail<NoticeDetail> = ({ anchor }, { locale, at }) => {
  const chinese = locale === 'zh-CN';
  if (anchor === null)
    return [chinese ? '尚不知应在何时之前。' : 'Not known yet what it has to come before.'];
  return [chinese ? `应在${at(anchor)}之前。` : `It has to come before ${at(anchor)}.`];
};
