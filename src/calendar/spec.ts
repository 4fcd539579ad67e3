import type { CivilDate } from '../instant/types.ts';

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/**
 * The usual hours of each weekday; a missing or empty one is closed. `'always'` is round the clock.
 *
 * Hours are `"HH:mm-HH:mm"`: `[start, end)` on the wall clock; an end at or before the start lies on the next day.
 */
export type WeekSpec = 'always' | { readonly [day in Weekday]?: readonly string[] };

/** Days off and make-up working days as published, as plain data. */
export interface HolidaySource {
  readonly id: string;
  readonly title: string;
  /** Which state of the publication this is. */
  readonly revision: string;
  /** The first and last date for which the source is known to be complete. */
  readonly horizon: { readonly from: CivilDate; readonly to: CivilDate };
  readonly off: readonly CivilDate[];
  /** Make-up days: worked although the week says otherwise. */
  readonly working: readonly CivilDate[];
  readonly names: Readonly<Record<CivilDate, string>>;
  /** Days whose usual hours end early, with the time: `{ '2026-12-24': '14:00' }`. */
  readonly early?: Readonly<Record<CivilDate, string>>;
  /** True, or a sentence, where the source doesn't hold everything within its horizon. */
  readonly partial?: boolean | string;
}

/** A source, one date, dates from and to (both included), or a date of every year (`"*-12-25"`). */
export type HolidaySpec =
  | HolidaySource
  | CivilDate
  | `*-${number}-${number}`
  | { readonly from: CivilDate; readonly to: CivilDate };

/** What one date has instead of its usual hours. */
export type ExceptionSpec = 'working' | 'closed' | readonly string[];

export interface WeeklySpec {
  readonly timeZone: string;
  readonly week: WeekSpec;
  readonly holidays?: readonly HolidaySpec[];
  readonly exceptions?: Readonly<Record<CivilDate, ExceptionSpec>>;
  /** `'throw'`: refuse a result that used a date outside a source's horizon. */
  readonly provisional?: 'throw';
}

export interface IntersectSpec {
  readonly intersect: readonly CalendarSpec[];
  readonly provisional?: 'throw';
}

export interface UnionSpec {
  readonly union: readonly CalendarSpec[];
  readonly provisional?: 'throw';
}

/** A calendar as data: weekly hours with what departs from them, or several calendars combined. */
export type CalendarSpec = WeeklySpec | IntersectSpec | UnionSpec;

declare const defined: unique symbol;

/** A checked, frozen specification; its JSON is the specification. Made by `defineCalendar`. */
export type Calendar = CalendarSpec & { readonly [defined]: true };

/** Why a result may yet change: it used dates for which a source has published nothing. */
export interface Provisional {
  /** The first date that no source covers. */
  readonly since: CivilDate;
  readonly reason: string;
  /** The ids of the sources that end before. */
  readonly sources: string[];
}
