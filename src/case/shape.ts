import { CaseError } from '../errors/case-error.ts';
import {
  either,
  flag,
  later,
  listOf,
  mapOf,
  name,
  number,
  object,
  type Shape,
  text,
} from '../errors/shape.ts';

const scalar = either(text, number, flag, { type: 'null' });
const bound = either(number, text);

export const testShape: Shape = either(
  scalar,
  listOf(scalar),
  object({ exists: flag }),
  object({ not: later(() => testShape) }),
  object({ 'gte?': bound, 'gt?': bound, 'lte?': bound, 'lt?': bound }, someBound),
);

/** A comparison compares with something. */
function someBound(test: object): void {
  if (Object.keys(test).length === 0) throw new CaseError('case.no-test', undefined);
}

/** A condition: attributes with their tests. */
export const whenShape: Shape = mapOf(testShape);

export const selectorShape: Shape = either(name, object({ event: name, 'when?': whenShape }));
export const selectorsShape: Shape = either(selectorShape, listOf(selectorShape, 1));
