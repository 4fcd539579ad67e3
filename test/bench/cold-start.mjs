// Run in a process of its own: prints the milliseconds of each step to the first answer, as JSON.
import { defineCalendar } from 'duly';
import { china } from 'duly/china';
import { workingTimeBetween } from 'duly/epoch';

const hours = ['09:00-12:00', '13:00-18:00'];
const spec = {
  timeZone: 'Europe/Berlin',
  week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  holidays: [china()],
};
const from = Date.UTC(2026, 2, 2, 9);
const times = [performance.now()];
const lap = (work) => {
  const result = work();
  times.push(performance.now());
  return result;
};
lap(() => new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', timeZoneName: 'longOffset' }).format(0));
const calendar = lap(() => defineCalendar(spec));
lap(() => workingTimeBetween(from, from + 86_400_000, calendar));
const [intl, define, compile] = times.slice(1).map((time, index) => time - times[index]);
console.log(JSON.stringify({ intl, define, compile }));
