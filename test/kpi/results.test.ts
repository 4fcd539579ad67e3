import { describe, expect, it } from 'vitest';
import { createTally } from '../../src/kpi/create-tally.ts';
import { mergeTallies } from '../../src/kpi/merge-tallies.ts';
import type { TallySnapshot } from '../../src/kpi/tally.ts';
import type { KpiSpec } from '../../src/kpi/types.ts';
import type { Status } from '../../src/standards/verdict.ts';
import { asOf, at, caseOf, policyOf, verdictOf } from './build.ts';

const HOUR = 3_600_000;
const timeline = caseOf(['09-30 10:00 received'], { channel: null, area: 'north' });

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

describe('further groups', () => {
  const findings = (kpis: KpiSpec[], groupBy: string[]) => {
    const tally = createTally(policyOf(...kpis), { groupBy });
    tally.add({ timeline, verdicts: [verdictOf('met', { owner: 'li' })] });
    return tally.findings().map(({ message }) => /"(.*)"/.exec(message)?.[1]);
  };

  it('are looked for behind the own ones, of which nothing is said', () => {
    const kpi: KpiSpec = { id: 'k', measure: 'replyRate', groupBy: ['channel'] };
    expect(findings([kpi], ['area', 'tier'])).toEqual(['tier']);
    expect(findings([kpi], ['tier', 'area'])).toEqual(['tier']);
    expect(findings([kpi], ['area'])).toEqual([]);
  });

  it('that one KPI alone can show are nothing odd: a case has no owner, its run has', () => {
    const kpis: KpiSpec[] = [
      { id: 'reply', measure: 'replyRate' },
      { id: 'timely', measure: 'timelinessRate', of: 's' },
    ];
    expect(findings(kpis, ['owner'])).toEqual([]);
    expect(findings(kpis.reverse(), ['owner'])).toEqual([]);
    expect(
      findings(
        kpis.filter(({ id }) => id === 'reply'),
        ['owner'],
      ),
    ).toEqual(['owner']);
  });

  it('that some cases have and others have not are shown, whichever comes first', () => {
    const cases = [timeline, caseOf(['09-30 11:00 received'])];
    for (const list of [cases, [...cases].reverse()]) {
      const tally = createTally(policyOf({ id: 'k', measure: 'replyRate' }), { groupBy: ['area'] });
      for (const one of list) tally.add({ timeline: one, verdicts: [] });
      expect(tally.findings()).toEqual([]);
      expect(tally.kpis(asOf).map(({ group }) => group?.area)).toEqual([undefined, null, 'north']);
    }
  });

  it('of a run are those of its case, but for the owner; where there is no case they are unknown', () => {
    const kpi: KpiSpec = { id: 'k', measure: 'timelinessRate', of: 's', groupBy: ['area', 'owner'] };
    const groupOf = (given: typeof timeline | null) => {
      const tally = createTally(policyOf(kpi));
      tally.add({ timeline: given, verdicts: [verdictOf('met', { owner: 'li' })] });
      return tally.kpis(asOf)[0]?.group;
    };
    expect(groupOf(timeline)).toEqual({ area: 'north', owner: 'li' });
    expect(groupOf(null)).toEqual({ area: null, owner: 'li' });
  });
});

