import type { CalendarSpec, HolidaySource, WeeklySpec, WeekSpec } from '../../src/calendar/spec.ts';

const daily = (...hours: string[]): WeekSpec =>
  Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, hours]));
const office = ['09:00-12:00', '13:00-18:00'];
const weekdays: WeekSpec = { mon: office, tue: office, wed: office, thu: office, fri: office };
const inZone = (timeZone: string, week: WeekSpec, rest: Partial<WeeklySpec> = {}): WeeklySpec => ({
  timeZone,
  week,
  ...rest,
});
const source = (dates: Pick<HolidaySource, 'off' | 'working'>): HolidaySource => ({
  id: 'edges',
  title: 'Edges',
  revision: '1',
  horizon: { from: '1970-01-01', to: '2199-12-31' },
  names: {},
  ...dates,
});
const shanghai = 'Asia/Shanghai';
const nights = daily('22:00-06:00');
const friday: WeekSpec = { fri: ['22:00-06:00'], mon: ['08:00-12:00', '20:00-02:00'] };

/** What it is about, the calendar, and the days of UTC that are walked through: the first, and how many. */
export const edges: [string, CalendarSpec, string, number][] = [
  ['New York opens within the gap', inZone('America/New_York', daily('02:30-10:00')), '2026-03-07', 3],
  ['New York closes within the gap', inZone('America/New_York', daily('00:00-02:30')), '2026-03-07', 3],
  ['New York is open in the gap only', inZone('America/New_York', daily('02:00-03:00')), '2026-03-07', 3],
  ['New York works through the gap', inZone('America/New_York', nights), '2026-03-07', 3],
  ['New York opens within the fold', inZone('America/New_York', daily('01:30-10:00')), '2026-10-31', 3],
  ['New York closes within the fold', inZone('America/New_York', daily('00:00-01:30')), '2026-10-31', 3],
  ['New York is open in the fold only', inZone('America/New_York', daily('01:00-02:00')), '2026-10-31', 3],
  ['New York works through the fold', inZone('America/New_York', nights), '2026-10-31', 3],
  [
    'New York has two shifts in the fold',
    inZone('America/New_York', daily('01:00-01:20', '01:40-02:00')),
    '2026-10-31',
    3,
  ],
  [
    'Lord Howe springs half an hour within the first hour',
    inZone('Australia/Lord_Howe', daily('02:15-02:45')),
    '2026-10-02',
    4,
  ],
  ['Lord Howe opens in its half hour', inZone('Australia/Lord_Howe', daily('02:10-12:00')), '2026-10-02', 4],
  ['Lord Howe falls half an hour', inZone('Australia/Lord_Howe', daily('01:15-02:00')), '2026-04-03', 4],
  ['Lord Howe works the fold through', inZone('Australia/Lord_Howe', nights), '2026-04-03', 4],
  ['Apia leaves out a Friday', inZone('Pacific/Apia', daily('09:00-17:00')), '2011-12-27', 7],
  ['Apia works around the clock over the lost day', inZone('Pacific/Apia', 'always'), '2011-12-27', 7],
  ['Apia has a night shift into the lost day', inZone('Pacific/Apia', nights), '2011-12-27', 7],
  [
    'Apia works on Fridays alone',
    inZone('Pacific/Apia', { fri: ['09:00-17:00'], mon: ['10:00-11:00'] }),
    '2011-12-27',
    8,
  ],
  [
    'Apia has an exception on the lost day',
    inZone('Pacific/Apia', weekdays, { exceptions: { '2011-12-30': ['06:00-24:00'] } }),
    '2011-12-27',
    7,
  ],
  ['Kwajalein leaves out a Saturday', inZone('Pacific/Kwajalein', daily('08:00-20:00')), '1993-08-19', 5],
  ['Manila works around the turn', inZone('Asia/Manila', daily('08:00-20:00')), '1990-05-18', 5],
  ['Casablanca when Ramadan begins', inZone('Africa/Casablanca', daily('02:30-09:00')), '2026-02-13', 4],
  ['Casablanca when Ramadan is over', inZone('Africa/Casablanca', daily('02:30-09:00')), '2026-03-20', 4],
  ['Casablanca at night when Ramadan is over', inZone('Africa/Casablanca', nights), '2026-03-20', 4],
  ['Monrovia before 1972', inZone('Africa/Monrovia', daily('09:00-12:00', '13:00-17:00')), '1970-01-01', 3],
  [
    'Monrovia leaves out 44.5 minutes',
    inZone('Africa/Monrovia', daily('00:00-00:44', '00:45-08:00')),
    '1972-01-05',
    4,
  ],
  ['Monrovia opens in them', inZone('Africa/Monrovia', daily('00:30-08:00')), '1972-01-05', 4],
  ['Monrovia has a night through them', inZone('Africa/Monrovia', nights), '1972-01-05', 4],
  [
    'Kathmandu leaves out a quarter of an hour',
    inZone('Asia/Kathmandu', daily('00:05-00:10', '00:10-09:00')),
    '1985-12-30',
    4,
  ],
  ['Sao Paulo has no midnight', inZone('America/Sao_Paulo', daily('00:00-24:00')), '2017-10-13', 4],
  [
    'Sao Paulo closes at the midnight it has not',
    inZone('America/Sao_Paulo', daily('20:00-24:00')),
    '2017-10-13',
    4,
  ],
  [
    'Sao Paulo opens at the midnight it has not',
    inZone('America/Sao_Paulo', daily('00:00-00:30')),
    '2017-10-13',
    4,
  ],
  ['Sao Paulo has 23:00 twice', inZone('America/Sao_Paulo', daily('23:15-24:00')), '2018-02-16', 4],
  [
    'Sao Paulo has a night over 23:00 twice',
    inZone('America/Sao_Paulo', daily('23:30-00:30')),
    '2018-02-16',
    4,
  ],
  ['Troll goes on by two hours', inZone('Antarctica/Troll', daily('01:30-02:30')), '2026-03-27', 4],
  ['Boa Vista is back within a week', inZone('America/Boa_Vista', daily('23:00-01:00')), '2000-10-07', 10],
  ['Cairo at its midnight gap', inZone('Africa/Cairo', daily('00:00-01:00', '23:00-24:00')), '2026-04-22', 4],
  ['Tehran at its midnight fold', inZone('Asia/Tehran', daily('23:00-24:00')), '2021-09-20', 4],
  [
    'Saturday touches Sunday at 24:00',
    inZone(shanghai, { sat: ['18:00-24:00'], sun: ['00:00-06:00'] }),
    '2026-05-08',
    4,
  ],
  ['24:00 by another name', inZone(shanghai, daily('18:00-00:00')), '2026-05-08', 3],
  ['a day of 24 hours from noon on', inZone(shanghai, { sat: ['12:00-11:59'] }), '2026-05-08', 4],
  [
    'a holiday on Saturday leaves Friday its night',
    inZone(shanghai, friday, { holidays: ['2026-05-09'] }),
    '2026-05-07',
    5,
  ],
  [
    'a holiday on Friday takes its night',
    inZone(shanghai, friday, { holidays: ['2026-05-08'] }),
    '2026-05-07',
    5,
  ],
  [
    'a make-up day has the hours of Monday after the night of Friday',
    inZone(shanghai, friday, { holidays: [source({ off: [], working: ['2026-05-09'] })] }),
    '2026-05-07',
    6,
  ],
  [
    'two make-up days follow one another',
    inZone(shanghai, friday, {
      holidays: [source({ off: ['2026-05-11'], working: ['2026-05-09', '2026-05-10'] })],
    }),
    '2026-05-07',
    7,
  ],
  [
    'a make-up day that is off as well',
    inZone(shanghai, weekdays, { holidays: [source({ off: ['2026-05-09'], working: ['2026-05-09'] })] }),
    '2026-05-07',
    5,
  ],
  [
    'an exception cuts the evening shift',
    inZone(shanghai, friday, { exceptions: { '2026-05-08': ['22:00-23:00'] } }),
    '2026-05-07',
    5,
  ],
  [
    'an exception begins when the night ends',
    inZone(shanghai, friday, { exceptions: { '2026-05-09': ['06:00-07:00'] } }),
    '2026-05-07',
    5,
  ],
  [
    'an exception closes the day after a night',
    inZone(shanghai, friday, { exceptions: { '2026-05-09': 'closed' } }),
    '2026-05-07',
    5,
  ],
  [
    'an exception brings a night to a closed day',
    inZone(shanghai, weekdays, { exceptions: { '2026-05-09': ['20:00-08:00'] } }),
    '2026-05-07',
    6,
  ],
  [
    'a range of holidays over the turn of the year',
    inZone(shanghai, weekdays, { holidays: [{ from: '2025-12-31', to: '2026-01-02' }] }),
    '2025-12-29',
    9,
  ],
  [
    'the leap day of every year',
    inZone(shanghai, daily('09:00-17:00'), { holidays: ['*-02-29'] }),
    '2028-02-27',
    5,
  ],
  [
    'both of two offices',
    { intersect: [inZone(shanghai, weekdays), inZone(shanghai, daily('11:00-15:00'))] },
    '2026-05-07',
    5,
  ],
  [
    'either of two offices',
    { union: [inZone(shanghai, weekdays), inZone(shanghai, daily('11:00-15:00', '20:00-04:00'))] },
    '2026-05-07',
    5,
  ],
  [
    'the nights that both have',
    { intersect: [inZone(shanghai, nights), inZone(shanghai, daily('20:00-02:00'))] },
    '2026-05-07',
    4,
  ],
  [
    'a union within an intersection within a union',
    {
      union: [
        {
          intersect: [
            { union: [inZone(shanghai, nights), inZone(shanghai, weekdays)] },
            inZone(shanghai, daily('00:00-10:00', '16:00-24:00')),
          ],
        },
        inZone(shanghai, { sat: ['03:00-04:00'] }),
      ],
    },
    '2026-05-07',
    5,
  ],
  [
    'parts that touch',
    { union: [inZone(shanghai, daily('09:00-12:00')), inZone(shanghai, daily('12:00-15:00'))] },
    '2026-05-07',
    3,
  ],
  [
    'parts that are never open together',
    { intersect: [inZone(shanghai, { mon: ['09:00-10:00'] }), inZone(shanghai, { mon: ['10:00-11:00'] })] },
    '2026-05-07',
    6,
  ],
  [
    'a union of nights over the fold',
    { union: [inZone('Europe/Berlin', nights), inZone('Europe/Berlin', daily('01:00-07:00'))] },
    '2026-10-23',
    4,
  ],
  [
    'an intersection over the gap',
    { intersect: [inZone('Europe/Berlin', nights), inZone('Europe/Berlin', daily('01:30-03:30'))] },
    '2026-03-27',
    4,
  ],
  ['the first days, west of Greenwich', inZone('America/New_York', daily('00:00-24:00')), '1970-01-01', 3],
  ['the first days, east of it', inZone(shanghai, daily('06:00-10:00')), '1970-01-01', 3],
  ['the last days, west of Greenwich', inZone('America/New_York', nights), '2199-12-29', 3],
  ['the last days, east of it', inZone(shanghai, nights), '2199-12-29', 3],
  ['London all year at +01:00', inZone('Europe/London', daily('00:30-01:30')), '1971-10-29', 4],
];
