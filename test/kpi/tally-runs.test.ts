import { describe, expect, it } from 'vitest';
import { createTally } from '../../src/kpi/create-tally.ts';
import { mergeTallies } from '../../src/kpi/merge-tallies.ts';
import type { KpiSpec } from '../../src/kpi/types.ts';
import type { Status } from '../../src/standards/verdict.ts';
import { asOf, at, policyOf, verdictOf } from './build.ts';
import { tallyOf, timeline } from './tally-of-runs.ts';

const HOUR = 3_600_000;

describe('the standards of a tally', () => {
  it('count all seven statuses, which add up to 28 runs', () => {
    const counts = { met: 1, late: 2, overdue: 3, pending: 4, exempt: 5, broken: 6, undetermined: 7 };
    expect(tallyOf([], counts).standards()[0]).toMatchObject({
      id: 's',
      severity: 'hard',
      runs: 28,
      ...counts,
    });
  });

  it('have a row without runs where nothing was judged', () => {
    expect(tallyOf([], {}).standards()[1]).toEqual({
      id: 'advice',
      severity: 'soft',
      runs: 0,
      met: 0,
      late: 0,
      overdue: 0,
      pending: 0,
      exempt: 0,
      broken: 0,
      undetermined: 0,
      percentiles: { p50: null, p75: null, p90: null, p95: null, p99: null },
      elapsed: { p50: null, p75: null, p90: null, p95: null, p99: null },
      working: { p50: null, p75: null, p90: null, p95: null, p99: null },
      distribution: [],
    });
  });

  it('give beside 8 working hours the 26 hours that the customer lived through', () => {
    const tally = createTally(policyOf());
    const parts = { usedMs: 8 * HOUR, from: at('09-30 10:00'), done: at('10-01 12:00') };
    tally.add({ verdicts: [verdictOf('met', parts)] });
    expect(tally.standards()[0]).toMatchObject({
      percentiles: { p50: 8 * HOUR },
      elapsed: { p50: 26 * HOUR },
    });
  });

  it('give beside 26 elapsed hours the working hours of the standard’s calendar: 8 + 3, or all 26 of an open one', () => {
    const day = ['09:00-18:00'];
    const calendar = {
      timeZone: 'Asia/Shanghai',
      week: { mon: day, tue: day, wed: day, thu: day, fri: day },
    };
    const always = { timeZone: 'Asia/Shanghai', week: 'always' } as const;
    const standards = [{ id: 'answer' }, { id: 'hotline', calendar: 'open' }];
    const parts = { usedMs: 26 * HOUR, from: at('09-29 10:00'), done: at('09-30 12:00') };
    const tally = createTally({ standards, calendar, calendars: { open: always } });
    for (const { id } of standards) tally.add({ verdicts: [{ ...verdictOf('met', parts), standard: id }] });
    const merged = mergeTallies(
      tally,
      JSON.parse(JSON.stringify(createTally({ standards, calendar, calendars: { open: always } }))),
    );
    merged.add({ verdicts: [{ ...verdictOf('met', parts), standard: 'answer' }] });
    expect(merged.standards().map(({ runs, working }) => [runs, working.p50])).toEqual([
      [2, 11 * HOUR],
      [1, 26 * HOUR],
    ]);
  });

  it('give the used time of done runs: 24 h of the one run exactly', () => {
    const row = tallyOf([], { met: 1, overdue: 3 }).standards()[0]!;
    expect(row.percentiles).toEqual({
      p50: 24 * HOUR,
      p75: 24 * HOUR,
      p90: 24 * HOUR,
      p95: 24 * HOUR,
      p99: 24 * HOUR,
    });
    expect(row.distribution.map(([, runs]) => runs)).toEqual([1]);
    expect(row.distribution[0]![0]).toBeGreaterThanOrEqual(24 * HOUR);
  });

  it('refuse a verdict of a standard that the policy has not', () => {
    expect(() => tallyOf([], {}).add({ timeline, verdicts: [verdictOf('met', { standard: 'x' })] })).toThrow(
      expect.objectContaining({ code: 'kpi.standard' }),
    );
  });
});

