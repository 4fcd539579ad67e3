import { describe, expect, it } from 'vitest';
import { createTally } from '../../src/kpi/create-tally.ts';
import type { Verdict } from '../../src/standards/verdict.ts';
import { asOf, at, caseOf, policyOf, verdictOf } from './build.ts';
import { tallyOf, timeline, timely } from './tally-of-runs.ts';

describe('timelinessRate in a tally', () => {
  const counts = { met: 80, late: 5, overdue: 5, pending: 10, exempt: 7 };

  it.each([
    ['closed', '2026-10', 85],
    ['due', '2026-10', 90],
    ['received', '2026-09', 100],
  ] as const)('by %s of 80, 5, 5, 10 and 7 exempt ones: in %s 80 of %i', (basis, period, denominator) => {
    const rows = tallyOf([timely({ basis, goal: '>= 90%' })], counts).kpis(asOf);
    expect(rows[0]).toMatchObject({
      period,
      numerator: 80,
      denominator,
      basis,
      pending: 10,
      met: basis === 'closed',
    });
  });

  it('is by due unless told otherwise', () => {
    expect(tallyOf([timely()], counts).kpis(asOf)[0]).toMatchObject({
      denominator: 90,
      basis: 'due',
      goal: null,
      met: null,
    });
  });

  it('shows undetermined runs beside, and counts them by received only', () => {
    const rows = tallyOf([timely(), timely({ id: 'all', basis: 'received' })], {
      met: 3,
      undetermined: 2,
    }).kpis(asOf);
    expect(rows[0]).toMatchObject({ denominator: 3, undetermined: 2 });
    expect(rows[1]).toMatchObject({ denominator: 5, undetermined: 2 });
    expect(tallyOf([timely()], { met: 3 }).kpis(asOf)[0]).not.toHaveProperty('undetermined');
  });

  it('counts every hard standard where it names none, and a soft one only if it names it', () => {
    const tally = createTally(
      policyOf({ id: 'all', measure: 'timelinessRate' }, timely({ id: 'soft', of: 'advice' })),
    );
    tally.add({
      timeline,
      verdicts: [verdictOf('met'), verdictOf('late', { standard: 'advice', severity: 'soft' })],
    });
    expect(tally.kpis(asOf).map(({ id, numerator, denominator }) => [id, numerator, denominator])).toEqual([
      ['all', 1, 1],
      ['soft', 0, 1],
    ]);
  });

  it('puts a run by received, due and closed into the months of its from, due and done', () => {
    const verdict = verdictOf('late', {
      from: at('07-31 23:59'),
      due: at('08-31 23:59'),
      done: at('09-01 00:00'),
    });
    const tally = createTally(
      policyOf(...(['received', 'due', 'closed'] as const).map((basis) => timely({ id: basis, basis }))),
    );
    tally.add({ timeline, verdicts: [verdict] });
    expect(tally.kpis(asOf).map(({ period }) => period)).toEqual(['2026-07', '2026-08', '2026-09']);
  });

  it('asks the condition and the groups as they were at the start of the run', () => {
    const changing = caseOf(
      ['09-30 10:00 received', { type: 'changed', at: at('10-01 12:00'), set: { team: 'b' } }],
      { team: 'a' },
    );
    const tally = createTally(
      policyOf(timely({ groupBy: ['team'] }), timely({ id: 'only-b', when: { team: 'b' } })),
    );
    const later = verdictOf('met', { run: 2, from: at('10-01 13:00') });
    tally.add({ timeline: changing, verdicts: [verdictOf('met'), later] });
    expect(tally.kpis(asOf).map(({ id, group, denominator }) => [id, group, denominator])).toEqual([
      ['timely', { team: 'a' }, 1],
      ['timely', { team: 'b' }, 1],
      ['only-b', null, 1],
    ]);
  });

  it('groups by the owner that the verdict names', () => {
    const tally = createTally(policyOf(timely({ groupBy: ['owner'] })));
    tally.add({
      timeline,
      verdicts: [verdictOf('met', { owner: 'li' }), verdictOf('late', { owner: 'wang' })],
    });
    expect(tally.kpis(asOf).map(({ group, value }) => [group!.owner, value])).toEqual([
      ['li', 1],
      ['wang', 0],
    ]);
  });

  it('is provisional in the period that is not over, and where a verdict is', () => {
    const open = verdictOf('pending', { due: at('11-02 10:00') });
    const unsure = verdictOf('met', {
      due: at('10-02 10:00'),
      provisional: { since: '2027-01-01', reason: 'r', sources: ['cn'] },
    });
    const tally = createTally(policyOf(timely()));
    tally.add({ timeline, verdicts: [open, unsure] });
    const [october, november] = tally.kpis(asOf);
    expect(october!.provisional).toEqual({ since: '2027-01-01', reason: 'r', sources: ['cn'] });
    expect(november!.provisional).toEqual({ since: '2026-11-01', reason: 'period-open', sources: [] });
    expect(tallyOf([timely()], { met: 1 }).kpis(asOf)[0]).not.toHaveProperty('provisional');
  });

  it('puts a run by received without a from where its due is, else where it was done, else where its case begins', () => {
    const kpi = timely({ basis: 'received' });
    const months = (parts: Partial<Pick<Verdict, 'due' | 'done'>>) => {
      const tally = createTally(policyOf(kpi));
      tally.add({
        timeline,
        verdicts: [verdictOf('undetermined', { from: null, due: null, done: null, ...parts })],
      });
      return tally.kpis(asOf).map(({ period }) => period);
    };
    expect(months({ due: at('10-02 10:00'), done: at('11-01 10:00') })).toEqual(['2026-10']);
    expect(months({ done: at('11-01 10:00') })).toEqual(['2026-11']);
    expect(months({})).toEqual(['2026-09']);
  });

  it('counts no run of the organisation that no instant places in a period', () => {
    const tally = createTally(policyOf(timely({ basis: 'received' })));
    tally.add({
      timeline: null,
      verdicts: [verdictOf('undetermined', { case: null, from: null, due: null })],
    });
    expect(tally.kpis(asOf)).toEqual([]);
  });

  it('takes verdicts of the organisation, which has no case', () => {
    const tally = createTally(policyOf(timely()));
    tally.add({ timeline: null, verdicts: [verdictOf('met', { case: null })] });
    expect(tally.kpis(asOf)[0]).toMatchObject({ numerator: 1, denominator: 1 });
  });
});
