import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess/assess.ts';
import { at, caseOf, codes, type EventRow, judged, lines, policyOf } from '../../support/naive-service.ts';

const received: EventRow = ['received', '09-28 10:00'];
const pause = { on: 'paused', off: 'resumed' };

describe('extensions', () => {
  const policy = policyOf({ within: '2 working days', pause: { on: 'paused', off: 'resumed' } });
  const received = ['received', '10-12 10:00'] as const;
  const extended = (...more: (readonly [string, string, Record<string, unknown>?])[]) =>
    lines(judged(policy, [received, ...more], '10-13 12:00'));

  it('2 working days from Monday 12 October: Wednesday 14, 18:00', () => {
    expect(extended()).toEqual(['1 pending due 10-14 18:00']);
  });

  it('a duration counts on from the due in force: 1 working day gives Thursday, another Friday', () => {
    const once = ['extended', '10-12 11:00', { duration: '1 working day' }] as const;
    expect(extended(once)).toEqual(['1 pending due 10-15 18:00']);
    expect(extended(once, ['extended', '10-13 11:00', { duration: '1 working day' }])).toEqual([
      '1 pending due 10-16 18:00',
    ]);
  });

  it('an until replaces it: 16 October 12:00; a bare date means its 24:00', () => {
    expect(extended(['extended', '10-12 11:00', { until: at('10-16 12:00') }])).toEqual([
      '1 pending due 10-16 12:00',
    ]);
    expect(extended(['extended', '10-12 11:00', { until: '2026-10-16' }])).toEqual([
      '1 pending due 10-17 00:00',
    ]);
  });

  it('an until earlier than the due in force changes nothing, and pauses still move that', () => {
    const early = ['extended', '10-12 11:00', { until: at('10-13 12:00') }] as const;
    expect(extended(early)).toEqual(['1 pending due 10-14 18:00']);
    const paused = [received, early, ['paused', '10-13 17:00'], ['resumed', '10-14 09:00']] as const;
    expect(lines(judged(policy, paused, '10-14 10:00'))).toEqual(['1 pending due 10-15 18:00']);
  });

  it('an until is moved by no pause: overdue while paused', () => {
    const log = [
      received,
      ['extended', '10-12 11:00', { until: at('10-15 12:00') }],
      ['paused', '10-12 12:00'],
    ] as const;
    const before = judged(policy, log, '10-15 12:00');
    expect(lines(before)).toEqual(['1 pending due 10-15 12:00']);
    expect(before.nextChange).toEqual(new Date(at('10-15 12:00:00.001')));
    expect(lines(judged(policy, log, '10-15 12:00:00.001'))).toEqual(['1 overdue due 10-15 12:00']);
  });

  it('a duration after an until counts on from it: 15 October 12:00 and 1 working day is the 16th, 18:00', () => {
    expect(
      extended(
        ['extended', '10-12 11:00', { until: at('10-15 12:00') }],
        ['extended', '10-13 11:00', { duration: '1 working day' }],
      ),
    ).toEqual(['1 pending due 10-16 18:00']);
  });

  it('from a due at 24:00 the day that ends then is the one not counted: 3 days to 15 October 24:00, 1 more to the 16th', () => {
    const round = policyOf({ within: '3 days', counting: 'calendar-24-7' });
    const log = [received, ['extended', '10-12 11:00', { duration: '1 day' }]] as const;
    expect(lines(judged(round, [received], '10-12 12:00'))).toEqual(['1 pending due 10-16 00:00']);
    expect(lines(judged(round, log, '10-12 12:00'))).toEqual(['1 pending due 10-17 00:00']);
  });

  it('at due or after it acts no more', () => {
    const hours = policyOf({ within: '2 hours' });
    for (const when of ['10-12 12:00', '10-12 12:00:00.001']) {
      const log = [received, ['extended', when, { duration: '5 hours' }]] as const;
      expect(lines(judged(hours, log, '10-12 13:00'))).toEqual(['1 overdue due 10-12 12:00']);
    }
  });

  it('of neither kind is a finding and changes nothing', () => {
    for (const bad of [{}, { duration: '5 dyas' }, { until: 'soon' }]) {
      const result = judged(policy, [received, ['extended', '10-12 11:00', bad]], '10-12 12:00');
      expect(lines(result)).toEqual(['1 pending due 10-14 18:00']);
      expect(codes(result)).toEqual(['event.bad-extension']);
    }
  });
});

