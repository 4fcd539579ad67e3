import { describe, expect, it } from 'vitest';
import { createTally, type TallyPolicy } from '../../src/kpi/create-tally.ts';
import type { KpiSpec } from '../../src/kpi/types.ts';
import { asOf, at, caseOf, policyOf, verdictOf } from './build.ts';
import { rowsOf } from './rows-of-cases.ts';

const HOUR = 3_600_000;
const timeline = caseOf(['09-30 10:00 received']);

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

  it('shows by two further groups where one of them is known', () => {
    const tally = createTally(policyOf({ id: 'k', measure: 'replyRate', period: 'year' }), {
      groupBy: ['tier', 'channel'],
    });
    for (const month of ['07', '08', '09'])
      tally.add({ timeline: caseOf([`${month}-10 10:00 received`], { channel: 'web' }), verdicts: [] });
    expect(tally.kpis(asOf).map(({ group, denominator }) => [group, denominator])).toEqual([
      [null, 3],
      [{ tier: null, channel: 'web' }, 3],
    ]);
  });

  it('says of what is no policy that it should be one', () => {
    expect(() => createTally({} as TallyPolicy)).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ code: 'policy.shape', path: [] })] }),
    );
  });
});

describe('a tally', () => {
  const ticket = {
    id: 'c',
    events: [
      { type: 'received', at: at('09-30 10:00') },
      { type: 'replied', at: at('10-01 10:00') },
    ],
  };
  const replies = () => createTally(policyOf({ id: 'k', measure: 'replyRate' }));

  it.each([
    ['2026-10-01T09:00:00+08:00', 0, 1],
    ['2026-10-01T11:00:00+08:00', 1, 0],
  ])('takes a case as it was at %s: %i replied, %i pending', (moment, numerator, pending) => {
    const tally = replies();
    tally.add({ verdicts: [] }, { case: ticket, asOf: moment });
    expect(tally.kpis(asOf)).toMatchObject([{ numerator, denominator: 1, pending }]);
  });

  it('takes the case as it was read before, if there is one', () => {
    const tally = replies();
    tally.add({ verdicts: [], timeline }, { case: ticket, asOf });
    expect(tally.kpis(asOf)).toMatchObject([{ numerator: 0, denominator: 1 }]);
  });

  it('names the moment that is none', () => {
    const wrong = expect.objectContaining({ code: 'instant.syntax', path: ['asOf'] });
    expect(() => replies().add({ verdicts: [] }, { case: ticket, asOf: 'now' })).toThrow(wrong);
    expect(() => replies().kpis('now')).toThrow(wrong);
  });

  it('counts no case of a verdict that comes without one', () => {
    const tally = replies();
    tally.add({ verdicts: [verdictOf('met')] });
    expect(tally.kpis(asOf)).toEqual([]);
    expect(tally.standards()[0]).toMatchObject({ runs: 1 });
  });

  it('names the standards it knows where a verdict is of another', () => {
    const tally = replies();
    expect(() => tally.add({ verdicts: [verdictOf('met', { standard: 'x' })] })).toThrow(
      expect.objectContaining({
        code: 'kpi.standard',
        message: 'no standard "x"; expected one of s, advice',
      }),
    );
  });

  it('takes used times of runs that are done alone, and none of one that has none', () => {
    const tally = replies();
    tally.add({
      verdicts: [
        verdictOf('overdue', { usedMs: 99 * HOUR }),
        verdictOf('pending', { usedMs: 9 * HOUR }),
        verdictOf('met', { from: null, due: null, done: null, usedMs: null }),
      ],
    });
    const none = { p50: null, p75: null, p90: null, p95: null, p99: null };
    expect(tally.standards()[0]).toMatchObject({
      runs: 3,
      percentiles: none,
      elapsed: none,
      working: none,
      distribution: [],
    });
  });

  it('shows no rows of what is counted for a composite alone: replies by quarter', () => {
    const tally = createTally(
      policyOf(
        { id: 'reply', measure: 'replyRate' },
        { id: 'whole', measure: 'composite', weights: { reply: 1 }, period: 'quarter' },
      ),
    );
    tally.add({ verdicts: [] }, { case: ticket, asOf });
    expect(tally.kpis(asOf).map(({ id, period, value }) => [id, period, value])).toEqual([
      ['reply', '2026-09', 1],
      ['whole', '2026-Q3', 1],
    ]);
  });
});
