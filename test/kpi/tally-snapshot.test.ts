import { describe, expect, it } from 'vitest';
import { createTally } from '../../src/kpi/create-tally.ts';
import { mergeTallies } from '../../src/kpi/merge-tallies.ts';
import { at, caseOf, policyOf } from './build.ts';
import { received, verdict } from './whole-row.ts';

const HOUR = 3_600_000;

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
