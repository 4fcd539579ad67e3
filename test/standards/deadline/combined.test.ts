import { describe, expect, it } from 'vitest';
import { at, codes, type EventRow, judged, lines, policyOf } from '../../support/naive-service.ts';

// Several rules of deadlines at once, each worked out by hand. 28 September 2026 is a Monday, 1 to 7 October are off.

const HOUR = 3_600_000;
const received: EventRow = ['received', '09-28 10:00'];
const pause = { on: 'paused', off: 'resumed' };
const round = { calendars: { round: { timeZone: 'Asia/Shanghai', week: 'always' } } };
const byPriority = (limit: string, otherwise: string) => ({
  table: [{ when: { priority: 'high' }, limit }],
  otherwise,
});

describe('several rules at once', () => {
  it('a row with calendar and counting of its own: 1 day of the round calendar from Thursday 17:00 ends Friday 24:00', () => {
    const row = {
      when: { priority: 'high' },
      limit: '1 working day',
      calendar: 'round',
      counting: 'calendar-24-7',
    };
    const policy = policyOf({ within: { table: [row], otherwise: '2 working days' } }, round);
    const log: EventRow[] = [['received', '09-24 17:00']];
    expect(lines(judged(policy, log, '09-24 17:30', { priority: 'high' }))).toEqual([
      '1 pending due 09-26 00:00',
    ]);
    expect(lines(judged(policy, log, '09-24 17:30', { priority: 'low' }))).toEqual([
      '1 pending due 09-29 18:00',
    ]);
  });

  it('a promise recalculated at 09:00 for the next day counts, one made at due itself does not', () => {
    const policy = policyOf({ within: { promised: 'promisedAt' }, onChange: 'recalculate' });
    const promised = (when: string, what: string): EventRow => ['promised', when, { promisedAt: at(what) }];
    const log = [
      received,
      promised('09-28 11:00', '09-29 10:00'),
      promised('09-29 09:00', '09-30 10:00'),
      promised('09-30 10:00', '10-09 10:00'),
    ];
    expect(lines(judged(policy, log, '09-30 12:00'))).toEqual(['1 overdue due 09-30 10:00']);
  });

  it('a promised time is not moved by a pause: paused from 11:00 on, overdue the next day, 1 hour used, 1 over', () => {
    const policy = policyOf({ within: { promised: 'promisedAt' }, pause });
    const result = judged(policy, [received, ['paused', '09-28 11:00']], '09-29 11:00', {
      promisedAt: at('09-29 10:00'),
    });
    expect(lines(result)).toEqual(['1 overdue due 09-29 10:00']);
    expect(result.verdicts[0]).toMatchObject({
      usedMs: HOUR,
      overMs: HOUR,
      pausedMs: 24 * HOUR,
      clock: 'paused',
    });
  });

  it('24 hours, 4 hours more, until the 30th 10:00, 2 hours more: due at 12:00; a later until for the 29th gives nothing', () => {
    const log: EventRow[] = [
      received,
      ['extended', '09-28 11:00', { duration: '4 hours' }],
      ['extended', '09-28 12:00', { until: at('09-30 10:00') }],
      ['extended', '09-28 13:00', { duration: '2 hours' }],
      ['extended', '09-28 14:00', { until: at('09-29 10:00') }],
    ];
    expect(lines(judged(policyOf(), log, '09-28 15:00'))).toEqual(['1 pending due 09-30 12:00']);
  });

  it('a high priority at 15:00 leaves 2 hours from 10:00: due was 12:00, the answer at 16:00 is 4 hours late', () => {
    const policy = policyOf({ within: byPriority('2 hours', '24 hours'), onChange: 'recalculate' });
    const log: EventRow[] = [
      received,
      ['changed', '09-28 15:00', { set: { priority: 'high' } }],
      ['replied', '09-28 16:00'],
    ];
    const result = judged(policy, log, '09-28 17:00', { priority: 'low' });
    expect(lines(result)).toEqual(['1 late due 09-28 12:00 done 09-28 16:00']);
    expect(result.verdicts[0]?.overMs).toBe(4 * HOUR);
  });

  it('no longer a complaint at 12:00 and one again at 13:00: the run goes on from 10:00', () => {
    const policy = policyOf({ when: { kind: 'complaint' }, onChange: 'recalculate' });
    const log: EventRow[] = [
      received,
      ['changed', '09-28 12:00', { set: { kind: 'inquiry' } }],
      ['changed', '09-28 13:00', { set: { kind: 'complaint' } }],
    ];
    const judge = (events: EventRow[]) => lines(judged(policy, events, '09-28 16:00', { kind: 'complaint' }));
    expect(judge(log)).toEqual(['1 pending due 09-29 10:00']);
    expect(judge(log.slice(0, 2))).toEqual(['1 exempt due 09-29 10:00 no-longer-applicable']);
  });

  it('a rejection at 12:00 ends both open runs and opens one: resolved at 13:00', () => {
    const policy = policyOf({ to: 'resolved', each: 'run', restartOn: 'rejected' });
    const log: EventRow[] = [
      received,
      ['received', '09-28 11:00'],
      ['rejected', '09-28 12:00'],
      ['resolved', '09-28 13:00'],
    ];
    expect(lines(judged(policy, log, '09-28 14:00'))).toEqual([
      '1 exempt due 09-29 10:00 restarted',
      '2 exempt due 09-29 11:00 restarted',
      '3 met due 09-29 12:00 done 09-28 13:00',
    ]);
  });

  it('at one instant the log decides: withdrawn before replied is exempt, replied before withdrawn met', () => {
    const [out, answer]: EventRow[] = [
      ['withdrawn', '09-28 12:00'],
      ['replied', '09-28 12:00'],
    ];
    const judge = (...log: EventRow[]) => lines(judged(policyOf(), [received, ...log], '09-28 13:00'));
    expect(judge(out!, answer!)).toEqual(['1 exempt due 09-29 10:00 withdrawn']);
    expect(judge(answer!, out!)).toEqual(['1 met due 09-29 10:00 done 09-28 12:00']);
  });

  it('a pause that begins at due, 10:00, does nothing: at 13:00 27 hours are used and none paused', () => {
    const log: EventRow[] = [received, ['paused', '09-29 10:00'], ['resumed', '09-29 12:00']];
    const result = judged(policyOf({ pause }), log, '09-29 13:00');
    expect(lines(result)).toEqual(['1 overdue due 09-29 10:00']);
    expect(result.verdicts[0]).toMatchObject({ usedMs: 27 * HOUR, pausedMs: 0, overMs: 3 * HOUR });
  });

  it('2 working days: a pause over 18:00 of the first costs a day, one from 09:00 to 17:59 does not', () => {
    const policy = policyOf({ within: '2 working days', pause });
    const paused = (from: string, to: string): EventRow[] => [received, ['paused', from], ['resumed', to]];
    expect(lines(judged(policy, paused('09-29 17:59', '09-29 18:01'), '09-29 19:00'))).toEqual([
      '1 pending due 10-08 18:00',
    ]);
    expect(lines(judged(policy, paused('09-29 09:00', '09-29 17:59'), '09-29 19:00'))).toEqual([
      '1 pending due 09-30 18:00',
    ]);
  });

  it('a clock that stood when the case came in starts at 12:00: 24 hours end the next day at 12:00', () => {
    const log: EventRow[] = [['paused', '09-28 09:00'], received, ['resumed', '09-28 12:00']];
    const result = judged(policyOf({ pause }), log, '09-28 13:00');
    expect(lines(result)).toEqual(['1 pending due 09-29 12:00']);
    expect(codes(result)).toEqual(['pause.overlaps-activity']);
  });

  it('who held the case at due: given at 10:00, due itself, counts; given at 10:01 does not', () => {
    const assigned = (when: string, to: string): EventRow => ['assigned', when, { to }];
    const log = [
      received,
      assigned('09-28 10:05', 'li'),
      assigned('09-29 10:00', 'wu'),
      assigned('09-29 10:01', 'zhao'),
    ];
    expect(judged(policyOf(), log, '09-30 10:00').verdicts[0]?.owner).toBe('wu');
  });

  it('each department closes its own run with both of its answers; an answer of nobody closes none', () => {
    const policy = policyOf({
      from: 'transferred',
      to: { all: ['department-replied', 'told'] },
      match: 'department',
      each: 'run',
    });
    const log: EventRow[] = [
      ['transferred', '09-28 09:00', { department: 'A' }],
      ['transferred', '09-28 09:30', { department: 'B' }],
      ['department-replied', '09-28 10:00', { department: 'A' }],
      ['told', '09-28 11:00', { department: 'A' }],
      ['told', '09-28 12:00'],
    ];
    expect(lines(judged(policy, log, '09-28 13:00'))).toEqual([
      '1 met due 09-29 09:00 done 09-28 11:00',
      '2 pending due 09-29 09:30',
    ]);
  });
});
