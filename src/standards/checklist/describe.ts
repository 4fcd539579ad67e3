import { inWords, promiseInWords, scalarInWords, wordFor } from '../in-words.ts';
import type { Locale } from '../local-text.ts';
import { isParameter } from '../parameters.ts';
import type { ExplainDetail } from '../telling.ts';
import type { ChecklistDetail, ChecklistItem, ChecklistStandard } from './standard.ts';

/** What a checklist promises, in words. Its parameters are put in as far as they are set. */
export function describeChecklist({ when, items, pass }: ChecklistStandard, locale: Locale): string {
  const chinese = locale === 'zh-CN';
  const told = isParameter(items)
    ? items.parameter
    : inWords(
        (items as readonly ChecklistItem[]).map((item) => itemInWords(item, locale)),
        locale,
        'and',
      );
  const rule = chinese
    ? pass === undefined
      ? '均须合格'
      : `合格率${boundInWords(pass, locale)}`
    : pass === undefined
      ? 'all pass'
      : `pass rate ${boundInWords(pass, locale)}`;
  return promiseInWords(when, chinese ? `${told}：${rule}` : `${told}: ${rule}`, locale);
}

const boundInWords = (pass: unknown, locale: Locale) =>
  scalarInWords(pass, locale).replace(/>= ?/, locale === 'zh-CN' ? '不低于' : 'at least ');

function itemInWords({ item, points, weight }: ChecklistItem, locale: Locale): string {
  const chinese = locale === 'zh-CN';
  const notes = [
    points !== undefined && pointsInWords(scalarInWords(points, locale), chinese),
    weight !== undefined && `${chinese ? '权重' : 'weight '}${scalarInWords(weight, locale)}`,
  ].filter((note) => note !== false);
  const name = wordFor(item, locale);
  if (notes.length === 0) return name;
  return chinese ? `${name}（${notes.join('，')}）` : `${name} (${notes.join(', ')})`;
}

const pointsInWords = (points: string, chinese: boolean) =>
  chinese ? `${points}分` : `${points} point${points === '1' ? '' : 's'}`;

/** What was observed, in sentences. */
export const explainChecklist: ExplainDetail<ChecklistDetail> = (detail, { locale }) => {
  const { passed, failed, rate, score, deducted, pass, failures } = detail;
  const chinese = locale === 'zh-CN';
  const share = `${Math.round(rate * 10_000) / 100}%`;
  const needed = pass === undefined ? '' : boundInWords(pass, locale);
  const lost = pointsInWords(`${deducted}`, chinese);
  const sum = chinese
    ? `检查${passed + failed}次，合格${passed}次，合格率${share}${needed && `（应${needed}）`}；扣${lost}，得${score}分。`
    : `${passed} of ${passed + failed} observations passed, ${share}${needed && ` (${needed} needed)`}; ${lost} off, score ${score}.`;
  if (failures.length === 0) return [sum];
  const told = failures.map(({ item, points }) => itemInWords({ item, points }, locale));
  return [sum, chinese ? `不合格：${told.join('、')}。` : `Failed: ${told.join(', ')}.`];
};
