import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { addWorkingDays, addWorkingTime, isWorkingTime, workingTimeBetween } from 'duly';
import * as epoch from 'duly/epoch';
import { civilDates, DAY, days, fromDates, HOUR, holidays, office, toDates } from './inputs.mjs';
import { compare } from './measure.mjs';

const folder = fileURLToPath(new URL('peers', import.meta.url));
/** Peers take milliseconds for an answer: they are asked about the first of the inputs only, and so is duly. */
const FEW = 32;

function loadPeers() {
  if (!existsSync(`${folder}/node_modules`)) {
    console.log('installing the peers');
    execFileSync('npm', ['ci', '--ignore-scripts', '--prefix', folder], { stdio: 'inherit' });
  }
  const require = createRequire(`${folder}/package.json`);
  const dayjs = require('dayjs');
  dayjs.extend(require('dayjs-business-time'));
  const segments = [
    { start: '09:00:00', end: '12:00:00' },
    { start: '13:00:00', end: '18:00:00' },
  ];
  const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
  dayjs.setBusinessTime({
    sunday: null,
    saturday: null,
    ...Object.fromEntries(weekdays.map((day) => [day, segments])),
  });
  dayjs.setHolidays([...holidays]);

  const moment = require('moment-business-time');
  const times = ['09:00:00', '12:00:00', '13:00:00', '18:00:00'];
  const workinghours = { 0: null, 1: times, 2: times, 3: times, 4: times, 5: times, 6: null };
  moment.updateLocale('en', { workinghours, holidays: [...holidays] });

  const OpeningHours = require('opening_hours');
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const off = holidays.map(
    (date) => `${date.slice(0, 4)} ${months[date.slice(5, 7) - 1]} ${date.slice(8)} off`,
  );
  const opening = new OpeningHours(['Mo-Fr 09:00-12:00,13:00-18:00', ...off].join('; '), null);

  const { DateTime } = require('luxon-business-days');
  const closed = new Set(holidays);
  DateTime.prototype.setupBusiness({
    businessDays: [1, 2, 3, 4, 5],
    holidayMatchers: [(day) => closed.has(day.toISODate())],
  });
  const { addBusinessDays, format, parseISO } = require('date-fns');
  return { dayjs, moment, opening, DateTime, addBusinessDays, format, parseISO };
}

/** Beside what one would take otherwise. They count in the zone of the process, which is therefore that of the calendar. */
export async function peers(report) {
  const { dayjs, moment, opening, DateTime, addBusinessDays, format, parseISO } = loadPeers();
  await contest(report, 'add 20 working hours', 1000, {
    duly: (i) => addWorkingTime(fromDates[i], 20 * HOUR, office).getTime(),
    'dayjs-business-time': (i) => dayjs(fromDates[i]).addBusinessHours(20).valueOf(),
    'moment-business-time': (i) => moment(fromDates[i]).addWorkingTime(20, 'hours').valueOf(),
  });
  await contest(report, 'working time between', 1000, {
    duly: (i) => workingTimeBetween(fromDates[i], toDates[i], office),
    'dayjs-business-time': (i) => dayjs(fromDates[i]).businessMinutesDiff(dayjs(toDates[i])) * 60_000,
    'moment-business-time': (i) =>
      moment(toDates[i]).workingDiff(moment(fromDates[i]), 'minutes', true) * 60_000,
    opening_hours: (i) => opening.getOpenDuration(fromDates[i], toDates[i])[0],
  });
  await contest(report, 'is it working time', undefined, {
    duly: (i) => (isWorkingTime(fromDates[i], office) ? 1 : 0),
    'dayjs-business-time': (i) => (dayjs(fromDates[i]).isBusinessTime() ? 1 : 0),
    'moment-business-time': (i) => (moment(fromDates[i]).isWorkingTime() ? 1 : 0),
    opening_hours: (i) => (opening.getState(fromDates[i]) ? 1 : 0),
  });
  await contest(report, `add ${DAYS} working days, date as text in and out`, 20, {
    duly: (i) => hashOf(addWorkingDays(civilDates[i], DAYS, office)),
    'date-fns, no holidays': (i) =>
      hashOf(format(addBusinessDays(parseISO(civilDates[i]), DAYS), 'yyyy-MM-dd')),
    'luxon-business-days': (i) =>
      hashOf(DateTime.fromISO(civilDates[i]).plusBusiness({ days: DAYS }).toISODate()),
    'dayjs-business-time': (i) => hashOf(dayjs(civilDates[i]).addBusinessDays(DAYS).format('YYYY-MM-DD')),
  });
  const localDays = civilDates.map((date) => new Date(`${date}T00:00:00`));
  await contest(report, `add ${DAYS} working days, nothing read or written`, undefined, {
    duly: (i) => epoch.addWorkingDays(days[i], DAYS, office),
    'date-fns addBusinessDays alone': (i) => (addBusinessDays(localDays[i], DAYS).getTime() + 8 * HOUR) / DAY,
  });
}

const DAYS = 20;
/** A number that tells dates apart. */
const hashOf = (date) =>
  date.charCodeAt(9) + 10 * date.charCodeAt(8) + 100 * date.charCodeAt(6) + 1000 * date.charCodeAt(5);

async function contest(report, question, least, contestants) {
  const results = await compare(FEW, contestants);
  const agreeing = (work) =>
    Array.from({ length: FEW }, (_, i) => work(i) === contestants.duly(i)).filter(Boolean).length;
  for (const [name, { ns, ratio }] of Object.entries(results)) {
    if (name === 'duly') continue;
    report.atLeast(
      `${question}: ${name} (same answer to ${agreeing(contestants[name])} of ${FEW})`,
      ns,
      ratio,
      'x duly',
      least,
    );
  }
}
