import { describe, expect, it } from 'vitest';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import type { HolidaySource } from '../../src/calendar/spec.ts';
import { type DueOptions, dueAt } from '../../src/limit/due-at.ts';
import type { Counting, LimitInput } from '../../src/limit/types.ts';
import { counting, due, office, refusal, wall, week } from './shanghai-office.ts';

describe('the ends of days and of the years there are', () => {
  it('a clock set back over midnight begins no day a second time: St. John’s, 23:30 on 6 November 2010', () => {
    const calendar = defineCalendar({ timeZone: 'America/St_Johns', week: 'always' });
    const at = (from: string) =>
      dueAt(from, '1 day', { calendar, counting: 'calendar-24-7' }).at.toISOString();
    // At 00:01 it was 23:01 of the day before once more.
    expect(at('2010-11-06T23:30:00-02:30')).toBe('2010-11-08T03:30:00.000Z');
    expect(at('2010-11-06T23:30:00-03:30')).toBe('2010-11-09T03:30:00.000Z');
  });

  it('the span begins with 1970 and ends before 2200', () => {
    const calendar = { timeZone: 'UTC', week: 'always' } as const;
    const terms = { calendar, counting: 'calendar-24-7' } as const;
    expect(dueAt('1970-01-02T10:00:00Z', '2 days', { ...terms, direction: 'before' }).at).toEqual(
      new Date(0),
    );
    const earlier = () => dueAt('1970-01-02T10:00:00Z', '3 days', { ...terms, direction: 'before' });
    expect(refusal(earlier).code).toBe('limit.range');
    expect(dueAt('2199-12-31T10:00:00Z', '10 hours', terms).at).toEqual(new Date('2199-12-31T20:00:00Z'));
    expect(refusal(() => dueAt('2199-12-31T10:00:00Z', '14 hours', terms)).code).toBe('limit.range');
  });

  it('what was not given has no key: neither pauses, extensions nor clear days, nor the name of one’s own convention', () => {
    const keys = (options: Partial<DueOptions>) =>
      Object.keys(dueAt(wall('2026-10-05 10:00'), '1 day', { calendar: office, ...options }));
    const all = ['at', 'limit', 'from', 'timeZone', 'counting', 'steps'];
    expect(keys({ counting: counting({}) })).toEqual(all);
    expect(keys({ pauses: [], extensions: [] })).toEqual(all.toSpliced(5, 0, 'convention'));
    expect(keys({ direction: 'before' })).toEqual(all.toSpliced(5, 0, 'convention', 'direction'));
    expect(keys({ direction: 'before', clearDays: false })).toContain('clearDays');
  });

  it('a limit that ends on 1 January 2200, or is paused until then, is refused as one that leaves the span', () => {
    const shut = dueAt.bind(null, '2199-12-30T10:00:00+08:00', '2 days');
    const stays = counting({ end: 'close-of-business' });
    for (const rule of ['standard', stays] as const)
      expect(refusal(() => shut({ calendar: office, counting: rule })).code).toBe('limit.range');
    const pauses = [['2199-12-30T11:00:00+08:00', '2200-01-01T04:00:00+08:00']] as const;
    const paused = () =>
      dueAt('2199-12-30T10:00:00+08:00', '1 day', { calendar: office, counting: stays, pauses });
    expect(refusal(paused).code).toBe('limit.range');
  });

  it('24:00 of 31 December 2199 in New York lies outside', () => {
    const calendar = defineCalendar({ timeZone: 'America/New_York', week: 'always' });
    const due = (from: string) => dueAt(from, '1 day', { calendar, counting: 'calendar-24-7' });
    expect(due('2199-12-29T12:00:00Z').at).toEqual(new Date('2199-12-31T05:00:00Z'));
    expect(refusal(() => due('2199-12-30T12:00:00Z')).code).toBe('limit.range');
  });
});

