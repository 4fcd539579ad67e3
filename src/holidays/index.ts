export { HolidaysError } from '../errors/holidays-error.ts';
export { type IcalHolidaysOptions, icalHolidays } from './ical-holidays.ts';
export {
  type HalfDayUse,
  type HolidayType,
  type PublicHolidaysOptions,
  publicHolidays,
} from './public-holidays.ts';
