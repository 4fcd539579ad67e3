import { defineCalendar } from '../calendar/define-calendar.ts';
import type { Calendar, CalendarSpec } from '../calendar/spec.ts';
import { china } from '../china/index.ts';
import { DulyError } from '../errors/duly-error.ts';
import { CliError } from './cli-error.ts';
import { isFileName, lookUp, readJson } from './named.ts';

const hours = ['09:00-18:00'];

/** Office hours where `china()` is the law. */
const office = (): Calendar =>
  defineCalendar({
    timeZone: 'Asia/Shanghai',
    week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
    holidays: [china()],
  });

/** The calendar that `--calendar` names: `china`, or a file with a specification. */
export async function loadCalendar(name: string, cwd: string): Promise<Calendar> {
  if (!isFileName(name)) return lookUp({ china: office }, name, 'calendar')();
  const json = await readJson(name, cwd, 'calendar');
  try {
    return defineCalendar(json as CalendarSpec);
  } catch (error) {
    if (error instanceof DulyError) throw new CliError(`${name}: ${error.message}`, 2, error);
    throw error;
  }
}
