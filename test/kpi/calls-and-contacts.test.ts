import { describe, expect, it } from 'vitest';
import type { Timeline } from '../../src/case/timeline.ts';
import { createTally } from '../../src/kpi/create-tally.ts';
import type { KpiSpec } from '../../src/kpi/types.ts';
import { asOf, at, caseOf, policyOf } from './build.ts';

function rowsOf(kpi: KpiSpec, timelines: readonly Timeline[]) {
  const tally = createTally(policyOf(kpi));
  for (const timeline of timelines) tally.add({ timeline, verdicts: [] });
  return tally.kpis(asOf);
}

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