describe('a tally', () => {
  const ticket = {
    id: 'c',
    events: [
      { type: 'received', at: at('09-30 10:00') },
      { type: 'replied', at: at('10-01 10:00') },
    ],
  };
  const replies = () => createTally(policyOf({ id: 'k', measure: 'replyRate' }));

  it.each([
    ['2026-10-01T09:00:00+08:00', 0, 1],
    ['2026-10-01T11:00:00+08:00', 1, 0],
  ])('takes a case as it was at %s: %i replied, %i pending', (moment, numerator, pending) => {
    const tally = replies();
    tally.add({ verdicts: [] }, { case: ticket, asOf: moment });
    expect(tally.kpis(asOf)).toMatchObject([{ numerator, denominator: 1, pending }]);
  });

  it('takes the case as it was read before, if there is one', () => {
    const tally = replies();
    tally.add({ verdicts: [], timeline }, { case: ticket, asOf });
    expect(tally.kpis(asOf)).toMatchObject([{ numerator: 0, denominator: 1 }]);
  });

  it('names the moment that is none', () => {
    const wrong = expect.objectContaining({ code: 'instant.syntax', path: ['asOf'] });
    expect(() => replies().add({ verdicts: [] }, { case: ticket, asOf: 'now' })).toThrow(wrong);
    expect(() => replies().kpis('now')).toThrow(wrong);
  });

  it('counts no case of a verdict that comes without one', () => {
    const tally = replies();
    tally.add({ verdicts: [verdictOf('met')] });
    expect(tally.kpis(asOf)).toEqual([]);
    expect(tally.standards()[0]).toMatchObject({ runs: 1 });
  });

  it('names the standards it knows where a verdict is of another', () => {
    const tally = replies();
    expect(() => tally.add({ verdicts: [verdictOf('met', { standard: 'x' })] })).toThrow(
      expect.objectContaining({
        code: 'kpi.standard',
        message: 'no standard "x"; expected one of s, advice',
      }),
    );
  });

  it('takes used times of runs that are done alone, and none of one that has none', () => {
    const tally = replies();
    tally.add({
      verdicts: [
        verdictOf('overdue', { usedMs: 99 * HOUR }),
        verdictOf('pending', { usedMs: 9 * HOUR }),
        verdictOf('met', { from: null, due: null, done: null, usedMs: null }),
      ],
    });
    const none = { p50: null, p75: null, p90: null, p95: null, p99: null };
    expect(tally.standards()[0]).toMatchObject({
      runs: 3,
      percentiles: none,
      elapsed: none,
      working: none,
      distribution: [],
    });
  });

  it('shows no rows of what is counted for a composite alone: replies by quarter', () => {
    const tally = createTally(
      policyOf(
        { id: 'reply', measure: 'replyRate' },
        { id: 'whole', measure: 'composite', weights: { reply: 1 }, period: 'quarter' },
      ),
    );
    tally.add({ verdicts: [] }, { case: ticket, asOf });
    expect(tally.kpis(asOf).map(({ id, period, value }) => [id, period, value])).toEqual([
      ['reply', '2026-09', 1],
      ['whole', '2026-Q3', 1],
    ]);
  });
});

describe('the cells of a tally', () => {
  it('of a composite are none: it weighs those of others, of runs as of cases', () => {
    const kpis: KpiSpec[] = [
      { id: 'reply', measure: 'replyRate' },
      { id: 'timely', measure: 'timelinessRate', of: 's' },
      { id: 'all', measure: 'composite', weights: { reply: 0.5, timely: 0.5 } },
    ];
    const tally = createTally(policyOf(...kpis));
    tally.add({ timeline, verdicts: [verdictOf('met')] });
    const { cells } = tally.snapshot();
    const whole = tally.definition.kpis.findIndex(({ spec }) => spec.id === 'all');
    expect(cells.map((list) => list.length)).toEqual(cells.map((_, at) => (at === whole ? 0 : 1)));
  });
});

describe('a snapshot', () => {
  const keyed: KpiSpec = { id: 'k', measure: 'repeatComplaintRate', key: ['area'], window: '7 days' };
  const snapshotOf = (kpi: KpiSpec) => {
    const tally = createTally(policyOf(kpi));
    tally.add({ timeline, verdicts: [] });
    return JSON.parse(JSON.stringify(tally)) as TallySnapshot;
  };

  it('from before complaints were kept has its cells', () => {
    const { repeats: _, ...old } = snapshotOf(keyed);
    const merged = mergeTallies(old as TallySnapshot, snapshotOf(keyed));
    expect(merged.kpis(asOf)).toMatchObject([{ numerator: 0, denominator: 1 }]);
  });

  it('with complaints of a KPI that keeps none is read without them', () => {
    const reply: KpiSpec = { id: 'k', measure: 'replyRate' };
    const odd = { ...snapshotOf(reply), repeats: snapshotOf(keyed).repeats };
    expect(mergeTallies(odd, snapshotOf(reply)).kpis(asOf)).toMatchObject([{ denominator: 2 }]);
  });
});
