import { errorClass, show } from './duly-error.ts';

/** A calendar that can't be taken as given, or a sum that it has no answer to. */
export const CalendarError = /* @__PURE__ */ errorClass('CalendarError', {
  'calendar.shape': ({ given, expected }: { given: unknown; expected: string }) =>
    `${show(given)} given, ${expected} expected`,
  'calendar.unknown-key': ({ given, known }: { given: string; known: readonly string[] }) =>
    `unknown key ${show(given)}; expected ${known.join(', ')}`,
  'calendar.cycle': () => 'contains itself or is nested too deep',
  'calendar.time-zone': ({ given }: { given: unknown }) => `${show(given)} is no known IANA time zone`,
  'calendar.zones-differ': ({ first, second }: { first: string; second: string }) =>
    `calendars of different zones can't be combined: ${show(first)} and ${show(second)}`,
  'calendar.interval': ({ given }: { given: unknown }) =>
    `${show(given)} is no interval; expected "HH:mm-HH:mm", 00:00 to 24:00`,
  'calendar.zero-length': ({ given }: { given: string }) => `${show(given)} has no length`,
  'calendar.overlap': ({ first, second }: { first: string; second: string }) =>
    `${show(second)} overlaps ${show(first)}`,
  'calendar.date': ({ given, expected }: { given: unknown; expected: string }) =>
    `${show(given)} is no date from 1970 to 2199; expected ${expected}`,
  'calendar.range-reversed': ({ from, to }: { from: string; to: string }) =>
    `ends on ${to}, before it begins on ${from}`,
  'calendar.amount': ({ given }: { given: unknown }) =>
    `${show(given)} is no amount of working time; expected whole milliseconds or "<n> working minutes", "<n> working hours"`,
  'calendar.days': ({ given }: { given: unknown }) => `${show(given)} is no whole number of days`,
  'calendar.no-hours': () => 'the calendar has no working time at all',
  'calendar.span': ({ from }: { from: number }) =>
    `counting from ${show(new Date(from))} runs out of 1970-01-01 to 2199-12-31`,
  'calendar.provisional': ({ since, reason }: { since: string; reason: string }) =>
    `nothing is published from ${since} on: ${reason}`,
});
export type CalendarError = InstanceType<typeof CalendarError>;
