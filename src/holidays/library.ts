import type Holidays from 'date-holidays';
import { HolidaysError } from '../errors/holidays-error.ts';

interface Library {
  readonly Holidays: typeof Holidays;
  /** The date of the library's data. */
  readonly published: string;
}

let found: Library | undefined;
let cause: unknown;

// An optional package: who only reads iCalendar files needn't have it. The build turns this into a plain `require`
// for CommonJS, which can't wait here.
try {
  const library = await import('date-holidays');
  const { data } = await import('date-holidays/data');
  // The CommonJS copy of date-holidays is the class itself.
  const { default: Holidays = library as unknown as Library['Holidays'] } = library;
  found = { Holidays, published: data.version };
} catch (error) {
  cause = error;
}

/**
 * date-holidays, if it is installed.
 *
 * @throws HolidaysError `holidays.missing`
 */
export function dateHolidays(): Library {
  if (found !== undefined) return found;
  const hint = 'Add it to your application: npm install date-holidays';
  throw new HolidaysError('holidays.missing', undefined, { hint, cause });
}