describe('backward limits', () => {
  const before = { direction: 'before' } as const;

  it("the event's day isn't counted: 1 day before Wednesday 10:00 is Tuesday's close", () => {
    expect(due('2026-10-07 10:00', '1 day', before)).toBe('2026-10-06 18:00');
    expect(due('2026-10-07 10:00', '1 day', { ...before, counting: 'bgb' })).toBe('2026-10-07 00:00');
    expect(due('2026-10-07 10:00', '2 working days', before)).toBe('2026-10-05 18:00');
    expect(due('2026-10-12 10:00', '1 working day', before)).toBe('2026-10-09 18:00');
  });

  it('is rolled back to a working day, unless nothing rolls', () => {
    expect(due('2026-10-12 10:00', '1 day', before)).toBe('2026-10-09 18:00');
    expect(due('2026-10-12 10:00', '1 day', { ...before, counting: 'bgb' })).toBe('2026-10-10 00:00');
    expect(due('2026-10-12 10:00', '1 day', { ...before, counting: 'calendar-24-7' })).toBe(
      '2026-10-12 00:00',
    );
  });

  it('clear days: the start of the n-th day before; 7 clear days before 8 May begin with 1 May', () => {
    const clear = { ...before, clearDays: true, counting: 'calendar-24-7' } as const;
    expect(due('2026-05-08 10:00', '7 days', clear)).toBe('2026-05-01 00:00');
    expect(due('2026-05-08 10:00', '1 week', clear)).toBe('2026-05-01 00:00');
  });

  it('rolling: exactly so many days earlier', () => {
    expect(due('2026-10-12 10:00', '1 day', { ...before, counting: 'rolling' })).toBe('2026-10-11 10:00');
    expect(due('2026-10-12 10:00', '1 working day', { ...before, counting: 'rolling' })).toBe(
      '2026-10-09 10:00',
    );
  });

  it('months: the corresponding date, else the last day of the month', () => {
    expect(due('2026-03-31 10:00', '1 month', { ...before, counting: 'calendar-24-7' })).toBe(
      '2026-03-01 00:00',
    );
  });

  it('hours run back in elapsed or in working time', () => {
    expect(due('2026-10-12 09:30', '1 hour', before)).toBe('2026-10-12 08:30');
    expect(due('2026-10-12 09:30', '1 working hour', before)).toBe('2026-10-09 17:30');
    expect(due('2026-10-12 10:00', '1 working hour', before)).toBe('2026-10-12 09:00');
  });

  it('takes no pauses and no extensions, and clear days belong to it alone', () => {
    const pauses = [[wall('2026-10-05 10:00'), wall('2026-10-05 11:00')]] as const;
    expect(refusal(() => due('2026-10-12 09:30', '1 day', { ...before, pauses })).code).toBe(
      'limit.backward',
    );
    expect(due('2026-10-12 10:00', '1 day', { ...before, pauses: [], extensions: [] })).toBe(
      '2026-10-09 18:00',
    );
    expect(refusal(() => due('2026-10-12 09:30', '1 day', { clearDays: true })).code).toBe('limit.option');
  });
});

