import { describe, expect, it } from 'vitest';
import type { Escalation } from '../../src/escalation/types.ts';
import { always, type EventRow, judged, policyOf, wall } from '../support/naive-service.ts';

// Two standards of one case, runs of one standard, events of one instant: what bears on which rung.

const received = ['received', '10-12 10:00'] as const;
const line = ({ rung, at, state }: Escalation) => `${rung} ${wall(at)} ${state}`;
const ladder = (...rungs: object[]) => ({ ladders: [{ id: 'l', rungs }] });
const rungsOf = (
  policy: ReturnType<typeof policyOf>,
  events: readonly EventRow[],
  asOf: string,
  attributes?: Record<string, unknown>,
) => judged(policy, events, asOf, attributes).escalations;
const linesOf = (...args: Parameters<typeof rungsOf>) => rungsOf(...args).map(line);

const answer = { id: 'answer', kind: 'deadline', from: 'received', to: 'replied', within: '24 hours' };
const settle = { id: 'settle', kind: 'deadline', from: 'received', to: 'resolved', within: '10 hours' };
const warn = { id: 'warn', level: 1, to: 'manager', at: { before: 'answer', by: '6 hours' } };
const boss = { id: 'boss', level: 2, to: 'boss', at: { after: 'answer', by: '4 hours' } };
// At 04:00, due and at 14:00.

describe('a rung', () => {
  it('says what brought it about', () => {
    const rungs = [
      warn,
      boss,
      { id: 'half', level: 1, to: 'boss', at: { share: 0.5, of: 'answer' } },
      { id: 'angry', level: 1, to: 'boss', on: 'agitated' },
      { id: 'claim', level: 1, to: 'boss', when: { claim: 'compensation' } },
    ];
    const log = [received, ['agitated', '10-12 11:00']] as const;
    const told = rungsOf(policyOf({}, ladder(...rungs)), log, '10-12 12:00', { claim: 'compensation' });
    expect(told.map(({ rung, cause }) => [rung, cause])).toEqual([
      ['warn', 'before-due'],
      ['boss', 'after-due'],
      ['half', 'share'],
      ['angry', 'event'],
      ['claim', 'attribute'],
    ]);
  });

  it('has no action where none is stated', () => {
    expect(rungsOf(policyOf({}, ladder(warn)), [received], '10-12 12:00')[0]).not.toHaveProperty('action');
  });

  it('isn’t listed where a change has ended its run before due was known', () => {
    const table = [{ when: { priority: 'none' }, limit: '10 minutes' }];
    const standard = { when: { kind: 'complaint' }, onChange: 'recalculate', within: { table } };
    const policy = policyOf(standard, ladder(warn, boss));
    const left = ['changed', '10-12 11:00', { set: { kind: 'inquiry' } }] as const;
    const back = ['changed', '10-12 12:00', { set: { kind: 'complaint', priority: 'none' } }] as const;
    for (const asOf of ['10-12 11:00', '10-12 12:00', '10-12 13:00'])
      expect(rungsOf(policy, [received, left, back], asOf, { kind: 'complaint' })).toEqual([]);
  });

  it('is of the standard that it names, not of the other', () => {
    const policy = policyOf({}, { standards: [answer, settle], ...ladder(warn) });
    expect(linesOf(policy, [received], '10-12 12:00')).toEqual(['warn 10-13 04:00 upcoming']);
  });

  it('counts its offset on the calendar of that standard: 1 working hour before 10:00 is 09:00 around the clock', () => {
    const policy = policyOf(
      { calendar: 'hotline', within: '12 hours' },
      {
        calendars: { hotline: always },
        ...ladder({ ...warn, at: { before: 'answer', by: '1 working hour' } }),
      },
    );
    expect(linesOf(policy, [received], '10-12 12:00')).toEqual(['warn 10-12 21:00 upcoming']);
  });

  it('is not listed before the time is promised, then 6 hours before it', () => {
    const policy = policyOf({ within: { promised: 'promisedAt' } }, ladder(warn));
    const promised = ['promised', '10-12 11:00', { promisedAt: '2026-10-14T10:00:00+08:00' }] as const;
    expect(linesOf(policy, [received], '10-12 12:00')).toEqual([]);
    expect(linesOf(policy, [received, promised], '10-12 12:00')).toEqual(['warn 10-14 04:00 upcoming']);
  });

  it('of a share is at due where that was promised for a time before the case began', () => {
    const half = { ...warn, at: { share: 0.5, of: 'answer' } };
    const policy = policyOf({ within: { promised: 'promisedAt' } }, ladder(half));
    const attributes = { promisedAt: '2026-10-12T08:00:00+08:00' };
    expect(linesOf(policy, [received], '10-12 12:00', attributes)).toEqual(['warn 10-12 08:00 due']);
  });

  it('of a share is at due where all the time until then is paused', () => {
    const half = { ...warn, at: { share: 0.5, of: 'answer' } };
    const policy = policyOf({ within: '1 hour', pause: { on: 'paused', off: 'resumed' } }, ladder(half));
    const until = { until: '2026-10-12T14:00:00+08:00' };
    const log = [received, ['extended', '10-12 10:00', until], ['paused', '10-12 10:00']] as const;
    expect(linesOf(policy, [...log, ['resumed', '10-12 15:00']], '10-12 16:00')).toEqual([
      'warn 10-12 14:00 due',
    ]);
  });

  it('is not reached by what holds for no time: high and low again at 17:00', () => {
    const policy = policyOf(
      {
        within: { table: [{ when: { priority: 'high' }, limit: '8 hours' }], otherwise: '24 hours' },
        onChange: 'recalculate',
      },
      ladder(warn),
    );
    const changed = (priority: string) => ['changed', '10-12 17:00', { set: { priority } }] as const;
    const log = [received, changed('high'), changed('low')] as const;
    expect(linesOf(policy, log, '10-12 17:00', { priority: 'low' })).toEqual(['warn 10-13 04:00 upcoming']);
  });

  it('is not reached by a change that more time undoes at the same instant', () => {
    const policy = policyOf(
      {
        within: { table: [{ when: { priority: 'high' }, limit: '8 hours' }], otherwise: '24 hours' },
        onChange: 'recalculate',
      },
      ladder(warn),
    );
    const log = [
      received,
      ['changed', '10-12 17:00', { set: { priority: 'high' } }],
      ['extended', '10-12 17:00', { duration: '24 hours' }],
    ] as const;
    // 8 and 24 hours from 10:00 are over at 18:00 on the 13th.
    expect(linesOf(policy, log, '10-12 17:00', { priority: 'low' })).toEqual(['warn 10-13 12:00 upcoming']);
  });

  it('reached at 04:00 is listed at 04:00 though due is unknown from then on', () => {
    const policy = policyOf(
      { within: { table: [{ when: { priority: 'low' }, limit: '24 hours' }] }, onChange: 'recalculate' },
      ladder(warn),
    );
    const unknown = ['changed', '10-13 04:00', { set: { priority: 'odd' } }] as const;
    expect(linesOf(policy, [received, unknown], '10-13 04:00', { priority: 'low' })).toEqual([
      'warn 10-13 04:00 due',
    ]);
  });
});

