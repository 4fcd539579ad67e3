import { findPlace, type Place } from './find-place.ts';

/** The time zones of a country, or of a part of one, by date-holidays; the most usual first. */
export function timeZonesOf(place: Place): readonly string[] {
  return findPlace(place).holidays.getTimezones();
}
