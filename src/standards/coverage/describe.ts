import { conditionInWords, scalarInWords, wordFor } from '../in-words.ts';
import type { Locale } from '../local-text.ts';
import { isParameter } from '../parameters.ts';
import type { ExplainDetail } from '../telling.ts';
import type { CoverageDetail, CoverageStandard } from './standard.ts';

/** What a coverage standard promises, in words. Its parameters are put in as far as they are set. */
export function describeCoverage({ post, atLeast, when = {} }: CoverageStandard, locale: Locale): string {
  const chinese = locale === 'zh-CN';
  const count = scalarInWords(atLeast, locale);
  const place =
    post === undefined ? '' : isParameter(post) ? post.parameter : wordFor(post as string, locale);
  const condition = conditionInWords(when, locale);
  if (chinese) return `工作时间内${place}至少${count}人在岗${condition && `（${condition}）`}`;
  const people = count === '1' ? 'person' : 'people';
  const where = `${place && ` at ${place}`}${condition && ` (${condition})`}`;
  return `at least ${count} ${people} on duty${where} in all working hours`;
}

/** So many gaps are told, the rest counted. */
const TOLD = 10;

/** When too few were on duty, in a sentence. */
export const explainCoverage: ExplainDetail<CoverageDetail> = ({ atLeast, gaps }, telling) => {
  if (gaps.length === 0) return [];
  const chinese = telling.locale === 'zh-CN';
  const told = gaps
    .slice(0, TOLD)
    .map(({ from, to, onDuty }) =>
      chinese
        ? `${telling.range(from, to)}（应${atLeast}人，实${onDuty}人）`
        : `${telling.range(from, to)} (${onDuty} of ${atLeast})`,
    );
  const more = gaps.length - told.length;
  if (more > 0) told.push(chinese ? `另有${more}处` : `and ${more} more`);
  return [chinese ? `在岗不足：${told.join('；')}。` : `Too few on duty: ${told.join('; ')}.`];
};
