import { describe, expect, it } from 'vitest';
import type { Timeline } from '../../src/case/timeline.ts';
import { createTally } from '../../src/kpi/create-tally.ts';
import type { KpiSpec } from '../../src/kpi/types.ts';
import { asOf, at, caseOf, policyOf } from './build.ts';

function rowsOf(kpi: KpiSpec | readonly KpiSpec[], timelines: readonly Timeline[]) {
  const tally = createTally(policyOf(...[kpi].flat()));
  for (const timeline of timelines) tally.add({ timeline, verdicts: [] });
  return tally.kpis(asOf);
}

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

  it('firstContactResolutionRate gives 1 of 3: not the one that wrote again, not the one that came back on day 7', () => {
    const cases = [
      caseOf(['09-10 10:00 received', '09-10 11:00 resolved', '09-17 11:01 received']),
      caseOf([
        '09-10 10:00 received',
        { type: 'said', role: 'customer', at: at('09-10 10:30') },
        '09-10 11:00 resolved',
      ]),
      caseOf(['09-10 10:00 received', '09-10 11:00 resolved', '09-17 11:00 received']),
      caseOf(['09-10 10:00 received']),
    ];
    const kpi: KpiSpec = { id: 'k', measure: 'firstContactResolutionRate', window: '7 days' };
    const [row] = rowsOf(kpi, cases);
    expect(row).toMatchObject({ numerator: 1, denominator: 3, basis: 'contacts' });
    expect(row).not.toHaveProperty('provisional');
  });

  it('firstContactResolutionRate without a window looks as far as the log goes: 1 of 2, for good', () => {
    const cases = [
      caseOf(['09-10 10:00 received', '09-10 11:00 resolved', '10-31 10:00 received']),
      caseOf(['09-10 10:00 received', '09-10 11:00 resolved']),
    ];
    const [row] = rowsOf({ id: 'k', measure: 'firstContactResolutionRate' }, cases);
    expect(row).toMatchObject({ numerator: 1, denominator: 2 });
    expect(row).not.toHaveProperty('provisional');
  });

  it('firstContactResolutionRate takes what the customer says of a case never received as a further contact', () => {
    const said = { type: 'said', role: 'customer', at: at('09-11 10:00') };
    const kpi: KpiSpec = { id: 'k', measure: 'firstContactResolutionRate', window: '7 days' };
    expect(rowsOf(kpi, [caseOf(['09-10 11:00 resolved', said])])).toMatchObject([
      { numerator: 0, denominator: 1 },
    ]);
  });

  it('firstContactResolutionRate is provisional until the window of 7 days has passed', () => {
    const kpi: KpiSpec = { id: 'k', measure: 'firstContactResolutionRate', window: '7 days' };
    const resolvedOn = (day: string) => [caseOf([`10-${day} 00:00 received`, `10-${day} 00:00 resolved`])];
    expect(rowsOf(kpi, resolvedOn('25'))[0]).not.toHaveProperty('provisional');
    expect(rowsOf(kpi, resolvedOn('26'))[0]!.provisional).toEqual({
      since: '2026-11-01',
      reason: 'window-open',
      sources: [],
    });
  });
});

describe('calls in a tally', () => {
  const call = (...events: [seconds: number, type: string, role?: string][]) =>
    caseOf(
      events.map(([seconds, type, role]) => ({
        type,
        at: at('09-10 10:00').getTime() + seconds * 1000,
        ...(role === undefined ? {} : { role }),
      })),
    );
  const cases = [
    call([0, 'received'], [1, 'offered'], [16, 'answered']),
    call([0, 'received'], [1, 'offered'], [2, 'answered', 'bot'], [40, 'answered']),
    call([0, 'received'], [1, 'offered'], [4, 'abandoned']),
    call([0, 'received'], [1, 'offered'], [60, 'abandoned']),
    call([0, 'received'], [1, 'offered'], [13, 'abandoned'], [100, 'offered'], [110, 'answered']),
    call([0, 'received']),
  ];

  it('connectRate gives 3 answered by a human of 6 offered; what ended in the menu stays out', () => {
    expect(rowsOf({ id: 'k', measure: 'connectRate' }, cases)).toMatchObject([
      { numerator: 3, denominator: 6, pending: 0 },
    ]);
  });

  it('abandonRate gives 3 of 6, and 2 without the one that gave up within 5 seconds', () => {
    expect(rowsOf({ id: 'k', measure: 'abandonRate' }, cases)).toMatchObject([
      { numerator: 3, denominator: 6 },
    ]);
    expect(rowsOf({ id: 'k', measure: 'abandonRate', shortAbandoned: '5 seconds' }, cases)).toMatchObject([
      { numerator: 2, denominator: 6, basis: 'without-short' },
    ]);
  });

  it.each([
    [1, 4, 6],
    [2, 2, 3],
    [3, 2, 6],
    [4, 2, 4],
    [5, 3, 6],
  ] as const)(
    'serviceLevel by formula %i within 15 seconds, the 15th included: %i of %i',
    (formula, numerator, denominator) => {
      const kpi: KpiSpec = {
        id: 'k',
        measure: 'serviceLevel',
        formula,
        threshold: '15 seconds',
        shortAbandoned: '5 seconds',
      };
      expect(rowsOf(kpi, cases)).toMatchObject([{ numerator, denominator, basis: `formula-${formula}` }]);
    },
  );

  it('counts the calls of one queue only, where its condition says so', () => {
    const kpi: KpiSpec = { id: 'k', measure: 'connectRate', when: { queue: 'claims' } };
    const of = (queue: string) => caseOf(['09-10 10:00 offered', '09-10 10:01 answered'], { queue });
    expect(rowsOf(kpi, [of('claims'), of('orders')])).toMatchObject([{ numerator: 1, denominator: 1 }]);
  });

  it('takes an answer that nothing came before as one call without a wait', () => {
    const kpi: KpiSpec = { id: 'k', measure: 'serviceLevel', formula: 1, threshold: '15 seconds' };
    expect(rowsOf(kpi, [call([0, 'answered'])])).toMatchObject([{ numerator: 1, denominator: 1 }]);
  });

  it('takes a case that never says "offered" as one call from its receipt', () => {
    const plain = [
      call([0, 'received'], [10, 'answered']),
      call([0, 'received'], [30, 'abandoned']),
      call([0, 'received']),
    ];
    expect(rowsOf({ id: 'k', measure: 'connectRate' }, plain)).toMatchObject([
      { numerator: 1, denominator: 2 },
    ]);
  });
});

