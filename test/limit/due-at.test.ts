import { describe, expect, it } from 'vitest';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { DulyError } from '../../src/errors/duly-error.ts';
import { type DueOptions, dueAt } from '../../src/limit/due-at.ts';
import { office, refusal, wall } from './shanghai-office.ts';

describe('dueAt', () => {
  it('gives back what it was asked, and the convention by which it counted', () => {
    const result = dueAt(wall('2026-10-05 10:00'), '2 working days', { calendar: office });
    expect(result.limit).toEqual({ amount: 2, unit: 'working days' });
    expect(result.from.toISOString()).toBe('2026-10-05T02:00:00.000Z');
    expect(result.timeZone).toBe('Asia/Shanghai');
    expect(result.counting).toEqual({
      start: 'next-day',
      end: 'close-of-business',
      roll: 'next-working-day',
      months: 'corresponding',
    }); // prettier-ignore
  });

  it("counts forward by direction 'after', as it does without one", () => {
    const at = (options: Partial<DueOptions>) =>
      dueAt(wall('2026-10-05 10:00'), '2 days', { calendar: office, ...options }).at.toISOString();
    expect([at({}), at({ direction: 'after' })]).toEqual([
      '2026-10-07T10:00:00.000Z',
      '2026-10-07T10:00:00.000Z',
    ]);
  });

  it('takes every form of an instant and of a limit', () => {
    const at = Date.UTC(2026, 9, 5, 2);
    for (const from of [at, new Date(at), '2026-10-05T10:00:00+08:00', { epochMilliseconds: at }]) {
      for (const limit of ['2 working days', { amount: 2, unit: 'working days' }] as const) {
        expect(dueAt(from, limit, { calendar: office }).at.toISOString()).toBe('2026-10-07T10:00:00.000Z');
      }
    }
  });

  it('gives its steps with days, causes and amounts', () => {
    const { steps } = dueAt(wall('2026-10-09 10:00'), '2 working days', { calendar: office });
    expect(steps).toEqual([
      {
        counted: false,
        reason: 'trigger-day',
        amount: 0,
        days: ['2026-10-09', '2026-10-09'],
        from: new Date(wall('2026-10-09 10:00')),
        to: new Date(wall('2026-10-10 00:00')),
      },
      {
        counted: false,
        reason: 'weekend',
        amount: 0,
        days: ['2026-10-10', '2026-10-11'],
        from: new Date(wall('2026-10-10 00:00')),
        to: new Date(wall('2026-10-12 00:00')),
      },
      {
        counted: true,
        reason: 'counted',
        amount: 2,
        days: ['2026-10-12', '2026-10-13'],
        from: new Date(wall('2026-10-12 00:00')),
        to: new Date(wall('2026-10-13 18:00')),
      },
    ]); // prettier-ignore
  });

  it('refuses a result past 2199, and a sum in a calendar without hours, instead of searching for ever', () => {
    expect(refusal(() => dueAt('2199-12-01T00:00:00Z', '2 months', { calendar: office })).code).toBe(
      'limit.range',
    );
    expect(refusal(() => dueAt('2199-12-01T00:00:00Z', '2000 hours', { calendar: office })).code).toBe(
      'limit.range',
    );
    expect(refusal(() => dueAt('2026-01-01T00:00:00Z', '99999999 days', { calendar: office })).code).toBe(
      'limit.range',
    );
    expect(
      refusal(() => dueAt('2026-01-01T00:00:00Z', '99999999 working days', { calendar: office })),
    ).toBeInstanceOf(DulyError);
    const empty = defineCalendar({ timeZone: 'UTC', week: {} });
    expect(refusal(() => dueAt('2026-01-01T00:00:00Z', '1 working day', { calendar: empty })).code).toBe(
      'calendar.no-hours',
    );
    expect(refusal(() => dueAt('2026-01-01T00:00:00Z', '1 working hour', { calendar: empty })).code).toBe(
      'calendar.no-hours',
    );
    expect(
      dueAt('2026-01-01T00:00:00Z', '1 day', { calendar: empty, counting: 'calendar-24-7' }).at.toISOString(),
    ).toBe('2026-01-03T00:00:00.000Z');
  });

  it('names the argument that is wrong', () => {
    expect(refusal(() => dueAt('2026-01-01', '1 day', { calendar: office })).path).toEqual(['from']);
    expect(refusal(() => dueAt('2026-01-01T00:00:00Z', '1 dya' as never, { calendar: office })).path).toEqual(
      ['limit'],
    );
    const bad = { start: 'instant', end: 'end-of-day', roll: 'none', months: 'corresponding' } as const;
    expect(refusal(() => dueAt(0, '1 day', { calendar: office, counting: bad })).path).toEqual([
      'counting',
      'start',
    ]);
  });

  it.each([
    [undefined, ['options'], 'limit.option'],
    [null, ['options'], 'limit.option'],
    [{ calendar: office, pauses: 'none' }, ['pauses'], 'limit.option'],
    [{ calendar: office, extensions: {} }, ['extensions'], 'limit.option'],
    [{ calendar: office, direction: 'backward' }, ['direction'], 'limit.option'],
    [{ calendar: office, direction: 'before', clearDays: 'yes' }, ['clearDays'], 'limit.option'],
    [{ calendar: office, pause: [] }, ['pause'], 'limit.unknown-key'],
  ])('refuses the options %o at %j', (options, path, code) => {
    const error = refusal(() => dueAt('2026-01-01T00:00:00Z', '1 day', options as never));
    expect([error.path, error.code]).toEqual([path, code]);
  });

  it('suggests the option that a mistyped one was meant for', () => {
    const options = { calendar: office, countng: 'bgb' } as never;
    expect(refusal(() => dueAt('2026-01-01T00:00:00Z', '1 day', options)).hint).toBe(
      'Did you mean "counting"?',
    );
  });

  it.each([[{}], [{ calendar: null }], [{ calendar: 'china' }]])(
    'refuses %o for want of a calendar',
    (options) => {
      const error = refusal(() => dueAt('2026-01-01T00:00:00Z', '1 day', options as never));
      expect([error.code, error.path]).toEqual(['calendar.shape', ['calendar']]);
    },
  );
});
