import { describe, expect, it } from 'vitest';
import { at, judged, lines, wall } from '../../support/naive-service.ts';
import { onlyVerdict, policyOfOne } from '../../support/one-standard.ts';
import { delay, promised, received } from './delay.ts';

describe('a notice some time ahead', () => {
  const booking = policyOfOne({
    kind: 'notice',
    event: 'booked',
    before: { attribute: 'visitAt' },
    atLeast: '1 day',
    counting: 'prc-civil-code',
  });
  const visit = (visitAt: string, when: string) =>
    lines(judged(booking, [received, ['booked', when]], '12-01 00:00', { visitAt }));

  it('may be given until the close of the day before: Tuesday 18:00 for Wednesday 14:00', () => {
    expect(visit(at('09-30 14:00'), '09-29 18:00')).toEqual(['1 met due 09-29 18:00 done 09-29 18:00']);
    expect(visit(at('09-30 14:00'), '09-29 18:00:01')).toEqual([
      '1 late due 09-29 18:00 done 09-29 18:00:01',
    ]);
  });

  it('goes back over National Day: for Thursday 8 October by Wednesday 30 September 18:00', () => {
    expect(visit(at('10-08 10:00'), '09-30 18:00')).toEqual(['1 met due 09-30 18:00 done 09-30 18:00']);
    expect(visit(at('10-08 10:00'), '10-01 09:00')[0]).toMatch(/^1 late due 09-30 18:00/);
  });

  it('takes a make-up Saturday: for Sunday 11 October by Saturday 10 October 18:00', () => {
    expect(visit(at('10-11 10:00'), '10-10 18:00')).toEqual(['1 met due 10-10 18:00 done 10-10 18:00']);
  });

  it('takes a bare date for that day: for "2026-09-30" by Tuesday 29 September 18:00', () => {
    expect(visit('2026-09-30', '09-29 18:00')).toEqual(['1 met due 09-29 18:00 done 09-29 18:00']);
  });

  it('counts hours back from the end of a bare date: 2 hours before 24:00 is 22:00', () => {
    const policy = policyOfOne({ ...delay, atLeast: '2 hours' });
    expect(lines(judged(policy, [received], '09-28 11:00', { promisedAt: '2026-09-30' }))).toEqual([
      '1 pending due 09-30 22:00',
    ]);
  });

  it('is over before it begins when the visit is booked for the same day', () => {
    expect(visit(at('09-28 16:00'), '09-28 10:30')).toEqual(['1 late due 09-24 18:00 done 09-28 10:30']);
  });

  it('with clear days ends before the day before begins: 29 September 00:00', () => {
    const policy = policyOfOne({ ...delay, atLeast: '1 day', clearDays: true, counting: 'calendar-24-7' });
    expect(lines(judged(policy, [received], '09-28 11:00', promised))).toEqual(['1 pending due 09-29 00:00']);
  });

  it('rolling is exactly 1 day earlier, and working hours count back over the night', () => {
    const rolling = policyOfOne({ ...delay, atLeast: '1 day', counting: 'rolling' });
    expect(lines(judged(rolling, [received], '09-28 11:00', promised))).toEqual([
      '1 pending due 09-29 10:00',
    ]);
    const hours = policyOfOne({ ...delay, atLeast: '2 working hours' });
    const verdict = onlyVerdict(hours, [received], '09-28 17:00', promised);
    // 1 hour of Wednesday and 1 of Tuesday: 7 hours used, 1 + 8 left.
    expect([wall(verdict.due), verdict.usedMs! / 3_600_000, verdict.remainingMs! / 3_600_000]).toEqual([
      '09-29 17:00',
      7,
      9,
    ]);
  });

  it('rolling counts back from the very end of a bare date: 24:00 a day before', () => {
    const rolling = policyOfOne({ ...delay, atLeast: '1 day', counting: 'rolling' });
    expect(lines(judged(rolling, [received], '09-28 11:00', { promisedAt: '2026-09-30' }))).toEqual([
      '1 pending due 09-30 00:00',
    ]);
  });

  it('tells what it has to come before, and that clear days are asked', () => {
    const detail = (more: object) =>
      JSON.stringify(
        onlyVerdict(policyOfOne({ ...delay, ...more }), [received], '09-28 11:00', promised).detail,
      );
    expect(detail({})).toBe('{"anchor":"2026-09-30T02:00:00.000Z"}');
    expect(detail({ clearDays: true })).toBe('{"anchor":"2026-09-30T02:00:00.000Z","clearDays":true}');
    expect(detail({ clearDays: false })).toBe('{"anchor":"2026-09-30T02:00:00.000Z"}');
  });

  it('says what it hangs on: the holidays before March 2027 are not published, those before October 2026 are', () => {
    const provisional = (visitAt: string) =>
      onlyVerdict(booking, [received], '10-05 00:00', { visitAt }).provisional;
    expect(provisional('2027-03-01T10:00:00+08:00')).toMatchObject({ sources: ['china'] });
    expect(provisional(at('10-01 10:00'))).toBeUndefined();
  });

  it('takes its limit from the table as things stand when the case begins', () => {
    const policy = policyOfOne({
      ...delay,
      atLeast: { table: [{ when: { tier: 'gold' }, limit: '4 hours' }] },
    });
    expect(lines(judged(policy, [received], '09-29 00:00', { ...promised, tier: 'gold' }))).toEqual([
      '1 pending due 09-30 06:00',
    ]);
    expect(lines(judged(policy, [received], '09-29 00:00', { ...promised, tier: 'plain' }))).toEqual([
      '1 undetermined missing tier',
    ]);
  });

  it('is undetermined while nobody has set its parameter', () => {
    const policy = policyOfOne({ ...delay, atLeast: { parameter: 'ahead' } });
    expect(lines(judged(policy, [received], '09-29 00:00', promised))).toEqual([
      '1 undetermined missing ahead',
    ]);
  });
});
