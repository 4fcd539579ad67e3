import { errorClass } from './duly-error.ts';

/** An instant or a civil date that can't be taken as given. */
export const InstantError = /* @__PURE__ */ errorClass('InstantError', {
  'instant.no-offset': '{given} has no offset from UTC',
  'instant.syntax': '{given} is no instant',
  'instant.not-whole': '{given} is no whole number of ms',
  'instant.range': '{given} lies outside 1970 to 2199',
  'instant.civil-date': '{given} is no date',
});
export type InstantError = InstanceType<typeof InstantError>;

/** The same class for a time zone by itself; that of a calendar is the calendar's. */
export const ZoneError = /* @__PURE__ */ errorClass('InstantError', {
  'instant.time-zone': '{given} is no known IANA time zone',
});
