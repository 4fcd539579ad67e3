import { defineCalendar } from '../calendar/define-calendar.ts';
import type { CalendarSpec } from '../calendar/spec.ts';
import { ownError } from '../errors/own-error.ts';
import { type Problem, toProblem } from '../errors/problem.ts';

/** More than anybody wants to read of one calendar. */
const MOST = 20;

type Fields = Readonly<Record<string, unknown>>;

/** What takes the place of a mistake, so that the next one can be found. */
const sound: Fields = { timeZone: 'UTC', week: {}, holidays: [], exceptions: {} };

/** Everything that is wrong with a calendar; of combined ones the first mistake. */
export function calendarMistakes(spec: unknown): Problem[] {
  const mistakes: Problem[] = [];
  let rest = spec as Fields;
  while (mistakes.length < MOST) {
    try {
      defineCalendar(rest as unknown as CalendarSpec);
      break;
    } catch (error) {
      const mistake = ownError(error);
      mistakes.push(toProblem(mistake));
      const [key = '', inner] = mistake.path;
      // Each mistake is found by reading everything anew: of a long list the first one is told.
      if (!(key in sound && key in rest) || Object.keys(Object(rest[key])).length > 2000) break;
      rest = { ...rest, [key]: inner === undefined ? sound[key] : mended(rest[key], inner) };
    }
  }
  return mistakes;
}

/** A list or an object of days in which one is a day without mistakes. */
function mended(parts: unknown, key: string | number): unknown {
  if (Array.isArray(parts)) return parts.with(Number(key), '1970-01-01');
  return { ...(parts as Fields), [key]: [] };
}
