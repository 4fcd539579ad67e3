import type { ParameterReference } from '../../case/conditions.ts';
import { inWords, promiseInWords, scalarInWords, wordFor } from '../in-words.ts';
import type { Locale } from '../local-text.ts';
import { isParameter } from '../parameters.ts';
import type { ExplainDetail } from '../telling.ts';
import type { SituationPhrases, WordingDetail, WordingStandard } from './standard.ts';

/** What a wording standard promises, in words. Its parameters are put in as far as they are set. */
export function describeWording(standard: WordingStandard, locale: Locale): string {
  const { when, role, forbidden = [], required = [] } = standard;
  const chinese = locale === 'zh-CN';
  const never = isParameter(forbidden) ? [{ any: forbidden }] : joined(forbidden);
  const says = isParameter(required) ? [{ any: required }] : required;
  const rules = [
    ...never.map((rule) => sayingInWords(chinese ? '不得说' : 'never says ', rule, locale)),
    ...says.map((rule) => sayingInWords(chinese ? '须说' : 'says ', rule, locale)),
  ];
  const who = role === undefined ? (chinese ? '' : 'everybody') : scalarInWords(role, locale);
  const promise = chinese ? who + rules.join('，') : `${who} ${rules.join(', ')}`;
  return promiseInWords(when, promise, locale);
}

/** Phrases that stand alone are told together. */
function joined(forbidden: readonly (string | SituationPhrases)[]): SituationPhrases[] {
  const alone = forbidden.filter((one) => typeof one === 'string');
  const others = forbidden.filter((one) => typeof one !== 'string');
  return alone.length > 0 ? [{ any: alone }, ...others] : others;
}

function sayingInWords(verb: string, { situation, any }: SituationPhrases, locale: Locale): string {
  const said = verb + phrasesInWords(any, locale);
  if (situation === undefined) return said;
  const where = wordFor(situation, locale);
  return locale === 'zh-CN' ? `${where}时${said}` : `${said} in ${where}`;
}

function phrasesInWords(phrases: readonly string[] | ParameterReference, locale: Locale): string {
  if (isParameter(phrases)) return phrases.parameter;
  const quoted = (phrases as readonly string[]).map((phrase) => quote(phrase, locale));
  return inWords(quoted, locale, 'or');
}

const quote = (phrase: string, locale: Locale) => (locale === 'zh-CN' ? `“${phrase}”` : `"${phrase}"`);

/** What was said, and what wasn't, in sentences; messages and characters are counted from 1. */
export const explainWording: ExplainDetail<WordingDetail> = ({ hits, lacking }, { locale }) => {
  const chinese = locale === 'zh-CN';
  const said = hits.map(({ phrase, event, offset }) =>
    chinese
      ? `${quote(phrase, locale)}（第${event + 1}个事件，第${offset + 1}个字符）`
      : `${quote(phrase, locale)} (event ${event + 1}, character ${offset + 1})`,
  );
  const unsaid = lacking.map(({ situation, any, event }) => {
    const phrases = phrasesInWords(any, locale);
    const where = situation === null ? '' : wordFor(situation, locale);
    return chinese
      ? `${where && `${where}时`}${phrases}（第${event + 1}个事件）`
      : `${phrases}${where && ` in ${where}`} (event ${event + 1})`;
  });
  return [
    ...(said.length > 0 ? [chinese ? `说了${said.join('、')}。` : `Said: ${said.join(', ')}.`] : []),
    ...(unsaid.length > 0
      ? [chinese ? `未说${unsaid.join('、')}。` : `Not said: ${unsaid.join(', ')}.`]
      : []),
  ];
};
