import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { countingSchema, limitSchema } from '../../src/limit/schema.ts';

const issueOf = (schema: typeof limitSchema | typeof countingSchema, given: unknown) => {
  const result = z.safeParse(schema, given);
  return result.success ? undefined : result.error.issues[0];
};

describe('limitSchema', () => {
  it.each(['5 working days', 'PT24H', { amount: 8.5, unit: 'working hours' }])(
    'takes %o as it is',
    (limit) => {
      expect(z.parse(limitSchema, limit)).toEqual(limit);
    },
  );

  it('hands on the code, hint and sentence of the check by hand', () => {
    expect(issueOf(limitSchema, '5 dyas')).toMatchObject({
      path: [],
      params: { code: 'limit.unit', hint: 'Did you mean "days"?' },
      message: expect.stringMatching(/^"dyas" is no unit; expected seconds, .* working days$/),
    });
    expect(issueOf(limitSchema, { amount: 1.5, unit: 'days' })).toMatchObject({
      params: { code: 'limit.not-whole' },
    });
  });

  it.each([7, null, {}, { amount: 5 }, { amount: 5, unit: 'days', more: 1 }, ['5 days']])(
    'refuses %o',
    (given) => {
      expect(z.safeParse(limitSchema, given).success).toBe(false);
    },
  );
});

describe('countingSchema', () => {
  it.each([
    'bgb',
    { start: 'next-day', end: 'end-of-day', roll: 'none', months: 'corresponding', cutOff: '16:00' },
  ])('takes %o as it is', (counting) => {
    expect(z.parse(countingSchema, counting)).toEqual(counting);
  });

  it('hands on what is wrong with a name, and where a combination fails', () => {
    expect(issueOf(countingSchema, 'bgbb')).toMatchObject({
      params: { code: 'limit.counting', hint: 'Did you mean "bgb"?' },
    });
    const given = { start: 'instant', end: 'end-of-day', roll: 'none', months: 'corresponding' };
    expect(issueOf(countingSchema, given)).toMatchObject({
      path: ['start'],
      params: { code: 'counting.combination' },
      message: 'start "instant" and end "same-time" go only together',
    });
  });
});
