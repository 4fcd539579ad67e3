import { eventsInWords, inWords, promiseInWords, wordFor } from '../in-words.ts';
import type { Locale } from '../local-text.ts';
import type { ExplainDetail } from '../telling.ts';
import type { OrderDetail, OrderStandard, OrderStep } from './standard.ts';

/** What an order promises, in words. */
export function describeOrder(standard: OrderStandard, locale: Locale): string {
  const chinese = locale === 'zh-CN';
  const given = 'steps' in standard ? standard.steps : [standard.first, standard.then];
  const steps = given.map((step) => stepInWords(step, locale));
  const [first, then, ...more] = steps;
  const pair = chinese ? `先${first}，后${then}` : `${first} before ${then}`;
  const chain = chinese ? `依次：${steps.join('、')}` : `in this order: ${steps.join(', ')}`;
  return promiseInWords(standard.when, more.length === 0 ? pair : chain, locale);
}

const stepInWords = (step: OrderStep, locale: Locale): string =>
  typeof step === 'object' && 'all' in step
    ? eventsInWords(step.all, locale, 'and')
    : eventsInWords(step, locale);

/** The event that came too early. */
export const explainOrder: ExplainDetail<OrderDetail> = ({ event, without = [] }, { locale }) => {
  if (event === undefined) return [];
  const words = inWords(
    without.map((type) => wordFor(type, locale)),
    locale,
    'or',
  );
  const told = wordFor(event, locale);
  return [locale === 'zh-CN' ? `${told}之前没有${words}。` : `${told} without ${words} before it.`];
};
