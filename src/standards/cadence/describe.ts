import {
  chinesePeriods,
  eventsInWords,
  inWords,
  limitInWords,
  numberInWords,
  promiseInWords,
} from '../in-words.ts';
import type { Locale } from '../local-text.ts';
import type { ExplainDetail } from '../telling.ts';
import type { CadenceDetail, CadenceSlots, CadenceStandard } from './standard.ts';

/** What a cadence promises, in words. */
export function describeCadence(standard: CadenceStandard, locale: Locale): string {
  const chinese = locale === 'zh-CN';
  const [event, from, until] = [standard.event, standard.from, standard.until].map((events) =>
    eventsInWords(events, locale),
  );
  const often = 'every' in standard ? limitInWords(standard.every, locale) : slotsInWords(standard, locale);
  const said = chinese
    ? `自${from}起至${until}止，${'every' in standard ? `每${often}至少一次` : often}${event}`
    : `${event} at least ${'every' in standard ? `every ${often.replace(/^1 /, '')}` : often}, from ${from} until ${until}`;
  return promiseInWords(standard.when, said, locale);
}

/** How often, and in which slots: `once a day`, `2 times in each of 08:00-12:00 and 14:00-18:00`. */
function slotsInWords({ times = 1, per, windows }: CadenceSlots, locale: Locale): string {
  const hours = Array.isArray(windows) ? inWords(windows, locale, 'and') : undefined;
  const period = `${typeof per === 'string' ? per : per.parameter}`;
  const count = numberInWords(times, locale);
  if (locale === 'zh-CN') {
    const slots = hours === undefined ? (chinesePeriods[period] ?? period) : `每日${hours}`;
    return `${slots}至少${count}次`;
  }
  const often = times === 1 ? 'once' : `${count} times`;
  return hours === undefined ? `${often} a ${period}` : `${often} in each of ${hours}`;
}

/** A slot with what happened in it. */
export const explainCadence: ExplainDetail<CadenceDetail> = ({ slot, count, times }, { locale, range }) => {
  const when = range(slot.from, slot.to);
  return [
    locale === 'zh-CN'
      ? `${when}：${count}次，应至少${times}次。`
      : `${when}: ${count} of at least ${times}.`,
  ];
};