describe('composite in a tally', () => {
  const weights = { response: 0.1, resolution: 0.5, satisfaction: 0.4 };
  const kpis: KpiSpec[] = [
    { id: 'response', measure: 'replyRate' },
    { id: 'resolution', measure: 'resolutionRate' },
    { id: 'satisfaction', measure: 'satisfactionRate', basicWeight: 0.9 },
    { id: 'total', measure: 'composite', weights, goal: '>= 78.6%' },
  ];

  it('weighs 95%, 75% and 79% by 0.1, 0.5 and 0.4 as exactly 78.6%', () => {
    const cases = Array.from({ length: 200 }, (_, n) =>
      caseOf([
        '09-10 10:00 received',
        ...(n < 190 ? ['09-11 10:00 replied'] : []),
        ...(n < 150 ? ['09-12 10:00 resolved'] : []),
        {
          type: 'rated',
          at: at('09-13 10:00'),
          satisfaction: n < 140 ? 'satisfied' : n < 160 ? 'basically-satisfied' : 'dissatisfied',
        },
      ]),
    );
    const rows = rowsOf(kpis, cases);
    expect(rows.map(({ value }) => value)).toEqual([0.95, 0.75, 0.79, 0.786]);
    expect(rows[3]).toMatchObject({
      period: '2026-09',
      numerator: null,
      interval: null,
      basis: 'weighted',
      met: true,
    });
  });

  it('has no value where a part has none', () => {
    expect(rowsOf(kpis, [caseOf(['09-10 10:00 received'])])[3]).toMatchObject({
      period: '2026-09',
      value: null,
      met: null,
    });
  });

  it.each(['total', 'unknown'])('refuses to weigh "%s": itself, or what is not there', (id) => {
    expect(() => createTally(policyOf({ id: 'total', measure: 'composite', weights: { [id]: 1 } }))).toThrow(
      expect.objectContaining({
        problems: [expect.objectContaining({ code: 'policy.unknown-kpi', path: ['kpis', 0, 'weights', id] })],
      }),
    );
  });

  it('counts what it weighs by its own quarter and channel, and shows that by its own year only', () => {
    const yearly: KpiSpec[] = [
      { id: 'reply', measure: 'replyRate', period: 'year' },
      {
        id: 'total',
        measure: 'composite',
        weights: { reply: 0.5 },
        period: 'quarter',
        groupBy: ['channel'],
      },
    ];
    const cases = [
      caseOf(['05-10 10:00 received'], { channel: 'web' }),
      caseOf(['09-10 10:00 received', '09-11 10:00 replied'], { channel: 'web' }),
    ];
    expect(rowsOf(yearly, cases).map(({ id, period, value }) => [id, period, value])).toEqual([
      ['reply', '2026', 0.5],
      ['total', '2026-Q2', 0],
      ['total', '2026-Q3', 0.5],
    ]);
  });
});

