import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { createTally } from '../../src/kpi/create-tally.ts';
import { meetsGoal } from '../../src/kpi/meets-goal.ts';
import { parseGoal } from '../../src/kpi/parse-goal.ts';
import { repeatComplaintRate } from '../../src/kpi/repeat-complaint-rate.ts';
import { replyRate } from '../../src/kpi/reply-rate.ts';
import { shortBy } from '../../src/kpi/short-by.ts';
import type { KpiSpec } from '../../src/kpi/types.ts';
import { asOf, policyOf, verdictOf } from './build.ts';

const HOUR = 3_600_000;
const denominators = ['excluding-repeats', 'all', 'including-repeats'] as const;

describe('shortBy', () => {
  it.each([
    [80, 90, '>= 90%', 1],
    [80, 90, '>= 95%', 6],
    [9, 10, '> 90%', 1],
    [9, 10, '>= 100%', 1],
    [0, 3, '>= 33.34%', 2],
    [1, 2, '>= 101%', null],
    [1, 2, '> 100%', null],
    [1, 2, '= 60%', null],
  ])('of %i of %i against "%s" is %s', (replied, received, goal, short) => {
    expect(shortBy('replyRate', replyRate({ replied, received }), parseGoal(goal))).toBe(short);
  });

  it.each([
    ['excluding-repeats', 1],
    ['all', 0],
    ['including-repeats', 0],
  ] as const)('of 10 repeats in 1000 against 1%% by %s is %i', (denominator, short) => {
    const rate = repeatComplaintRate({ repeat: 10, total: 1000 }, { denominator });
    expect(shortBy('repeatComplaintRate', rate, parseGoal('<= 1%'))).toBe(short);
  });

  it('of 2 repeats in 10 against none at all is 2: every one of them', () => {
    const rate = repeatComplaintRate({ repeat: 2, total: 10 }, { denominator: 'all' });
    expect(shortBy('repeatComplaintRate', rate, parseGoal('<= 0%'))).toBe(2);
    expect(shortBy('repeatComplaintRate', rate, parseGoal('< 0%'))).toBeNull();
  });

  it.each([
    // (50 - 17) / (50 + 17) is 49.3%, (50 - 16) / (50 + 16) is 51.5%.
    ['excluding-repeats', '<= 50%', 17],
    // (50 - 25) / (150 - 25) is 20%.
    ['including-repeats', '<= 20%', 25],
  ] as const)(
    'of 50 repeats in 100 by %s against "%s" is %i: every one fewer moves the denominator',
    (denominator, goal, short) => {
      const total = 100;
      const rate =
        denominator === 'including-repeats'
          ? { numerator: 50, denominator: 150, value: 1 / 3, basis: denominator }
          : repeatComplaintRate({ repeat: 50, total }, { denominator });
      expect(shortBy('repeatComplaintRate', rate, parseGoal(goal))).toBe(short);
    },
  );

  it.each([
    [8.5, '>= 90%', 1],
    [9.5, '>= 100%', null],
  ])(
    'of %f points of 10 against "%s" is %s: half a point that is left over is no case',
    (points, goal, short) => {
      const rate = { numerator: points, denominator: 10, value: points / 10, basis: 'surveyed' };
      expect(shortBy('satisfactionRate', rate, parseGoal(goal))).toBe(short);
    },
  );

  it('of a score is not known', () => {
    const row = { numerator: 70, denominator: 1, value: 70, basis: 'due' };
    expect(shortBy('score', row, parseGoal('>= 90'))).toBeNull();
  });

  it.each(['score', 'mean'] as const)(
    'of a %s of 1 in 3 is not known, though a third more would do',
    (measure) => {
      const row = { numerator: 1, denominator: 3, value: 1 / 3, basis: 'due' };
      expect(shortBy(measure, row, parseGoal('>= 0.5'))).toBeNull();
      expect(shortBy('replyRate', row, parseGoal('>= 0.5'))).toBe(1);
    },
  );

  it('of 7 dispatches against at most 5 is 2', () => {
    const row = { numerator: 7, denominator: null, value: 7, basis: 'events' };
    expect(shortBy('count', row, parseGoal('<= 5'))).toBe(2);
    expect(shortBy('count', row, parseGoal('< 5'))).toBe(3);
    expect(shortBy('count', row, parseGoal('>= 9'))).toBe(2);
  });

  test.prop([fc.nat(400), fc.nat(400), fc.integer({ min: 0, max: 10_000 }), fc.constantFrom('>=', '>')])(
    'is the least number of replies more that meets the goal',
    (replied, unreplied, goal, operator) => {
      const received = replied + unreplied;
      const text = `${operator} ${goal / 100}%`;
      const rate = replyRate({ replied, received });
      fc.pre(meetsGoal(rate, text) === false);
      const least = Array.from({ length: unreplied + 1 }, (_, more) => more).find(
        (more) => meetsGoal(replyRate({ replied: replied + more, received }), text) === true,
      );
      expect(shortBy('replyRate', rate, parseGoal(text))).toBe(least ?? null);
    },
  );

  test.prop([
    fc.nat(200),
    fc.nat(200),
    fc.integer({ min: 0, max: 10_000 }),
    fc.constantFrom('<=', '<'),
    fc.constantFrom(...denominators),
  ])(
    'is the least number of repeats fewer that meets the goal',
    (repeat, others, goal, operator, denominator) => {
      const total = repeat + others;
      const text = `${operator} ${goal / 100}%`;
      const rate = repeatComplaintRate({ repeat, total }, { denominator });
      fc.pre(meetsGoal(rate, text) === false);
      const fewer = (by: number) =>
        denominator === 'including-repeats'
          ? { numerator: repeat - by, denominator: total + repeat - by }
          : repeatComplaintRate({ repeat: repeat - by, total }, { denominator });
      const least = Array.from({ length: repeat + 1 }, (_, by) => by).find((by) => {
        const { numerator, denominator: of } = fewer(by);
        return of > 0 && meetsGoal({ numerator, denominator: of, value: numerator / of }, text) === true;
      });
      expect(shortBy('repeatComplaintRate', rate, parseGoal(text))).toBe(least ?? null);
    },
  );
});

