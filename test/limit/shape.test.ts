import { describe, expect, it } from 'vitest';
import { type Shape, shapeProblems } from '../../src/errors/shape.ts';
import { countingShape, limitShape } from '../../src/limit/shape.ts';

const problemsOf = (shape: Shape, given: unknown) => shapeProblems(shape, given, { layer: 'policy' });

describe('limitShape', () => {
  it.each(['5 working days', 'PT24H', { amount: 8.5, unit: 'working hours' }])('takes %o', (limit) => {
    expect(problemsOf(limitShape, limit)).toEqual([]);
  });

  it('hands on the code, hint and sentence of the check by hand', () => {
    expect(problemsOf(limitShape, '5 dyas')).toMatchObject([
      {
        path: [],
        code: 'limit.unit',
        hint: 'Did you mean "days"?',
        message: expect.stringMatching(/^"dyas" is no unit; expected seconds, .* working days$/),
      },
    ]);
    expect(problemsOf(limitShape, { amount: 1.5, unit: 'days' })).toMatchObject([
      { code: 'limit.not-whole' },
    ]);
  });

  it.each([7, null, {}, { amount: 5 }, { amount: 5, unit: 'days', more: 1 }, ['5 days']])(
    'refuses %o',
    (given) => {
      expect(problemsOf(limitShape, given)).not.toEqual([]);
    },
  );
});

describe('countingShape', () => {
  it.each([
    'bgb',
    { start: 'next-day', end: 'end-of-day', roll: 'none', months: 'corresponding', cutOff: '16:00' },
  ])('takes %o', (counting) => {
    expect(problemsOf(countingShape, counting)).toEqual([]);
  });

  it('hands on what is wrong with a name, and where a combination fails', () => {
    expect(problemsOf(countingShape, 'bgbb')).toMatchObject([
      { path: [], code: 'limit.counting', hint: 'Did you mean "bgb"?' },
    ]);
    const given = { start: 'instant', end: 'end-of-day', roll: 'none', months: 'corresponding' };
    expect(problemsOf(countingShape, given)).toMatchObject([
      {
        path: ['start'],
        code: 'counting.combination',
        message: 'start "instant" and end "same-time" go only together',
      },
    ]);
  });
});
