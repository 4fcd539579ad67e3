import { defineCalendar } from 'duly';
import * as epoch from 'duly/epoch';
import { COUNT, DAY, from, HOUR, seeded, timeZone, week } from './inputs.mjs';
import { compare } from './measure.mjs';

const YEAR = 365.25 * DAY;
const DAYS_HOURS = 8 * HOUR;
/** About thirty years of office hours. */
const FAR = 30 * 261 * DAYS_HOURS;

/** What distance and holidays cost: nothing that grows. */
export async function growth(report) {
  const random = seeded(7);
  const start = Date.UTC(2006, 0, 1);
  const dates = new Set();
  while (dates.size < 1000) dates.add(new Date(start + random() * 40 * YEAR).toISOString().slice(0, 10));
  const plain = defineCalendar({ timeZone, week });
  const full = defineCalendar({ timeZone, week, holidays: [...dates] });
  // Both know the same years before anything is measured.
  for (const calendar of [plain, full]) epoch.workingTimeBetween(start, start + 55 * YEAR, calendar);

  const later = from.map((at) => at + 30 * YEAR);
  const nextDay = from.map((at) => at + DAY);
  const contests = {
    'add: 1 working day, then 30 years of them': {
      near: (i) => epoch.addWorkingTime(from[i], DAYS_HOURS, plain),
      far: (i) => epoch.addWorkingTime(from[i], FAR, plain),
    },
    'between: 1 day apart, then 30 years': {
      near: (i) => epoch.workingTimeBetween(from[i], nextDay[i], plain),
      far: (i) => epoch.workingTimeBetween(from[i], later[i], plain),
    },
    'add 20 working hours: no holiday, then 1,000': {
      none: (i) => epoch.addWorkingTime(from[i], 20 * HOUR, plain),
      many: (i) => epoch.addWorkingTime(from[i], 20 * HOUR, full),
    },
    'between: no holiday, then 1,000': {
      none: (i) => epoch.workingTimeBetween(from[i], later[i], plain),
      many: (i) => epoch.workingTimeBetween(from[i], later[i], full),
    },
  };
  for (const [question, contestants] of Object.entries(contests)) {
    const [, { ns, ratio }] = Object.values(await compare(COUNT, contestants));
    report.ratio(question, ns, ratio, 'x the first', 1.5);
  }
}
