import { describe, expect, it } from 'vitest';
import type { KpiSpec } from '../../src/kpi/types.ts';
import { at, caseOf } from './build.ts';
import { rowsOf } from './rows-of-cases.ts';

describe('replyRate in a tally', () => {
  const cases = [
    caseOf(['09-10 10:00 received', '09-11 10:00 replied']),
    caseOf(['09-30 10:00 received', '10-01 10:00 replied', '10-02 10:00 replied']),
    caseOf(['10-05 10:00 received']),
    caseOf(['10-06 10:00 replied']),
  ];

  it('sets the cases of a month that were replied to at all against those received: 2 of 2, then 0 of 1', () => {
    expect(rowsOf({ id: 'k', measure: 'replyRate', goal: '>= 100%' }, cases)).toMatchObject([
      { period: '2026-09', numerator: 2, denominator: 2, basis: 'received', pending: 0, met: true },
      { period: '2026-10', numerator: 0, denominator: 1, basis: 'received', pending: 1, met: false },
    ]);
  });

  it('sets as a flow the first replies of a month against its receipts: 1 of 2, then 1 of 1', () => {
    expect(rowsOf({ id: 'k', measure: 'replyRate', flow: true }, cases)).toMatchObject([
      { period: '2026-09', numerator: 1, denominator: 2, value: 0.5, interval: null, basis: 'flow' },
      { period: '2026-10', numerator: 1, denominator: 1, value: 1, interval: null, basis: 'flow' },
    ]);
  });

  it('passes 100% as a flow where 2 replies meet 1 receipt', () => {
    const carried = [...cases, caseOf(['09-29 10:00 received', '10-03 10:00 replied'])];
    expect(rowsOf({ id: 'k', measure: 'replyRate', flow: true }, carried)[1]).toMatchObject({
      numerator: 2,
      value: 2,
    });
  });

  it('counts complaints only where the KPI says so', () => {
    const mixed = [
      caseOf(['09-10 10:00 received', '09-11 10:00 replied'], { kind: 'inquiry' }),
      caseOf(['09-10 10:00 received'], { kind: 'complaint' }),
    ];
    const kpi: KpiSpec = { id: 'k', measure: 'replyRate', when: { kind: 'complaint' } };
    expect(rowsOf(kpi, mixed)).toMatchObject([{ numerator: 0, denominator: 1 }]);
  });
});

describe('satisfactionRate in a tally', () => {
  const rated = (...answers: string[]) =>
    caseOf([
      '09-10 10:00 received',
      ...answers.map((satisfaction) => ({ type: 'rated', at: at('09-12 10:00'), satisfaction })),
    ]);
  const cases = [
    rated('satisfied'),
    rated('dissatisfied', 'satisfied'),
    rated('basically-satisfied'),
    rated('dissatisfied'),
    caseOf(['09-10 10:00 received']),
  ];

  it('gives 2 of 4 surveyed, the last answer of each customer standing, with 4 of 5 answering beside', () => {
    expect(rowsOf({ id: 'k', measure: 'satisfactionRate' }, cases)).toMatchObject([
      {
        numerator: 2,
        denominator: 4,
        basis: 'surveyed',
        responseRate: { numerator: 4, denominator: 5, basis: 'all' },
      },
    ]);
  });

  it('gives 2 + 0.9 of all 5', () => {
    const kpi: KpiSpec = { id: 'k', measure: 'satisfactionRate', denominator: 'all', basicWeight: 0.9 };
    expect(rowsOf(kpi, cases)).toMatchObject([
      { numerator: 2.9, denominator: 5, value: 0.58, interval: null, basis: 'all' },
    ]);
  });

  it('sets the answers beside those asked where the log says who was asked: 1 of 2', () => {
    const asked = [
      caseOf([
        '09-10 10:00 received',
        '09-11 10:00 surveyed',
        { type: 'rated', at: at('09-12 10:00'), satisfaction: 'satisfied' },
      ]),
      caseOf(['09-10 10:00 received', '09-11 10:00 surveyed']),
      caseOf(['09-10 10:00 received']),
    ];
    expect(
      rowsOf(
        [
          { id: 'k', measure: 'satisfactionRate' },
          { id: 'r', measure: 'responseRate' },
        ],
        asked,
      ),
    ).toMatchObject([
      { pending: 1, responseRate: { numerator: 1, denominator: 2, basis: 'asked' } },
      { id: 'r', numerator: 1, denominator: 2, basis: 'asked', pending: 1 },
    ]);
  });
});

