import type { Selectors } from '../../case/selector.ts';
import { conditionInWords, eventsInWords, limitInWords, promiseInWords } from '../in-words.ts';
import type { Locale } from '../local-text.ts';
import type { DeadlineStandard } from './standard.ts';

/** What a deadline promises, in words. Its parameters are put in as far as they are set. */
export function describeDeadline(standard: DeadlineStandard, locale: Locale): string {
  const chinese = locale === 'zh-CN';
  const { when, from, to, within } = standard;
  const all = typeof to === 'object' && 'all' in to;
  const done = all ? eventsInWords(to.all, locale, 'and') : eventsInWords(to, locale);
  const start = eventsInWords(from, locale);
  const limit = limitInWords(within, locale);
  const promised = typeof within === 'object' && 'promised' in within;
  const core = promised
    ? chinese
      ? `在${limit}之前${done}`
      : `${done} by ${limit}`
    : chinese
      ? `${start}后${limit}内${done}`
      : `${done} within ${limit} of ${start}`;
  return [promiseInWords(when, core, locale), ...furtherRules(standard, locale)].join(chinese ? '；' : '; ');
}

function furtherRules({ each, restartOn, pause }: DeadlineStandard, locale: Locale): string[] {
  const chinese = locale === 'zh-CN';
  const rules: string[] = [];
  if (each === 'run') rules.push(chinese ? '每次分别计算' : 'each time anew');
  if (each === 'oldest-unanswered') {
    rules.push(chinese ? '自最早未答复的一次起算' : 'from the oldest one not yet answered');
  }
  if (restartOn !== undefined && !('parameter' in Object(restartOn))) {
    const events = eventsInWords(restartOn as Selectors, locale);
    rules.push(chinese ? `${events}后重新计时` : `starts again with ${events}`);
  }
  if (pause !== undefined && 'while' in pause) {
    const condition = conditionInWords(pause.while, locale);
    rules.push(chinese ? `${condition}期间暂停计时` : `the clock stands while ${condition}`);
  } else if (pause !== undefined) {
    const [on, off] = [eventsInWords(pause.on, locale), eventsInWords(pause.off, locale)];
    rules.push(chinese ? `${on}至${off}期间暂停计时` : `the clock stands from ${on} to ${off}`);
  }
  return rules;
}