describe('more time', () => {
  const extended = (when: string, more: object): EventRow => ['extended', when, { ...more }];

  it('until the very due in force gives none: an hour of pause still moves due to 11:00', () => {
    const log = [
      received,
      extended('09-28 11:00', { until: at('09-29 10:00') }),
      ['paused', '09-28 12:00'] as EventRow,
      ['resumed', '09-28 13:00'] as EventRow,
    ];
    expect(lines(judged(policyOf({ pause }), log, '09-28 14:00'))).toEqual(['1 pending due 09-29 11:00']);
  });

  it('until the very due that a change makes of it adds no step', () => {
    const within = { table: [{ when: { priority: 'high' }, limit: '24 hours' }], otherwise: '26 hours' };
    const log = [
      received,
      extended('09-28 11:00', { until: at('09-29 12:00') }),
      ['changed', '09-28 13:00', { set: { priority: 'low' } }] as EventRow,
    ];
    const policy = policyOf({ within, onChange: 'recalculate' });
    const reasons = (events: readonly EventRow[]) =>
      assess(caseOf(events, { priority: 'high' }), policy, { asOf: at('09-28 14:00') }).verdicts.map((one) =>
        one.steps?.map(({ reason }) => reason ?? 'counted'),
      );
    expect(reasons(log.slice(0, 2))).toEqual([['counted', 'extended']]);
    expect(reasons(log)).toEqual([['counted']]);
  });

  it("passes on an error that isn't ours: a duration or an until that can't be fetched", () => {
    const lost = () => {
      throw new Error('connection lost');
    };
    const fetched = {
      duration: Object.defineProperty({}, 'amount', { get: lost }),
      until: Object.defineProperty({}, 'epochMilliseconds', { get: lost }),
    };
    for (const [key, value] of Object.entries(fetched))
      expect(() =>
        judged(policyOf(), [received, extended('09-28 11:00', { [key]: value })], '09-28 12:00'),
      ).toThrow('connection lost');
  });

  it('until 15:00 stands, however long a later pause: what stood before it had been settled', () => {
    const log = [
      received,
      extended('09-28 11:00', { duration: '4 hours' }),
      extended('09-28 12:00', { until: at('09-29 15:00') }),
      ['paused', '09-28 13:00'] as EventRow,
      ['resumed', '09-29 12:00'] as EventRow,
    ];
    expect(lines(judged(policyOf({ pause }), log, '09-29 13:00'))).toEqual(['1 pending due 09-29 15:00']);
  });

  it('2 hours after an until of 15:00 wait for a pause of half an hour: 17:30', () => {
    const log = [
      received,
      extended('09-28 12:00', { until: at('09-29 15:00') }),
      extended('09-28 13:00', { duration: '2 hours' }),
      ['paused', '09-29 15:30'] as EventRow,
      ['resumed', '09-29 16:00'] as EventRow,
    ];
    expect(lines(judged(policyOf({ pause }), log, '09-29 16:30'))).toEqual(['1 pending due 09-29 17:30']);
  });

  it('until 12:00 is outlived by a change to 48 hours: due the day after, 10:00', () => {
    const within = { table: [{ when: { priority: 'high' }, limit: '24 hours' }], otherwise: '48 hours' };
    const log = [
      received,
      extended('09-28 11:00', { until: at('09-29 12:00') }),
      ['changed', '09-28 13:00', { set: { priority: 'low' } }] as EventRow,
    ];
    const policy = policyOf({ within, onChange: 'recalculate' });
    expect(lines(judged(policy, log, '09-28 14:00', { priority: 'high' }))).toEqual([
      '1 pending due 09-30 10:00',
    ]);
  });
});
