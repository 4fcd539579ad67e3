import { describe, expect, it } from 'vitest';
import { type DueOptions, dueAt } from '../../src/limit/due-at.ts';
import { always, counting, due, refusal, wall } from './shanghai-office.ts';

describe('pauses', () => {
  it('hour limits: paused time does not count', () => {
    const pauses = [[wall('2026-10-05 10:00'), wall('2026-10-05 11:00')]] as const;
    expect(due('2026-10-05 09:30', '2 hours', { pauses })).toBe('2026-10-05 12:30');
    expect(due('2026-10-05 09:30', '4 working hours', { pauses })).toBe('2026-10-05 15:30');
  });

  it('working hours: a pause over night and lunch costs nothing', () => {
    const pauses = [
      [wall('2026-10-05 12:00'), wall('2026-10-05 13:00')],
      [wall('2026-10-05 18:00'), wall('2026-10-06 09:00')],
    ] as const;
    expect(due('2026-10-05 09:00', '8 working hours', { pauses })).toBe('2026-10-05 18:00');
    expect(due('2026-10-05 09:00', '9 working hours', { pauses })).toBe('2026-10-06 10:00');
  });

  it('day limits: a day does not count when the clock stands at its closing time', () => {
    const over = [[wall('2026-10-06 17:59'), wall('2026-10-06 18:00')]] as const;
    const before = [[wall('2026-10-06 00:00'), wall('2026-10-06 17:59')]] as const;
    const after = [[wall('2026-10-06 18:00'), wall('2026-10-07 09:00')]] as const;
    expect(due('2026-10-05 10:00', '2 working days', { pauses: over })).toBe('2026-10-08 18:00');
    expect(due('2026-10-05 10:00', '2 working days', { pauses: before })).toBe('2026-10-07 18:00');
    expect(due('2026-10-05 10:00', '2 working days', { pauses: after })).toBe('2026-10-07 18:00');
  });

  it('day limits to 24:00: the last millisecond before midnight decides', () => {
    const pauses = [[wall('2026-10-06 23:59'), wall('2026-10-07 00:00')]] as const;
    expect(due('2026-10-05 10:00', '1 day', { counting: 'bgb', pauses })).toBe('2026-10-08 00:00');
  });

  it('rolling days: the same clock time decides', () => {
    const pauses = [[wall('2026-10-06 09:00'), wall('2026-10-06 10:00')]] as const;
    expect(due('2026-10-05 10:00', '1 day', { counting: 'rolling', pauses })).toBe('2026-10-07 10:00');
    expect(due('2026-10-05 10:01', '1 day', { counting: 'rolling', pauses })).toBe('2026-10-06 10:01');
  });

  it("a pause on the trigger's own day takes no day away: 2 days from Monday 10:00 end on Wednesday", () => {
    const pauses = [[wall('2026-10-05 10:30'), wall('2026-10-05 11:00')]] as const;
    expect(due('2026-10-05 10:00', '2 working days', { pauses })).toBe('2026-10-07 18:00');
    expect(due('2026-10-05 10:00', '2 days', { pauses })).toBe('2026-10-07 18:00');
  });

  it('a rolled last day that is paused goes on to the next working day that is not', () => {
    const pauses = [[wall('2026-10-12 09:00'), wall('2026-10-13 12:00')]] as const;
    expect(due('2026-10-05 10:00', '5 days', { pauses })).toBe('2026-10-13 18:00');
  });

  it('a rolled last day that closes at 18:00 is paused until 18:00, and not from 18:00 on', () => {
    const until = [[wall('2026-10-12 09:00'), wall('2026-10-12 18:00')]] as const;
    const after = [[wall('2026-10-12 18:00'), wall('2026-10-13 12:00')]] as const;
    expect(due('2026-10-05 10:00', '5 days', { pauses: until })).toBe('2026-10-13 18:00');
    expect(due('2026-10-05 10:00', '5 days', { pauses: after })).toBe('2026-10-12 18:00');
  });

  it('months: each paused day-end adds a day, also among the days added, then the roll', () => {
    // 5 November is a Thursday; the ends of 4 and 5 November are paused, so is that of the 6th that they add.
    const pauses = [[wall('2026-11-04 12:00'), wall('2026-11-07 12:00')]] as const;
    expect(due('2026-10-05 10:00', '1 month', { counting: 'calendar-24-7', pauses })).toBe(
      '2026-11-09 00:00',
    );
    expect(due('2026-10-05 10:00', '1 month', { counting: 'bgb', pauses })).toBe('2026-11-10 00:00');
  });

  it('a pause that has not ended counts up to asOf', () => {
    const pauses = [[wall('2026-10-05 10:00'), null]] as const;
    expect(due('2026-10-05 09:00', '2 hours', { pauses, asOf: wall('2026-10-05 12:00') })).toBe(
      '2026-10-05 13:00',
    );
    expect(due('2026-10-05 09:00', '2 hours', { pauses, asOf: wall('2026-10-05 09:30') })).toBe(
      '2026-10-05 11:00',
    );
    expect(refusal(() => due('2026-10-05 09:00', '2 hours', { pauses })).code).toBe('limit.open-pause');
  });

  it('pauses before the start, or after due, change nothing', () => {
    const pauses = [
      [wall('2026-10-01 09:00'), wall('2026-10-05 09:00')],
      [wall('2026-10-07 18:00'), wall('2026-10-20 09:00')],
    ] as const;
    expect(due('2026-10-05 09:00', '2 working days', { pauses })).toBe('2026-10-07 18:00');
  });

  it('takes no longer for a pause of 150 years than for one of a day', () => {
    const pauses = [['2026-10-06T00:00:00Z', '2176-10-06T00:00:00Z']] as const;
    const started = performance.now();
    expect(
      dueAt('2026-10-05T01:00:00Z', '30 days', {
        calendar: always,
        pauses,
        counting: 'bgb',
      }).at.toISOString(),
    ).toBe('2176-11-04T16:00:00.000Z');
    expect(performance.now() - started).toBeLessThan(200);
  });

  it('refuses a pause that ends before it begins, and what is none', () => {
    const reversed = [[wall('2026-10-05 10:00'), wall('2026-10-05 09:00')]] as const;
    const error = refusal(() => due('2026-10-05 09:00', '2 hours', { pauses: reversed }));
    expect([error.code, error.path]).toEqual(['limit.pause', ['pauses', 0]]);
    expect(refusal(() => due('2026-10-05 09:00', '2 hours', { pauses: [7] as never })).code).toBe(
      'limit.pause',
    );
  });
});

