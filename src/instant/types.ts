/** Milliseconds since 1970-01-01T00:00:00Z: an instant. */
export type EpochMs = number;
/** A length of time in milliseconds; negative ones look backward. */
export type Millis = number;
/** Whole days since 1970-01-01: a civil date, without a zone. */
export type EpochDay = number;
/** A civil date as text, `"YYYY-MM-DD"`. */
export type CivilDate = `${number}-${number}-${number}`;
/** What every function takes as an instant: a Date, whole epoch ms, ISO 8601 with an offset or Z, or a Temporal object. */
export type InstantInput = Date | number | string | { readonly epochMilliseconds: number };

export const SECOND = 1000;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;

/** The first year that dates and instants may lie in. */
export const FIRST_YEAR = 1970;
/** The last year that dates and instants may lie in. */
export const LAST_YEAR = 2199;
/** 2200-01-01, the first civil date after the supported span. */
export const SPAN_END_DAY: EpochDay = 84_006;
/** 2200-01-01T00:00:00Z, the first instant after the supported span. */
export const SPAN_END: EpochMs = SPAN_END_DAY * DAY;
