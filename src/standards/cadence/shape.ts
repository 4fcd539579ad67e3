import { selectorsShape } from '../../case/shape.ts';
import { count, either, object, type Shape } from '../../errors/shape.ts';
import { countingShape } from '../../limit/shape.ts';
import { limitTableShape, ruleKeys } from '../shape.ts';
import { slotKeys } from '../slots.ts';

const keys = {
  ...ruleKeys('cadence'),
  from: selectorsShape,
  until: selectorsShape,
  event: selectorsShape,
};

export const cadenceShape: Shape = either(
  object({ ...keys, 'times?': count, ...slotKeys }),
  object({ ...keys, every: limitTableShape, 'counting?': countingShape }),
);
