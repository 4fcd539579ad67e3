import { describe, expect, it } from 'vitest';
import { show } from '../../src/errors/duly-error.ts';
import { either, later, listOf, object, type Shape, shapeProblems, text } from '../../src/errors/shape.ts';

const messages = (shape: Shape, given: unknown) =>
  shapeProblems(shape, given, { layer: 'policy' }).map(({ message }) => message);

describe('a value in a message', () => {
  it('is shown whole up to 80 characters, and of 81 the first 77', () => {
    expect(show('a'.repeat(80))).toBe(`"${'a'.repeat(80)}"`);
    expect(show('a'.repeat(81))).toBe(`"${'a'.repeat(77)}..."`);
  });

  it.each([
    [['a'], 'an array'],
    [{ a: 1 }, 'an object'],
    [null, 'null'],
    [undefined, 'undefined'],
    [12n, '12'],
    ['"', '"\\""'],
    [new Date(0), '1970-01-01T00:00:00.000Z'],
    [new Date(Number.NaN), 'an invalid Date'],
  ])('%o is %s', (value, shown) => expect(show(value)).toBe(shown));
});

describe('a shape that holds itself', () => {
  const tree: Shape = either(
    text,
    later(() => listOf(tree)),
  );

  it('takes lists of lists', () => expect(messages(tree, ['a', ['b', []]])).toEqual([]));

  it('says of what is neither what it expects', () =>
    expect(messages(tree, ['a', [7]])).toEqual(['7 given; expected text or a list']));
});

describe('a check of a company that fails by itself', () => {
  it('is not taken for a mistake in the document', () => {
    const check = () => {
      throw new RangeError('gone');
    };
    expect(() => messages(object({}, check), {})).toThrow(RangeError);
  });
});
