import { describe, expect, it } from 'vitest';
import type { Timeline } from '../../src/case/timeline.ts';
import type { CaseEvent } from '../../src/case/types.ts';
import { createTally } from '../../src/kpi/create-tally.ts';
import { mergeTallies } from '../../src/kpi/merge-tallies.ts';
import type { KpiSpec } from '../../src/kpi/types.ts';
import type { Verdict } from '../../src/standards/verdict.ts';
import { asOf, at, caseOf, policyOf, verdictOf } from './build.ts';

const HOUR = 3_600_000;

interface Counted {
  readonly cases?: readonly Timeline[];
  readonly verdicts?: readonly Verdict[];
}

function rowsOf(
  kpis: readonly KpiSpec[],
  { cases = [], verdicts = [] }: Counted,
  groupBy: readonly string[] = [],
) {
  const tally = createTally(policyOf(...kpis), { groupBy });
  for (const timeline of cases) tally.add({ timeline, verdicts: [] });
  tally.add({ verdicts });
  return tally.kpis(asOf);
}

/** A row of September by all its keys; an interval is only said to be there. */
const wholeRow = (kpi: Partial<KpiSpec>, counted: Counted, measured: object) => {
  const spec = { id: 'k', ...kpi } as KpiSpec;
  const { interval, ...row } = rowsOf([spec], counted)[0]!;
  expect({ ...row, interval: interval?.length ?? null }).toEqual({
    id: 'k',
    measure: spec.measure,
    period: '2026-09',
    group: null,
    pending: 0,
    goal: null,
    met: null,
    interval: 2,
    ...measured,
  });
};

const received = '09-10 10:00 received';
const rated = (satisfaction: string | null, when = '09-12 10:00') =>
  ({ type: 'rated', at: at(when), ...(satisfaction !== null && { satisfaction }) }) as CaseEvent;
const september = { due: at('09-20 10:00'), from: at('09-10 10:00') };
const verdict = (status: Parameters<typeof verdictOf>[0], parts: Partial<Verdict> = {}) =>
  verdictOf(status, { ...september, ...parts } as Partial<Verdict>);

