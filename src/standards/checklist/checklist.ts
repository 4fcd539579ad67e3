import { listOf, name, object, type Shape } from '../../errors/shape.ts';
import { compileRule, type Rule, type RuleTerms } from '../compile-rule.ts';
import { eventRule } from '../event-rule.ts';
import type { StandardKind } from '../kind.ts';
import { caseKeys } from '../shape.ts';
import type { ChecklistDetail, ChecklistItem, ChecklistStandard } from './standard.ts';

const points: Shape = { type: 'number', least: 0 };
const weight: Shape = { type: 'number', least: 0.0001 };

export const checklistKind: StandardKind<ChecklistStandard> = {
  kind: 'checklist',
  shape: object({
    ...caseKeys('checklist'),
    items: listOf(object({ item: name, 'points?': points, 'weight?': weight }), 1),
    'pass?': { type: 'text', pattern: '^>= ?\\d{1,3}(\\.\\d{1,4})?%$' },
  }),
  compile: (standard, setting) => compileRule(standard, setting, prepare),
};

/** Weights and points are added up as whole numbers, so that 99 of 100 are 99%. */
const SCALE = 10_000;
const scaled = (value: unknown) => Math.round((value as number) * SCALE);

function prepare({ items = [], pass }: ChecklistStandard, terms: RuleTerms): Rule {
  const listed = items as readonly ChecklistItem[];
  const known = new Map(listed.map((item) => [item.item as unknown, item]));
  const full = listed.reduce((sum, { points = 1 }) => sum + scaled(points), 0);
  // Ten-thousandths of a per cent.
  const least = pass === undefined ? undefined : scaled((pass as string).replace(/[^\d.]/g, ''));
  return eventRule(terms, {
    type: 'observed',
    counts({ index, source: { item, passed } }, report) {
      if (!known.has(item)) return false;
      if (typeof passed === 'boolean') return true;
      report({ code: 'observed.passed', message: 'neither passed nor failed', events: [index] });
      return false;
    },
    judge(observed) {
      const failures: ChecklistDetail['failures'][number][] = [];
      let [all, kept, lost] = [0, 0, 0];
      for (const { index: event, source } of observed) {
        const { item, points = 1, weight = 1 } = known.get(source.item)!;
        const share = scaled(weight);
        all += share;
        if (source.passed) kept += share;
        else {
          const cost = scaled(typeof source.points === 'number' ? source.points : points);
          lost += cost;
          failures.push({ item, points: cost / SCALE, event });
        }
      }
      const failed = failures.length;
      const detail: ChecklistDetail = {
        passed: observed.length - failed,
        failed,
        rate: kept / all,
        score: (full - lost) / SCALE,
        deducted: lost / SCALE,
        failures,
        ...(pass && { pass: pass as string }),
      };
      const broken = least === undefined ? failed > 0 : kept * 100 * SCALE < least * all;
      return { status: broken ? 'broken' : 'met', detail };
    },
  });
}
