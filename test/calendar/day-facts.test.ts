import { describe, expect, it } from 'vitest';
import { dayFacts } from '../../src/calendar/day-facts.ts';
import type { CalendarSpec, HolidaySource } from '../../src/calendar/spec.ts';
import { timetableOf } from '../../src/calendar/timetable-of.ts';
import { toEpochDay } from '../../src/instant/civil.ts';

const timeZone = 'Asia/Shanghai';
const hours = ['09:00-18:00'];
const week = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours };
const source: HolidaySource = {
  id: 'demo',
  title: 'Demo days',
  revision: '1',
  horizon: { from: '2026-01-01', to: '2026-12-31' },
  off: ['2026-05-01', '2026-05-04'],
  working: ['2026-05-09', '2026-05-10'],
  names: { '2026-05-01': 'Labour Day', '2026-05-09': 'Labour Day' },
  early: { '2026-12-24': '12:00' },
};
const facts = (spec: CalendarSpec, date: string) => dayFacts(timetableOf(spec), toEpochDay(date));

describe('what is said of a date', () => {
  const spec: CalendarSpec = { timeZone, week, holidays: [source, '2026-08-03'] };

  it.each([
    ['2026-05-01', { working: false, cause: 'holiday', source: 'Demo days', name: 'Labour Day' }],
    ['2026-05-04', { working: false, cause: 'holiday', source: 'Demo days' }],
    ['2026-05-09', { working: true, cause: 'make-up', source: 'Demo days', name: 'Labour Day' }],
    ['2026-05-10', { working: true, cause: 'make-up', source: 'Demo days' }],
    ['2026-12-24', { working: true, cause: 'holiday', source: 'Demo days' }],
    ['2026-08-03', { working: false, cause: 'holiday' }],
    ['2026-05-02', { working: false, cause: 'closed-weekday' }],
    ['2026-05-05', { working: true, cause: 'week' }],
  ])('%s is %j: no name or source where none is given', (date, want) => {
    expect(facts(spec, date)).toStrictEqual(want);
  });

  it('comes from the second source where the first does not hold the date', () => {
    const other = {
      ...source,
      id: 'other',
      title: 'Other days',
      off: ['2026-06-01'],
      working: [],
      names: {},
    };
    expect(facts({ timeZone, week, holidays: [source, other as HolidaySource] }, '2026-06-01')).toStrictEqual(
      {
        working: false,
        cause: 'holiday',
        source: 'Other days',
      },
    );
  });

  it.each([
    [['09:00-12:00'], true],
    ['closed', false],
  ])('is an exception where it is %j, with or without holidays', (exception, working) => {
    const exceptions = { '2026-05-01': exception } as never;
    for (const holidays of [undefined, [source]])
      expect(
        facts({ timeZone, week, exceptions, ...(holidays && { holidays }) }, '2026-05-01'),
      ).toStrictEqual({
        working,
        cause: 'exception',
      });
  });

  it('comes from the part of a union that is open, though one before it is off that day and was worked the day before', () => {
    const off = { timeZone, week, holidays: ['2026-05-05'] } as const;
    const union = [off, { timeZone, week }];
    expect(facts({ union }, '2026-05-05')).toStrictEqual({ working: true, cause: 'week' });
    expect(facts({ union: [...union].reverse() }, '2026-05-05')).toStrictEqual({
      working: true,
      cause: 'week',
    });
  });

  it('of an intersection is that of the part that closes it, one that is closed for another reason first', () => {
    const off = { timeZone, week, holidays: ['2026-05-09', '2026-05-05'] } as const;
    expect(facts({ intersect: [{ timeZone, week }, off] }, '2026-05-05')).toStrictEqual({
      working: false,
      cause: 'holiday',
    });
    expect(facts({ intersect: [{ timeZone, week }, off] }, '2026-05-09')).toStrictEqual({
      working: false,
      cause: 'closed-weekday',
    });
  });

  it('that no part closes and no part opens, as they are never open together, is that of the first', () => {
    const open = (text: string): CalendarSpec => ({ timeZone, week: { tue: [text] } });
    const [morning, afternoon] = [open('09:00-12:00'), open('12:00-18:00')];
    for (const intersect of [
      [morning, afternoon],
      [afternoon, morning],
    ])
      expect(facts({ intersect }, '2026-05-05')).toStrictEqual({ working: false, cause: 'week' });
  });
});
