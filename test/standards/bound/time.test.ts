import { describe, expect, it } from 'vitest';
import { at, codes, type EventRow, judged, lines, wall } from '../../support/naive-service.ts';
import { onlyVerdict, policyOfOne } from '../../support/one-standard.ts';
import { phone, values } from './bounds.ts';

const received: EventRow = ['received', '09-28 10:00'];

describe('a bound of the time between two events', () => {
  const reception = { from: 'reception-started', to: 'reception-ended' };
  const policy = policyOfOne({ kind: 'bound', measure: reception, max: '2 hours' });
  const started: EventRow = ['reception-started', '09-28 10:00'];

  it('is met by 2 hours exactly and broken by 1 ms more', () => {
    const ended = (when: string): EventRow[] => [started, ['reception-ended', when]];
    const kept = onlyVerdict(policy, ended('09-28 12:00'), '09-29 00:00');
    expect(kept).toMatchObject({
      status: 'met',
      usedMs: 7_200_000,
      detail: { value: 7_200_000, max: { amount: 2, unit: 'hours' } },
    });
    expect([wall(kept.from), wall(kept.done)]).toEqual(['09-28 10:00', '09-28 12:00']);
    expect(values(judged(policy, ended('09-28 12:00:00.001'), '09-29 00:00'))).toEqual([
      ['broken', 7_200_001],
    ]);
  });

  it('is pending while 2 hours have not passed, and broken 1 ms after, which nextChange says', () => {
    const open = judged(policy, [started], '09-28 12:00');
    expect([values(open), wall(open.nextChange)]).toEqual([[['pending', 7_200_000]], '09-28 12:00:00.001']);
    expect(lines(judged(policy, [started], '09-28 12:00:00.001'))).toEqual(['1 broken']);
  });

  it('gives one run a pair, and one end closes all that are open', () => {
    const log: EventRow[] = [
      started,
      ['reception-started', '09-28 11:00'],
      ['reception-ended', '09-28 12:30'],
      ['reception-started', '09-28 14:00'],
    ];
    expect(values(judged(policy, log, '09-28 15:00'))).toEqual([
      ['broken', 9_000_000],
      ['met', 5_400_000],
      ['pending', 3_600_000],
    ]);
  });

  it('pairs those that are equal in the attribute named by match', () => {
    const absent = policyOfOne({
      kind: 'bound',
      measure: { from: 'post-left', to: 'post-back' },
      match: 'by',
      max: '10 minutes',
    });
    const log: EventRow[] = [
      ['post-left', '09-28 10:00', { by: 'li' }],
      ['post-left', '09-28 10:05', { by: 'wu' }],
      ['post-back', '09-28 10:10', { by: 'wu' }],
      ['post-back', '09-28 10:11', { by: 'li' }],
    ];
    expect(values(judged(absent, log, '09-29 00:00'))).toEqual([
      ['broken', 660_000],
      ['met', 300_000],
    ]);
  });

  it('measures from one event to the next of its own type: 5 s between two greetings', () => {
    const silent = policyOfOne({
      kind: 'bound',
      measure: { from: 'greeted', to: ['greeted', 'hung-up'] },
      min: '5 seconds',
      max: '6 seconds',
    });
    const log: EventRow[] = [
      ['greeted', '09-28 10:00:00'],
      ['greeted', '09-28 10:00:05'],
      ['hung-up', '09-28 10:00:09'],
    ];
    expect(values(judged(silent, log, '09-29 00:00'))).toEqual([
      ['met', 5000],
      ['broken', 4000],
    ]);
  });

  it('counts working hours: 17:00 to 09:00 is 1 hour, and so is the time before opening', () => {
    const working = policyOfOne({ kind: 'bound', measure: reception, max: '1 working hour' });
    const log = (to: string): EventRow[] => [
      ['reception-started', '09-28 17:00'],
      ['reception-ended', to],
    ];
    expect(values(judged(working, log('09-29 08:00'), '09-30 00:00'))).toEqual([['met', 3_600_000]]);
    expect(values(judged(working, log('09-29 09:01'), '09-30 00:00'))).toEqual([['broken', 3_660_000]]);
    const open = judged(working, log('09-29 09:01').slice(0, 1), '09-28 23:00');
    expect([values(open), wall(open.nextChange)]).toEqual([[['pending', 3_600_000]], '09-29 09:00:00.001']);
  });

  it('takes days as rolling, unless a counting is given', () => {
    const log = (to: string): EventRow[] => [started, ['reception-ended', to]];
    const day = { kind: 'bound', measure: reception, max: '1 day' };
    expect(lines(judged(policyOfOne(day), log('09-29 10:01'), '10-05 00:00'))).toEqual([
      '1 broken done 09-29 10:01',
    ]);
    const civil = policyOfOne({ ...day, counting: 'prc-civil-code' });
    expect(lines(judged(civil, log('09-29 10:01'), '10-05 00:00'))).toEqual(['1 met done 09-29 10:01']);
  });

  it('is exempt when withdrawn at the end of its 2 hours, and broken by a withdrawal 1 ms after', () => {
    const withdrawn = (when: string): EventRow[] => [started, ['withdrawn', when]];
    expect(lines(judged(policy, withdrawn('09-28 12:00'), '09-29 00:00'))).toEqual(['1 exempt withdrawn']);
    expect(lines(judged(policy, withdrawn('09-28 12:00:00.001'), '09-29 00:00'))).toEqual(['1 broken']);
  });

  it('counts a working day to its end: open on Tuesday 18:00, broken 1 ms later', () => {
    const measure = { from: 'received', to: 'replied' };
    const policy = policyOfOne({ kind: 'bound', measure, max: '1 working day', counting: 'standard' });
    const open = judged(policy, [received], '09-29 12:00');
    expect([lines(open), wall(open.nextChange)]).toEqual([['1 pending'], '09-29 18:00:00.001']);
    expect(lines(judged(policy, [received, ['replied', '09-29 18:00']], '10-09'))).toEqual([
      '1 met done 09-29 18:00',
    ]);
  });

  it('is undetermined while nobody has set the time that it may take', () => {
    const span = { from: 'received', to: 'replied' };
    const policy = policyOfOne({ kind: 'bound', measure: span, max: { parameter: 'most' } });
    expect(lines(judged(policy, [received], '09-29 00:00'))).toEqual(['1 undetermined missing most']);
  });

  it('gives no verdict where nothing begins, but undetermined where every case begins so', () => {
    expect(judged(policy, [received], '09-29 00:00').verdicts).toEqual([]);
    const fromReceipt = policyOfOne({
      kind: 'bound',
      measure: { from: 'received', to: 'replied' },
      max: '1 hour',
    });
    expect(lines(judged(fromReceipt, [started], '09-29 00:00'))).toEqual(['1 undetermined missing received']);
  });
});