describe('a row of', () => {
  it('replies: 1 of 2 received, the other pending', () => {
    const cases = [
      caseOf([received, '09-11 10:00 replied']),
      caseOf([received]),
      caseOf(['09-11 10:00 replied']),
    ];
    const measured = { numerator: 1, denominator: 2, value: 0.5, basis: 'received', pending: 1 };
    wholeRow({ measure: 'replyRate' }, { cases }, measured);
  });

  it('resolutions: 1 of 2 received, the other pending', () => {
    const cases = [caseOf([received, '09-11 10:00 resolved']), caseOf([received])];
    const measured = { numerator: 1, denominator: 2, value: 0.5, basis: 'received', pending: 1 };
    wholeRow({ measure: 'resolutionRate' }, { cases }, measured);
  });

  it('runs in time: 1 of 4 by due, a pending and an undetermined one beside', () => {
    const verdicts = (['met', 'late', 'overdue', 'broken', 'pending', 'undetermined', 'exempt'] as const).map(
      (status) => verdict(status),
    );
    const kpi = { measure: 'timelinessRate', of: 's', goal: '>= 50%' } as const;
    wholeRow(
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
    wholeRow({ measure: 'timelinessRate', basis: 'closed' }, { verdicts: done }, closed);
  });

  it('checklists without a count of what they observed: 1 of 2 passed', () => {
    const verdicts = [verdict('met'), verdict('broken'), verdict('undetermined'), verdict('pending')];
    const measured = { numerator: 1, denominator: 2, value: 0.5, basis: 'due', pending: 1, undetermined: 1 };
    wholeRow({ measure: 'passRate', of: 's' }, { verdicts }, measured);
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
    wholeRow({ measure: 'passRate', of: 's' }, { verdicts }, measured);
  });

  it('scores: 4.5 of the one that is a number', () => {
    const scores = [4.5, Number.NaN, '4' as never].map((score) =>
      verdict('met', { detail: { score } as never }),
    );
    const measured = { numerator: 4.5, denominator: 1, value: 4.5, basis: 'due', interval: null };
    wholeRow({ measure: 'score', of: 's' }, { verdicts: [...scores, verdict('met')] }, measured);
  });

  it('a percentile of 2 hours, and the mean of 1 and 2', () => {
    const verdicts = [1, 2].map((hours) => verdict('met', { usedMs: hours * HOUR }));
    const none = { numerator: null, denominator: 2, basis: 'due', interval: null };
    wholeRow({ measure: 'percentile', of: 's', p: 100 }, { verdicts }, { ...none, value: 2 * HOUR });
    const goal = { goal: '<= 1 hour', met: false, shortBy: 1 };
    wholeRow(
      { measure: 'percentile', of: 's', p: 100, goal: '<= 1 hour' },
      { verdicts },
      { ...none, ...goal, value: 2 * HOUR },
    );
    const mean = { ...none, numerator: 3 * HOUR, value: 1.5 * HOUR };
    wholeRow({ measure: 'mean', of: 's' }, { verdicts: [...verdicts, verdict('overdue')] }, mean);
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
    wholeRow(kpi, { verdicts: [verdict('pending')] }, { ...nothing, goal: '<= 1 hour' });
  });

  it('a percentile that more runs over its goal would have met: no shortfall is told', () => {
    const verdicts = [verdict('met', { usedMs: HOUR })];
    const kpi = { measure: 'percentile', of: 's', p: 50, goal: '>= 2 hours' } as const;
    const [row] = rowsOf([{ id: 'k', ...kpi }], { verdicts });
    expect(row).toMatchObject({ met: false, value: HOUR });
  });

  it('satisfaction: 1 of 2 answers of 3 asked', () => {
    const asked = { type: 'surveyed', at: at('09-11 10:00') };
    const cases = [
      caseOf([received, asked, rated('satisfied')]),
      caseOf([received, asked, rated('dissatisfied'), rated(null, '09-13 10:00')]),
      caseOf([received, asked]),
      caseOf([received]),
      caseOf([rated('satisfied')]),
      // Neither says how satisfied the customer was.
      caseOf([received, rated(null)]),
      caseOf([received, rated(null), { ...rated('satisfied'), type: 'said' }]),
    ];
    wholeRow(
      { measure: 'satisfactionRate' },
      { cases },
      {
        ...{ numerator: 1, denominator: 2, value: 0.5, basis: 'surveyed', pending: 1 },
        responseRate: {
          numerator: 2,
          denominator: 3,
          value: 2 / 3,
          interval: expect.any(Array),
          basis: 'asked',
        },
      },
    );
  });

  it('answers and visits: 1 of 2, the other pending', () => {
    const answered = [
      caseOf(['09-10 10:00 surveyed', '09-11 10:00 rated']),
      caseOf(['09-10 10:00 surveyed']),
    ];
    const half = { numerator: 1, denominator: 2, value: 0.5, pending: 1 };
    wholeRow({ measure: 'responseRate' }, { cases: answered }, { ...half, basis: 'asked' });
    const visited = [
      caseOf(['09-10 10:00 closed', '09-11 10:00 return-visited']),
      caseOf(['09-10 10:00 closed']),
    ];
    wholeRow({ measure: 'returnVisitRate' }, { cases: visited }, { ...half, basis: 'closed' });
  });

  it('first contacts: 1 of 2, nothing pending', () => {
    const cases = [
      caseOf([received, '09-11 10:00 resolved']),
      caseOf([received, '09-11 10:00 resolved', '09-12 10:00 received']),
    ];
    wholeRow(
      { measure: 'firstContactResolutionRate' },
      { cases },
      { numerator: 1, denominator: 2, value: 0.5, basis: 'contacts' },
    );
  });

  it('repeats by key: how they were found, and what had no key', () => {
    const cases = [
      caseOf([received], { customer: 'li' }),
      caseOf(['09-11 10:00 received'], { customer: 'li' }),
      caseOf([received]),
    ];
    const kpi = {
      measure: 'repeatComplaintRate',
      key: ['customer'],
      window: '7 days',
      denominator: 'all',
    } as const;
    wholeRow(
      kpi,
      { cases },
      {
        ...{ numerator: 1, denominator: 2, value: 0.5, basis: 'all', undetermined: 1 },
        choices: {
          by: 'key',
          key: ['customer'],
          window: '7 days',
          mergeWindow: null,
          countFirst: false,
          merged: 0,
        },
      },
    );
  });

  it('repeats by their links: how they were found', () => {
    const cases = [
      caseOf([received], { repeatOf: 'a' }),
      caseOf([received], { repeatOf: '' }),
      caseOf([received]),
      caseOf(['09-11 10:00 replied'], { repeatOf: 'a' }),
    ];
    wholeRow(
      { measure: 'repeatComplaintRate', denominator: 'all' },
      { cases },
      {
        ...{ numerator: 1, denominator: 3, value: 1 / 3, basis: 'all', choices: { by: 'repeatOf' } },
      },
    );
  });

  it('repeats by two attributes: what lacks one of them, or its receipt, has no key', () => {
    const cases = [
      caseOf([received], { customer: 'li', subject: 'lift' }),
      caseOf([received], { customer: 'li' }),
      caseOf(['09-11 10:00 replied'], { customer: 'li', subject: 'lift' }),
    ];
    const kpi = {
      id: 'k',
      measure: 'repeatComplaintRate',
      key: ['customer', 'subject'],
      window: '7 days',
    } as const;
    expect(rowsOf([{ ...kpi, denominator: 'all' }], { cases })).toMatchObject([
      { numerator: 0, denominator: 1, undetermined: 1 },
    ]);
  });

  it('calls: connected, abandoned and in time', () => {
    const offered = '09-10 10:00 offered';
    const cases = [
      caseOf([offered, '09-10 10:01 answered']),
      caseOf([offered, '09-10 10:01 abandoned']),
      caseOf([offered]),
    ];
    const third = { numerator: 1, denominator: 3, value: 1 / 3, pending: 1 };
    wholeRow({ measure: 'connectRate' }, { cases }, { ...third, basis: 'offered' });
    wholeRow({ measure: 'abandonRate' }, { cases }, { ...third, basis: 'offered' });
    const level = { numerator: 1, denominator: 2, value: 0.5, basis: 'formula-3', pending: 1 };
    wholeRow({ measure: 'serviceLevel', formula: 3, threshold: '1 minute' }, { cases }, level);
  });

  it('events: 2, of nothing', () => {
    const cases = [caseOf([received, '09-11 10:00 transferred', '09-12 10:00 transferred'])];
    const measured = { numerator: 2, denominator: null, value: 2, basis: 'events', interval: null };
    wholeRow(
      { measure: 'count', event: 'transferred', goal: '<= 1' },
      { cases },
      { ...measured, goal: '<= 1', met: false, shortBy: 1 },
    );
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

describe('rows by groups', () => {
  const cases = [
    caseOf([received, '09-11 10:00 replied'], { a: 1, bc: 2, ab: 3, c: 4 }),
    caseOf([received], { a: 1, bc: 9, ab: 3, c: 9 }),
  ];

  it('tells groups apart whose names only run together alike: a and bc, ab and c', () => {
    const kpis: KpiSpec[] = [
      { id: 'reply', measure: 'replyRate', groupBy: ['ab', 'c'] },
      { id: 'total', measure: 'composite', weights: { reply: 1 }, groupBy: ['a', 'bc'] },
    ];
    const rows = rowsOf(kpis, { cases }).map(({ id, group, value }) => [id, group, value]);
    expect(rows).toEqual([
      ['reply', { ab: 3, c: 4 }, 1],
      ['reply', { ab: 3, c: 9 }, 0],
      ['total', { a: 1, bc: 2 }, 1],
      ['total', { a: 1, bc: 9 }, 0],
    ]);
  });

  it('weighs parts that state what is the default like parts that leave it out', () => {
    const kpis: KpiSpec[] = [
      { id: 'reply', measure: 'replyRate', period: 'month', dayStart: '00:00' },
      { id: 'total', measure: 'composite', weights: { reply: 1 } },
    ];
    const tally = createTally(policyOf(...kpis));
    expect(tally.definition.kpis).toHaveLength(2);
    for (const timeline of cases) tally.add({ timeline, verdicts: [] });
    expect(tally.kpis(asOf).map(({ id, value }) => [id, value])).toEqual([
      ['reply', 0.5],
      ['total', 0.5],
    ]);
  });

  it('shows once more by channel what has one, not again what is by channel already', () => {
    const kpis: KpiSpec[] = [
      { id: 'reply', measure: 'replyRate' },
      { id: 'by', measure: 'replyRate', groupBy: ['channel'] },
    ];
    const rows = rowsOf(kpis, { cases: [caseOf([received], { channel: 'web' })] }, ['channel']);
    expect(rows.map(({ id, group }) => [id, group])).toEqual([
      ['reply', null],
      ['reply', { channel: 'web' }],
      ['by', { channel: 'web' }],
    ]);
  });

  it('says which attribute no case has, once, and nothing where nothing was counted', () => {
    const tally = createTally(
      policyOf({ id: 'a', measure: 'replyRate' }, { id: 'b', measure: 'resolutionRate' }),
      {
        groupBy: ['tier', 'bc'],
      },
    );
    expect(tally.findings()).toEqual([]);
    for (const timeline of cases) tally.add({ timeline, verdicts: [] });
    expect(tally.findings()).toEqual([
      {
        code: 'kpi.group-by',
        message: 'no case that a KPI counts has the attribute "tier": nothing is shown by it',
      },
    ]);
  });
});

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
