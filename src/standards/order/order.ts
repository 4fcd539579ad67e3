import { compileSelectors, type Selectors, typesOf } from '../../case/selector.ts';
import { appliesAt } from '../applies.ts';
import { compileRule, type Rule, type RuleTerms } from '../compile-rule.ts';
import { compileFulfilment } from '../deadline/fulfilment.ts';
import type { StandardKind } from '../kind.ts';
import type { Settled } from '../settle.ts';
import { orderShape } from './shape.ts';
import type { OrderStandard, OrderStep } from './standard.ts';

export const orderKind: StandardKind<OrderStandard> = {
  kind: 'order',
  shape: orderShape,
  compile: (standard, setting) => compileRule(standard, setting, prepare),
};

function prepare(standard: OrderStandard, { applies, exempts }: RuleTerms): Rule {
  const steps = ('steps' in standard ? standard.steps : [standard.first, standard.then]).map((step) => ({
    matches: compileSelectors(selectorsOf(step)),
    fulfilment: compileFulfilment(step),
    types: typesOf(selectorsOf(step)),
  }));
  return (timeline) => {
    // Most standards are about other cases.
    if (timeline.steady && !appliesAt(applies, timeline, timeline.asOf)) return [];
    const seen: (Date | null)[] = steps.map(() => null);
    const fulfilled = steps.map(({ fulfilment }) => fulfilment());
    const verdict = (settled: Settled, at: number, more = {}): Settled[] =>
      appliesAt(applies, timeline, at)
        ? [{ ...settled, from: seen[0]?.getTime(), detail: { steps: seen, ...more } }]
        : [];

    for (const event of timeline.events) {
      const { type, at } = event;
      // An event that is two steps in a row isn't its own forerunner.
      for (let n = steps.length - 1; n >= 0; n--) {
        if (!steps[n]!.matches(event, timeline)) continue;
        if (seen[n - 1] === null)
          return verdict({ status: 'broken', done: at }, at, { event: type, without: steps[n - 1]!.types });
        if (seen[n] === null && fulfilled[n]!(event, timeline)) seen[n] = timeline.dateAt(at);
      }
      if (seen.at(-1)) return verdict({ status: 'met', done: at }, at);
      if (exempts(event, timeline)) return verdict({ status: 'exempt', reason: type, ended: at }, at);
    }
    return verdict({ status: 'pending' }, timeline.asOf);
  };
}

const selectorsOf = (step: OrderStep): Selectors =>
  typeof step === 'object' && 'all' in step ? step.all : step;