describe('a bound of the time between an event and a time attribute', () => {
  const early = policyOfOne({
    kind: 'bound',
    measure: { from: 'wake-called', to: { attribute: 'promisedAt' } },
    max: '5 minutes',
  });
  const called: EventRow = ['wake-called', '09-28 06:55'];

  it('holds a call at 06:55 against the promise of 07:00, and refuses 06:54', () => {
    const promised = { promisedAt: at('09-28 07:00') };
    expect(values(judged(early, [called], '09-28 06:56', promised))).toEqual([['met', 300_000]]);
    expect(values(judged(early, [['wake-called', '09-28 06:54']], '09-28 06:56', promised))).toEqual([
      ['broken', 360_000],
    ]);
  });

  it('lets a call after the promise be, as it is not too early: -1 minute', () => {
    const promised = { promisedAt: at('09-28 06:54') };
    expect(values(judged(early, [called], '09-28 08:00', promised))).toEqual([['met', -60_000]]);
  });

  it('is undetermined while the promise is missing, with a finding', () => {
    const without = judged(early, [called], '09-28 08:00');
    expect([lines(without), codes(without)]).toEqual([
      ['1 undetermined missing promisedAt'],
      ['attribute.missing'],
    ]);
  });

  it('measures from an attribute too: 20 minutes after the booked time', () => {
    const waiting = policyOfOne({
      kind: 'bound',
      measure: { from: { attribute: 'bookedAt' }, to: 'reception-started' },
      max: '15 minutes',
    });
    const log: EventRow[] = [received, ['reception-started', '09-28 14:20']];
    const booked = { bookedAt: at('09-28 14:00') };
    expect(values(judged(waiting, log, '09-29 00:00', booked))).toEqual([['broken', 1_200_000]]);
    expect(wall(judged(waiting, [received], '09-28 14:01', booked).nextChange)).toBe('09-28 14:15:00.001');
    expect(lines(judged(waiting, log, '09-29 00:00'))).toEqual(['1 undetermined missing bookedAt']);
  });

  it('measures from a booked time only where it applies', () => {
    const measure = { from: { attribute: 'bookedAt' }, to: 'visited' };
    const policy = policyOfOne({ kind: 'bound', measure, max: '1 hour', when: phone });
    const judge = (channel: string) =>
      lines(judged(policy, [received], '09-29 00:00', { channel, bookedAt: at('09-28 14:00') }));
    expect([judge('phone'), judge('email')]).toEqual([['1 broken'], []]);
  });
});

describe('a time attribute that changes', () => {
  it('is measured to as it stood when the event happened, or as it was first known after it', () => {
    const policy = policyOfOne({
      kind: 'bound',
      measure: { from: 'wake-called', to: { attribute: 'visitAt' } },
      max: '1 hour',
    });
    const set = (when: string, visitAt: string | null): EventRow => [
      'changed',
      when,
      { set: { visitAt: visitAt && at(visitAt) } },
    ];
    const called: EventRow = ['wake-called', '09-28 12:00'];
    const value = (...log: EventRow[]) => values(judged(policy, log, '09-29 00:00'))[0]?.[1];
    const [early, late] = [set('09-28 10:00', '09-28 12:10'), set('09-28 11:00', '09-28 12:20')];
    expect(value(early, late, called, set('09-28 13:00', '09-28 12:30'))).toBe(20 * 60_000);
    expect(value(called, set('09-28 13:00', '09-28 12:30'), set('09-28 14:00', '09-28 12:40'))).toBe(
      30 * 60_000,
    );
    expect(value(early, set('09-28 11:00', null), called)).toBeUndefined();
    expect(value(called)).toBeUndefined();
  });

  it('is measured to as it stood at a booked time too, whatever it is changed to after that', () => {
    const policy = policyOfOne({
      kind: 'bound',
      measure: { from: { attribute: 'bookedAt' }, to: { attribute: 'visitAt' } },
      max: '1 hour',
    });
    const times = { bookedAt: at('09-28 12:00'), visitAt: at('09-28 12:10') };
    const later: EventRow = ['changed', '09-28 13:00', { set: { visitAt: at('09-28 12:30') } }];
    const judgedThen = judged(policy, [received, later], '09-29 00:00', times);
    expect(values(judgedThen)[0]?.[1]).toBe(10 * 60_000);
  });
});
