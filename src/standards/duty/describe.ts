import { chinesePeriods, eventsInWords, inWords, numberInWords, scalarInWords } from '../in-words.ts';
import type { Locale } from '../local-text.ts';
import { isParameter } from '../parameters.ts';
import type { ExplainDetail } from '../telling.ts';
import type { DutyDetail, DutyStandard } from './standard.ts';

/** What a duty promises, in words. Its parameters are put in as far as they are set. */
export function describeDuty({ event, times, per, windows }: DutyStandard, locale: Locale): string {
  const chinese = locale === 'zh-CN';
  const events = eventsInWords(event, locale);
  const count = numberInWords(times, locale);
  const often = count === '1' ? 'once' : `${count} times`;
  if (windows === undefined) {
    const period = isParameter(per) ? scalarInWords(per, locale) : per;
    return chinese
      ? `${chinesePeriods[per] ?? period}至少${count}次${events}`
      : `${events} at least ${often} per ${period}`;
  }
  const hours = isParameter(windows)
    ? windows.parameter
    : inWords(windows as readonly string[], locale, 'and');
  return chinese
    ? `每日${hours}各至少${count}次${events}`
    : `${events} at least ${often} in ${hours} of each day`;
}

/** How often it was done, in a sentence. */
export const explainDuty: ExplainDetail<DutyDetail> = ({ from, to, count, times }, telling) => {
  const period = telling.range(from, to);
  return [
    telling.locale === 'zh-CN'
      ? `${period}：应至少${times}次，实际${count}次。`
      : `${period}: ${count} of at least ${times}.`,
  ];
};
