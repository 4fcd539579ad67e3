import { compileRule } from '../compile-rule.ts';
import type { StandardKind } from '../kind.ts';
import { countRule } from './count-rule.ts';
import { numberRule } from './number-rule.ts';
import { boundShape } from './shape.ts';
import { spanRule } from './span-rule.ts';
import type { BoundStandard } from './standard.ts';

export const boundKind: StandardKind<BoundStandard> = {
  kind: 'bound',
  shape: boundShape,
  compile(given, setting) {
    const { label, judge } = compileRule(given, setting, (standard, terms) => {
      const { measure } = standard;
      if (typeof measure === 'string') return numberRule(standard, measure, terms);
      return 'count' in measure
        ? countRule(standard, measure.count, terms)
        : spanRule(standard, measure, terms, setting);
    });
    return {
      label,
      judge,
      judgeOrganisation: ({ timeline, range }, judging, runs) => judge(timeline, { ...judging, range }, runs),
    };
  },
};
