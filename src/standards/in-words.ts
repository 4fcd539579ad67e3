import type { Test, When } from '../case/conditions.ts';
import { listOf, type Selectors } from '../case/selector.ts';
import { formatLimit } from '../limit/format-limit.ts';
import type { LimitInput } from '../limit/types.ts';
import { chineseItems } from './chinese-items.ts';
import { chineseWords } from './chinese-words.ts';
import type { LimitRule } from './limit-rule.ts';
import type { Locale } from './local-text.ts';
import { isParameter } from './parameters.ts';
import { isAttribute, type TimeAttribute } from './promise.ts';

/** A word of the vocabulary or of the presets; a company's own stands as it is. */
export function wordFor(word: string, locale: Locale): string {
  if (locale !== 'zh-CN') return word;
  const words = [chineseWords, chineseItems].find((known) => Object.hasOwn(known, word));
  return words?.[word] ?? word;
}

/** Words in a row: `a, b or c`. */
export function inWords(words: readonly string[], locale: Locale, last: 'and' | 'or'): string {
  const chinese = locale === 'zh-CN';
  const [before, end] = [words.slice(0, -1), words.at(-1) ?? ''];
  if (before.length === 0) return end;
  const link = chinese ? { and: '和', or: '或' }[last] : ` ${last} `;
  return before.join(chinese ? '、' : ', ') + link + end;
}

/** Events in words: `replied or resolved`, `told (channel phone)`. */
export function eventsInWords(selectors: Selectors, locale: Locale, last: 'and' | 'or' = 'or'): string {
  const words = listOf(selectors).map((selector) => {
    if (typeof selector === 'string') return wordFor(selector, locale);
    const { event, when } = selector;
    const type = wordFor(event, locale);
    if (when === undefined) return type;
    const condition = conditionInWords(when, locale);
    return locale === 'zh-CN' ? `${type}（${condition}）` : `${type} (${condition})`;
  });
  return inWords(words, locale, last);
}

/** A promise, with the cases that it is about in front. */
export function promiseInWords(when: When | undefined, promise: string, locale: Locale): string {
  const condition = conditionInWords(when ?? {}, locale);
  return condition === '' ? promise : condition + (locale === 'zh-CN' ? '：' : ': ') + promise;
}

/** A condition in words: `kind complaint or repair, priority not low`. */
export function conditionInWords(when: When, locale: Locale): string {
  const parts = Object.entries(when).map(([attribute, test]) =>
    [wordFor(attribute, locale), testInWords(test, locale)].join(locale === 'zh-CN' ? '' : ' '),
  );
  return parts.join(locale === 'zh-CN' ? '，' : ', ');
}

function testInWords(test: Test, locale: Locale, negated = false): string {
  const chinese = locale === 'zh-CN';
  const equal = chinese ? (negated ? '不为' : '为') : negated ? 'not ' : '';
  if (isParameter(test)) return `${equal}${chinese ? '参数' : 'as in '}${test.parameter}`;
  if (Array.isArray(test))
    return (
      equal +
      inWords(
        test.map((item) => scalarInWords(item, locale)),
        locale,
        'or',
      )
    );
  if (typeof test !== 'object' || test === null) return equal + scalarInWords(test, locale);
  if ('exists' in test) {
    const exists = test.exists !== negated;
    return chinese ? (exists ? '已填' : '未填') : exists ? 'given' : 'not given';
  }
  if ('not' in test) return testInWords(test.not, locale, !negated);
  const bounds = Object.entries(test).map(([bound, value]) => boundInWords(bound as Bound, value, locale));
  const said = inWords(bounds, locale, 'and');
  return negated ? (chinese ? `并非${said}` : `not ${said}`) : said;
}

type Bound = 'gte' | 'gt' | 'lte' | 'lt';
const englishBounds = { gte: 'at least', gt: 'over', lte: 'at most', lt: 'under' };
const chineseBounds = { gte: '不低于', gt: '高于', lte: '不高于', lt: '低于' };

function boundInWords(bound: Bound, value: unknown, locale: Locale): string {
  const told = scalarInWords(value, locale);
  return locale === 'zh-CN' ? chineseBounds[bound] + told : `${englishBounds[bound]} ${told}`;
}

/** One value of an attribute, or the name of the parameter that stands for it. */
export function scalarInWords(value: unknown, locale: Locale): string {
  if (isParameter(value)) return value.parameter;
  if (value === true) return locale === 'zh-CN' ? '是' : 'yes';
  if (value === false) return locale === 'zh-CN' ? '否' : 'no';
  return wordFor(`${value}`, locale);
}

/** How much time a rule allows, in words; a table row by row. */
export function limitInWords(rule: LimitRule, locale: Locale): string {
  const chinese = locale === 'zh-CN';
  if (isParameter(rule))
    return chinese ? `规定时限（${rule.parameter}，未设定）` : `a time not set yet (${rule.parameter})`;
  if (typeof rule === 'object' && 'promised' in rule) {
    const name = wordFor(rule.promised, locale);
    return chinese ? `${name}所载时间` : `the time promised in ${name}`;
  }
  if (typeof rule !== 'object' || !('table' in rule)) return formatLimit(rule as LimitInput, locale);
  const rows = rule.table.map(({ when, limit }) => {
    const [condition, told] = [conditionInWords(when, locale), limitInWords(limit, locale)];
    if (condition === '') return told;
    return chinese ? `${condition}的${told}` : `${told} (${condition})`;
  });
  const { otherwise } = rule;
  if (otherwise === undefined) return rows.join(chinese ? '、' : ', ');
  const rest = limitInWords(otherwise, locale);
  return [...rows, chinese ? `其余${rest}` : `otherwise ${rest}`].join(chinese ? '、' : ', ');
}

/** An instant of a case in words: an event, or the time that an attribute states. */
export function endInWords(end: Selectors | TimeAttribute, locale: Locale): string {
  if (!isAttribute(end)) return eventsInWords(end, locale);
  const name = wordFor(end.attribute, locale);
  return locale === 'zh-CN' ? `${name}所载时间` : `the time in ${name}`;
}

/** A number, or the parameter that is to say it. */
export function numberInWords(number: unknown, locale: Locale): string {
  if (!isParameter(number)) return `${number}`;
  const { parameter } = number;
  return locale === 'zh-CN' ? `规定数（${parameter}，未设定）` : `a number not set yet (${parameter})`;
}

/** How often, by the periods into which civil time is cut. */
export const chinesePeriods: Readonly<Record<string, string>> = {
  day: '每日',
  'half-day': '每半日',
  week: '每周',
  month: '每月',
  quarter: '每季度',
  year: '每年',
};
