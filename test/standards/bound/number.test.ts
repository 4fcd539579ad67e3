import { describe, expect, it } from 'vitest';
import { codes, type EventRow, judged, lines } from '../../support/naive-service.ts';
import { policyOfOne } from '../../support/one-standard.ts';
import { phone, rings, values } from './bounds.ts';

const received: EventRow = ['received', '09-28 10:00'];

describe('a bound of a number', () => {
  const policy = policyOfOne(rings);

  it('is met by 3 rings of at most 3 and broken by 4, one run for each call answered', () => {
    const log: EventRow[] = [
      received,
      ['answered', '09-28 10:01', { rings: 3 }],
      ['answered', '09-28 10:02', { rings: 4 }],
    ];
    const assessment = judged(policy, log, '09-29 00:00', phone);
    expect(lines(assessment)).toEqual(['1 met done 09-28 10:01', '2 broken done 09-28 10:02']);
    expect(assessment.verdicts[1]).toMatchObject({ detail: { value: 4, max: 3 }, due: null, usedMs: null });
    expect(assessment.nextChange).toBeNull();
  });

  it('is of the case where that has the number: 4 is broken, 0 is met', () => {
    expect(values(judged(policy, [received], '09-29 00:00', { ...phone, rings: 4 }))).toEqual([
      ['broken', 4],
    ]);
    expect(values(judged(policy, [received], '09-29 00:00', { ...phone, rings: 0 }))).toEqual([['met', 0]]);
  });

  it('stands as it was first known: a change from 2 to 9 comes too late', () => {
    const log: EventRow[] = [
      received,
      ['changed', '09-28 11:00', { set: { rings: 2 } }],
      ['changed', '09-28 12:00', { set: { rings: 9 } }],
      ['answered', '09-28 13:00', { rings: 9 }],
    ];
    expect(values(judged(policy, log, '09-29 00:00', phone))).toEqual([['met', 2]]);
  });

  it('is undetermined without the number, and with a word for one', () => {
    expect(lines(judged(policy, [received], '09-29 00:00', phone))).toEqual(['1 undetermined missing rings']);
    const word = judged(
      policy,
      [received, ['answered', '09-28 10:01', { rings: '2' }]],
      '09-29 00:00',
      phone,
    );
    expect([lines(word), codes(word)]).toEqual([
      ['1 undetermined missing rings'],
      ['attribute.not-a-number'],
    ]);
  });

  it('applies by the attributes of the event first: a call about an e-mail is a call', () => {
    const log: EventRow[] = [received, ['answered', '09-28 10:01', { rings: 4, channel: 'phone' }]];
    expect(values(judged(policy, log, '09-29 00:00', { channel: 'email' }))).toEqual([['broken', 4]]);
    expect(judged(policy, [received], '09-29 00:00', { channel: 'email', rings: 9 }).verdicts).toEqual([]);
    expect(codes(judged(policy, [received], '09-29 00:00', { rings: 9 }))).toEqual(['attribute.missing']);
  });

  it('of named events is undetermined for each that lacks it, and nothing where there is none', () => {
    const named = policyOfOne({ kind: 'bound', measure: 'rings', event: 'answered', min: 1, max: 3 });
    const log: EventRow[] = [
      received,
      ['answered', '09-28 10:01'],
      ['answered', '09-28 10:02', { rings: 0 }],
      ['offered', '09-28 10:03', { rings: 9 }],
    ];
    expect(lines(judged(named, log, '09-29 00:00'))).toEqual([
      '1 undetermined missing rings',
      '2 broken done 09-28 10:02',
    ]);
    expect(judged(named, [received], '09-29 00:00').verdicts).toEqual([]);
  });

  it('takes its bound from a parameter, and is undetermined while nobody has set it', () => {
    const open = { ...rings, max: { parameter: 'most' } };
    const log: EventRow[] = [received, ['answered', '09-28 10:01', { rings: 3 }]];
    expect(lines(judged(policyOfOne(open), log, '09-29 00:00', phone))).toEqual([
      '1 undetermined missing most',
    ]);
    const set = policyOfOne(open, { parameters: { most: 2 } });
    expect(values(judged(set, log, '09-29 00:00', phone))).toEqual([['broken', 3]]);
  });
});

describe('a bound of a count', () => {
  const occupied = { event: 'key-issued', when: { occupied: true } };
  const none = policyOfOne({ kind: 'bound', measure: { count: occupied }, max: 0 });
  const key: EventRow = ['key-issued', '09-28 11:00', { occupied: true }];

  it('of 0 keys to occupied rooms is broken by the first, and then for good', () => {
    expect(lines(judged(none, [received, key, ['closed', '09-29 10:00']], '09-30 00:00'))).toEqual([
      '1 broken done 09-28 11:00',
    ]);
  });

  it('is pending while the case is open and met once it is closed', () => {
    const free: EventRow = ['key-issued', '09-28 11:00', { occupied: false }];
    expect(lines(judged(none, [received, free], '09-30 00:00'))).toEqual(['1 pending']);
    expect(lines(judged(none, [received, free, ['closed', '09-29 10:00']], '09-30 00:00'))).toEqual([
      '1 met done 09-29 10:00',
    ]);
    expect(lines(judged(none, [received, free, ['merged', '09-29 10:00']], '09-30 00:00'))).toEqual([
      '1 exempt merged',
    ]);
  });

  it('of at least 2 reminders is met by the second, and broken when the case is closed after one', () => {
    const two = policyOfOne({ kind: 'bound', measure: { count: 'reminded' }, min: 2 });
    const reminded = (...times: string[]): EventRow[] => [
      received,
      ...times.map((when): EventRow => ['reminded', when]),
    ];
    expect(lines(judged(two, reminded('09-28 11:00', '09-28 12:00'), '09-30 00:00'))).toEqual([
      '1 met done 09-28 12:00',
    ]);
    const closed: EventRow[] = [...reminded('09-28 11:00'), ['closed', '09-28 12:00']];
    expect(lines(judged(two, closed, '09-30 00:00'))).toEqual(['1 broken done 09-28 12:00']);
  });
});
