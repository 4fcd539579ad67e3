import { formatCivilDate } from '../instant/civil.ts';
import type { EpochDay } from '../instant/types.ts';
import { combinedHours } from './combined-hours.ts';
import type { DayRule } from './day-rule.ts';
import type { HolidaySource, HolidaySpec, WeeklySpec } from './spec.ts';
import type { Timetable } from './timetable.ts';

/** Why a day has the hours it has. */
interface DayCause {
  readonly cause: 'week' | 'closed-weekday' | 'holiday' | 'make-up' | 'exception';
  /** The name of the holiday or make-up day, if its source gives one. */
  readonly name?: string;
  /** The title of the source that says so. */
  readonly source?: string;
}

/** What there is to say of one date. */
export interface DayFacts extends DayCause {
  readonly working: boolean;
}

/** Whether a day is worked, and why. */
export function dayFacts(timetable: Timetable, day: EpochDay): DayFacts {
  return { working: timetable.isWorkingDay(day), ...causeOf(timetable.rule, day) };
}

function causeOf(rule: DayRule, day: EpochDay): DayCause {
  const { parts, special } = rule;
  const open = rule.hours(day).length > 0;
  if (parts.length > 0) {
    // The part that decides: one that is open if the day is, one that is closed if it isn't.
    const deciding = parts.find((part) => combinedHours([part], day, 1).length > 0 === open);
    return causeOf(deciding ?? parts[0]!, day);
  }
  if (!special.has(day)) return { cause: open ? 'week' : 'closed-weekday' };
  const { holidays, exceptions = {} } = rule.spec as WeeklySpec;
  const date = formatCivilDate(day);
  if (Object.hasOwn(exceptions, date)) return { cause: 'exception' };
  // Without holidays only exceptions are special.
  const sources = holidays!.filter(isSource);
  const makeUp = sources.find(({ working }) => working.includes(date));
  const source =
    makeUp ?? sources.find(({ off, early = {} }) => off.includes(date) || Object.hasOwn(early, date));
  const name = source?.names[date];
  return {
    cause: makeUp === undefined ? 'holiday' : 'make-up',
    ...(source && { source: source.title }),
    ...(name !== undefined && { name }),
  };
}

const isSource = (holiday: HolidaySpec): holiday is HolidaySource =>
  typeof holiday === 'object' && 'horizon' in holiday;
