import { selectorsShape, whenShape } from '../case/shape.ts';
import { either, listOf, name, nameOf, number, object, oneOf, type Shape, text } from '../errors/shape.ts';
import { countingShape, limitShape } from '../limit/shape.ts';

export const localTextShape: Shape = either(text, object({ 'en?': text, 'zh-CN?': text }));

/** What every part of a policy may carry besides its rule. */
export const partKeys = {
  id: name,
  'title?': localTextShape,
  'clause?': localTextShape,
  'note?': localTextShape,
  'weight?': either(text, number),
  'severity?': oneOf('hard', 'soft'),
  'row?': text,
};

/** What the package sees to in a standard of a company's own kind. */
export const ownKeys = (kind: string): Readonly<Record<string, Shape>> =>
  object({ ...partKeys, kind: oneOf(kind), 'when?': whenShape, 'calendar?': nameOf('calendar') }).keys;

export const promiseShape: Shape = object({ promised: name });
const simpleRule = either(limitShape, promiseShape);
const row = object({
  when: whenShape,
  limit: simpleRule,
  'calendar?': nameOf('calendar'),
  'counting?': countingShape,
});

/** A limit, a promise, or a table of these. */
export const limitRuleShape: Shape = either(
  limitShape,
  promiseShape,
  object({ table: listOf(row), 'otherwise?': simpleRule }),
);

export const pauseShape: Shape = either(
  object({ on: selectorsShape, off: selectorsShape }),
  object({ while: whenShape }),
);
