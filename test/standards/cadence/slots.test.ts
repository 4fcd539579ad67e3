import { describe, expect, it } from 'vitest';
import type { CadenceDetail } from '../../../src/standards/cadence/standard.ts';
import { type EventRow, judged, lines, wall } from '../../support/naive-service.ts';
import { policyOfOne } from '../../support/one-standard.ts';
import { shipped, tracking } from './tracking.ts';

describe('a cadence of slots', () => {
  const perDay = policyOfOne({ ...tracking, times: 1, per: 'day' });
  const slots = (assessment: ReturnType<typeof judged>) =>
    assessment.verdicts.map(({ status, detail }) => {
      const { slot, count } = detail as unknown as CadenceDetail;
      return `${wall(slot.from)} to ${wall(slot.to)} ${count} ${status}`;
    });

  it('judges only the civil days wholly between: shipped Monday 10:00, delivered Thursday 09:00 is Tuesday and Wednesday', () => {
    const log: EventRow[] = [
      shipped,
      ['progressed', '09-28 12:00'],
      ['progressed', '09-29 23:59'],
      ['delivered', '10-01 09:00'],
    ];
    expect(slots(judged(perDay, log, '10-05 00:00'))).toEqual([
      '09-29 00:00 to 09-30 00:00 1 met',
      '09-30 00:00 to 10-01 00:00 0 broken',
    ]);
    expect(lines(judged(perDay, log, '10-05 00:00'))).toEqual(['1 met done 09-29 23:59', '2 broken']);
  });

  it('takes 00:00 into the day that begins: an update at 24:00 is one of the next day', () => {
    const log: EventRow[] = [shipped, ['progressed', '09-30 00:00'], ['delivered', '10-01 00:00']];
    expect(slots(judged(perDay, log, '10-05 00:00'))).toEqual([
      '09-29 00:00 to 09-30 00:00 0 broken',
      '09-30 00:00 to 10-01 00:00 1 met',
    ]);
  });

  it('keeps the running slot pending even when it is served, and turns it at 24:00', () => {
    const log: EventRow[] = [shipped, ['progressed', '09-29 08:00']];
    const running = judged(perDay, log, '09-29 12:00');
    expect(slots(running)).toEqual(['09-29 00:00 to 09-30 00:00 1 pending']);
    expect(wall(running.nextChange)).toBe('09-30 00:00');
    expect(slots(judged(perDay, log, '09-30 00:00'))).toEqual([
      '09-29 00:00 to 09-30 00:00 1 met',
      '09-30 00:00 to 10-01 00:00 0 pending',
    ]);
  });

  it('says when the first slot begins, though it has no verdict yet', () => {
    const waiting = judged(perDay, [shipped], '09-28 12:00');
    expect([lines(waiting), wall(waiting.nextChange)]).toEqual([[], '09-29 00:00']);
  });

  it('has no more slots once the case is withdrawn on the second day', () => {
    const log: EventRow[] = [shipped, ['progressed', '09-29 08:00'], ['withdrawn', '09-30 08:00']];
    const assessment = judged(perDay, log, '10-05 00:00');
    expect(slots(assessment)).toEqual(['09-29 00:00 to 09-30 00:00 1 met']);
    expect(assessment.nextChange).toBeNull();
  });

  it('splits half-days at 12:00: two visits in one morning leave the afternoon broken', () => {
    const policy = policyOfOne({
      kind: 'cadence',
      from: 'admitted',
      until: 'discharged',
      event: { event: 'round', when: { role: 'resident' } },
      times: 1,
      per: 'half-day',
    });
    const log: EventRow[] = [
      ['admitted', '09-28 15:00'],
      ['round', '09-29 08:00', { role: 'resident' }],
      ['round', '09-29 11:59', { role: 'resident' }],
      ['round', '09-29 15:00', { role: 'nurse' }],
      ['round', '09-30 12:00', { role: 'resident' }],
      ['discharged', '09-30 18:00'],
    ];
    expect(slots(judged(policy, log, '10-05 00:00'))).toEqual([
      '09-29 00:00 to 09-29 12:00 2 met',
      '09-29 12:00 to 09-30 00:00 0 broken',
      '09-30 00:00 to 09-30 12:00 0 broken',
    ]);
  });

  it('takes windows of each day for slots: 08:00-12:00 and 14:00-18:00', () => {
    const policy = policyOfOne({
      ...tracking,
      times: 2,
      per: 'half-day',
      windows: ['08:00-12:00', '14:00-18:00'],
    });
    const log: EventRow[] = [
      ['shipped', '09-29 08:00'],
      ['progressed', '09-29 09:00'],
      ['progressed', '09-29 11:00'],
      ['progressed', '09-29 13:00'],
      ['progressed', '09-29 15:00'],
    ];
    const noon = judged(policy, log, '09-29 12:30');
    expect(slots(noon)).toEqual(['09-29 08:00 to 09-29 12:00 2 met']);
    expect(wall(noon.nextChange)).toBe('09-29 14:00');
    expect(slots(judged(policy, log, '09-29 18:00'))).toEqual([
      '09-29 08:00 to 09-29 12:00 2 met',
      '09-29 14:00 to 09-29 18:00 1 broken',
    ]);
  });

  it('begins weeks on Monday, and months on the 1st', () => {
    const weekly = policyOfOne({ ...tracking, times: 1, per: 'week' });
    const monthly = policyOfOne({ ...tracking, times: 1, per: 'month' });
    const log: EventRow[] = [
      ['shipped', '08-30 10:00'],
      ['progressed', '09-06 10:00'],
    ];
    expect(slots(judged(weekly, log, '09-09 00:00'))).toEqual([
      '08-31 00:00 to 09-07 00:00 1 met',
      '09-07 00:00 to 09-14 00:00 0 pending',
    ]);
    expect(slots(judged(monthly, log, '10-01 00:00'))).toEqual([
      '09-01 00:00 to 10-01 00:00 1 met',
      '10-01 00:00 to 11-01 00:00 0 pending',
    ]);
  });

  it('counts civil days of its own calendar: in New York, Monday is over at Tuesday noon in Shanghai', () => {
    const policy = policyOfOne(
      { ...tracking, times: 1, per: 'day', calendar: 'york' },
      { calendars: { york: { timeZone: 'America/New_York', week: 'always' } } },
    );
    expect(slots(judged(policy, [['shipped', '09-28 10:00']], '09-29 11:59'))).toEqual([
      '09-28 12:00 to 09-29 12:00 0 pending',
    ]);
  });

  it('takes the number of times from a parameter, and is undetermined without', () => {
    const standard = { ...tracking, times: { parameter: 'often' }, per: 'day' };
    const log: EventRow[] = [shipped, ['progressed', '09-29 08:00'], ['delivered', '09-30 10:00']];
    expect(lines(judged(policyOfOne(standard), log, '10-05 00:00'))).toEqual([
      '1 undetermined missing often',
    ]);
    const twice = policyOfOne(standard, { parameters: { often: 2 } });
    expect(lines(judged(twice, log, '10-05 00:00'))).toEqual(['1 broken']);
  });
});
