import { selectorShape, selectorsShape } from '../../case/shape.ts';
import { either, listOf, object, type Shape } from '../../errors/shape.ts';
import { ruleKeys } from '../shape.ts';

const step = either(selectorsShape, object({ all: listOf(selectorShape, 1) }));
const keys = ruleKeys('order');

export const orderShape: Shape = either(
  object({ ...keys, steps: listOf(step, 2) }),
  object({ ...keys, first: step, then: step }),
);