describe('a row whose goal is missed', () => {
  const rowOf = (kpi: Partial<KpiSpec>, used: readonly number[]) => {
    const tally = createTally(policyOf({ id: 'k', measure: 'timelinessRate', of: 's', ...kpi } as KpiSpec));
    for (const hours of used)
      tally.add({ verdicts: [verdictOf(hours > 8 ? 'late' : 'met', { usedMs: hours * HOUR })] });
    return tally.kpis(asOf)[0]!;
  };

  it('says that of 8 on time of 10 one more would have met 90%', () => {
    expect(rowOf({ goal: '>= 90%' }, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toMatchObject({
      numerator: 8,
      denominator: 10,
      met: false,
      shortBy: 1,
    });
  });

  it('says that 2 more of 10 within 8 hours would have brought the 90th percentile there', () => {
    const kpi = { measure: 'percentile', p: 90, goal: '<= 8 hours' } as const;
    expect(rowOf(kpi, [1, 2, 3, 4, 5, 6, 8, 9, 9, 10])).toMatchObject({ met: false, shortBy: 2 });
    expect(rowOf({ ...kpi, goal: '< 8 hours' }, [1, 2, 3, 4, 5, 6, 8, 9, 9, 10])).toMatchObject({
      shortBy: 3,
    });
  });

  it('says nothing where the goal is met, where there is none, or where it is a mean', () => {
    expect(rowOf({ goal: '>= 80%' }, [1, 2, 3, 4, 9])).not.toHaveProperty('shortBy');
    expect(rowOf({}, [9])).not.toHaveProperty('shortBy');
    expect(rowOf({ measure: 'mean', goal: '<= 8 hours' }, [9])).toMatchObject({ met: false });
    expect(rowOf({ measure: 'mean', goal: '<= 8 hours' }, [9])).not.toHaveProperty('shortBy');
  });
});