describe('a rung is taken', () => {
  const policy = policyOf({}, ladder({ ...warn, level: 2 }));
  const stateAfter = (...events: EventRow[]) =>
    rungsOf(policy, [received, ...events], '10-13 05:00').map(({ state }) => state);

  it('by an escalation alone, of a level that is a number', () => {
    expect(stateAfter(['escalated', '10-13 04:30', { level: 2 }])).toEqual(['taken']);
    expect(stateAfter(['assigned', '10-13 04:30', { level: 2 }])).toEqual(['due']);
    expect(stateAfter(['escalated', '10-13 04:30'])).toEqual(['due']);
    expect(stateAfter(['escalated', '10-13 04:30', { level: '2' }])).toEqual(['due']);
  });

  it('at its own instant, not late', () => {
    const [taken] = rungsOf(policy, [received, ['escalated', '10-13 04:00', { level: 2 }]], '10-13 05:00');
    expect(taken?.state).toBe('taken');
    expect(taken).not.toHaveProperty('lateTaken');
  });

  it('at its own instant or before, even after the end of the case; later no more', () => {
    const late = policyOf({}, ladder(boss));
    const closed = [received, ['closed', '10-13 12:00']] as const;
    const taken = (when: string) =>
      linesOf(late, [...closed, ['escalated', when, { level: 2 }]], '10-13 15:00');
    expect(taken('10-13 13:00')).toEqual(['boss 10-13 14:00 taken']);
    expect(taken('10-13 14:00')).toEqual(['boss 10-13 14:00 taken']);
    expect(taken('10-13 14:00:00.001')).toEqual(['boss 10-13 14:00 missed']);
  });
});

