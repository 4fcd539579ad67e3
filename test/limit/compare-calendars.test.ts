import { describe, expect, it } from 'vitest';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import type { HolidaySource, WeeklySpec } from '../../src/calendar/spec.ts';
import { china } from '../../src/china/index.ts';
import { compareCalendars } from '../../src/limit/compare-calendars.ts';
import { dueAt } from '../../src/limit/due-at.ts';

const hours = ['09:00-18:00'];
const week = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours };
const office = (source: HolidaySource, rest: Partial<WeeklySpec> = {}) =>
  defineCalendar({ timeZone: 'Asia/Shanghai', week, holidays: [source], ...rest });
const before = office(china());
/** New Year 2027 as it might be announced: three days off, the Monday among them, and a Saturday worked. */
const after = office(
  china({
    extend: {
      off: ['2027-01-01', '2027-01-04'],
      working: ['2027-01-09'],
      names: { '2027-01-01': '元旦', '2027-01-04': '元旦', '2027-01-09': '元旦' },
      horizon: { to: '2027-12-28' },
      revision: 'test',
    },
  }),
);

describe('compareCalendars', () => {
  it('tells that 2 working days from 30 December 2026 move from 1 to 5 January 2027, and by which days', () => {
    const due = dueAt('2026-12-30T10:00:00+08:00', '2 working days', { calendar: before });
    const [moved, ...others] = compareCalendars(before, after, [due]);
    expect(others).toEqual([]);
    expect(moved?.due).toBe(due);
    expect(moved?.before).toEqual(due);
    expect(moved?.before.at).toEqual(new Date('2027-01-01T18:00:00+08:00'));
    expect(moved?.after.at).toEqual(new Date('2027-01-05T18:00:00+08:00'));
    expect(moved?.after.sources).toEqual([{ id: 'china', revision: '2026/2025-11-04+test' }]);
    expect(moved?.dates).toEqual([
      { date: '2027-01-01', before: ['09:00-18:00'], after: [], name: '元旦' },
      { date: '2027-01-04', before: ['09:00-18:00'], after: [], name: '元旦' },
    ]);
  });

  it('tells that a make-up day brings due forward: 6 working days from 5 January 2027', () => {
    const due = dueAt('2027-01-05T10:00:00+08:00', '6 working days', { calendar: before });
    const [moved] = compareCalendars(before, after, [due]);
    expect(moved?.before.at).toEqual(new Date('2027-01-13T18:00:00+08:00'));
    expect(moved?.after.at).toEqual(new Date('2027-01-12T18:00:00+08:00'));
    expect(moved?.dates).toEqual([{ date: '2027-01-09', before: [], after: ['09:00-18:00'], name: '元旦' }]);
  });

  it('leaves out what stays, keeps the order, and takes any iterable with keys of its own', () => {
    const due = (from: string, limit: '2 working days' | '48 hours') => ({
      ...dueAt(from, limit, { calendar: before }),
      ticket: `${from} ${limit}`,
    });
    const dues = [
      due('2026-12-31T10:00:00+08:00', '2 working days'),
      due('2026-11-03T10:00:00+08:00', '2 working days'),
      due('2026-12-30T10:00:00+08:00', '48 hours'),
      due('2026-12-30T10:00:00+08:00', '2 working days'),
    ];
    const moved = compareCalendars(before, after, new Set(dues));
    expect(moved.map(({ due: { ticket } }) => ticket)).toEqual([
      '2026-12-31T10:00:00+08:00 2 working days',
      '2026-12-30T10:00:00+08:00 2 working days',
    ]);
    expect(compareCalendars(before, before, dues)).toEqual([]);
  });

  it('takes the JSON of due instants, and of the calendars', () => {
    const due = dueAt('2026-12-30T10:00:00+08:00', '2 working days', { calendar: before });
    const json = (value: unknown) => JSON.parse(JSON.stringify(value));
    const [moved] = compareCalendars(json(before), json(after), [json(due)]);
    expect(moved?.after.at).toEqual(new Date('2027-01-05T18:00:00+08:00'));
    expect(moved?.before).toEqual(due);
  });

  it('counts again by convention, pauses, extensions and direction', () => {
    const from = '2026-12-30T10:00:00+08:00';
    const dues = [
      dueAt(from, '2 days', { calendar: before, counting: 'bgb' }),
      dueAt(from, '9 working hours', {
        calendar: before,
        pauses: [
          ['2026-12-30T12:00:00+08:00', '2026-12-31T12:00:00+08:00'],
          ['2026-12-31T17:00:00+08:00', null],
        ],
        asOf: '2026-12-31T18:00:00+08:00',
      }),
      dueAt(from, '1 working day', {
        calendar: before,
        extensions: [{ at: '2026-12-31T09:00:00+08:00', duration: '1 working day' }],
      }),
      dueAt('2027-01-05T10:00:00+08:00', '1 working day', { calendar: before, direction: 'before' }),
      dueAt('2027-01-05T10:00:00+08:00', '1 working day', {
        calendar: before,
        direction: 'before',
        clearDays: true,
      }),
    ];
    const stored = JSON.parse(JSON.stringify(dues)) as typeof dues;
    const moved = compareCalendars(before, after, stored);
    expect(moved.map((each) => each.before)).toEqual(dues);
    const at = (text: string) => new Date(`${text}:00+08:00`);
    expect(moved.map((each) => [each.before.at, each.after.at])).toEqual([
      [at('2027-01-02T00:00'), at('2027-01-06T00:00')],
      [at('2027-01-01T11:00'), at('2027-01-05T11:00')],
      [at('2027-01-01T18:00'), at('2027-01-05T18:00')],
      [at('2027-01-04T18:00'), at('2026-12-31T18:00')],
      [at('2027-01-04T00:00'), at('2026-12-31T00:00')],
    ]);
  });

  it('shows hours that have changed, those of a night too', () => {
    const night = { timeZone: 'Asia/Shanghai', week: { mon: ['22:00-06:00'], tue: ['08:00-24:00'] } };
    const due = dueAt('2026-06-01T23:00:00+08:00', '8 working hours', { calendar: night });
    const [moved] = compareCalendars(night, { ...night, exceptions: { '2026-06-02': ['10:00-24:00'] } }, [
      due,
    ]);
    expect(moved?.dates).toEqual([{ date: '2026-06-02', before: ['08:00-24:00'], after: ['10:00-24:00'] }]);
    const [other] = compareCalendars(night, { ...night, exceptions: { '2026-06-01': ['22:00-05:00'] } }, [
      due,
    ]);
    expect(other?.dates).toEqual([{ date: '2026-06-01', before: ['22:00-06:00'], after: ['22:00-05:00'] }]);
  });

  it('shows every interval of a day: 09:00-12:00 and 13:00-18:00, of which the second now ends at 17:30', () => {
    const split = { timeZone: 'Asia/Shanghai', week: { tue: ['09:00-12:00', '13:00-18:00'] } };
    const shorter = { ...split, exceptions: { '2026-06-02': ['09:00-12:00', '13:00-17:30'] } };
    const due = dueAt('2026-06-02T09:00:00+08:00', '8 working hours', { calendar: split });
    expect(compareCalendars(split, shorter, [due])[0]?.dates).toEqual([
      { date: '2026-06-02', before: ['09:00-12:00', '13:00-18:00'], after: ['09:00-12:00', '13:00-17:30'] },
    ]);
  });

  it('looks at the evening before where its shift, before or after, goes on past midnight, and only there', () => {
    const timeZone = 'Asia/Shanghai';
    const at = '2026-06-02T00:30:00+08:00';
    const moved = (monday: string, other: string) => {
      const old = { timeZone, week: { mon: [monday], tue: ['08:30-12:00'], wed: ['08:30-12:00'] } };
      const fresh = { ...old, exceptions: { '2026-06-01': [other], '2026-06-02': ['09:45-12:00'] } };
      const [found] = compareCalendars(old, fresh, [dueAt(at, '7 working hours', { calendar: old })]);
      return found?.dates.map(({ date, before, after }) => [date, ...before, ...after]);
    };
    const tuesday = ['2026-06-02', '08:30-12:00', '09:45-12:00'];
    expect(moved('22:00-06:00', '22:00-05:30')).toEqual([
      ['2026-06-01', '22:00-06:00', '22:00-05:30'],
      tuesday,
    ]);
    expect(moved('20:00-24:00', '22:00-01:15')).toEqual([
      ['2026-06-01', '20:00-24:00', '22:00-01:15'],
      tuesday,
    ]);
    expect(moved('22:00-06:00', '20:00-24:00')).toEqual([
      ['2026-06-01', '22:00-06:00', '20:00-24:00'],
      tuesday,
    ]);
    expect(moved('20:00-24:00', '22:00-24:00')).toEqual([tuesday]);
  });

  it('gives a date without a name no name', () => {
    const due = dueAt('2026-12-30T10:00:00+08:00', '2 working days', { calendar: before });
    const closed = office(china(), { exceptions: { '2026-12-31': 'closed' } });
    const [moved] = compareCalendars(before, closed, [due]);
    expect(moved?.dates).toStrictEqual([{ date: '2026-12-31', before: ['09:00-18:00'], after: [] }]);
  });

  it('says which instant the calendar before leads to, and where a due instant is none', () => {
    const due = dueAt('2026-12-30T10:00:00+08:00', '2 working days', { calendar: before });
    expect(() => compareCalendars(after, before, [due])).toThrow(
      'dues.0.at: 2027-01-01T10:00:00.000Z given, 2027-01-05T10:00:00.000Z, to which the calendar before leads, expected',
    );
    expect(() => compareCalendars(before, after, [{ ...due, at: 'soon' }])).toThrow(
      expect.objectContaining({ code: 'instant.syntax', path: ['dues', 0, 'at'] }),
    );
  });

  it('refuses a due instant to which the calendar before does not lead, and names it', () => {
    const due = dueAt('2026-12-30T10:00:00+08:00', '2 working days', { calendar: before });
    expect(() => compareCalendars(after, before, [due])).toThrow(
      expect.objectContaining({ code: 'limit.option', path: ['dues', 0, 'at'] }),
    );
  });

  it('keeps the name of the convention, which JSON holds beside its rules', () => {
    const due = dueAt('2026-12-30T10:00:00+08:00', '2 working days', { calendar: before, counting: 'bgb' });
    const [moved] = compareCalendars(before, after, [JSON.parse(JSON.stringify(due)) as typeof due]);
    expect([moved?.before.convention, moved?.after.convention]).toEqual(['bgb', 'bgb']);
  });

  it.each<[unknown, (string | number)[], string]>([
    [null, ['dues'], 'limit.option'],
    [[null], ['dues', 0], 'limit.option'],
    [[{}], ['dues', 0, 'from'], 'instant.syntax'],
  ])('refuses %j for due instants, at %j', (dues, path, code) => {
    expect(() => compareCalendars(before, after, dues as never)).toThrow(
      expect.objectContaining({ code, path }),
    );
  });

  it('refuses what a strict calendar refuses', () => {
    const due = dueAt('2026-12-30T10:00:00+08:00', '2 working days', { calendar: before });
    expect(() => compareCalendars(office(china(), { provisional: 'throw' }), after, [due])).toThrow(
      expect.objectContaining({ code: 'calendar.provisional' }),
    );
  });
});
