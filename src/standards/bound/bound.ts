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
      if (typeof measure !== 'object') return numberRule(standard, measure, terms);
      return 'to' in measure
        ? spanRule(standard, measure, terms, setting)
        : countRule(standard, measure.count, terms);
    });
    return {
      label,
      judge,
      judgeOrganisation: ({ timeline, range }, judging, runs) => judge(timeline, { ...judging, range }, runs),
    };
  },
};
