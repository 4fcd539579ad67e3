import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { DulyError } from '../../src/errors/duly-error.ts';
import { type DueOptions, dueAt } from '../../src/limit/due-at.ts';
import type { Counting, LimitInput } from '../../src/limit/types.ts';

const nine = ['09:00-12:00', '13:00-18:00'];
export const week = { mon: nine, tue: nine, wed: nine, thu: nine, fri: nine };
/** 2026-10-05 is a Monday, and no holiday is known to these calendars. */
export const office = defineCalendar({ timeZone: 'Asia/Shanghai', week });
export const always = defineCalendar({ timeZone: 'Asia/Shanghai', week: 'always' });

/** Wall time in Shanghai, `2026-10-12 18:00`, as both ends are written in these tests. */
export const wall = (text: string) => `${text.replace(' ', 'T')}:00+08:00`;
/** The due instant in the same form. */
export const due = (from: string, limit: LimitInput, options: Partial<DueOptions> = {}) => {
  const { at } = dueAt(wall(from), limit, { calendar: office, ...options });
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
};
/** A convention by which nothing rolls, but for what is given. */
export const counting = (fields: Partial<Counting>): Counting => ({
  start: 'next-day',
  end: 'end-of-day',
  roll: 'none',
  months: 'corresponding',
  ...fields,
});
/** What is thrown. */
export const refusal = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof DulyError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};
