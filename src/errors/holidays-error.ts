import { errorClass } from './duly-error.ts';

/** Holidays that can't be had: an unknown place, a range that is none, a file that is no calendar. */
export const HolidaysError = /* @__PURE__ */ errorClass('HolidaysError', {
  'holidays.missing': 'the package date-holidays is not installed',
  'holidays.place': '{given} is no {=what} that date-holidays knows',
  'holidays.option': '{given} given, {=expected} expected',
  'holidays.unknown-key': 'unknown key {given}',
  'holidays.range': 'ends at {=to}, before {=from}',
  'holidays.ical': 'no calendar that can be read: {=what}',
});
export type HolidaysError = InstanceType<typeof HolidaysError>;
