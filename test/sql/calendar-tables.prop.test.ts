import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../support/seed.ts';
import { closingOf } from '../../src/calendar/instant-at.ts';
import { timetableOf } from '../../src/calendar/timetable-of.ts';
import { DAY } from '../../src/instant/types.ts';
import { instantOfWall, wallAt } from '../../src/instant/zone.ts';
import { BLOCK, calendarTables } from '../../src/sql/calendar-tables.ts';

const zones = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'America/Havana',
  'Asia/Beirut',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
];
const weeks = [
  'always',
  { mon: ['09:00-12:00', '13:00-18:00'], tue: ['08:30-17:00'], fri: ['22:00-06:00'] },
  { mon: ['00:00-24:00'], wed: ['23:00-02:30'], sun: ['01:15-03:45'] },
] as const;

describe('calendarTables', () => {
  it('tell of any instant, day and amount what the calendar itself does', () => {
    const arbitrary = fc.record({
      timeZone: fc.constantFrom(...zones),
      week: fc.constantFrom(...weeks),
      asks: fc.array(
        fc.record({ part: fc.double({ min: 0, max: 1, noNaN: true }), clock: fc.nat(DAY - 1) }),
        { minLength: 30, maxLength: 30 },
      ),
    });
    fc.assert(
      fc.property(arbitrary, ({ timeZone, week, asks }) => {
        const calendar = { timeZone, week };
        const timetable = timetableOf(calendar);
        const { clock, days, intervals } = calendarTables(calendar, { from: '2009-06-01', to: '2012-05-31' });
        const [start, end] = [days[0]!.start_ms, days.at(-1)!.end_ms];
        for (const { part, clock: wall } of asks) {
          const turns = clock.filter((row, n) => n > 0 && row.offset_ms !== clock[n - 1]!.offset_ms);
          const near =
            turns.length > 0 && part < 0.5 ? turns[Math.floor(part * 2 * turns.length)]!.start_ms : null;
          const t =
            near === null
              ? Math.floor(start + part * (end - start - 1))
              : near + (wall % (6 * 3_600_000)) - 3 * 3_600_000;
          const piece = clock.find((row) => row.start_ms <= t && t < row.end_ms)!;
          expect(piece.utc_day).toBe(Math.floor(t / DAY));
          expect(piece.day).toBe(Math.floor(wallAt(timetable.zone, t) / DAY));
          expect(piece.open === 1).toBe(timetable.isWorking(t));
          expect(piece.before_ms + piece.open * (t - piece.start_ms)).toBe(timetable.between(start, t));
          const day = days.find((row) => row.day === piece.day)!;
          const shift = wall < day.switch_ms ? day.shift_ms : day.shift_after_ms;
          expect(day.day * DAY + wall - shift).toBe(instantOfWall(timetable.zone, day.day * DAY + wall));
          expect(day.working === 1).toBe(timetable.isWorkingDay(day.day));
          expect(day.ordinal).toBe(timetable.daysBetween(days[0]!.day - 1, day.day));
          expect(day.close_ms ?? Number.NaN).toBe(closingOf(timetable, day.day));
          const worked = 1 + Math.floor(part * 999 * BLOCK);
          const block = intervals.find(
            (row) => row.before_ms < worked && worked <= row.before_ms + row.end_ms - row.start_ms,
          );
          if (block === undefined) continue;
          expect(block.block).toBe(Math.floor((worked - 1) / BLOCK));
          expect(block.start_ms + worked - block.before_ms).toBe(timetable.add(start, worked));
        }
      }),
      { numRuns: 15 },
    );
  });
});