describe('the window of a rung', () => {
  it.each(['closed', 'withdrawn', 'merged', 'invalidated'])('ends with the case: %s', (type) => {
    const log = [received, [type, '10-13 12:00']] as const;
    expect(linesOf(policyOf({}, ladder(boss)), log, '10-13 14:00')).toEqual(['boss 10-13 14:00 missed']);
  });

  it('stays ended through other events, and opens for a case that is reopened at the instant of the rung', () => {
    const policy = policyOf({}, ladder(boss));
    const closed = [received, ['closed', '10-13 12:00']] as const;
    const lineAfter = (type: string, when: string) =>
      linesOf(policy, [...closed, [type, when]], '10-13 15:00');
    expect(lineAfter('progressed', '10-13 13:00')).toEqual(['boss 10-13 14:00 missed']);
    expect(lineAfter('reopened', '10-13 14:00')).toEqual(['boss 10-13 14:00 due']);
    expect(lineAfter('reopened', '10-13 14:00:00.001')).toEqual(['boss 10-13 14:00 missed']);
  });

  it('is not ended by a higher rung at the same instant', () => {
    const policy = policyOf({}, ladder(warn, { ...warn, id: 'high', level: 2 }));
    expect(linesOf(policy, [received], '10-13 05:00')).toEqual([
      'warn 10-13 04:00 due',
      'high 10-13 04:00 due',
    ]);
  });

  it('is not ended by a higher rung of another run', () => {
    const policy = policyOf({ each: 'run', match: 'item' }, ladder(warn, boss));
    const log = [
      ['received', '10-12 10:00', { item: 'a' }],
      ['received', '10-12 22:00', { item: 'b' }],
    ] as const;
    // The first run's boss is told at 14:00, its own; the second's warn is due from 16:00 until 02:00.
    expect(linesOf(policy, log, '10-13 17:00')).toEqual([
      'warn 10-13 04:00 missed',
      'warn 10-13 16:00 due',
      'boss 10-13 14:00 due',
      'boss 10-14 02:00 upcoming',
    ]);
    const later = [log[0], ['received', '10-12 11:00', { item: 'b' }]] as const;
    // At 14:30 the first's boss has been told; the second's not before 15:00.
    expect(linesOf(policy, later, '10-13 14:30')).toEqual([
      'warn 10-13 04:00 missed',
      'warn 10-13 05:00 due',
      'boss 10-13 14:00 due',
      'boss 10-13 15:00 upcoming',
    ]);
  });

  it('is not ended by a higher rung of another standard that was cancelled, at its instant or before', () => {
    const rungs = [warn, { id: 'high', level: 2, to: 'boss', at: { before: 'settle', by: '1 hour' } }];
    const policy = policyOf(
      {},
      { standards: [answer, { ...settle, within: '20 hours' }], ...ladder(...rungs) },
    );
    // warn from 04:00; the higher one of the other at 05:00, if it isn't resolved by then.
    const lineAfter = (when: string) => linesOf(policy, [received, ['resolved', when]], '10-13 06:00')[0];
    expect(lineAfter('10-13 04:30')).toBe('warn 10-13 04:00 due');
    expect(lineAfter('10-13 05:00')).toBe('warn 10-13 04:00 due');
    expect(lineAfter('10-13 05:30')).toBe('warn 10-13 04:00 missed');
  });

  it('has no end while the clock is stopped and the higher rung comes no nearer', () => {
    const policy = policyOf({ pause: { on: 'paused', off: 'resumed' } }, ladder(warn, boss));
    const paused = [received, ['paused', '10-13 05:00']] as const;
    expect(linesOf(policy, paused, '10-13 05:00')[0]).toBe('warn 10-13 04:00 due');
    expect(judged(policy, paused, '10-13 05:00').nextChange).toBeNull();
  });

  it('ends where a higher rung would have been that a change at 18:00 brings about at once', () => {
    const policy = policyOf(
      {
        within: { table: [{ when: { priority: 'high' }, limit: '7 hours' }], otherwise: '24 hours' },
        onChange: 'recalculate',
      },
      ladder(warn, { ...warn, id: 'high', level: 2, at: { before: 'answer', by: '1 hour' } }),
    );
    // Due 17:00: the lower one at 11:00, the higher at 16:00; an escalation at 16:30 is too late for the lower.
    const log = [
      received,
      ['escalated', '10-12 16:30', { level: 1 }],
      ['changed', '10-12 18:00', { set: { priority: 'high' } }],
    ] as const;
    const both = ['warn 10-12 11:00 missed', 'high 10-12 16:00 due'];
    expect(linesOf(policy, log, '10-12 18:00', { priority: 'low' })).toEqual(both);
    expect(linesOf(policy, log, '10-12 18:01', { priority: 'low' })).toEqual(both);
  });
});

describe('a ladder', () => {
  it('names standards and calendars of its policy: one that is not there is named with what it should be', () => {
    const none = { ...warn, at: { before: 'replied', by: '1 hour' } };
    expect(() => policyOf({}, ladder(none))).toThrow(/standard/);
    expect(() => policyOf({}, { ladders: [{ id: 'l', calendar: 'nights', rungs: [warn] }] })).toThrow(
      /calendar/,
    );
  });
});
