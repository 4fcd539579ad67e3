import type { HolidaySource } from '../calendar/spec.ts';
import type { CivilDate } from '../instant/types.ts';
import { checkExtension } from './check-extension.ts';
import { schedule } from './schedule.ts';

/** What a company adds to the official schedule, or changes in it; its word on a date beats the schedule's. */
export interface ChinaExtension {
  readonly off?: readonly CivilDate[];
  readonly working?: readonly CivilDate[];
  readonly names?: Readonly<Record<CivilDate, string>>;
  /** The last date for which the extended schedule is complete; unchanged if left out. */
  readonly horizon?: { readonly to: CivilDate };
  readonly title?: string;
  /** Tells this extension from others in the source's revision. */
  readonly revision?: string;
}

/**
 * The official days off and make-up working days of the People's Republic of China, 2007 to 2026, with their names.
 *
 * A date works if it is a make-up day, or is Monday to Friday and not off. The horizon ends on 28 December of the last
 * announced year: four of twenty notices have moved days at the very end of the year before. A year announced since,
 * or a province's own days, come by `extend`; give `horizon.to` with a whole year, for its dates alone don't say that
 * they are all.
 *
 * Source: the yearly notices of the General Office of the State Council; their addresses are in {@link notices}.
 *
 * @throws HolidaysError `holidays.option` for an unknown key, and for a date that is both off and working. That dates
 * are dates is checked by the calendar that takes them.
 * @example
 * china().horizon // => { from: '2007-01-01', to: '2026-12-28' }
 * @example
 * china({ extend: { off: ['2026-03-03'], names: { '2026-03-03': '三月三' } } }).off.includes('2026-03-03') // => true
 */
export function china(options: { readonly extend?: ChinaExtension } = {}): HolidaySource {
  const extend = checkExtension(options);
  const off = new Set<CivilDate>();
  const working = new Set<CivilDate>();
  const names: Record<CivilDate, string> = {};
  schedule.forEach(([days], index) => {
    for (const holiday of days.split(' ')) {
      const [name, dates] = holiday.split(':') as [string, string];
      for (const entry of dates.split(',')) {
        for (const date of datesOf(2007 + index, entry)) {
          (entry.length > 4 ? off : working).add(date);
          names[date] = name;
        }
      }
    }
  });
  for (const date of extend.off ?? []) move(date, working, off);
  for (const date of extend.working ?? []) move(date, off, working);
  const lastYear = 2006 + schedule.length;
  const revision = `${lastYear}/${schedule.at(-1)?.[2]?.slice(-10)}`;
  return {
    id: 'china',
    title: extend.title ?? '国务院办公厅节假日安排',
    revision: extend.revision === undefined ? revision : `${revision}+${extend.revision}`,
    horizon: { from: '2007-01-01', to: extend.horizon?.to ?? `${lastYear}-12-28` },
    off: [...off].sort(),
    working: [...working].sort(),
    names: { ...names, ...extend.names },
  };
}

function move(date: CivilDate, from: Set<CivilDate>, to: Set<CivilDate>): void {
  from.delete(date);
  to.add(date);
}

/** The dates of `MMDD+n`, or of `MMDD`. */
function datesOf(year: number, entry: string): CivilDate[] {
  const first = Date.UTC(year, Number(entry.slice(0, 2)) - 1, Number(entry.slice(2, 4)));
  return Array.from({ length: Number(entry.slice(5)) || 1 }, (_, index) => {
    return new Date(first + index * 86_400_000).toISOString().slice(0, 10) as CivilDate;
  });
}
