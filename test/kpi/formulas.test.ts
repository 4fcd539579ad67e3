import { describe, expect, it } from 'vitest';
import { abandonRate } from '../../src/kpi/abandon-rate.ts';
import { connectRate } from '../../src/kpi/connect-rate.ts';
import { firstContactResolutionRate } from '../../src/kpi/first-contact-resolution-rate.ts';
import type { Rate } from '../../src/kpi/rate.ts';
import { repeatComplaintRate } from '../../src/kpi/repeat-complaint-rate.ts';
import { replyRate } from '../../src/kpi/reply-rate.ts';
import { resolutionRate } from '../../src/kpi/resolution-rate.ts';
import { responseRate } from '../../src/kpi/response-rate.ts';
import { returnVisitRate } from '../../src/kpi/return-visit-rate.ts';
import { satisfactionRate } from '../../src/kpi/satisfaction-rate.ts';
import { serviceLevel } from '../../src/kpi/service-level.ts';
import { timelinessRate } from '../../src/kpi/timeliness-rate.ts';
import { codeOf } from './code-of.ts';

const percent = (rate: Rate) => (rate.value === null ? null : Math.round(rate.value * 10_000) / 100);

describe('timelinessRate', () => {
  const counts = { onTime: 80, late: 5, overdue: 5, pending: 10 };

  it.each([
    ['closed', 85, 94.12],
    ['due', 90, 88.89],
    ['received', 100, 80],
  ] as const)(
    'gives 80 in time of 80, 5 late, 5 overdue, 10 not due by %s: 80 of %i, %f%%',
    (basis, denominator, value) => {
      const rate = timelinessRate(counts, { basis });
      expect(rate).toMatchObject({ numerator: 80, denominator, basis });
      expect(percent(rate)).toBe(value);
    },
  );

  it('is by due unless told otherwise', () => {
    expect(timelinessRate(counts)).toEqual(timelinessRate(counts, { basis: 'due' }));
  });

  it('counts 3 broken ones with the late ones in every basis', () => {
    const denominators = (['closed', 'due', 'received'] as const).map(
      (basis) => timelinessRate({ ...counts, broken: 3 }, { basis }).denominator,
    );
    expect(denominators).toEqual([88, 93, 103]);
  });

  it('counts 4 undetermined ones only among the received', () => {
    const denominators = (['closed', 'due', 'received'] as const).map(
      (basis) => timelinessRate({ ...counts, undetermined: 4 }, { basis }).denominator,
    );
    expect(denominators).toEqual([85, 90, 104]);
  });

  it('has no value and no interval where 10 pending ones are all there is', () => {
    expect(timelinessRate({ onTime: 0, late: 0, overdue: 0, pending: 10 })).toEqual({
      numerator: 0,
      denominator: 0,
      value: null,
      interval: null,
      basis: 'due',
    });
  });

  it('refuses an unknown basis', () => {
    expect(codeOf(() => timelinessRate(counts, { basis: 'open' as 'due' }))).toBe('kpi.option');
  });
});

describe('the Wilson interval', () => {
  it.each([
    [0, 10, 0, 0.277533],
    [10, 10, 0.722467, 1],
    [9, 10, 0.59585, 0.982124],
    [45, 50, 0.786398, 0.956524],
    [90, 100, 0.825634, 0.944771],
    [900, 1000, 0.879848, 0.917091],
    [50, 100, 0.403832, 0.596168],
    [1, 100, 0.001767, 0.054486],
    [5, 500, 0.004279, 0.023193],
    [10, 1000, 0.005441, 0.018309],
  ])('of %i of %i is %f to %f', (replied, received, low, high) => {
    const [from, to] = replyRate({ replied, received }).interval!;
    expect(from).toBeCloseTo(low, 6);
    expect(to).toBeCloseTo(high, 6);
  });

  it('of 0 of 10 begins at exactly 0 and of 10 of 10 ends at exactly 1', () => {
    expect(replyRate({ replied: 0, received: 10 }).interval![0]).toBe(0);
    expect(replyRate({ replied: 10, received: 10 }).interval![1]).toBe(1);
  });
});

