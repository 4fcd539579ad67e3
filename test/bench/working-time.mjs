import { addWorkingDays, addWorkingTime, defineCalendar, isWorkingTime, workingTimeBetween } from 'duly';
import { china } from 'duly/china';
import * as epoch from 'duly/epoch';
import { bench, do_not_optimize, group, summary } from 'mitata';

const hours = ['09:00-12:00', '13:00-18:00'];
const spec = {
  timeZone: 'Asia/Shanghai',
  week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  holidays: [china()],
};
const calendar = defineCalendar(spec);
const HOUR = 3_600_000;
const YEAR = 365.25 * 24 * HOUR;
const start = Date.parse('2026-01-05T01:00:00Z');

/** Start instants spread over a year, so that no answer is learnt by heart. */
let turn = 0;
const next = () => start + ((turn++ * 7_919_000) % YEAR);

for (const [distance, amount] of [
  ['20 working hours', 20 * HOUR],
  ['10 years of working hours', 10 * 250 * 8 * HOUR],
]) {
  group(`add ${distance}`, () => {
    summary(() => {
      bench('duly/epoch', () => do_not_optimize(epoch.addWorkingTime(next(), amount, calendar)));
      bench('duly', () => do_not_optimize(addWorkingTime(next(), amount, calendar)));
    });
  });
}

group('between two instants, a year apart', () => {
  summary(() => {
    bench('duly/epoch', () => do_not_optimize(epoch.workingTimeBetween(next(), next() + YEAR, calendar)));
    bench('duly', () => do_not_optimize(workingTimeBetween(next(), next() + YEAR, calendar)));
  });
});

group('one question', () => {
  bench('is it working time?', () => do_not_optimize(isWorkingTime(next(), calendar)));
  bench('5 working days on', () => do_not_optimize(addWorkingDays('2026-09-29', 5, calendar)));
  bench('compile a calendar and ask once', () => do_not_optimize(isWorkingTime(start, defineCalendar(spec))));
});
