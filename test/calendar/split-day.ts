import { expect } from 'vitest';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';

/** The hours of an office that closes for lunch. */
export const day = ['09:00-12:00', '13:00-18:00'];
export const office = defineCalendar({
  timeZone: 'Asia/Shanghai',
  week: { mon: day, tue: day, wed: day, thu: day, fri: day },
});
export const always = (timeZone: string) => defineCalendar({ timeZone, week: 'always' });
export const closed = defineCalendar({ timeZone: 'UTC', week: {} });

/** The error that is thrown, which has to come with a hint. */
export const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    const { name, code, hint } = error as { name: string; code: string; hint: string };
    expect(hint).toEqual(expect.any(String));
    return `${name} ${code}`;
  }
  return 'no error';
};
