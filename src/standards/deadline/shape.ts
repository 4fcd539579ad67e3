import { selectorShape, selectorsShape } from '../../case/shape.ts';
import { either, listOf, name, object, oneOf, type Shape } from '../../errors/shape.ts';
import { countingShape } from '../../limit/shape.ts';
import { limitRuleShape, pauseShape, ruleKeys } from '../shape.ts';

export const deadlineShape: Shape = object({
  ...ruleKeys('deadline'),
  from: selectorsShape,
  to: either(selectorsShape, object({ all: listOf(selectorShape, 1) })),
  within: limitRuleShape,
  'each?': oneOf('first', 'run', 'oldest-unanswered'),
  'match?': name,
  'restartOn?': selectorsShape,
  'pause?': pauseShape,
  'onChange?': oneOf('keep', 'recalculate'),
  'counting?': countingShape,
});
