import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { DAY } from '../../src/instant/types.ts';
import { at, caseOf, type EventRow, judged, policyOf, wall } from '../support/naive-service.ts';

// While the clock is stopped, due is as if the stop ended now, so it moves, and a rung with it. It is reached at the
// first instant that is not before the rung as known then. 12 October 2026 is a Monday; office hours are 09:00-18:00.

const timeZone = 'Asia/Shanghai';
const daily = (hours: readonly string[]) => ({
  timeZone,
  week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours },
});
const day = ['09:00-18:00'];
const uneven = { timeZone, week: { mon: day, tue: ['09:00-12:00'], wed: day, thu: day, fri: day } };
const split = daily(['08:00-10:00', '12:00-14:00', '16:00-18:00']);
const night = daily(['20:00-24:00']);
const hours = Array.from({ length: 24 }, (_, hour) => `${hour}`.padStart(2, '0'));
const blinks = daily(hours.map((hour) => `${hour}:00-${hour}:05`));

const pause = { on: 'paused', off: 'resumed' };
const trigger = (text: string): object => {
  const [, by, side] = /^(.*) (before|after) due$/.exec(text) ?? [];
  return by === undefined ? { share: Number(text), of: 'answer' } : { [side!]: 'answer', by };
};

interface Row {
  readonly calendar?: object;
  readonly within: string;
  readonly received?: string;
  readonly extended?: Record<string, unknown>;
  readonly rung: string;
  readonly own?: object;
  readonly stopped: string;
  readonly reached: string | null;
  readonly at?: string;
}

const stoppedPolicy = ({ calendar, within, rung, own }: Row) =>
  policyOf(
    { within, pause },
    {
      ...(calendar && { calendar }),
      ...(own && { calendars: { own } }),
      ladders: [
        {
          id: 'l',
          ...(own && { calendar: 'own' }),
          // The lower one is told at once; its window lasts until the other is reached.
          rungs: [
            { id: 'rung', level: 2, to: 'boss', at: trigger(rung) },
            { id: 'first', level: 1, to: 'handler', on: 'received' },
          ],
        },
      ],
    },
  );

const rows: [title: string, row: Row][] = [
  [
    'elapsed hours before elapsed hours stay as far away as they are',
    { within: '24 hours', rung: '3 hours before due', stopped: '10-12 11:00', reached: null },
  ],
  [
    'working minutes before working minutes of the same calendar too, though it opens 24 times a day',
    {
      calendar: blinks,
      within: '60 working minutes',
      rung: '30 working minutes before due',
      // 30 of 60 are used at 15:05, a ms of them is left.
      stopped: '10-12 15:04:59.999',
      reached: null,
    },
  ],
  [
    'stopped in the night, one at opening time is reached as the office opens',
    // Due on Wednesday at 10:00; 10 working hours before that is Tuesday 09:00.
    {
      within: '18 working hours',
      rung: '10 working hours before due',
      stopped: '10-12 19:00',
      reached: '10-13 09:00',
    },
  ],
  [
    '1 working day before is reached at 14:00 where Tuesday closes at 12:00 and due has gone from Wednesday 10:00 to 14:00',
    {
      calendar: uneven,
      within: '12 working hours',
      rung: '1 working day before due',
      stopped: '10-12 17:00',
      reached: '10-13 14:00',
    },
  ],
  [
    '1 working hour before is an hour and a half away at 10:30, and so reached at 09:00',
    {
      calendar: split,
      received: '10-12 06:00',
      within: '3 hours',
      rung: '1 working hour before due',
      stopped: '10-12 07:30',
      reached: '10-12 09:00',
    },
  ],
  [
    '90 minutes before: an hour is left, and due waits at 13:00 from 10:00 to 12:00',
    {
      calendar: split,
      received: '10-12 08:00',
      within: '130 working minutes',
      rung: '90 minutes before due',
      stopped: '10-12 09:10',
      reached: '10-12 11:30',
    },
  ],
  [
    '1 working hour before, a ms away until due passes closing time',
    {
      within: '4 hours',
      rung: '1 working hour before due',
      stopped: '10-12 12:59:59.999',
      reached: '10-12 17:00',
    },
  ],
  [
    'an hour before, a ms away as long as both are in office hours, comes in no night',
    {
      within: '2 working hours',
      rung: '1 hour before due',
      stopped: '10-12 10:59:59.999',
      reached: null,
    },
  ],
  [
    'the same with a ladder of night hours, on which elapsed time does not count',
    {
      own: night,
      within: '2 working hours',
      rung: '1 hour before due',
      stopped: '10-12 10:59:59.999',
      reached: null,
    },
  ],
  [
    'a working day before, a ms away until due is on Saturday: that counts as Monday 00:00, and a day before it is Friday',
    {
      within: '48 hours',
      rung: '1 working day before due',
      stopped: '10-13 09:59:59.999',
      reached: '10-16 00:00',
    },
  ],
  [
    'on the calendar of the ladder, an hour before Tuesday 11:00 is Monday 23:00',
    {
      own: night,
      within: '9 working hours',
      rung: '1 working hour before due',
      stopped: '10-12 17:00',
      reached: '10-12 23:00',
    },
  ],
  [
    'a thousandth of 30 days that an until fixes is a minute as soon as 16 h 40 min are left',
    {
      within: '1 hour',
      extended: { until: at('11-11 10:00') },
      rung: '0.001',
      stopped: '10-12 10:01',
      reached: '11-10 17:21',
      at: '10-12 10:01',
    },
  ],
];

describe('a rung while the clock is stopped', () => {
  it.each(rows)('%s', (_, row) => {
    const policy = stoppedPolicy(row);
    const received = row.received ?? '10-12 10:00';
    const log: EventRow[] = [
      ['received', received],
      ...(row.extended ? [['extended', received, row.extended] as const] : []),
      ['paused', row.stopped],
    ];
    expect(wall(judged(policy, log, row.stopped).nextChange)).toBe(row.reached);
    if (row.reached !== null) {
      const [rung] = judged(policy, log, row.reached).escalations;
      expect(rung?.state).toBe('due');
      if (row.at !== undefined) expect(wall(rung!.at)).toBe(row.at);
    }
    // Looked at on the way, it is always in the future until it is there.
    const stopped = Date.parse(at(row.stopped));
    const span = (row.reached === null ? stopped + 3 * DAY : Date.parse(at(row.reached))) - stopped;
    for (const share of row.reached === null ? [1] : [0.1, 0.3, 0.7, 0.9, 1]) {
      const now = stopped + Math.ceil(span * share) - 1;
      const [rung] = assess(caseOf(log), policy, { asOf: now, trace: false }).escalations;
      expect([rung!.state, rung!.at.getTime() > now]).toEqual(['upcoming', true]);
    }
  });
});
