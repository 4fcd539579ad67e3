import { describe, expect, it } from 'vitest';
import { type EventRow, judged, policyOf, wall } from '../support/naive-service.ts';
import { ladderOf, linesOf, received, remind, warn } from './one-ladder.ts';

describe('a rung once reached', () => {
  // warn at 75% of 24 hours: 13 October 04:00.
  const warned = (standard: object, events: readonly EventRow[], asOf: string) =>
    linesOf(ladderOf([warn], standard), [received, ...events], asOf, { priority: 'low' });
  const extended = ['extended', '10-13 05:00', { duration: '24 hours' }] as const;

  it('at 04:00 stays there when more time is given at 05:00; given at 03:00 it comes at 22:00', () => {
    expect(warned({}, [extended], '10-13 06:00')).toEqual(['warn 10-13 04:00 due']);
    const early = ['extended', '10-13 03:00', { duration: '24 hours' }] as const;
    expect(warned({}, [early], '10-13 06:00')).toEqual(['warn 10-13 22:00 upcoming']);
  });

  it('at 04:00 stays there when more time is given at 04:00', () => {
    expect(warned({}, [['extended', '10-13 04:00', { duration: '24 hours' }]], '10-13 06:00')).toEqual([
      'warn 10-13 04:00 due',
    ]);
  });

  it('stays where it is through a pause; one that is not reached moves with due', () => {
    const pause = { pause: { on: 'paused', off: 'resumed' } };
    const stop = (from: string, to: string) =>
      [
        ['paused', from],
        ['resumed', to],
      ] as const;
    expect(warned(pause, stop('10-13 05:00', '10-13 09:00'), '10-13 09:30')).toEqual([
      'warn 10-13 04:00 due',
    ]);
    expect(warned(pause, stop('10-13 03:00', '10-13 06:00'), '10-13 06:30')).toEqual([
      'warn 10-13 07:00 upcoming',
    ]);
    expect(warned(pause, [['paused', '10-13 03:00']], '10-13 06:00')).toEqual(['warn 10-13 07:00 upcoming']);
    const half = { ...pause, within: '2 days' };
    // Before due of days, which a pause within a day doesn't move: 14 October 18:00, so 15:00 comes while paused.
    const policy = ladderOf([remind], half);
    expect(linesOf(policy, [received, ['paused', '10-14 14:00']], '10-14 15:00')).toEqual([
      'remind 10-14 15:00 due',
    ]);
    expect(linesOf(policy, [received, ['paused', '10-14 14:00']], '10-14 19:00')).toEqual([
      'remind 10-14 15:00 due',
    ]);
  });

  it('comes at 13:32, stopped since 11:40, when 81 minutes more run into the night: a fifth of 335 was used by 11:40', () => {
    const policy = policyOf(
      { within: '255 working minutes', pause: { on: 'paused', off: 'resumed' } },
      {
        calendar: { timeZone: 'Asia/Shanghai', week: { mon: ['09:00-12:00', '13:00-18:00'] } },
        ladders: [
          { id: 'l', rungs: [{ id: 'fifth', level: 1, to: 'boss', at: { share: 0.2, of: 'answer' } }] },
        ],
      },
    );
    const events: EventRow[] = [
      ['received', '10-12 10:33'],
      ['extended', '10-12 10:33', { duration: '81 minutes' }],
      ['paused', '10-12 11:40'],
    ];
    // 255 + 81 minutes of office hours; due passes 18:00 at 13:31, and from then on each minute of the stop is lost.
    expect(wall(judged(policy, events, '10-12 13:31').nextChange)).toBe('10-12 13:32');
    expect(linesOf(policy, events, '10-12 13:31:59')).toEqual(['fifth 10-12 13:31:59.200 upcoming']);
    expect(linesOf(policy, events, '10-12 13:32')).toEqual(['fifth 10-12 11:40 due']);
  });

  it('at once when a change leaves less time than it needs, at the instant where it would have been', () => {
    const table = {
      within: { table: [{ when: { priority: 'high' }, limit: '8 hours' }], otherwise: '24 hours' },
      onChange: 'recalculate',
    };
    const changed = (when: string, priority: string) => ['changed', when, { set: { priority } }] as const;
    // 75% of 8 hours from 10:00 is 16:00.
    expect(warned(table, [changed('10-12 17:00', 'high')], '10-12 17:00')).toEqual(['warn 10-12 16:00 due']);
    const back = [changed('10-12 17:00', 'high'), changed('10-12 17:30', 'low')] as const;
    expect(warned(table, back, '10-12 18:00')).toEqual(['warn 10-12 16:00 due']);
  });

  it('is still there when its standard has ceased to apply, and cancelled if that came first', () => {
    const standard = { when: { priority: 'low' }, onChange: 'recalculate' };
    const raised = (when: string) => ['changed', when, { set: { priority: 'high' } }] as const;
    expect(warned(standard, [raised('10-13 05:00')], '10-13 06:00')).toEqual(['warn 10-13 04:00 missed']);
    expect(warned(standard, [raised('10-13 03:00')], '10-13 06:00')).toEqual(['warn 10-13 04:00 cancelled']);
    const lowered = ['changed', '10-13 04:30', { set: { priority: 'low' } }] as const;
    expect(warned(standard, [raised('10-13 03:00'), lowered], '10-13 06:00')).toEqual([
      'warn 10-13 04:00 due',
    ]);
  });

  it('is still there when due is no longer known; one that is not reached is not listed', () => {
    const standard = {
      within: { table: [{ when: { priority: 'low' }, limit: '24 hours' }] },
      onChange: 'recalculate',
    };
    const unknown = (when: string) => ['changed', when, { set: { priority: 'odd' } }] as const;
    expect(warned(standard, [unknown('10-13 05:00')], '10-13 06:00')).toEqual(['warn 10-13 04:00 due']);
    expect(warned(standard, [unknown('10-13 03:00')], '10-13 06:00')).toEqual([]);
  });
});