describe('extensions', () => {
  const ext = (...extensions: NonNullable<DueOptions['extensions']>) => ({ extensions });

  it('a duration counts on from the due instant in force, and durations add up', () => {
    const one = { at: wall('2026-10-06 09:00'), duration: '2 working days' } as const;
    expect(due('2026-10-05 10:00', '2 working days', ext(one))).toBe('2026-10-09 18:00');
    expect(
      due('2026-10-05 10:00', '2 working days', ext(one, { ...one, at: wall('2026-10-08 09:00') })),
    ).toBe('2026-10-13 18:00');
  });

  it('from a due instant at 24:00 the day that ends then is the trigger: 7 + 7 days are 14 days', () => {
    const more = { at: wall('2026-10-06 09:00'), duration: '7 days' } as const;
    for (const name of ['calendar-24-7', 'bgb'] as const) {
      expect(due('2026-10-05 10:00', '7 days', { counting: name, ...ext(more) })).toBe('2026-10-20 00:00');
      expect(due('2026-10-05 10:00', '14 days', { counting: name })).toBe('2026-10-20 00:00');
    }
  });

  it('adds up where the day of the start counts, and where there is a cut-off', () => {
    const more = { at: wall('2026-10-05 12:00'), duration: '2 working days' } as const;
    for (const given of [
      counting({ start: 'same-day', end: 'close-of-business' }),
      counting({ start: 'same-day' }),
      counting({ end: 'close-of-business', cutOff: '16:00' }),
    ]) {
      expect(due('2026-10-05 10:00', '2 working days', { counting: given, ...ext(more) })).toBe(
        due('2026-10-05 10:00', '4 working days', { counting: given }),
      );
    }
  });

  it('adds up for months of the day-before rule: 1 + 2 months from 1 April end on 30 June', () => {
    const sameDay = counting({ start: 'same-day' });
    const more = { at: wall('2026-04-02 10:00'), duration: '2 months' } as const;
    expect(due('2026-04-01 10:00', '1 month', { counting: sameDay, ...ext(more) })).toBe('2026-07-01 00:00');
  });

  it('an extension at or after the due instant in force does nothing', () => {
    const late = { at: wall('2026-10-07 18:00'), duration: '2 working days' } as const;
    expect(due('2026-10-05 10:00', '2 working days', ext(late))).toBe('2026-10-07 18:00');
  });

  it('a later until takes its place, a date meaning its 24:00; an earlier one does nothing', () => {
    const until = (text: string) => ext({ at: wall('2026-10-06 09:00'), until: text });
    expect(due('2026-10-05 10:00', '2 working days', until(wall('2026-10-09 12:00')))).toBe(
      '2026-10-09 12:00',
    );
    expect(due('2026-10-05 10:00', '2 working days', until('2026-10-09'))).toBe('2026-10-10 00:00');
    expect(due('2026-10-05 10:00', '2 working days', until(wall('2026-10-06 12:00')))).toBe(
      '2026-10-07 18:00',
    );
  });

  it('an until at the very due instant does nothing: a pause on Wednesday still moves it to Thursday', () => {
    const extensions = [{ at: wall('2026-10-06 09:00'), until: wall('2026-10-07 18:00') }];
    const pauses = [[wall('2026-10-07 12:00'), wall('2026-10-08 12:00')]] as const;
    expect(due('2026-10-05 10:00', '2 working days', { extensions, pauses })).toBe('2026-10-08 18:00');
  });

  it('pauses do not move an until, before or after it', () => {
    const extensions = [{ at: wall('2026-10-06 09:00'), until: wall('2026-10-09 12:00') }];
    const pauses = [[wall('2026-10-06 12:00'), wall('2026-10-20 12:00')]] as const;
    expect(due('2026-10-05 10:00', '2 working days', { extensions, pauses })).toBe('2026-10-09 12:00');
  });

  it('a duration after an until counts on from it', () => {
    const extensions = [
      { at: wall('2026-10-08 09:00'), duration: '1 working day' } as const,
      { at: wall('2026-10-06 09:00'), until: wall('2026-10-09 12:00') },
    ];
    expect(due('2026-10-05 10:00', '2 working days', { extensions })).toBe('2026-10-12 18:00');
  });

  it('pauses stop the clock of an extension too', () => {
    const extensions = [{ at: wall('2026-10-06 09:00'), duration: '2 hours' } as const];
    const pauses = [[wall('2026-10-06 10:30'), wall('2026-10-06 11:00')]] as const;
    expect(due('2026-10-05 10:00', '24 hours', { extensions, pauses })).toBe('2026-10-06 12:30');
  });

  it('refuses one with both an until and a duration, or neither', () => {
    const at = wall('2026-10-06 09:00');
    for (const extension of [{ at }, { at, until: at, duration: '1 day' as const }, null as never]) {
      const error = refusal(() => due('2026-10-05 10:00', '2 days', ext(extension)));
      expect([error.code, error.path]).toEqual(['limit.extension', ['extensions', 0]]);
    }
  });
});

