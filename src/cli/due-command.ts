import type { Timetable } from '../calendar/timetable.ts';
import { timetableOf } from '../calendar/timetable-of.ts';
import { show } from '../errors/duly-error.ts';
import { explain } from '../explain/explain.ts';
import { toEpochDay } from '../instant/civil.ts';
import { DAY, type EpochMs, FIRST_YEAR } from '../instant/types.ts';
import { instantOfWall } from '../instant/zone.ts';
import { dueAt } from '../limit/due-at.ts';
import { parseLimit } from '../limit/parse-limit.ts';
import { toCounting } from '../limit/to-counting.ts';
import type { CountingName } from '../limit/types.ts';
import type { Locale } from '../report/index.ts';
import { CliError, type ExitStatus, exitStatus } from './cli-error.ts';
import { instantArgument, isWholeMillis } from './instant-argument.ts';
import type { Io } from './io.ts';
import { loadCalendar } from './load-calendar.ts';
import { localeOf } from './locale-of.ts';

export interface DueFlags {
  readonly from: string;
  readonly within: string;
  readonly calendar: string;
  readonly timeZone?: string;
  readonly counting?: string;
  readonly lang?: Locale;
}

/** `duly due`: prints when a limit ends and how it was counted. */
export async function dueCommand(flags: DueFlags, io: Io): Promise<ExitStatus> {
  const { calendar: name, timeZone } = flags;
  const calendar = await loadCalendar({ name, timeZone, years: yearsFrom(flags.from), cwd: io.cwd });
  const from = instantOf(flags.from, timetableOf(calendar));
  const due = dueAt(from, parseLimit(flags.within, ['--within']), {
    calendar,
    ...(flags.counting !== undefined && {
      counting: toCounting(flags.counting as CountingName, ['--counting']),
    }),
  });
  io.stdout.write(`${explain(due, { locale: localeOf(flags.lang, io.env) })}\n`);
  return exitStatus.done;
}

/** The years whose holidays a limit may meet; a longer one is provisional. */
function yearsFrom(text: string): [number, number] {
  const year = isWholeMillis(text)
    ? new Date(Number(text)).getUTCFullYear()
    : Number(/^\d{4}/.exec(text)?.[0] ?? FIRST_YEAR);
  return [year - 1, year + 12];
}

const wallTime = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?)?$/;

/** An instant with an offset; a date or a wall time without one is the calendar's. */
function instantOf(text: string, { zone }: Timetable): EpochMs {
  const match = wallTime.exec(text);
  if (match === null) return instantArgument(text.replace(/^(\d{4}-\d\d-\d\d) /, '$1T'), '--from');
  const [, date = '', hours = '0', minutes = '0', seconds = '0'] = match;
  const ofDay = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  const inDay = Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) < 60;
  if (!inDay) throw new CliError((words) => words.noTimeOfDay(show(text)));
  return instantOfWall(zone, toEpochDay(date, ['--from']) * DAY + ofDay);
}
