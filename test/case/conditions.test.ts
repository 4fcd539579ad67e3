import { describe, expect, it } from 'vitest';
import { judged, lines, policyOf } from '../support/naive-service.ts';

/** Whether a standard with this condition applies to a case with these attributes. */
const applies = (when: Record<string, unknown>, attributes: Record<string, unknown>): boolean =>
  judged(policyOf({ when }), [['received', '09-28 10:00']], '09-28 11:00', attributes).verdicts.length === 1;

describe('a condition on an attribute that is there', () => {
  it.each([
    ['an equal string', { a: 'x' }, { a: 'x' }, true],
    ['another string', { a: 'x' }, { a: 'X' }, false],
    ['the number 1 for the text "1"', { a: '1' }, { a: 1 }, false],
    ['false for false', { a: false }, { a: false }, true],
    ['null for null', { a: null }, { a: null }, true],
    ['0 for false', { a: false }, { a: 0 }, false],
    ['one of 2 values', { a: ['x', 'y'] }, { a: 'y' }, true],
    ['none of 2 values', { a: ['x', 'y'] }, { a: 'z' }, false],
    ['any of no values', { a: [] }, { a: 'z' }, false],
    ['3 for gte 3', { a: { gte: 3 } }, { a: 3 }, true],
    ['3 for gt 3', { a: { gt: 3 } }, { a: 3 }, false],
    ['3 for lte 3', { a: { lte: 3 } }, { a: 3 }, true],
    ['3 for lt 3', { a: { lt: 3 } }, { a: 3 }, false],
    ['5 between gt 4 and lt 6', { a: { gt: 4, lt: 6 } }, { a: 5 }, true],
    ['6 between gt 4 and lt 6', { a: { gt: 4, lt: 6 } }, { a: 6 }, false],
    ['the text "10" for gte 3', { a: { gte: 3 } }, { a: '10' }, false],
    ['the date 2026-02-01 for gte 2026-01-31', { a: { gte: '2026-01-31' } }, { a: '2026-02-01' }, true],
    ['null for lt 3', { a: { lt: 3 } }, { a: null }, false],
    ['y for not x', { a: { not: 'x' } }, { a: 'y' }, true],
    ['x for not x', { a: { not: 'x' } }, { a: 'x' }, false],
    ['z for not x or y', { a: { not: ['x', 'y'] } }, { a: 'z' }, true],
    ['2 for not gte 3', { a: { not: { gte: 3 } } }, { a: 2 }, true],
    ['x for not not x', { a: { not: { not: 'x' } } }, { a: 'x' }, true],
    ['anything for exists', { a: { exists: true } }, { a: null }, true],
    ['anything for not exists', { a: { exists: false } }, { a: 0 }, false],
    ['both of 2 attributes', { a: 1, b: 2 }, { a: 1, b: 2 }, true],
    ['one of 2 attributes', { a: 1, b: 2 }, { a: 1, b: 3 }, false],
    ['no condition at all', {}, {}, true],
  ])('%s: %j on %j is %s', (_, when, attributes, want) => expect(applies(when, attributes)).toBe(want));
});

describe('a condition on an attribute that is absent', () => {
  it.each([
    ['exists: true', { exists: true }, false],
    ['exists: false', { exists: false }, true],
    ['equality', 'x', false],
    ['equality with null', null, false],
    ['any of 2', ['x', null], false],
    ['a bound', { lt: 3 }, false],
    ['not', { not: 'x' }, false],
    ['not exists: true', { not: { exists: true } }, false],
    ['not exists: false', { not: { exists: false } }, false],
    ['not not', { not: { not: 'x' } }, false],
  ])('%s: %j is %s', (_, test, want) => expect(applies({ a: test }, {})).toBe(want));

  it('an inherited property such as toString is no attribute', () => {
    expect(applies({ toString: { exists: true } }, {})).toBe(false);
    expect(applies({ constructor: { exists: false } }, {})).toBe(true);
  });

  it('the list of events is no attribute', () =>
    expect(applies({ events: { exists: true } }, {})).toBe(false));
});

describe('the history of an attribute', () => {
  const policy = policyOf({ when: { priority: 'high' }, each: 'run' });
  const log = [
    ['received', '09-28 09:00'],
    ['changed', '09-28 10:00', { set: { priority: 'high' } }],
    ['received', '09-28 10:00'],
    ['changed', '09-28 11:00', { set: { priority: 'low', note: 'x' } }],
    ['received', '09-28 12:00'],
  ] as const;

  it('applies from its change at 10:00 until the next at 11:00, so of 3 receipts the second counts', () => {
    expect(lines(judged(policy, log, '09-28 13:00', { priority: 'low' }))).toEqual([
      '1 pending due 09-29 10:00',
    ]);
  });

  it('starts with the value of the case: high until 10:00', () => {
    expect(lines(judged(policy, log, '09-28 13:00', { priority: 'high' }))).toEqual([
      '1 pending due 09-29 09:00',
      '2 pending due 09-29 10:00',
    ]);
  });

  it('keeps what a change does not name', () => {
    const on = policyOf({ when: { priority: 'high' }, from: 'shipped' });
    const events = [
      ['changed', '09-28 09:00', { set: { priority: 'high' } }],
      ['changed', '09-28 10:00', { set: { other: 1 } }],
      ['shipped', '09-28 11:00'],
    ] as const;
    expect(lines(judged(on, events, '09-28 12:00'))).toEqual(['1 pending due 09-29 11:00']);
  });

  it('is not written by what describes a promise itself: its channel is not the channel of the case', () => {
    const phone = policyOf({ when: { channel: 'phone' }, each: 'run' });
    const events = [
      ['promised', '09-28 09:00', { channel: 'email', by: 'wu' }],
      ['received', '09-28 10:00'],
    ] as const;
    expect(judged(phone, events, '09-28 11:00', { channel: 'phone' }).verdicts).toHaveLength(1);
  });

  it('of 2 changes at one instant the later in the log holds', () => {
    const events = [
      ['changed', '09-28 09:00', { set: { priority: 'low' } }],
      ['changed', '09-28 09:00', { set: { priority: 'high' } }],
      ['received', '09-28 09:00'],
    ] as const;
    expect(judged(policy, events, '09-28 09:30').verdicts).toHaveLength(1);
  });
});

describe('a selector with a test', () => {
  const phone = policyOf({ to: { event: 'replied', when: { channel: ['phone', 'chat'] } } });

  it('reads the event before the case: an e-mail reply at 10:00 does not count, a phone call at 11:00 does', () => {
    const events = [
      ['received', '09-28 09:00'],
      ['replied', '09-28 10:00', { channel: 'email' }],
      ['replied', '09-28 11:00', { channel: 'phone' }],
    ] as const;
    expect(lines(judged(phone, events, '09-28 12:00', { channel: 'phone' }))).toEqual([
      '1 met due 09-29 09:00 done 09-28 11:00',
    ]);
  });

  it('reads the case where the event says nothing', () => {
    const events = [
      ['received', '09-28 09:00'],
      ['replied', '09-28 10:00'],
    ] as const;
    expect(lines(judged(phone, events, '09-28 12:00', { channel: 'chat' }))[0]).toContain('1 met');
    expect(lines(judged(phone, events, '09-28 12:00', { channel: 'fax' }))[0]).toContain('1 pending');
    expect(lines(judged(phone, events, '09-28 12:00'))[0]).toContain('1 pending');
  });
});
