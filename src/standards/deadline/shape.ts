import { selectorShape, selectorsShape, whenShape } from '../../case/shape.ts';
import { either, listOf, name, nameOf, object, oneOf, type Shape } from '../../errors/shape.ts';
import { countingShape } from '../../limit/shape.ts';
import { exemptShape, limitRuleShape, partKeys, pauseShape } from '../shape.ts';

export const deadlineShape: Shape = object({
  ...partKeys,
  kind: oneOf('deadline'),
  'when?': whenShape,
  from: selectorsShape,
  to: either(selectorsShape, object({ all: listOf(selectorShape, 1) })),
  within: limitRuleShape,
  'each?': oneOf('first', 'run', 'oldest-unanswered'),
  'match?': name,
  'restartOn?': selectorsShape,
  'pause?': pauseShape,
  'exemptOn?': exemptShape,
  'onChange?': oneOf('keep', 'recalculate'),
  'calendar?': nameOf('calendar'),
  'counting?': countingShape,
});