describe('used times in a tally', () => {
  const used = (hours: number) => verdictOf('met', { usedMs: hours * HOUR });

  function rowOf(kpi: Partial<KpiSpec>, hours: readonly number[]) {
    const tally = createTally(policyOf({ id: 'k', of: 's', measure: 'percentile', ...kpi }));
    tally.add({ timeline, verdicts: hours.map(used) });
    return tally.kpis(asOf)[0]!;
  }

  it('give the 90th percentile of 1 to 10 hours as 9 hours, within 1%', () => {
    const row = rowOf({ p: 90 }, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(row).toMatchObject({ numerator: null, denominator: 10, interval: null, basis: 'due' });
    expect(Math.abs(row.value! / (9 * HOUR) - 1)).toBeLessThan(0.01);
  });

  it.each([
    ['<= 8 working hours', true, true],
    ['< 8 hours', false, true],
    ['>= 8 hours', true, false],
    ['> 8 hours', false, false],
    ['= 8 hours', true, false],
  ] as const)('compare a percentile with "%s" exactly: at 8 h %s, 1 ms below %s', (goal, at8, below) => {
    const nearly = 8 - 1 / HOUR;
    expect(rowOf({ p: 50, goal }, [1, 8, 9]).met).toBe(at8);
    expect(rowOf({ p: 50, goal }, [1, nearly, 9]).met).toBe(below);
  });

  it('show no percentile on the wrong side of its goal', () => {
    for (const hours of [7.99, 8, 8.01]) {
      const { value, met } = rowOf({ p: 50, goal: '<= 8 hours' }, [1, hours, 9]);
      expect(value! <= 8 * HOUR).toBe(met);
      expect(Math.abs(value! / (hours * HOUR) - 1)).toBeLessThan(0.01);
    }
  });

  it('give the mean of 1, 2 and 6 hours as exactly 3 hours', () => {
    expect(rowOf({ measure: 'mean', goal: '<= 3 hours' }, [1, 2, 6])).toMatchObject({
      numerator: 9 * HOUR,
      denominator: 3,
      value: 3 * HOUR,
      met: true,
    });
    expect(rowOf({ measure: 'mean', goal: '< 3 hours' }, [1, 2, 6]).met).toBe(false);
  });

  it('leave out runs that are not done, and show the pending one', () => {
    const tally = createTally(policyOf({ id: 'k', of: 's', measure: 'mean', goal: '<= 3 hours' }));
    tally.add({
      timeline,
      verdicts: [verdictOf('overdue', { usedMs: 99 * HOUR }), verdictOf('pending', { usedMs: HOUR })],
    });
    expect(tally.kpis(asOf)[0]).toMatchObject({ denominator: 0, value: null, met: null, pending: 1 });
  });
});

describe('passRate and score in a tally', () => {
  it('passes 3 of 4 checklists', () => {
    const row = tallyOf([{ id: 'k', measure: 'passRate', of: 's', goal: '>= 75%' }], {
      met: 3,
      broken: 1,
    }).kpis(asOf)[0];
    expect(row).toMatchObject({ numerator: 3, denominator: 4, met: true });
  });

  it('pools what checklists observed: 9 of 10 and 5 of 5 are 14 of 15, an unobserved one is shown beside', () => {
    const tally = createTally(policyOf({ id: 'k', measure: 'passRate', of: 's', goal: '>= 95%' }));
    tally.add({
      timeline,
      verdicts: [
        verdictOf('broken', { detail: { passed: 9, failed: 1 } }),
        verdictOf('met', { detail: { passed: 5, failed: 0 } }),
        verdictOf('undetermined'),
      ],
    });
    expect(tally.kpis(asOf)).toMatchObject([
      { numerator: 14, denominator: 15, basis: 'observed', undetermined: 1, met: false, shortBy: 1 },
    ]);
  });

  it('means scores of 4.1, 4.2 and 4.3 as exactly 4.2, leaving out one without a score', () => {
    const tally = createTally(policyOf({ id: 'k', measure: 'score', of: 's', goal: '>= 4.2' }));
    const scored = [4.1, 4.2, 4.3].map((score) => verdictOf('met', { detail: { score } }));
    tally.add({ timeline, verdicts: [...scored, verdictOf('undetermined')] });
    expect(tally.kpis(asOf)[0]).toMatchObject({ numerator: 12.6, denominator: 3, value: 4.2, met: true });
  });
});

describe('a pass rate', () => {
  const rateOf = (...statuses: Status[]) => {
    const tally = createTally(policyOf({ id: 'k', measure: 'passRate', of: 's' }));
    tally.add({ timeline, verdicts: statuses.map((status) => verdictOf(status)) });
    return tally.kpis(asOf)[0];
  };

  it.each([
    ['met', 1],
    ['late', 0],
    ['overdue', 0],
    ['broken', 0],
  ] as const)('of a kind that observes nothing counts the runs: of one %s %i is met', (status, met) => {
    expect(rateOf(status)).toMatchObject({ numerator: met, denominator: 1, basis: 'due' });
  });

  it.each(['pending', 'undetermined'] as const)('of one run that is %s is 0 of 0 observed', (status) => {
    expect(rateOf(status)).toMatchObject({ numerator: 0, denominator: 0, value: null, basis: 'observed' });
  });
});

describe('a percentile that misses its goal', () => {
  const rowOf = (goal: KpiSpec['goal']) => {
    const tally = createTally(policyOf({ id: 'k', of: 's', measure: 'percentile', p: 50, goal } as KpiSpec));
    tally.add({ timeline, verdicts: [1, 2, 9].map((hours) => verdictOf('met', { usedMs: hours * HOUR })) });
    return tally.kpis(asOf)[0];
  };

  it('says how many runs more would have had to be quick, not how many would have had to be slow', () => {
    expect(rowOf('<= 1 hour')).toMatchObject({ met: false, shortBy: 1 });
    expect(rowOf('< 1 hour')).toMatchObject({ met: false, shortBy: 2 });
    for (const goal of ['>= 3 hours', '> 2 hours', '= 3 hours'] as const) {
      expect(rowOf(goal)).toMatchObject({ met: false });
      expect(rowOf(goal)).not.toHaveProperty('shortBy');
    }
  });
});

describe('a percentile that is a ms off its goal of 1 to 60 hours, or at it', () => {
  const at = (usedMs: number, goal: string) => {
    const kpi = { id: 'k', of: 's', measure: 'percentile', p: 50, goal } as KpiSpec;
    const tally = createTally(policyOf(kpi));
    // Half and twice as much beside it: of one run alone the time is known exactly.
    const times = [Math.floor(usedMs / 2), usedMs, 2 * usedMs];
    tally.add({ timeline, verdicts: times.map((time) => verdictOf('met', { usedMs: time })) });
    return tally.kpis(asOf)[0]!;
  };

  it('lies on the side that its verdict says, however its bucket rounds', () => {
    for (let hours = 1; hours <= 60; hours += 1) {
      const bound = hours * HOUR;
      const [over, under, even] = [
        at(bound + 1, `<= ${hours} hours`),
        at(bound - 1, `>= ${hours} hours`),
        at(bound, `= ${hours} hours`),
      ];
      expect([over.met, under.met, even.met]).toEqual([false, false, true]);
      expect(over.value).toBeGreaterThan(bound);
      expect(under.value).toBeLessThan(bound);
      expect(even.value).toBe(bound);
    }
  });
});