describe('a day on which two calendars are open and never together', () => {
  it('is closed: Monday and Wednesday count, Tuesday of mornings and afternoons does not', () => {
    const timeZone = 'Asia/Shanghai';
    const [am, pm] = [['09:00-12:00'], ['13:00-18:00']];
    const one = { timeZone, week: { mon: am, tue: am, wed: am } };
    const other = { timeZone, week: { mon: am, tue: pm, wed: am } };
    const { at, steps } = dueAt(wall('2026-10-05 08:00'), '1 working day', {
      calendar: { intersect: [one, other] },
    });
    expect(at).toEqual(new Date('2026-10-07T12:00:00+08:00'));
    expect(steps.map(({ reason }) => reason)).toContain('closed');
  });
});

describe('what goes on from a due instant, and what begins anew', () => {
  const from = '2026-02-01 10:00';

  it('a month that counts its first day goes on to the end of the next: 28 February, then 31 March', () => {
    const sameDay = counting({ start: 'same-day' });
    expect(due(from, '1 month', { counting: sameDay })).toBe('2026-03-01 00:00');
    const extensions = [{ at: wall('2026-02-10 10:00'), duration: '1 month' }] as const;
    expect(due(from, '1 month', { counting: sameDay, extensions })).toBe('2026-04-01 00:00');
    expect(due(from, '1 month', { counting: counting({}), extensions })).toBe('2026-04-02 00:00');
  });

  it('a day that is cut off at 16:30 takes what comes at 16:29, and nothing at 16:30', () => {
    const halfPast = counting({ cutOff: '16:30' });
    expect(due('2026-10-05 16:29', '1 working day', { counting: halfPast })).toBe('2026-10-07 00:00');
    expect(due('2026-10-05 16:30', '1 working day', { counting: halfPast })).toBe('2026-10-08 00:00');
  });

  it('a rolling month comes to the same date, whatever is said of the first counted day', () => {
    const rolling = counting({ start: 'instant', end: 'same-time', months: 'before-first-counted' });
    expect(due('2026-02-28 10:00', '1 month', { counting: rolling })).toBe('2026-03-28 10:00');
  });

  it('hours from the next full hour add to a due instant at once: 10:20 and 2 hours, then 90 minutes', () => {
    const counting = 'prc-civil-procedure';
    expect(due('2026-10-05 10:20', '2 hours', { counting })).toBe('2026-10-05 13:00');
    const extensions = [{ at: wall('2026-10-05 11:00'), duration: '90 minutes' }] as const;
    expect(due('2026-10-05 10:20', '2 hours', { counting, extensions })).toBe('2026-10-05 14:30');
  });

  it('a day is rolled back to one that closes at the very instant of the trigger', () => {
    const back = counting({ end: 'close-of-business', roll: 'previous-working-day' });
    expect(due('2026-10-09 18:00', '1 day', { counting: back })).toBe('2026-10-09 18:00');
    expect(due('2026-10-10 10:00', '1 day', { counting: back })).toBe('2026-10-12 00:00');
  });
});
