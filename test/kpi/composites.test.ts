import { describe, expect, it } from 'vitest';
import { createTally } from '../../src/kpi/create-tally.ts';
import type { KpiSpec } from '../../src/kpi/types.ts';
import { asOf, at, caseOf, policyOf } from './build.ts';
import { rowsOf } from './rows-of-cases.ts';

const cases = [
  caseOf(['07-10 10:00 received', '07-11 10:00 replied'], { channel: 'web' }),
  caseOf(['08-10 10:00 received'], { channel: 'web' }),
  caseOf(['09-10 10:00 received', '09-11 10:00 resolved'], { channel: 'web' }),
];
const reply: KpiSpec = { id: 'reply', measure: 'replyRate' };
const resolved: KpiSpec = { id: 'resolved', measure: 'resolutionRate' };

const valuesOf = (kpis: readonly KpiSpec[]) =>
  rowsOf(kpis, cases).map(({ id, period, value }) => [id, period, value]);

describe('a composite', () => {
  it('weighs the one it names by its own quarter, though others come before it and that has its months', () => {
    const total: KpiSpec = { id: 'total', measure: 'composite', weights: { resolved: 1 }, period: 'quarter' };
    expect(valuesOf([reply, resolved, total])).toEqual([
      ['reply', '2026-07', 1],
      ['reply', '2026-08', 0],
      ['reply', '2026-09', 0],
      ['resolved', '2026-07', 0],
      ['resolved', '2026-08', 0],
      ['resolved', '2026-09', 1],
      ['total', '2026-Q3', 0.333333333333333],
    ]);
  });

  it('begins the day at 10:01, so that 10:00 is of the day before, and at -13:59, so that 10:01 is of the next', () => {
    const first = (dayStart: string) => rowsOf([{ ...reply, dayStart, period: 'day' }], cases)[0]?.period;
    expect(['10:00', '10:01', '09:59'].map(first)).toEqual(['2026-07-10', '2026-07-09', '2026-07-10']);
    expect(['-14:00', '-14:01', '-13:59'].map(first)).toEqual(['2026-07-11', '2026-07-11', '2026-07-10']);
  });

  it('weighs days that begin as its own do', () => {
    const early: KpiSpec = { ...reply, dayStart: '12:00', period: 'day' };
    const total: KpiSpec = { id: 'total', measure: 'composite', weights: { reply: 1 }, period: 'day' };
    expect(valuesOf([early, total]).filter(([, period]) => String(period).startsWith('2026-07'))).toEqual([
      ['reply', '2026-07-09', 1],
      ['total', '2026-07-10', 1],
    ]);
  });

  it('is compared with its goal before it is rounded: a third is over 33.3333333333333%', () => {
    const total: KpiSpec = {
      ...{ id: 'total', measure: 'composite', weights: { reply: 1 }, period: 'year' },
      goal: '<= 33.3333333333333%',
    };
    expect(rowsOf([reply, total], cases).at(-1)).toMatchObject({ value: 0.333333333333333, met: false });
  });

  it('is left out where a part of it has a parameter that nobody has set', () => {
    const parameters = { seconds: null };
    const level = { id: 'level', measure: 'serviceLevel', formula: 1, threshold: { parameter: 'seconds' } };
    const total: KpiSpec = { id: 'total', measure: 'composite', weights: { level: 0.5, reply: 0.5 } };
    const policy = { ...policyOf(reply, level as never, total), parameters };
    expect(createTally(policy).definition.kpis.map(({ spec }) => spec.id)).toEqual(['reply']);
  });
});

describe('a composite', () => {
  const share = (replied: number, received: number) => {
    const cases = Array.from({ length: received }, (_, n) =>
      caseOf(['09-10 10:00 received', ...(n < replied ? ['09-11 10:00 replied'] : [])]),
    );
    const tally = createTally(
      policyOf(
        { id: 'reply', measure: 'replyRate' },
        { id: 'whole', measure: 'composite', weights: { reply: 1 }, goal: '>= 66.67%' },
      ),
    );
    for (const timeline of cases) tally.add({ timeline, verdicts: [] });
    return tally.kpis(asOf)[1];
  };

  it.each([
    [2, 3, 0.666666666666667],
    [1, 3, 0.333333333333333],
    [1, 100, 0.01],
    [7, 7, 1],
    [0, 7, 0],
  ])('of one part, %i of %i, is %f: 15 decimals, rounded', (replied, received, value) => {
    expect(share(replied, received)).toMatchObject({
      value,
      numerator: null,
      denominator: null,
      interval: null,
      basis: 'weighted',
      met: replied === received,
    });
  });

  it('counts what is pending in its parts', () => {
    expect(share(2, 3)?.pending).toBe(1);
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
