import { defineCalendar } from '../calendar/define-calendar.ts';
import { timetableOf } from '../calendar/timetable-of.ts';
import { show } from '../errors/duly-error.ts';
import { FIRST_YEAR, LAST_YEAR } from '../instant/types.ts';
import type { Locale } from '../report/index.ts';
import { safeText } from '../report/safe-text.ts';
import { CliError, type ExitStatus, exitStatus } from './cli-error.ts';
import type { Io } from './io.ts';
import { loadCalendar } from './load-calendar.ts';
import { localeOf } from './locale-of.ts';
import { yearLines } from './year-lines.ts';

export interface CalendarFlags {
  readonly timeZone?: string;
  readonly lang?: Locale;
}

/** `duly calendar`: a year at a glance. */
export async function calendarCommand(
  name: string,
  yearText: string,
  { timeZone, lang }: CalendarFlags,
  { stdout, env, cwd }: Io,
): Promise<ExitStatus> {
  const year = /^\d{4}$/.test(yearText) ? Number(yearText) : Number.NaN;
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR))
    throw new CliError((words) => words.noYear(show(yearText), FIRST_YEAR, LAST_YEAR));
  const calendar = await loadCalendar({ name, timeZone, anyZone: true, years: [year, year], cwd });
  // What a strict calendar refuses to count with can still be looked at.
  const { provisional: _, ...spec } = calendar;
  const lines = yearLines(timetableOf(defineCalendar(spec)), {
    year,
    name: safeText(name),
    locale: localeOf(lang, env),
    width: stdout.columns ?? (Number(env.COLUMNS) || 100),
    color: stdout.isTTY === true && !env.NO_COLOR,
  });
  stdout.write(`${lines.join('\n')}\n`);
  return exitStatus.done;
}
