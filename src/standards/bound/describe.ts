import { formatLimit } from '../../limit/format-limit.ts';
import type { LimitInput } from '../../limit/types.ts';
import { endInWords, eventsInWords, numberInWords, promiseInWords, wordFor } from '../in-words.ts';
import type { Locale } from '../local-text.ts';
import { isParameter } from '../parameters.ts';
import type { ExplainDetail } from '../telling.ts';
import type { BoundDetail, BoundStandard } from './standard.ts';

/** What a bound promises, in words. */
export function describeBound(standard: BoundStandard, locale: Locale): string {
  const { min, max, when } = standard;
  const edges = edgesInWords(min, max, locale);
  return promiseInWords(when, `${measureInWords(standard, locale)}${edges}`, locale);
}

function measureInWords(standard: BoundStandard, locale: Locale): string {
  const chinese = locale === 'zh-CN';
  const { measure } = standard;
  if (typeof measure === 'string') {
    const name = wordFor(measure, locale);
    if (!('event' in standard)) return chinese ? name : `${name} `;
    const events = eventsInWords(standard.event, locale);
    return chinese ? `${events}的${name}` : `${name} of ${events} `;
  }
  if ('count' in measure) {
    const events = eventsInWords(measure.count, locale);
    return chinese ? `${events}次数` : `number of times ${events} `;
  }
  const [from, to] = [endInWords(measure.from, locale), endInWords(measure.to, locale)];
  return chinese ? `自${from}至${to}` : `from ${from} to ${to} `;
}

/** `at least 1 and at most 3`. */
function edgesInWords(min: unknown, max: unknown, locale: Locale): string {
  const chinese = locale === 'zh-CN';
  const edges: string[] = [];
  if (min !== undefined) edges.push((chinese ? '不少于' : 'at least ') + edgeInWords(min, locale));
  if (max !== undefined) edges.push((chinese ? '不超过' : 'at most ') + edgeInWords(max, locale));
  return edges.join(chinese ? '且' : ' and ');
}

const edgeInWords = (edge: unknown, locale: Locale): string =>
  typeof edge === 'number' || isParameter(edge)
    ? numberInWords(edge, locale)
    : formatLimit(edge as LimitInput, locale);

/** What was measured, beside what is allowed. */
export const explainBound: ExplainDetail<BoundDetail> = ({ value, min, max }, { locale, span }) => {
  const isTime = typeof (min ?? max) === 'object';
  const measured = !isTime ? `${value}` : value < 0 ? `-${span(-value)}` : span(value);
  const allowed = edgesInWords(min, max, locale);
  return [
    locale === 'zh-CN' ? `实测${measured}；要求${allowed}。` : `Measured ${measured}; ${allowed} is asked.`,
  ];
};
