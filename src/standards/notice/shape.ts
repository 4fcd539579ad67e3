import { selectorsShape } from '../../case/shape.ts';
import { flag, object, type Shape } from '../../errors/shape.ts';
import { countingShape } from '../../limit/shape.ts';
import { endShape, exemptShape, limitTableShape, ruleKeys } from '../shape.ts';

export const noticeShape: Shape = object({
  ...ruleKeys('notice'),
  event: selectorsShape,
  before: endShape,
  atLeast: limitTableShape,
  'unless?': exemptShape,
  'clearDays?': flag,
  'counting?': countingShape,
});
