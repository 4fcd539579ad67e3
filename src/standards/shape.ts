import { selectorShape, selectorsShape, whenShape } from '../case/shape.ts';
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
export const ownKeys = (kind: string): Readonly<Record<string, Shape>> => object(caseKeys(kind)).keys;

/** Events that end a run without a verdict; an empty list: none do. */
export const exemptShape: Shape = either(selectorShape, listOf(selectorShape));

/** A time attribute. */
export const attributeShape: Shape = object({ attribute: name });
/** An instant of a case: that of an event, or the one that an attribute states. */
export const endShape: Shape = either(selectorsShape, attributeShape);

/** What standards of the package's kinds have besides their rule. */
export const caseKeys = (kind: string): Readonly<Record<string, Shape>> => ({
  ...partKeys,
  kind: oneOf(kind),
  'when?': whenShape,
  'calendar?': nameOf('calendar'),
});

/** The same, and what ends a run. */
export const ruleKeys = (kind: string): Readonly<Record<string, Shape>> => ({
  ...caseKeys(kind),
  'exemptOn?': exemptShape,
});

export const promiseShape: Shape = object({ promised: name });
const tableOf = (simple: Shape): Shape => {
  const row = object({
    when: whenShape,
    limit: simple,
    'calendar?': nameOf('calendar'),
    'counting?': countingShape,
  });
  return object({ table: listOf(row, 1), 'otherwise?': simple });
};

/** A limit, or a table of limits. */
export const limitTableShape: Shape = either(limitShape, tableOf(limitShape));
/** A limit, a promise, or a table of these. */
export const limitRuleShape: Shape = either(
  limitShape,
  promiseShape,
  tableOf(either(limitShape, promiseShape)),
);

export const pauseShape: Shape = either(
  object({ on: selectorsShape, off: selectorsShape }),
  object({ while: whenShape }),
);