describe('replyRate', () => {
  it('gives 95 of 100 received', () => {
    expect(replyRate({ replied: 95, received: 100 })).toMatchObject({
      numerator: 95,
      denominator: 100,
      value: 0.95,
      basis: 'received',
    });
  });

  it('has no value when nothing was received', () => {
    expect(replyRate({ replied: 0, received: 0 })).toMatchObject({ value: null, interval: null });
  });

  it('refuses 101 replies to 100 cases, but takes them as a flow of 101% without an interval', () => {
    expect(codeOf(() => replyRate({ replied: 101, received: 100 }))).toBe('kpi.part');
    expect(replyRate({ replied: 101, received: 100 }, { flow: true })).toEqual({
      numerator: 101,
      denominator: 100,
      value: 1.01,
      interval: null,
      basis: 'flow',
    });
  });
});

describe('repeatComplaintRate', () => {
  const counts = { repeat: 10, total: 1000 };

  it.each([
    ['excluding-repeats', 990, 10 / 990],
    ['all', 1000, 0.01],
    ['including-repeats', 1010, 10 / 1010],
  ] as const)('gives 10 repeats among 1000 by %s: 10 of %i', (denominator, of, value) => {
    expect(repeatComplaintRate(counts, { denominator })).toMatchObject({
      numerator: 10,
      denominator: of,
      value,
      basis: denominator,
    });
  });

  it('leaves the repeats out of the denominator unless told otherwise', () => {
    expect(repeatComplaintRate(counts).denominator).toBe(990);
  });

  it('has an interval by all, and none by excluding-repeats, which passes 1 with 60 of 100', () => {
    expect(repeatComplaintRate(counts, { denominator: 'all' }).interval).not.toBeNull();
    expect(repeatComplaintRate({ repeat: 60, total: 100 })).toMatchObject({ value: 1.5, interval: null });
  });

  it('has no value where all 5 complaints are repeats', () => {
    expect(repeatComplaintRate({ repeat: 5, total: 5 })).toMatchObject({ denominator: 0, value: null });
  });

  it('refuses more repeats than complaints and an unknown denominator', () => {
    expect(codeOf(() => repeatComplaintRate({ repeat: 6, total: 5 }))).toBe('kpi.part');
    expect(codeOf(() => repeatComplaintRate(counts, { denominator: 'total' as 'all' }))).toBe('kpi.option');
  });
});

describe('satisfactionRate', () => {
  it('gives 45 of 50 surveyed with the interval of a sample', () => {
    const rate = satisfactionRate({ satisfied: 45, surveyed: 50 });
    expect(rate).toMatchObject({ numerator: 45, denominator: 50, value: 0.9, basis: 'surveyed' });
    expect(rate.interval).not.toBeNull();
  });

  it('gives 45 of all 60', () => {
    expect(
      satisfactionRate({ satisfied: 45, surveyed: 50, total: 60 }, { denominator: 'all' }),
    ).toMatchObject({
      denominator: 60,
      value: 0.75,
      basis: 'all',
    });
  });

  it('counts 20 basically satisfied ones at 0.9 as 18: 158 of 200 is 79%, without an interval', () => {
    expect(
      satisfactionRate({ satisfied: 140, basicallySatisfied: 20, surveyed: 200 }, { basicWeight: 0.9 }),
    ).toMatchObject({ numerator: 158, denominator: 200, value: 0.79, interval: null });
  });

  it('counts basically satisfied ones for nothing without a weight', () => {
    expect(satisfactionRate({ satisfied: 140, basicallySatisfied: 20, surveyed: 200 }).numerator).toBe(140);
  });

  it('takes a weight of 4 decimals and refuses one of 5, 1.1, -0.1 and NaN', () => {
    const counts = { satisfied: 0, basicallySatisfied: 3, surveyed: 3 };
    expect(satisfactionRate(counts, { basicWeight: 0.3333 }).numerator).toBe(0.9999);
    for (const basicWeight of [0.33333, 1.1, -0.1, Number.NaN])
      expect(codeOf(() => satisfactionRate(counts, { basicWeight }))).toBe('kpi.weight');
  });

  it('refuses 30 + 21 answers of 50, 51 surveyed of 50, and "all" without a total', () => {
    expect(codeOf(() => satisfactionRate({ satisfied: 30, basicallySatisfied: 21, surveyed: 50 }))).toBe(
      'kpi.part',
    );
    expect(codeOf(() => satisfactionRate({ satisfied: 1, surveyed: 51, total: 50 }))).toBe('kpi.part');
    expect(codeOf(() => satisfactionRate({ satisfied: 1, surveyed: 51 }, { denominator: 'all' }))).toBe(
      'kpi.missing',
    );
  });
});