describe('provisional', () => {
  const source: HolidaySource = {
    id: 'acme-2026',
    title: 'Acme',
    revision: '1',
    horizon: { from: '2026-01-01', to: '2026-12-28' },
    off: ['2026-10-01'],
    working: [],
    names: { '2026-10-01': 'National Day' },
  };
  const calendar = defineCalendar({ timeZone: 'Asia/Shanghai', week, holidays: [source] });
  const strict = defineCalendar({
    timeZone: 'Asia/Shanghai',
    week,
    holidays: [source],
    provisional: 'throw',
  });
  const mark = (from: string, limit: LimitInput, options: Partial<DueOptions> = {}) =>
    dueAt(wall(from), limit, { calendar, ...options }).provisional;

  it('is absent, key and all, when every date is published', () => {
    expect('provisional' in dueAt(wall('2026-12-21 10:00'), '5 working days', { calendar })).toBe(false);
    expect(mark('2026-12-25 10:00', '1 working day')).toBeUndefined();
  });

  it('is told by the date looked up for a cut-off, before the horizon begins', () => {
    const late = counting({ end: 'close-of-business', cutOff: '16:00' });
    expect(mark('2025-12-31 10:00', '1 working day', { counting: late })).toMatchObject({
      since: '2025-12-31',
    });
    expect(mark('2025-12-31 10:00', '1 working day')).toBeUndefined();
  });

  it('before an event on 31 December hangs on the day that rolls or closes, and on no other', () => {
    const on = (limit: LimitInput, convention: DueOptions['counting']) =>
      mark('2026-12-31 10:00', limit, { direction: 'before', ...(convention && { counting: convention }) });
    expect(on('1 day', 'bgb')).toBeDefined();
    expect(on('1 day', 'calendar-24-7')).toBeUndefined();
    expect(on('1 working day', 'calendar-24-7')).toBeDefined();
    expect(on('1 day', counting({ end: 'close-of-business' }))).toBeDefined();
    expect(on('1 day', counting({ roll: 'next-working-day' }))).toBeDefined();
    expect(on('1 day', 'rolling')).toBeUndefined();
    expect(on('1 working day', 'rolling')).toBeDefined();
    expect(on('30 hours', 'standard')).toBeUndefined();
  });

  it('looks back at the day of a trigger that came too late for it', () => {
    const late = counting({ cutOff: '16:00' });
    expect(mark('2025-12-31 17:00', '1 day', { counting: late })).toMatchObject({ since: '2025-12-31' });
    expect(mark('2025-12-31 17:00', '1 day', { counting: counting({}) })).toBeUndefined();
    const sameDay = counting({ start: 'same-day' });
    expect(mark('2025-12-31 19:00', '1 working day', { counting: sameDay })).toMatchObject({
      since: '2025-12-31',
    });
    expect(mark('2025-12-31 19:00', '1 day', { counting: sameDay })).toBeUndefined();
  });

  it('of a plain day that closes hangs on that day, and on those before where the clock was stopped', () => {
    expect(
      mark('2026-12-28 10:00', '1 day', { counting: counting({ end: 'close-of-business' }) }),
    ).toBeDefined();
    const stop = [wall('2025-12-30 11:00'), wall('2025-12-30 12:00')] as const;
    expect(mark('2025-12-30 10:00', '3 days')).toBeUndefined();
    expect(mark('2025-12-30 10:00', '3 days', { pauses: [] })).toBeUndefined();
    expect(mark('2025-12-30 10:00', '3 days', { pauses: [stop] })).toMatchObject({ since: '2025-12-31' });
  });

  it('names its sources only where a limit asks which days are worked', () => {
    const sources = (limit: LimitInput, convention: Partial<Counting>) =>
      dueAt(wall('2026-10-05 10:00'), limit, { calendar, counting: counting(convention) }).sources;
    const named = [{ id: 'acme-2026', revision: '1' }];
    expect(sources('1 day', {})).toBeUndefined();
    expect(sources('1 day', { cutOff: '16:00' })).toStrictEqual(named);
    expect(sources('1 day', { end: 'close-of-business' })).toStrictEqual(named);
    expect(sources('1 day', { roll: 'next-working-day' })).toStrictEqual(named);
    expect(sources('1 working day', {})).toStrictEqual(named);
    expect(sources('30 hours', { roll: 'next-working-day' })).toBeUndefined();
    expect(sources('30 hours', { rollHours: true })).toStrictEqual(named);
  });

  it('is refused by a calendar that would rather throw', () => {
    for (const limit of ['2 working days', '9 days', '1 month'] as const) {
      const due = () => dueAt(wall('2026-12-25 10:00'), limit, { calendar: strict });
      expect(refusal(due).code).toBe('calendar.provisional');
    }
  });

  it('names the first date beyond and the source', () => {
    expect(mark('2026-12-25 10:00', '2 working days')).toMatchObject({
      since: '2026-12-29',
      sources: ['acme-2026'],
    });
    expect(mark('2026-12-25 10:00', '30 working hours')).toMatchObject({ since: '2026-12-29' });
    expect(mark('2026-12-25 10:00', '2 months')).toMatchObject({ sources: ['acme-2026'] });
  });

  it('of working hours that end at midnight is that of the day that ends then', () => {
    const open = { timeZone: 'Asia/Shanghai', week: 'always', holidays: [source] } as const;
    expect(mark('2026-12-28 16:00', '8 working hours', { calendar: open })).toBeUndefined();
    expect(mark('2026-12-28 16:01', '8 working hours', { calendar: open })).toMatchObject({
      since: '2026-12-29',
    });
    expect(mark('2026-12-29 00:00', '0 working hours', { calendar: open })).toMatchObject({
      since: '2026-12-29',
    });
  });

  it('of 0 working hours at 00:00 of the first published day is none: the day before is not used', () => {
    const open = { timeZone: 'Asia/Shanghai', week: 'always', holidays: [source] } as const;
    expect(mark('2026-01-01 00:00', '0 working hours', { calendar: open })).toBeUndefined();
  });

  it('is told by the Saturday of which nothing is published, though due goes back to the Friday before', () => {
    const toFriday = { ...source, horizon: { from: '2026-01-01', to: '2026-12-25' } } as const;
    const calendar = defineCalendar({ timeZone: 'Asia/Shanghai', week, holidays: [toFriday] });
    const back = counting({ end: 'close-of-business', roll: 'previous-working-day' });
    const due = dueAt(wall('2026-12-24 10:00'), '2 days', { calendar, counting: back });
    expect(due.at).toEqual(new Date('2026-12-25T18:00:00+08:00'));
    expect(due.provisional).toMatchObject({ since: '2026-12-26' });
  });

  it('stays where an hour is added that asks no calendar', () => {
    const extensions = [{ at: wall('2026-12-28 10:00'), duration: '1 hour' }] as const;
    expect(mark('2026-12-25 10:00', '2 working days', { extensions })).toMatchObject({ since: '2026-12-29' });
  });

  it('is firm where 24:00 of the last published day is due', () => {
    expect(mark('2026-12-25 10:00', '3 days', { counting: 'bgb' })).toBeUndefined();
    expect(mark('2026-12-25 10:00', '4 days', { counting: 'bgb' })).toBeDefined();
  });

  it('is firm where no date is looked up: elapsed hours, and days that neither roll nor close', () => {
    expect(mark('2027-12-25 10:00', '30 hours')).toBeUndefined();
    expect(mark('2027-12-25 10:00', '30 days', { counting: 'calendar-24-7' })).toBeUndefined();
    expect(mark('2027-12-25 10:00', '30 days', { counting: 'rolling' })).toBeUndefined();
  });

  it('is absent before an event on 29 December, for its own day is not looked up; rolling it is', () => {
    const before = { direction: 'before' } as const;
    expect(mark('2026-12-29 10:00', '1 working day', before)).toBeUndefined();
    expect(mark('2026-12-30 10:00', '1 working day', before)).toMatchObject({ since: '2026-12-29' });
    expect(mark('2026-12-29 10:00', '1 working day', { ...before, counting: 'rolling' })).toBeDefined();
    expect(mark('2026-12-29 10:00', '1 day', before)).toBeUndefined();
    const firm = dueAt(wall('2026-12-29 10:00'), '1 working day', { calendar: strict, ...before });
    expect(firm.at).toEqual(new Date('2026-12-28T18:00:00+08:00'));
  });

  it('is set before the first published date too', () => {
    expect(mark('2025-12-25 10:00', '2 working days')).toMatchObject({ sources: ['acme-2026'] });
  });

  it('a strict calendar refuses instead', () => {
    const refuse = (limit: LimitInput, counting?: DueOptions['counting']) =>
      refusal(() =>
        dueAt(wall('2026-12-25 10:00'), limit, { calendar: strict, ...(counting && { counting }) }),
      ).code;
    expect(refuse('2 working days')).toBe('calendar.provisional');
    expect(refuse('30 working hours')).toBe('calendar.provisional');
    expect(refuse('10 days')).toBe('calendar.provisional');
    expect(refuse('2 months', 'bgb')).toBe('calendar.provisional');
    expect(
      dueAt(wall('2026-12-25 10:00'), '30 days', { calendar: strict, counting: 'calendar-24-7' }).at,
    ).toBeInstanceOf(Date);
  });
});
