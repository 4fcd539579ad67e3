import type { CalendarSpec } from '../calendar/spec.ts';
import { china } from '../china/index.ts';

/** Monday to Friday at these hours in China, make-up working days included and official days off left out. */
export const officeCalendar = (hours: readonly string[] = ['09:00-18:00']): CalendarSpec => ({
  timeZone: 'Asia/Shanghai',
  week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  holidays: [china()],
});
