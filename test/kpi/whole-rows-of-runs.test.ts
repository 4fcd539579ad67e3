import { describe, expect, it } from 'vitest';
import { createTally } from '../../src/kpi/create-tally.ts';
import type { Verdict } from '../../src/standards/verdict.ts';
import { asOf, at, caseOf, policyOf, verdictOf } from './build.ts';
import { expectWholeRow, rowsOf, verdict } from './whole-row.ts';

const HOUR = 3_600_000;

describe('a row of', () => {
  it('runs in time: 1 of 4 by due, a pending and an undetermined one beside', () => {
    const verdicts = (['met', 'late', 'overdue', 'broken', 'pending', 'undetermined', 'exempt'] as const).map(
      (status) => verdict(status),
    );
    const kpi = { measure: 'timelinessRate', of: 's', goal: '>= 50%' } as const;
    expectWholeRow(
      kpi,
      { verdicts },
      {
        ...{ numerator: 1, denominator: 4, value: 0.25, basis: 'due', pending: 1, undetermined: 1 },
        ...{ goal: '>= 50%', met: false, shortBy: 1 },
      },
    );
    const closed = {
      numerator: 1,
      denominator: 3,
      value: 1 / 3,
      basis: 'closed',
      pending: 1,
      undetermined: 1,
    };
    const done = verdicts.map((one) =>
      one.done === null ? one : verdict(one.status, { done: at('09-19 10:00') }),
    );
    expectWholeRow({ measure: 'timelinessRate', basis: 'closed' }, { verdicts: done }, closed);
  });

  it('checklists without a count of what they observed: 1 of 2 passed', () => {
    const verdicts = [verdict('met'), verdict('broken'), verdict('undetermined'), verdict('pending')];
    const measured = { numerator: 1, denominator: 2, value: 0.5, basis: 'due', pending: 1, undetermined: 1 };
    expectWholeRow({ measure: 'passRate', of: 's' }, { verdicts }, measured);
  });

  it('checklists of which nothing was observed: no value', () => {
    const verdicts = [verdict('undetermined', { detail: { passed: 1.5, failed: 1 } as never })];
    const measured = {
      numerator: 0,
      denominator: 0,
      value: null,
      basis: 'observed',
      undetermined: 1,
      interval: null,
    };
    expectWholeRow({ measure: 'passRate', of: 's' }, { verdicts }, measured);
  });

  it('scores: 4.5 of the one that is a number', () => {
    const scores = [4.5, Number.NaN, '4' as never].map((score) =>
      verdict('met', { detail: { score } as never }),
    );
    const measured = { numerator: 4.5, denominator: 1, value: 4.5, basis: 'due', interval: null };
    expectWholeRow({ measure: 'score', of: 's' }, { verdicts: [...scores, verdict('met')] }, measured);
  });

  it('a percentile of 2 hours, and the mean of 1 and 2', () => {
    const verdicts = [1, 2].map((hours) => verdict('met', { usedMs: hours * HOUR }));
    const none = { numerator: null, denominator: 2, basis: 'due', interval: null };
    expectWholeRow({ measure: 'percentile', of: 's', p: 100 }, { verdicts }, { ...none, value: 2 * HOUR });
    const goal = { goal: '<= 1 hour', met: false, shortBy: 1 };
    expectWholeRow(
      { measure: 'percentile', of: 's', p: 100, goal: '<= 1 hour' },
      { verdicts },
      { ...none, ...goal, value: 2 * HOUR },
    );
    const mean = { ...none, numerator: 3 * HOUR, value: 1.5 * HOUR };
    expectWholeRow({ measure: 'mean', of: 's' }, { verdicts: [...verdicts, verdict('overdue')] }, mean);
  });

  it('a percentile of nothing: no value, and no goal met or missed', () => {
    const nothing = {
      numerator: null,
      denominator: 0,
      value: null,
      basis: 'due',
      pending: 1,
      interval: null,
    };
    const kpi = { measure: 'percentile', of: 's', p: 90, goal: '<= 1 hour' } as const;
    expectWholeRow(kpi, { verdicts: [verdict('pending')] }, { ...nothing, goal: '<= 1 hour' });
  });

  it('a percentile that more runs over its goal would have met: no shortfall is told', () => {
    const verdicts = [verdict('met', { usedMs: HOUR })];
    const kpi = { measure: 'percentile', of: 's', p: 50, goal: '>= 2 hours' } as const;
    const [row] = rowsOf([{ id: 'k', ...kpi }], { verdicts });
    expect(row).toMatchObject({ met: false, value: HOUR });
  });
});

describe('a run', () => {
  const timely = { id: 'k', measure: 'timelinessRate', of: 's' } as const;
  const used = { id: 'k', measure: 'percentile', of: 's', p: 50 } as const;

  it('that is exempt has no row', () => {
    expect(rowsOf([timely], { verdicts: [verdict('exempt')] })).toEqual([]);
  });

  it('due in October and done in September is of October', () => {
    const verdicts = [verdictOf('met', { due: at('10-02 10:00'), done: at('09-30 10:00') })];
    expect(rowsOf([timely], { verdicts })).toMatchObject([{ period: '2026-10' }]);
  });

  it('that no instant places, of a case without events, has no row', () => {
    const tally = createTally(policyOf(timely));
    const nowhere = verdictOf('undetermined', { from: null, due: null, done: null } as Partial<Verdict>);
    tally.add({ timeline: caseOf([]), verdicts: [nowhere] });
    expect(tally.kpis(asOf)).toEqual([]);
  });

  it('done without a used time is in no percentile', () => {
    const verdicts = [verdict('met', { usedMs: null } as Partial<Verdict>)];
    expect(rowsOf([used], { verdicts })).toMatchObject([{ denominator: 0, value: null }]);
  });

  it('that took exactly what the goal allows lacks nothing', () => {
    const [row] = rowsOf([{ ...used, goal: '<= 1 hour' }], { verdicts: [verdict('met', { usedMs: HOUR })] });
    expect(row).toMatchObject({ met: true, value: HOUR });
    expect(row).not.toHaveProperty('undetermined');
  });

  it('has a score and a count of what passed, each for its own measure', () => {
    const verdicts = [verdict('met', { detail: { score: 4.5, passed: 9, failed: 1 } as never })];
    const rows = rowsOf(
      [
        { id: 'a', measure: 'passRate', of: 's' },
        { id: 'b', measure: 'score', of: 's' },
      ],
      { verdicts },
    );
    expect(rows).toMatchObject([
      { numerator: 9, denominator: 10 },
      { numerator: 4.5, denominator: 1 },
    ]);
  });
});