describe('repeatComplaintRate in a tally', () => {
  const cases = [
    caseOf(['08-10 10:00 received']),
    caseOf(['09-10 10:00 received'], { repeatOf: 'x' }),
    caseOf(['09-11 10:00 received', { type: 'changed', at: at('09-20 10:00'), set: { repeatOf: 'x' } }]),
    caseOf(['09-12 10:00 received'], { repeatOf: null }),
    caseOf(['09-13 10:00 received', '09-14 10:00 rejected']),
  ];

  it.each([
    [undefined, 'excluding-repeats', 2],
    ['all', 'all', 4],
    ['including-repeats', 'including-repeats', 6],
  ] as const)(
    'by %s counts 2 repeats in the month of the re-complaint (basis %s, of %i)',
    (denominator, basis, of) => {
      const kpi: KpiSpec = { id: 'k', measure: 'repeatComplaintRate', ...(denominator && { denominator }) };
      expect(rowsOf(kpi, cases)).toMatchObject([
        { period: '2026-08', numerator: 0 },
        { period: '2026-09', numerator: 2, denominator: of, basis },
      ]);
    },
  );
});

describe('other measures of cases', () => {
  it('resolutionRate gives 1 resolved of 2 received', () => {
    const cases = [
      caseOf(['09-10 10:00 received', '10-20 10:00 resolved']),
      caseOf(['09-10 10:00 received']),
    ];
    expect(rowsOf({ id: 'k', measure: 'resolutionRate' }, cases)).toMatchObject([
      { period: '2026-09', numerator: 1, denominator: 2, pending: 1 },
    ]);
  });

  it('returnVisitRate gives 1 visited of 2 closed per department and year', () => {
    const cases = [
      caseOf(['09-10 10:00 received', '09-20 10:00 closed', '10-20 10:00 return-visited'], {
        department: 'west',
      }),
      caseOf(['09-10 10:00 received', '09-20 10:00 closed'], { department: 'west' }),
      caseOf(['09-10 10:00 received', '09-20 10:00 closed'], { department: 'east' }),
      caseOf(['09-10 10:00 received', '10-20 10:00 return-visited'], { department: 'east' }),
    ];
    const kpi: KpiSpec = { id: 'k', measure: 'returnVisitRate', period: 'year', groupBy: ['department'] };
    expect(rowsOf(kpi, cases)).toMatchObject([
      { period: '2026', group: { department: 'east' }, numerator: 0, denominator: 1 },
      {
        period: '2026',
        group: { department: 'west' },
        numerator: 1,
        denominator: 2,
        provisional: { reason: 'period-open' },
      },
    ]);
  });

  it('count counts the 2 dispatches of September and the one of October, which is no rate', () => {
    const cases = [
      caseOf([
        '09-10 10:00 received',
        '09-10 11:00 transferred',
        '09-30 23:59 transferred',
        '10-01 00:00 transferred',
      ]),
    ];
    expect(rowsOf({ id: 'k', measure: 'count', event: 'transferred', goal: '<= 1' }, cases)).toMatchObject([
      { period: '2026-09', numerator: 2, denominator: null, value: 2, interval: null, met: false },
      { period: '2026-10', numerator: 1, value: 1, met: true },
    ]);
  });

  it('count says 0 of a month in which a complaint came in and nothing was transferred: a goal of 0 is met', () => {
    const kpi: KpiSpec = {
      id: 'k',
      measure: 'count',
      event: 'transferred',
      when: { kind: 'complaint' },
      goal: '= 0',
    };
    const cases = [caseOf(['09-10 10:00 received'], { kind: 'complaint' })];
    expect(rowsOf(kpi, cases)).toMatchObject([{ period: '2026-09', value: 0, numerator: 0, met: true }]);
    expect(rowsOf({ ...kpi, when: { kind: 'inquiry' } }, cases)).toEqual([]);
  });

  it('count takes a selector that tests the event', () => {
    const escalated = (level: number) => ({ type: 'escalated', at: at('09-10 12:00'), level });
    const kpi: KpiSpec = {
      id: 'k',
      measure: 'count',
      event: { event: 'escalated', when: { level: { gte: 2 } } },
    };
    expect(rowsOf(kpi, [caseOf([escalated(1), escalated(2), escalated(3)])])).toMatchObject([{ value: 2 }]);
  });
});
