import { describe, expect, it } from 'vitest';
import { at, type EventRow, judged, lines, policyOf } from '../../support/naive-service.ts';

// Deadlines that can't be told yet: no limit, no parameter, no start. 28 September 2026 is a Monday.

const received: EventRow = ['received', '09-28 10:00'];
const pause = { on: 'paused', off: 'resumed' };
const promised = { within: { promised: 'promisedAt' } };

describe('while the limit is not known', () => {
  const table = { within: { table: [{ when: { priority: 'high' }, limit: '2 hours' }] } };
  const log: EventRow[] = [
    received,
    ['extended', '09-28 10:30', { duration: '1 hour' }],
    ['extended', '09-28 11:00', { until: at('09-30 10:00') }],
    ['changed', '09-28 11:30', { set: { tier: 'gold' } }],
  ];

  it('for want of a row: extended and changed, it is undetermined', () => {
    const judge = (standard: object, priority: string) =>
      lines(judged(policyOf({ ...table, ...standard }), log, '09-28 12:00', { priority }));
    expect(judge({}, 'low')).toEqual(['1 undetermined missing priority']);
    expect(judge({ onChange: 'recalculate' }, 'low')).toEqual(['1 undetermined missing priority']);
    expect(judge({}, 'high')).toEqual(['1 pending due 09-30 10:00']);
  });

  it('for want of a promised time: an hour more and an until are kept until it is promised', () => {
    expect(lines(judged(policyOf(promised), log, '09-28 12:00'))).toEqual([
      '1 undetermined missing promisedAt',
    ]);
    const later: EventRow = ['promised', '09-28 11:45', { promisedAt: at('09-29 10:00') }];
    expect(lines(judged(policyOf(promised), [...log, later], '09-28 12:00'))).toEqual([
      '1 pending due 09-30 10:00',
    ]);
    expect(lines(judged(policyOf(promised), [...log.slice(0, 2), later], '09-28 12:00'))).toEqual([
      '1 pending due 09-29 11:00',
    ]);
  });

  it('and the clock stopped: undetermined, and nothing changes by itself', () => {
    const stopped: EventRow[] = [received, ['paused', '09-28 11:00']];
    const result = judged(policyOf({ ...promised, pause }), stopped, '09-28 12:00');
    expect(lines(result)).toEqual(['1 undetermined missing promisedAt']);
    expect(result.nextChange).toBeNull();
  });
});

describe('while a parameter is not set', () => {
  it('no rung is listed: whether it restarts is not known', () => {
    const rungs = [{ id: 'warn', level: 1, to: 'boss', at: { share: 0.5, of: 'answer' } }];
    const policy = (again: string | null) =>
      policyOf(
        { restartOn: { parameter: 'again' } },
        { parameters: { again }, ladders: [{ id: 'up', rungs }] },
      );
    const rungsOf = (again: string | null, asOf: string) =>
      judged(policy(again), [received], asOf).escalations.map(({ rung, state }) => `${rung} ${state}`);
    expect([rungsOf('returned', '09-28 12:00'), rungsOf(null, '09-28 12:00')]).toEqual([
      ['warn upcoming'],
      [],
    ]);
    expect([rungsOf('returned', '09-28 22:00'), rungsOf(null, '09-28 22:00')]).toEqual([['warn due'], []]);
  });
});

describe('a case that lacks its beginning', () => {
  it('names nobody as its owner: undetermined', () => {
    const [verdict] = judged(policyOf(), [['replied', '09-28 11:00']], '09-28 12:00', {
      owner: 'li',
    }).verdicts;
    expect(verdict).toMatchObject({ status: 'undetermined', missing: ['received'] });
    expect(verdict).not.toHaveProperty('owner');
  });
});
