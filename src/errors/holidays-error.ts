import { errorClass, show } from './duly-error.ts';

/** Holidays that can't be had: an unknown place, a range that is none, a file that is no calendar. */
export const HolidaysError = /* @__PURE__ */ errorClass('HolidaysError', {
  'holidays.missing': () => 'the package date-holidays is not installed',
  'holidays.place': ({ given, what }: { given: unknown; what: string }) =>
    `${show(given)} is no ${what} that date-holidays knows`,
  'holidays.option': ({ given, expected }: { given: unknown; expected: string }) =>
    `${show(given)} given, ${expected} expected`,
  'holidays.unknown-key': ({ given }: { given: string }) => `unknown key ${show(given)}`,
  'holidays.range': ({ from, to }: { from: string; to: string }) => `ends at ${to}, before ${from}`,
  'holidays.ical': ({ what }: { what: string }) => `no calendar that can be read: ${what}`,
});
export type HolidaysError = InstanceType<typeof HolidaysError>;
