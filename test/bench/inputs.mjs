import { defineCalendar } from 'duly';
import { china } from 'duly/china';

export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;
export const timeZone = 'Asia/Shanghai';

/** An office with a break, and the published holidays of ten years; peers know no make-up days, so it has none. */
const hours = ['09:00-12:00', '13:00-18:00'];
export const week = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours };
export const holidays = china().off.filter((date) => date >= '2016-01-01' && date < '2026-01-01');
export const office = defineCalendar({ timeZone, week, holidays });

/** Numbers from 0 to 1, the same in every run (mulberry32). */
export function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const COUNT = 4096;
const random = seeded(20260701);
const start = Date.UTC(2016, 0, 4);
const span = Date.UTC(2025, 10, 1) - start;

/** Moments at which customers write: any minute of ten years, nights, week-ends and holidays included. */
export const from = Float64Array.from(
  { length: COUNT },
  () => start + Math.floor((random() * span) / MINUTE) * MINUTE,
);
/** For each an end up to four weeks later. */
export const to = from.map((at) => at + Math.floor(random() * 28 * 24 * 60) * MINUTE);

const asDates = (times) => Array.from(times, (at) => new Date(at));
const asText = (times) =>
  Array.from(times, (at) => `${new Date(at + 8 * HOUR).toISOString().slice(0, 19)}+08:00`);
export const fromDates = asDates(from);
export const toDates = asDates(to);
export const fromTexts = asText(from);
export const toTexts = asText(to);
export const days = Int32Array.from(from, (at) => Math.floor((at + 8 * HOUR) / DAY));
export const civilDates = fromTexts.map((text) => text.slice(0, 10));
