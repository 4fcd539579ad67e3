import { describe, expect, it } from 'vitest';
import type { KpiSpec } from '../../src/kpi/types.ts';
import { at, caseOf } from './build.ts';
import { rowsOf } from './rows-of-cases.ts';

const start = at('09-10 10:00').getTime();
const call = (...events: [seconds: number, type: string, attributes?: object][]) =>
  caseOf(events.map(([seconds, type, more]) => ({ type, at: start + seconds * 1000, ...more })));
const connect: KpiSpec = { id: 'k', measure: 'connectRate' };
const abandon: KpiSpec = { id: 'k', measure: 'abandonRate', shortAbandoned: '5 seconds' };

describe('a call', () => {
  it.each(['bot', 'robot', 'ai', 'ivr', 'system'])('answered by a %s is not answered by a human', (role) => {
    const greeted = call([0, 'offered'], [1, 'answered', { role }]);
    expect(rowsOf(connect, [greeted])).toMatchObject([{ numerator: 0, denominator: 1, pending: 1 }]);
  });

  it('neither answered nor abandoned is pending, for every measure of calls', () => {
    const level: KpiSpec = { id: 'k', measure: 'serviceLevel', formula: 1, threshold: '15 seconds' };
    for (const kpi of [connect, abandon, level])
      expect(rowsOf(kpi, [call([0, 'offered']), call([0, 'offered'], [3, 'answered'])])).toMatchObject([
        { pending: 1 },
      ]);
  });

  it('abandoned after 5 seconds is a short one, a ms later it is not', () => {
    const given = (ms: number) => [
      call([0, 'offered'], [ms / 1000, 'abandoned']),
      call([0, 'offered'], [3, 'answered']),
    ];
    expect(rowsOf(abandon, given(5000))).toMatchObject([{ numerator: 0, denominator: 2 }]);
    expect(rowsOf(abandon, given(5001))).toMatchObject([{ numerator: 1, denominator: 2 }]);
  });

  it('abandoned in the instant of its offer is not short where nothing says what that is', () => {
    expect(
      rowsOf({ id: 'k', measure: 'abandonRate' }, [call([0, 'offered'], [0, 'abandoned'])]),
    ).toMatchObject([{ numerator: 1, denominator: 1 }]);
  });

  it('abandoned at once is no short one, and abandoned on the 15th second is in time, a ms later not', () => {
    const level = (formula: 1 | 5, ms: number) =>
      rowsOf({ id: 'k', measure: 'serviceLevel', formula, threshold: '15 seconds' }, [
        call([0, 'offered'], [ms / 1000, 'abandoned']),
      ])[0]?.numerator;
    expect(level(5, 0)).toBe(0);
    expect([level(1, 15_000), level(1, 15_001)]).toEqual([1, 0]);
  });

  it('is ended by what comes after its own offer: of 2 offers and an answer before the second, one is open', () => {
    const twice = call([0, 'offered'], [3, 'answered'], [50, 'offered']);
    expect(rowsOf(connect, [twice])).toMatchObject([{ numerator: 1, denominator: 2, pending: 1 }]);
  });

  it('that is never offered counts from where it ends, if that comes before its receipt', () => {
    const early = caseOf(['09-30 23:59 abandoned', '10-01 00:01 received']);
    expect(rowsOf(connect, [early])).toMatchObject([{ period: '2026-09', denominator: 1 }]);
    const late = caseOf(['09-30 23:59 received', '10-01 00:01 answered']);
    expect(rowsOf(connect, [late])).toMatchObject([{ period: '2026-09', numerator: 1 }]);
  });

  it('is of the month of its offer, and counted where the condition holds then', () => {
    const passed = caseOf(['09-30 23:59 offered', '10-01 00:01 answered']);
    expect(rowsOf(connect, [passed])).toMatchObject([{ period: '2026-09', numerator: 1, denominator: 1 }]);
  });
});

describe('a further contact', () => {
  const first: KpiSpec = { id: 'k', measure: 'firstContactResolutionRate', window: '7 days' };
  const said = (when: string, role: string) => ({ type: 'said', at: at(when), role });
  const resolved = ['09-10 10:00 received', '09-11 10:00 resolved'];
  const numerator = (...events: Parameters<typeof caseOf>[0]) =>
    rowsOf(first, [caseOf(events)])[0]?.numerator;

  it('is a message of the customer, not one of the agent', () => {
    expect(numerator(...resolved, said('09-12 10:00', 'customer'))).toBe(0);
    expect(numerator(...resolved, said('09-12 10:00', 'agent'))).toBe(1);
    expect(numerator(...resolved, { ...said('09-12 10:00', 'customer'), type: 'visited' })).toBe(1);
  });

  it('is none where it comes with the first receipt, and one where it comes between that and the resolution', () => {
    expect(numerator(...resolved, said('09-10 10:00', 'customer'))).toBe(1);
    expect(numerator(...resolved, said('09-10 10:01', 'customer'))).toBe(0);
  });

  it('is one on the minute at which the window of 7 days ends, and none after it', () => {
    expect(numerator(...resolved, '09-18 10:00 received')).toBe(0);
    expect(numerator(...resolved, '09-18 10:01 received')).toBe(1);
  });

  it('once made leaves nothing open: the row is provisional for others only', () => {
    const fresh = ['10-29 10:00 received', '10-30 10:00 resolved'];
    const [open] = rowsOf({ ...first, period: 'year' }, [caseOf(fresh)]);
    expect(open?.provisional?.reason).toBe('period-open');
    const [october] = rowsOf(first, [caseOf(fresh)]);
    expect(october?.provisional?.reason).toBe('window-open');
    const [again] = rowsOf(first, [caseOf([...fresh, '10-31 10:00 received'])]);
    expect(again).not.toHaveProperty('provisional');
  });
});

describe('firstContactResolutionRate in a tally', () => {
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