describe('createTally', () => {
  it('counts what assess gives with the case as it was: the reply of 3 November comes after 1 November', () => {
    const tally = createTally(policyOf({ id: 'k', measure: 'replyRate', groupBy: ['agent'] }));
    const ticket = (id: string, replied: string) => ({
      id,
      agent: 'li',
      events: [
        { type: 'received', at: at('10-30 10:00') },
        { type: 'replied', at: at(replied) },
      ],
    });
    tally.add({ verdicts: [] }, { case: ticket('1', '10-31 10:00'), asOf });
    tally.add({ verdicts: [] }, { case: ticket('2', '11-03 10:00'), asOf });
    expect(tally.kpis(asOf)).toMatchObject([
      { period: '2026-10', group: { agent: 'li' }, numerator: 1, denominator: 2, pending: 1 },
    ]);
  });

  it.each([undefined, null, {}, { standards: 's' }])('refuses %o as a policy', (policy) => {
    expect(() => createTally(policy as never)).toThrow(expect.objectContaining({ code: 'policy.invalid' }));
  });

  it('orders groups: without a value (or with an instant) first, then no and yes, numbers by size, texts by letter', () => {
    const tally = createTally(policyOf({ id: 'k', measure: 'replyRate', groupBy: ['note'] }));
    const notes = ['b', 10, true, 'a', undefined, 9, false, new Date(0), { epochMilliseconds: 0 }];
    for (const note of notes)
      tally.add({ timeline: caseOf(['09-10 10:00 received'], { note }), verdicts: [] });
    expect(tally.kpis(asOf).map(({ group, denominator }) => [group!.note, denominator])).toEqual([
      [null, 3],
      [false, 1],
      [true, 1],
      [9, 1],
      [10, 1],
      ['a', 1],
      ['b', 1],
    ]);
  });

  it('shows every KPI once more by further groups', () => {
    const tally = createTally(policyOf({ id: 'k', measure: 'replyRate' }), { groupBy: ['channel'] });
    tally.add({ timeline: caseOf(['09-10 10:00 received'], { channel: 'web' }), verdicts: [] });
    tally.add({
      timeline: caseOf(['09-10 10:00 received', '09-10 11:00 replied'], { channel: 'phone' }),
      verdicts: [],
    });
    tally.add({ timeline: caseOf(['09-10 10:00 received']), verdicts: [] });
    expect(
      tally.kpis(asOf).map(({ group, numerator, denominator }) => [group, numerator, denominator]),
    ).toEqual([
      [null, 1, 3],
      [{ channel: null }, 0, 1],
      [{ channel: 'phone' }, 1, 1],
      [{ channel: 'web' }, 0, 1],
    ]);
  });

  it('shows no KPI once more by an attribute that no case has', () => {
    const tally = createTally(policyOf({ id: 'k', measure: 'replyRate', groupBy: ['channel'] }), {
      groupBy: ['nope'],
    });
    tally.add({ timeline: caseOf(['09-10 10:00 received'], { channel: 'web' }), verdicts: [] });
    expect(tally.kpis(asOf).map(({ group }) => group)).toEqual([{ channel: 'web' }]);
  });

  it('begins the day where the KPI says: 03:59 on 1 October is September from 04:00, October from midnight', () => {
    const rows = rowsOf(
      [
        { id: 'midnight', measure: 'replyRate' },
        { id: 'four', measure: 'replyRate', dayStart: '04:00' },
        { id: 'noon', measure: 'replyRate', dayStart: '-12:00', period: 'day' },
      ],
      [caseOf(['10-01 03:59 received'])],
    );
    expect(rows.map(({ period }) => period)).toEqual(['2026-10', '2026-09', '2026-10-01']);
  });

  it('puts parameters in, and leaves out a KPI whose parameter nobody has set', () => {
    const kpi = {
      id: 'k',
      measure: 'replyRate',
      when: { kind: { parameter: 'kinds' } },
    } as unknown as KpiSpec;
    const timeline = caseOf(['09-10 10:00 received'], { kind: 'complaint' });
    const rows = (kinds: unknown) => {
      const tally = createTally({ ...policyOf(kpi), parameters: { kinds } });
      tally.add({ timeline, verdicts: [] });
      return tally.kpis(asOf).length;
    };
    expect([rows(['complaint']), rows(['inquiry']), rows(null)]).toEqual([1, 0, 0]);
  });

  it('refuses a policy by everything that is wrong with its KPIs, wherever it is', () => {
    const kpis = [
      { id: 'a', measure: 'percentile', of: 'x' },
      { id: 'b', measure: 'replyRate' },
      { id: 'c', measure: 'replyRate', goal: '90%', formula: 1 },
    ] as unknown as KpiSpec[];
    expect(() => createTally(policyOf(...kpis))).toThrow(
      expect.objectContaining({
        code: 'policy.invalid',
        problems: [
          expect.objectContaining({ code: 'policy.unknown-standard', path: ['kpis', 0, 'of'] }),
          expect.objectContaining({ code: 'policy.shape', path: ['kpis', 0, 'p'] }),
          expect.objectContaining({ code: 'policy.shape', path: ['kpis', 2, 'goal'] }),
          expect.objectContaining({ code: 'policy.unknown-key', path: ['kpis', 2, 'formula'] }),
        ],
      }),
    );
  });
});
