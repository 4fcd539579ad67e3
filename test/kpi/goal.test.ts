import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { meetsGoal } from '../../src/kpi/meets-goal.ts';
import { parseGoal } from '../../src/kpi/parse-goal.ts';
import { replyRate } from '../../src/kpi/reply-rate.ts';
import { satisfactionRate } from '../../src/kpi/satisfaction-rate.ts';
import { timelinessRate } from '../../src/kpi/timeliness-rate.ts';

describe('meetsGoal', () => {
  const rate = (replied: number, received: number) => replyRate({ replied, received });

  it.each([
    [99, 100, '>= 99%', true],
    [98, 100, '>= 99%', false],
    [990, 1000, '>= 99%', true],
    [29, 100, '>= 29%', true],
    [29, 100, '<= 29%', true],
    [29, 100, '= 29%', true],
    [29, 100, '> 29%', false],
    [29, 100, '< 29%', false],
    [7, 100, '>= 7%', true],
    [57, 100, '<= 57%', true],
    [1, 3, '>= 33.33%', true],
    [1, 3, '>= 33.34%', false],
    [9999, 10000, '>= 99.99%', true],
    [10, 1000, '<= 1%', true],
    [10, 990, '<= 1%', false],
    [100, 100, '>= 100%', true],
    [9, 10, '>= 0.9', true],
    // What a double prints of it is exactly that.
    [1, 3, '> 33.33333333333333%', true],
  ])('%i of %i against "%s": %s', (part, whole, goal, met) => {
    expect(meetsGoal(rate(part, whole), goal)).toBe(met);
  });

  it('takes what has nothing to be divided by at its value, however large or small', () => {
    expect(meetsGoal({ value: 1e21 }, '>= 1000000000000000000000')).toBe(true);
    expect(meetsGoal({ value: 1.5e21 }, '<= 1499999999999999999999')).toBe(false);
    expect(meetsGoal({ value: 1e-7 }, '<= 0.0000001')).toBe(true);
    expect(meetsGoal({ value: 1e-7 }, '< 0.0000001')).toBe(false);
    expect(meetsGoal({ numerator: 1, denominator: 0, value: 0.5 }, '= 50%')).toBe(true);
  });

  it('divides parts of numbers exactly: 1 of 2.5 is 40%', () => {
    expect(meetsGoal({ numerator: 1, denominator: 2.5, value: 0.4 }, '= 40%')).toBe(true);
  });

  it('is null without a value and without a goal', () => {
    expect(meetsGoal(rate(0, 0), '>= 90%')).toBeNull();
    expect(meetsGoal(rate(9, 10), undefined)).toBeNull();
    expect(meetsGoal(rate(9, 10), null)).toBeNull();
  });

  it.each([undefined, 5, {}, { value: Number.NaN }, { value: '90%' }])('refuses %o as a rate', (rate) => {
    expect(() => meetsGoal(rate as never, '>= 90%')).toThrow(expect.objectContaining({ code: 'kpi.option' }));
  });

  it('takes the three bases of 80, 5, 5, 10 against 90%: met, missed, missed', () => {
    const counts = { onTime: 80, late: 5, overdue: 5, pending: 10 };
    const met = (['closed', 'due', 'received'] as const).map((basis) =>
      meetsGoal(timelinessRate(counts, { basis }), '>= 90%'),
    );
    expect(met).toEqual([true, false, false]);
  });

  it('compares weighted rates by whole numbers: 140 + 0.9 × 20 of 200 is exactly 79%', () => {
    const weighted = satisfactionRate(
      { satisfied: 140, basicallySatisfied: 20, surveyed: 200 },
      { basicWeight: 0.9 },
    );
    expect(meetsGoal(weighted, '>= 79%')).toBe(true);
    expect(meetsGoal(weighted, '> 79%')).toBe(false);
  });

  it('compares a value without counts as the decimal it prints as', () => {
    expect(meetsGoal({ value: 0.29 }, '= 29%')).toBe(true);
    expect(meetsGoal({ numerator: null, denominator: 12, value: 28_800_000 }, '<= 8 working hours')).toBe(
      true,
    );
    expect(meetsGoal({ numerator: null, denominator: 12, value: 28_800_001 }, '<= 8 working hours')).toBe(
      false,
    );
  });

  test.prop([fc.nat(10_000), fc.nat(1_000_000)])(
    'k per 10,000 parts of n × 10,000 are exactly k/100 %',
    (k, n) => {
      const exact = rate(k * (n + 1), 10_000 * (n + 1));
      const goal = `${Math.floor(k / 100)}.${String(k % 100).padStart(2, '0')}%`;
      expect(meetsGoal(exact, `= ${goal}`)).toBe(true);
      expect(meetsGoal(exact, `>= ${goal}`)).toBe(true);
      expect(meetsGoal(exact, `> ${goal}`)).toBe(false);
    },
  );

  test.prop([fc.integer({ min: 1, max: 1_000_000_000 }), fc.nat(1_000_000_000)])(
    'one case more or less decides at the goal itself',
    (tenth, surplus) => {
      const whole = tenth * 10;
      const needed = tenth * 9;
      expect(meetsGoal(rate(needed, whole), '>= 90%')).toBe(true);
      expect(meetsGoal(rate(needed - 1, whole), '>= 90%')).toBe(false);
      expect(meetsGoal(rate(Math.min(whole, needed + surplus), whole), '>= 90%')).toBe(true);
    },
  );
});

describe('parseGoal', () => {
  it.each([
    ['>= 90%', '>=', 'share', 0.9],
    ['<= 1%', '<=', 'share', 0.01],
    ['<= 0.5%', '<=', 'share', 0.005],
    ['<= 24 hours', '<=', 'time', 86_400_000],
    ['<= 8 working hours', '<=', 'time', 28_800_000],
    ['< 30 minutes', '<', 'time', 1_800_000],
    ['<= 8.5 working hours', '<=', 'time', 30_600_000],
    ['<= 2 days', '<=', 'time', 172_800_000],
    ['<= 2 weeks', '<=', 'time', 1_209_600_000],
    ['>= 4.5', '>=', 'number', 4.5],
    ['>=90%', '>=', 'share', 0.9],
    ['= 0', '=', 'number', 0],
    ['> 3', '>', 'number', 3],
  ])('reads "%s"', (text, operator, unit, value) => {
    const goal = parseGoal(text);
    expect(goal).toMatchObject({ operator, unit });
    expect(Number(goal.bound[0]) / Number(goal.bound[1])).toBe(value);
  });

  it.each([
    '90%',
    '>= ',
    '=> 90%',
    '>= -1',
    '>= 1e2',
    '>= 90 %',
    '>= .5',
    '>=  5',
    '≥ 90%',
    '',
    '<= 5 working days',
    '<= 1 month',
  ])('refuses "%s"', (text) => {
    expect(() => parseGoal(text, ['kpis', 2, 'goal'])).toThrow(
      expect.objectContaining({ code: 'kpi.goal', path: ['kpis', 2, 'goal'] }),
    );
  });

  it('refuses a list, though its one item is a goal', () => {
    expect(() => parseGoal(['>= 90%'] as never)).toThrow(expect.objectContaining({ code: 'kpi.goal' }));
  });

  it('names a unit that there is not', () => {
    expect(() => parseGoal('<= 5 fortnights')).toThrow(expect.objectContaining({ code: 'limit.unit' }));
  });
});
