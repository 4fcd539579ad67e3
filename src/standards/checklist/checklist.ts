import { listOf, name, object, type Shape } from '../../errors/shape.ts';
import { appliesAt } from '../applies.ts';
import { compileRule, type Rule, type RuleTerms } from '../compile-rule.ts';
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

function prepare({ items = [], pass }: ChecklistStandard, { applies }: RuleTerms): Rule {
  const listed = items as readonly ChecklistItem[];
  const known = new Map(listed.map((item) => [item.item as unknown, item]));
  const full = listed.reduce((sum, { points = 1 }) => sum + scaled(points), 0);
  const least = pass === undefined ? undefined : scaled((pass as string).replace(/[^\d.]/g, ''));
  return (timeline, { report }) => {
    const failures: ChecklistDetail['failures'][number][] = [];
    const observed = timeline.events.filter(({ type, index, source: { item, passed } }) => {
      if (type !== 'observed' || !known.has(item)) return false;
      const told = typeof passed === 'boolean';
      const message = 'an observation says neither passed nor failed';
      if (!told) report({ code: 'observed.passed', message, events: [index] });
      return told;
    });
    const from = observed[0]?.at;
    if (!appliesAt(applies, timeline, from ?? timeline.asOf, report)) return [];
    if (from === undefined) return [{ status: 'undetermined', missing: ['observed'] }];
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
    const detail: ChecklistDetail = {
      passed: observed.length - failures.length,
      failed: failures.length,
      rate: kept / all,
      score: (full - lost) / SCALE,
      deducted: lost / SCALE,
      failures,
      ...(pass && { pass: pass as string }),
    };
    const broken = least === undefined ? failures.length > 0 : kept * 100 * SCALE < least * all;
    const run = { from, detail };
    return [broken ? { ...run, status: 'broken' } : { ...run, status: 'met', done: observed.at(-1)!.at }];
  };
}
