import { selectorsShape, whenShape } from '../case/shape.ts';
import { count, either, listOf, name, nameOf, object, oneOf, type Shape, text } from '../errors/shape.ts';
import { limitShape } from '../limit/shape.ts';
import { partKeys } from '../standards/shape.ts';

const rung = {
  id: name,
  level: count,
  to: either(name, object({ table: listOf(object({ when: whenShape, to: name }), 1), 'otherwise?': name })),
  'action?': text,
  'deliver?': oneOf('working-time'),
  'every?': limitShape,
  'times?': { ...count, most: 1000 },
  'takenBy?': selectorsShape,
};
const standard = nameOf('standard');
const at = either(
  object({ before: standard, by: limitShape }),
  object({ after: standard, by: limitShape }),
  object({ share: { type: 'number', over: 0, most: 100 }, of: standard }),
);
const on = either(object({ event: selectorsShape, count }), selectorsShape);

export const ladderShape: Shape = object({
  ...partKeys,
  'when?': whenShape,
  'calendar?': nameOf('calendar'),
  rungs: {
    type: 'list',
    item: either(object({ ...rung, at }), object({ ...rung, on }), object({ ...rung, when: whenShape })),
    least: 1,
    ids: true,
  },
});
