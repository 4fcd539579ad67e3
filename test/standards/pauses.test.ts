import { describe, expect, it } from 'vitest';
import { type EventRow, judged, lines, policyOf } from '../support/naive-service.ts';

// Findings about a clock that was stopped, word by word, and the two ways of stopping it.

const received: EventRow = ['received', '09-28 10:00'];
const byEvents = policyOf({ pause: { on: ['paused', 'waited'], off: 'resumed' } });
const found = (policy: ReturnType<typeof policyOf>, log: readonly EventRow[], attributes = {}) =>
  judged(policy, [received, ...log], '09-28 18:00', attributes).findings;

describe('a clock that events stop', () => {
  it('in order is nothing to be found', () =>
    expect(
      found(byEvents, [
        ['paused', '09-28 11:00'],
        ['resumed', '09-28 12:00'],
      ]),
    ).toEqual([]));

  it('is found stopped again by whichever event, started unasked, and left stopped, each by its place', () => {
    expect(
      found(byEvents, [
        ['resumed', '09-28 10:30'],
        ['paused', '09-28 11:00'],
        ['waited', '09-28 11:30'],
        ['resumed', '09-28 12:00'],
        ['resumed', '09-28 13:00'],
        ['paused', '09-28 14:00'],
      ]),
    ).toEqual([
      {
        code: 'pause.stray-resume',
        message: 'the clock is started while it runs',
        events: [1],
      },
      { code: 'pause.repeated', message: 'the clock is stopped while it is stopped', events: [3] },
      {
        code: 'pause.stray-resume',
        message: 'the clock is started while it runs',
        events: [5],
      },
      { code: 'pause.unclosed', message: 'the clock is never started again', events: [6] },
    ]);
  });

  it('is found to have stood while the case was talked about: replied, proposed, said, received', () => {
    const stopped = (...types: string[]): EventRow[] => [
      ['paused', '09-28 11:00'],
      ...types.map((type, n): EventRow => [type, `09-28 12:0${n}`]),
      ['resumed', '09-28 13:00'],
      ['said', '09-28 14:00'],
    ];
    const policy = policyOf({ to: 'closed', pause: { on: 'paused', off: 'resumed' } });
    expect(found(policy, stopped('replied', 'proposed', 'told', 'said', 'received'))).toEqual([
      {
        code: 'pause.overlaps-activity',
        message: 'the clock is stopped while the case is talked about',
        events: [2, 3, 5, 6],
      },
    ]);
    expect(found(policy, stopped('told'))).toEqual([]);
  });

  it('is looked at once for two standards that stop alike', () => {
    const pause = { on: 'paused', off: 'resumed' };
    const second = { id: 'more', kind: 'deadline', from: 'received', to: 'closed', within: '2 hours', pause };
    const policy = policyOf(
      {},
      {
        standards: [{ ...second, id: 'one', within: '1 hour' }, second],
      },
    );
    const result = judged(policy, [received, ['paused', '09-28 10:30']], '09-28 18:00');
    expect(result.findings.map(({ code }) => code)).toEqual(['pause.unclosed']);
    expect(lines(result)).toEqual(['1 pending due 09-28 18:30', '1 pending due 09-28 19:30']);
  });
});

describe('a clock that a condition stops', () => {
  const waiting = policyOf({ pause: { while: { waiting: true } }, to: 'closed' });
  const set = (when: string, value: boolean, type = 'changed'): EventRow =>
    type === 'changed' ? [type, when, { set: { waiting: value } }] : [type, when, { waiting: value }];

  it('stands while it holds, by what was changed or stated with a promise', () => {
    const due = (...log: EventRow[]) => lines(judged(waiting, [received, ...log], '09-28 18:00'));
    expect(due(set('09-28 11:00', true), set('09-28 13:00', false))).toEqual(['1 pending due 09-29 12:00']);
    expect(due(set('09-28 11:00', true, 'promised'), set('09-28 12:00', false, 'promised'))).toEqual([
      '1 pending due 09-29 11:00',
    ]);
    expect(due()).toEqual(['1 pending due 09-29 10:00']);
  });

  it('has run until it holds: 1 hour used, then 7 hours stopped', () => {
    const [verdict] = judged(waiting, [received, set('09-28 11:00', true)], '09-28 18:00').verdicts;
    expect(verdict).toMatchObject({ usedMs: 3_600_000, pausedMs: 7 * 3_600_000, clock: 'paused' });
  });

  it('finds nothing but what was said meanwhile', () => {
    expect(found(waiting, [set('09-28 11:00', true), ['said', '09-28 12:00']])).toMatchObject([
      { code: 'pause.overlaps-activity', events: [2] },
    ]);
    expect(found(waiting, [set('09-28 11:00', true), set('09-28 12:00', true)])).toEqual([]);
    expect(found(waiting, [['said', '09-28 12:00']])).toEqual([]);
  });
});
