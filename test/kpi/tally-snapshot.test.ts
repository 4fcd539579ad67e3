import { describe, expect, it } from 'vitest';
import { createTally } from '../../src/kpi/create-tally.ts';
import { mergeTallies } from '../../src/kpi/merge-tallies.ts';
import type { TallySnapshot } from '../../src/kpi/tally.ts';
import type { KpiSpec } from '../../src/kpi/types.ts';
import { asOf, at, caseOf, policyOf, verdictOf } from './build.ts';
import { received, verdict } from './whole-row.ts';

const HOUR = 3_600_000;
const timeline = caseOf(['09-30 10:00 received'], { area: 'north' });

describe('the snapshot of a tally', () => {
  it('keeps complaints apart only where repeats are found by key', () => {
    const tally = createTally(
      policyOf({ id: 'k', measure: 'repeatComplaintRate' }, { id: 'r', measure: 'replyRate' }),
    );
    tally.add({ timeline: caseOf([received], { repeatOf: 'a' }), verdicts: [] });
    expect(tally.snapshot().repeats).toEqual([null, null]);
  });
});

describe('what tallies are made of', () => {
  it('is named where two that are merged differ in it', () => {
    const base = policyOf({ id: 'k', measure: 'replyRate' });
    const other = {
      timeZone: { ...base, calendar: { timeZone: 'UTC', week: 'always' } },
      standards: { ...base, standards: [{ id: 's' }] },
      calendars: { ...base, calendars: { hotline: { timeZone: 'Asia/Shanghai', week: {} } } },
      kpis: { ...base, kpis: [] },
    } as const;
    for (const [what, policy] of Object.entries(other))
      expect(() => mergeTallies(createTally(base), createTally(policy as never))).toThrow(
        expect.objectContaining({ code: 'kpi.merge', message: expect.stringContaining(what) }),
      );
  });

  it('adds up in a merge: counts, used, elapsed and working time', () => {
    const tally = () => {
      const one = createTally(policyOf({ id: 'k', measure: 'replyRate' }));
      one.add({ verdicts: [verdict('met', { usedMs: HOUR, done: at('09-10 12:00') }), verdict('late')] });
      return one;
    };
    const both = tally();
    both.add({ verdicts: [verdict('met', { usedMs: HOUR, done: at('09-10 12:00') }), verdict('late')] });
    expect(mergeTallies(tally(), JSON.parse(JSON.stringify(tally()))).snapshot()).toEqual(both.snapshot());
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