describe('serviceLevel', () => {
  const counts = {
    answered: 1000,
    abandoned: 60,
    answeredInTime: 860,
    abandonedInTime: 20,
    shortAbandoned: 10,
  };

  it.each([
    [1, 880, 1060, 83.02],
    [2, 860, 1000, 86],
    [3, 860, 1060, 81.13],
    [4, 860, 1040, 82.69],
    [5, 870, 1060, 82.08],
  ] as const)(
    'gives the same calls by formula %i: %i of %i, %f%%',
    (formula, numerator, denominator, value) => {
      const rate = serviceLevel(counts, { formula });
      expect(rate).toMatchObject({ numerator, denominator, basis: `formula-${formula}` });
      expect(percent(rate)).toBe(value);
    },
  );

  it('refuses a formula 6 and none', () => {
    expect(codeOf(() => serviceLevel(counts, { formula: 6 as 5 }))).toBe('kpi.option');
    expect(codeOf(() => serviceLevel(counts, {} as { formula: 5 }))).toBe('kpi.option');
  });

  it('refuses parts larger than their wholes', () => {
    for (const wrong of [{ answeredInTime: 1001 }, { abandonedInTime: 61 }, { shortAbandoned: 21 }])
      expect(codeOf(() => serviceLevel({ ...counts, ...wrong }, { formula: 1 }))).toBe('kpi.part');
  });
});

describe('the simple rates', () => {
  it.each([
    ['resolutionRate', resolutionRate({ resolved: 150, received: 200 }), 0.75, 'received'],
    ['responseRate', responseRate({ responded: 30, asked: 120 }), 0.25, 'asked'],
    ['returnVisitRate', returnVisitRate({ visited: 45, closed: 60 }), 0.75, 'closed'],
    ['connectRate', connectRate({ connected: 900, offered: 1000 }), 0.9, 'offered'],
    ['abandonRate', abandonRate({ abandoned: 60, offered: 1000 }), 0.06, 'offered'],
    [
      'abandonRate without 10 short ones',
      abandonRate({ abandoned: 60, offered: 1000, shortAbandoned: 10 }),
      0.05,
      'without-short',
    ],
    [
      'firstContactResolutionRate',
      firstContactResolutionRate({ resolvedAtFirst: 70, contacts: 100 }),
      0.7,
      'contacts',
    ],
  ])('%s', (_, rate, value, basis) => {
    expect(rate).toMatchObject({ value, basis });
    expect(rate.interval).not.toBeNull();
  });

  it.each([
    ['resolutionRate', () => resolutionRate({ resolved: 2, received: 1 })],
    ['responseRate', () => responseRate({ responded: 2, asked: 1 })],
    ['returnVisitRate', () => returnVisitRate({ visited: 2, closed: 1 })],
    ['connectRate', () => connectRate({ connected: 2, offered: 1 })],
    ['abandonRate', () => abandonRate({ abandoned: 2, offered: 1 })],
    ['abandonRate with short ones', () => abandonRate({ abandoned: 1, offered: 3, shortAbandoned: 2 })],
    ['firstContactResolutionRate', () => firstContactResolutionRate({ resolvedAtFirst: 2, contacts: 1 })],
  ])('%s refuses a part larger than its whole', (_, call) => {
    expect(codeOf(call)).toBe('kpi.part');
  });
});
