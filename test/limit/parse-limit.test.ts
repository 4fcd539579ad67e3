import { describe, expect, it } from 'vitest';
import { DulyError } from '../../src/errors/duly-error.ts';
import { LimitError } from '../../src/errors/limit-error.ts';
import { formatLimit } from '../../src/limit/format-limit.ts';
import { parseLimit, toLimit } from '../../src/limit/parse-limit.ts';
import type { Limit, LimitText } from '../../src/limit/types.ts';

function refusal(act: () => unknown): LimitError {
  try {
    act();
  } catch (error) {
    if (error instanceof LimitError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('parseLimit', () => {
  it.each<[string, Limit]>([
    ['30 seconds', { amount: 30, unit: 'seconds' }],
    ['1 second', { amount: 1, unit: 'seconds' }],
    ['90 minutes', { amount: 90, unit: 'minutes' }],
    ['0.5 minutes', { amount: 0.5, unit: 'minutes' }],
    ['48 hours', { amount: 48, unit: 'hours' }],
    ['0 hours', { amount: 0, unit: 'hours' }],
    ['1 hour', { amount: 1, unit: 'hours' }],
    ['5 days', { amount: 5, unit: 'days' }],
    ['1 day', { amount: 1, unit: 'days' }],
    ['2 weeks', { amount: 2, unit: 'weeks' }],
    ['1 week', { amount: 1, unit: 'weeks' }],
    ['3 months', { amount: 3, unit: 'months' }],
    ['1 month', { amount: 1, unit: 'months' }],
    ['15 working minutes', { amount: 15, unit: 'working minutes' }],
    ['8.5 working hours', { amount: 8.5, unit: 'working hours' }],
    ['1 working hour', { amount: 1, unit: 'working hours' }],
    ['5 working days', { amount: 5, unit: 'working days' }],
    ['1 working day', { amount: 1, unit: 'working days' }],
    ['PT24H', { amount: 24, unit: 'hours' }],
    ['PT8.5H', { amount: 8.5, unit: 'hours' }],
    ['PT90M', { amount: 90, unit: 'minutes' }],
    ['PT30S', { amount: 30, unit: 'seconds' }],
    ['P3D', { amount: 3, unit: 'days' }],
    ['P2W', { amount: 2, unit: 'weeks' }],
    ['P1M', { amount: 1, unit: 'months' }],
  ])('reads %s', (text, limit) => {
    expect(parseLimit(text)).toEqual(limit);
  });

  it.each([
    '',
    '5',
    'days',
    '5days',
    '5  days',
    ' 5 days',
    '5 days ',
    '5\tdays',
    '+5 days',
    '-5 days',
    '1e3 hours',
    '1e3 days',
    '.5 hours',
    '5. hours',
    '1,5 hours',
    'five days',
    '5 days 2 hours',
    'P1Y',
    'P1DT2H',
    'PT',
    'P',
    'P5',
    'PT5D',
    'pt5h',
    '-PT5H',
    'P-5D',
    'Infinity hours',
    'NaN days',
    '０５ days',
  ])('refuses %j as no limit at all', (text) => {
    expect(refusal(() => parseLimit(text)).code).toBe('limit.syntax');
  }); // prettier-ignore

  it.each([
    ['5 dyas', 'days'],
    ['5 workng days', 'working days'],
    ['5 workdays', 'working days'],
    ['5 business days', 'working days'],
    ['2 huors', 'hours'],
    ['5 Days', 'days'],
  ])('refuses the unit of %j and suggests %s', (text, unit) => {
    const error = refusal(() => parseLimit(text));
    expect(error.code).toBe('limit.unit');
    expect(error.hint).toBe(`Did you mean "${unit}"?`);
  });

  it('suggests nothing for a unit that is near none', () => {
    const error = refusal(() => parseLimit('5 fortnights'));
    expect(error.code).toBe('limit.unit');
    expect(error.hint).toBeUndefined();
  });

  it.each(['0 days', '0 weeks', '0 months', '0 working days', 'P0D', '99999999999999999999 hours'])(
    'refuses the amount of %j',
    (text) => {
      expect(refusal(() => parseLimit(text)).code).toBe('limit.amount');
    },
  );

  it.each(['1.5 days', '0.5 weeks', '1.5 months', '2.5 working days', 'P1.5D', '0.5 seconds'])(
    'takes no fraction of %j, not even of a half',
    (text) => {
      expect(refusal(() => parseLimit(text)).code).toMatch(/^limit\.(not-whole|amount)$/);
    },
  );

  it('takes a decimal within 1e-6 ms of a whole ms, and no other', () => {
    expect(parseLimit('0.1 hours').amount).toBe(0.1);
    expect(parseLimit('8.1 working hours').amount).toBe(8.1);
    expect(parseLimit('5000.1 hours').amount).toBe(5000.1);
    expect(parseLimit('0.00005 minutes').amount).toBe(0.00005);
    expect(toLimit({ amount: 1e-6 / 60_000, unit: 'minutes' }).amount).toBe(1e-6 / 60_000);
    expect(refusal(() => toLimit({ amount: 1.1e-6 / 60_000, unit: 'minutes' })).code).toBe('limit.not-whole');
    expect(refusal(() => parseLimit('0.33333 minutes')).code).toBe('limit.not-whole');
    expect(refusal(() => parseLimit('1.0000001 hours')).code).toBe('limit.not-whole');
  });

  it('says what was given and what was expected', () => {
    expect(refusal(() => parseLimit('soon')).message).toBe(
      '"soon" is no limit; expected "<n> <unit>" such as "5 working days", "PT24H" or { amount, unit }',
    );
    expect(refusal(() => parseLimit('5 dyas'))).toBeInstanceOf(DulyError);
  });

  it('refuses what is no text', () => {
    for (const given of [undefined, null, 5, {}, ['5 days']]) {
      expect(refusal(() => parseLimit(given as never)).code).toBe('limit.syntax');
    }
  });
});

describe('toLimit', () => {
  it('takes the object form, singular too, and gives a fresh one', () => {
    const given = Object.freeze({ amount: 5, unit: 'working days' } as const);
    expect(toLimit(given)).toEqual(given);
    expect(toLimit({ amount: 1, unit: 'hour' } as never)).toEqual({ amount: 1, unit: 'hours' });
  });

  it('checks the object form as it does text, and says where', () => {
    expect(refusal(() => toLimit({ amount: 1.5, unit: 'days' })).code).toBe('limit.not-whole');
    expect(refusal(() => toLimit({ amount: -1, unit: 'hours' })).code).toBe('limit.amount');
    expect(refusal(() => toLimit({ amount: Number.NaN, unit: 'hours' })).code).toBe('limit.amount');
    expect(refusal(() => toLimit({ amount: Number.POSITIVE_INFINITY, unit: 'hours' })).code).toBe(
      'limit.amount',
    );
    expect(refusal(() => toLimit({ unit: 'days' } as never)).code).toBe('limit.syntax');
    expect(refusal(() => toLimit({ amount: 1, unit: 'constructor' } as never)).code).toBe('limit.unit');
    const error = refusal(() => toLimit('5 dyas' as LimitText, ['standards', 0, 'within']));
    expect(error.path).toEqual(['standards', 0, 'within']);
    expect(error.message).toMatch(/^standards\.0\.within: "dyas" is no unit/);
  });
});

describe('formatLimit', () => {
  it.each<[Limit, string, string]>([
    [{ amount: 30, unit: 'seconds' }, '30 seconds', '30秒'],
    [{ amount: 1, unit: 'minutes' }, '1 minute', '1分钟'],
    [{ amount: 48, unit: 'hours' }, '48 hours', '48小时'],
    [{ amount: 1, unit: 'days' }, '1 day', '1天'],
    [{ amount: 2, unit: 'weeks' }, '2 weeks', '2周'],
    [{ amount: 3, unit: 'months' }, '3 months', '3个月'],
    [{ amount: 15, unit: 'working minutes' }, '15 working minutes', '15个工作分钟'],
    [{ amount: 8.5, unit: 'working hours' }, '8.5 working hours', '8.5个工作小时'],
    [{ amount: 5, unit: 'working days' }, '5 working days', '5个工作日'],
    [{ amount: 0, unit: 'hours' }, '0 hours', '0小时'],
    [{ amount: 1e-13, unit: 'hours' }, '0.0000000000001 hours', '0.0000000000001小时'],
  ])('writes %o as %s and as %s', (limit, en, zh) => {
    expect(formatLimit(limit, 'en')).toBe(en);
    expect(formatLimit(limit, 'zh-CN')).toBe(zh);
    expect(parseLimit(formatLimit(limit, 'en'))).toEqual(limit);
  });

  it('writes the smallest decimals without an exponent, so that they can be read back', () => {
    const limit = parseLimit('0.0000002777777777778 hours');
    expect(parseLimit(formatLimit(limit, 'en'))).toEqual(limit);
  });

  it('takes text, ISO 8601 included', () => {
    expect(formatLimit('PT1H', 'en')).toBe('1 hour');
  });
});
