import { errorClass, show } from './duly-error.ts';

/** A calendar that can't be taken as given, or a sum that it has no answer to. */
export const CalendarError = /* @__PURE__ */ errorClass('CalendarError', {
  'calendar.shape': ({ given, expected }: { given: unknown; expected: string }) =>
    `${show(given)} is not ${expected}`,
  'calendar.unknown-key': ({ given }: { given: string }) => `unknown key ${show(given)}`,
  'calendar.cycle': () => 'contains itself, or is nested too deep',
  'calendar.time-zone': ({ given }: { given: unknown }) => `${show(given)} is no known IANA time zone`,
  'calendar.zones-differ': ({ first, second }: { first: string; second: string }) =>
    `the zone ${show(second)} can't be combined with ${show(first)}`,
  'calendar.interval': ({ given }: { given: unknown }) => `${show(given)} is no interval "HH:mm-HH:mm"`,
  'calendar.zero-length': ({ given }: { given: string }) => `${show(given)} has no length`,
  'calendar.overlap': ({ first, second }: { first: string; second: string }) => `${second} overlaps ${first}`,
  'calendar.date': ({ given }: { given: unknown }) => `${show(given)} is no date from 1970 to 2199`,
  'calendar.range-reversed': ({ from, to }: { from: string; to: string }) => `ends at ${to}, before ${from}`,
  'calendar.amount': ({ given }: { given: unknown }) => `${show(given)} is no amount of working time`,
  'calendar.days': ({ given }: { given: unknown }) => `${show(given)} is no whole number of days`,
  'calendar.no-hours': () => 'the calendar has no working time at all',
  'calendar.span': ({ from }: { from: number }) =>
    `counting from ${show(new Date(from))} leaves 1970 to 2199`,
  'calendar.provisional': ({ since, reason }: { since: string; reason: string }) =>
    `nothing is published from ${since} on: ${reason}`,
});
export type CalendarError = InstanceType<typeof CalendarError>;
