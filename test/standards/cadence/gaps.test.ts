import { describe, expect, it } from 'vitest';
import { codes, type EventRow, judged, lines, wall } from '../../support/naive-service.ts';
import { onlyVerdict, policyOfOne } from '../../support/one-standard.ts';
import { daily, gaps, shipped } from './tracking.ts';

describe('a cadence of gaps, at least every day', () => {
  it('gives one run a gap: 20 hours are met, 30 are late by 6, and delivery closes the last', () => {
    const log: EventRow[] = [
      shipped,
      ['progressed', '09-29 06:00'],
      ['progressed', '09-30 12:00'],
      ['delivered', '10-01 12:00'],
    ];
    const assessment = judged(gaps, log, '10-05 00:00');
    expect(lines(assessment)).toEqual([
      '1 met due 09-29 10:00 done 09-29 06:00',
      '2 late due 09-30 06:00 done 09-30 12:00',
      '3 met due 10-01 12:00 done 10-01 12:00',
    ]);
    const hours = assessment.verdicts.map(({ usedMs, overMs }) => [usedMs! / 3_600_000, overMs! / 3_600_000]);
    expect(hours).toEqual([
      [20, 0],
      [30, 6],
      [24, 0],
    ]);
  });

  it('is late when delivery comes 1 ms after the day is over', () => {
    const log: EventRow[] = [shipped, ['delivered', '09-29 10:00:00.001']];
    expect(lines(judged(gaps, log, '10-05 00:00'))).toEqual([
      '1 late due 09-29 10:00 done 09-29 10:00:00.001',
    ]);
  });

  it('is pending while the gap is open at 24 hours, overdue 1 ms later, and says so in nextChange', () => {
    const open = judged(gaps, [shipped], '09-29 10:00');
    expect(lines(open)).toEqual(['1 pending due 09-29 10:00']);
    expect(wall(open.nextChange)).toBe('09-29 10:00:00.001');
    expect(lines(judged(gaps, [shipped], '09-29 10:00:00.001'))).toEqual(['1 overdue due 09-29 10:00']);
  });

  it('counts rolling days: two holidays in between change nothing, unless a counting is given', () => {
    const log: EventRow[] = [['shipped', '09-30 10:00']];
    expect(lines(judged(policyOfOne({ ...daily, every: '2 days' }), log, '10-01 00:00'))).toEqual([
      '1 pending due 10-02 10:00',
    ]);
    const civil = policyOfOne({ ...daily, every: '2 days', counting: 'prc-civil-code' });
    // 2 October is a holiday: on to the close of Thursday 8 October.
    expect(lines(judged(civil, log, '10-01 00:00'))).toEqual(['1 pending due 10-08 18:00']);
  });

  it('measures a gap of 4 working hours in working time: 16:00 to 11:00 uses 4', () => {
    const policy = policyOfOne({ ...daily, every: '4 working hours' });
    const verdict = onlyVerdict(policy, [['shipped', '09-28 16:00']], '09-28 20:00');
    expect([wall(verdict.due), verdict.usedMs, verdict.remainingMs, verdict.share, verdict.clock]).toEqual([
      '09-29 11:00',
      2 * 3_600_000,
      2 * 3_600_000,
      0.5,
      'closed-hours',
    ]);
  });

  it('takes the limit of each gap from the table as things stand when it begins', () => {
    const policy = policyOfOne({
      ...daily,
      every: { table: [{ when: { tier: 'gold' }, limit: '4 hours' }], otherwise: '1 day' },
    });
    const log: EventRow[] = [
      shipped,
      ['progressed', '09-28 12:00'],
      ['changed', '09-28 13:00', { set: { tier: 'gold' } }],
      ['progressed', '09-28 14:00'],
    ];
    expect(lines(judged(policy, log, '09-28 15:00', { tier: 'plain' }))).toEqual([
      '1 met due 09-29 10:00 done 09-28 12:00',
      '2 met due 09-29 12:00 done 09-28 14:00',
      '3 pending due 09-28 18:00',
    ]);
  });

  it('ends with a withdrawal: exempt before due; after it, the gap stays overdue and none follows', () => {
    const early: EventRow[] = [shipped, ['withdrawn', '09-29 10:00'], ['progressed', '09-29 11:00']];
    expect(lines(judged(gaps, early, '10-05 00:00'))).toEqual(['1 exempt due 09-29 10:00 withdrawn']);
    const late: EventRow[] = [shipped, ['withdrawn', '09-29 10:01']];
    expect(lines(judged(gaps, late, '10-05 00:00'))).toEqual(['1 overdue due 09-29 10:00']);
    const closed: EventRow[] = [...late, ['progressed', '09-30 10:00']];
    expect(lines(judged(gaps, closed, '10-05 00:00'))).toEqual(['1 late due 09-29 10:00 done 09-30 10:00']);
  });

  it('is undetermined while nobody has set its parameter, and then only where something was shipped', () => {
    const policy = policyOfOne({ ...daily, every: { parameter: 'often' } });
    expect(lines(judged(policy, [shipped], '09-29 10:00'))).toEqual(['1 undetermined missing often']);
    expect(lines(judged(policy, [['received', '09-28 10:00']], '09-29 10:00'))).toEqual([]);
    const set = policyOfOne(
      { ...daily, every: { parameter: 'often' } },
      { parameters: { often: '2 hours' } },
    );
    expect(lines(judged(set, [shipped], '09-28 11:00'))).toEqual(['1 pending due 09-28 12:00']);
  });

  it('names the absent attribute that its table reads', () => {
    const policy = policyOfOne({
      ...daily,
      every: { table: [{ when: { tier: 'gold' }, limit: '4 hours' }], otherwise: '1 day' },
    });
    const assessment = judged(policy, [shipped], '09-28 15:00');
    expect(lines(assessment)).toEqual(['1 undetermined missing tier']);
    expect(codes(assessment)).toEqual(['attribute.missing']);
  });
});

describe('a cadence that begins with an event of its own type', () => {
  it('has its first gap up to the next one', () => {
    const policy = policyOfOne({
      kind: 'cadence',
      from: 'progressed',
      until: 'delivered',
      event: 'progressed',
      every: '1 day',
    });
    const log: EventRow[] = [
      ['progressed', '09-28 10:00'],
      ['progressed', '09-28 20:00'],
    ];
    expect(lines(judged(policy, log, '09-29 00:00'))).toEqual([
      '1 met due 09-29 10:00 done 09-28 20:00',
      '2 pending due 09-29 20:00',
    ]);
  });
});
