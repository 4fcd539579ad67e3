import { errorClass } from './duly-error.ts';

/** A calendar that can't be taken as given, or a sum that it has no answer to. */
export const CalendarError = /* @__PURE__ */ errorClass('CalendarError', {
  'calendar.shape': '{given} is not {=expected}',
  'calendar.unknown-key': 'unknown key {given}',
  'calendar.cycle': 'is nested without end',
  'calendar.time-zone': '{given} is no known IANA time zone',
  'calendar.zones-differ': 'the zone {second} is not {first}',
  'calendar.interval': '{given} is no interval',
  'calendar.zero-length': '{given} has no length',
  'calendar.overlap': '{=second} overlaps {=first}',
  'calendar.date': '{given} is no date from 1970 to 2199',
  'calendar.range-reversed': '{to} is before {from}',
  'calendar.no-hours': 'the calendar has no working time',
  'calendar.span': 'counting from {from} leaves 1970 to 2199',
  'calendar.provisional': 'no more is published: {=reason}',
});
export type CalendarError = InstanceType<typeof CalendarError>;

/** The same class for the amount of a sum, so that judging cases doesn't carry its sentences. */
export const AmountError = /* @__PURE__ */ errorClass('CalendarError', {
  'calendar.amount': '{given} is no amount',
  'calendar.days': '{given} is no number of days',
});
