import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { HolidaysError, icalHolidays } from '../../src/holidays/index.ts';

const berlin = { timeZone: 'Europe/Berlin', from: 2026, to: 2028 } as const;

/** A file with one event for each list of lines. */
function file(...events: readonly (readonly string[])[]): string {
  const lines = events.flatMap((event) => ['BEGIN:VEVENT', ...event, 'END:VEVENT']);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

const off = (...lines: string[]) => icalHolidays(file(lines), berlin).off;

describe('icalHolidays', () => {
  it('reads days, with their names, a title, a horizon as asked and a revision', () => {
    const text = file(['DTSTART;VALUE=DATE:20260603', 'SUMMARY:Founders\\, and\r\n  friends']).replace(
      'VERSION:2.0',
      'X-WR-CALNAME:Acme\\, Inc.',
    );
    expect(icalHolidays(text, berlin)).toEqual({
      id: 'ical',
      title: 'Acme, Inc.',
      revision: expect.stringMatching(/^[0-9a-f]{16}$/),
      horizon: { from: '2026-01-01', to: '2028-12-31' },
      off: ['2026-06-03'],
      working: [],
      names: { '2026-06-03': 'Founders, and friends' },
    });
  });

  it('takes another id and title', () => {
    expect(icalHolidays(file(), { ...berlin, id: 'acme', title: 'Works' })).toMatchObject({
      id: 'acme',
      title: 'Works',
      off: [],
    });
  });

  it('has the same revision for the same days, whatever else the file says, and another for other days', () => {
    const revision = (...lines: string[]) => icalHolidays(file(lines), berlin).revision;
    const first = revision('DTSTART;VALUE=DATE:20260603', 'DTSTAMP:20260101T000000Z', 'UID:1');
    expect(revision('UID:2', 'DTSTART;VALUE=DATE:20260603')).toBe(first);
    expect(revision('DTSTART;VALUE=DATE:20260604')).not.toBe(first);
    expect(revision('DTSTART;VALUE=DATE:20260603', 'SUMMARY:x')).not.toBe(first);
  });

  it.each<[string, string[], string[]]>([
    [
      'DTEND excludes its day: 24 to 26 December',
      ['DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261227'],
      ['2026-12-24', '2026-12-25', '2026-12-26'],
    ],
    [
      'DTEND on the day itself is one day',
      ['DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261224'],
      ['2026-12-24'],
    ],
    ['a DURATION of two days', ['DTSTART;VALUE=DATE:20261224', 'DURATION:P2D'], ['2026-12-24', '2026-12-25']],
    [
      'midnight to midnight of the zone',
      ['DTSTART:20261224T000000', 'DTEND:20261226T000000'],
      ['2026-12-24', '2026-12-25'],
    ],
    [
      'midnight to midnight in UTC covers no day in Berlin but the second of three',
      ['DTSTART:20261224T000000Z', 'DTEND:20261227T000000Z'],
      ['2026-12-25', '2026-12-26'],
    ],
    [
      'a day of Tokyo is none of Berlin; with 32 hours it covers one',
      ['DTSTART;TZID=Asia/Tokyo:20261224T080000', 'DURATION:P1DT8H'],
      ['2026-12-24'],
    ],
    [
      'the 25 hours of the day on which clocks go back',
      ['DTSTART:20261025T000000', 'DTEND:20261026T000000'],
      ['2026-10-25'],
    ],
    [
      'the 23 hours of the day on which they go forward',
      ['DTSTART:20260329T000000', 'DTEND:20260330T000000'],
      ['2026-03-29'],
    ],
    [
      'a zone that the file names in its own way',
      ['DTSTART;TZID=Works:20261224T000000', 'DURATION:P1D'],
      ['2026-12-24'],
    ],
    ['a meeting is no day off', ['DTSTART:20261224T090000', 'DTEND:20261224T180000'], []],
    ['nor is one every hour', ['DTSTART:20261224T090000', 'DURATION:PT1H', 'RRULE:FREQ=HOURLY'], []],
    ['a cancelled event', ['DTSTART;VALUE=DATE:20261224', 'STATUS:CANCELLED'], []],
    [
      'an event before the range that reaches into it',
      ['DTSTART;VALUE=DATE:20251230', 'DURATION:P3D'],
      ['2026-01-01'],
    ],
    [
      'every year, but one',
      ['DTSTART;VALUE=DATE:20200603', 'RRULE:FREQ=YEARLY', 'EXDATE;VALUE=DATE:20270603'],
      ['2026-06-03', '2028-06-03'],
    ],
    [
      '29 February only where there is one',
      ['DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY'],
      ['2028-02-29'],
    ],
    [
      'the last Monday of May',
      ['DTSTART;VALUE=DATE:20200525', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO'],
      ['2026-05-25', '2027-05-31', '2028-05-29'],
    ],
    [
      'a count that starts with the first',
      ['DTSTART;VALUE=DATE:20250603', 'RRULE:FREQ=YEARLY;COUNT=3'],
      ['2026-06-03', '2027-06-03'],
    ],
    [
      'an end that is included',
      ['DTSTART;VALUE=DATE:20250603', 'RRULE:FREQ=YEARLY;UNTIL=20260603'],
      ['2026-06-03'],
    ],
    [
      'an end in UTC, 31 December 2027 in Berlin',
      [
        'DTSTART;TZID=Europe/Berlin:20251231T000000',
        'DURATION:P1D',
        'RRULE:FREQ=YEARLY;UNTIL=20271230T230000Z',
      ],
      ['2026-12-31', '2027-12-31'],
    ],
    [
      'every second year, of two days over the end of the year',
      ['DTSTART;VALUE=DATE:20251231', 'DURATION:P2D', 'RRULE:FREQ=YEARLY;INTERVAL=2'],
      ['2026-01-01', '2027-12-31', '2028-01-01'],
    ],
    [
      'further dates',
      ['DTSTART;VALUE=DATE:20260603', 'RDATE;VALUE=DATE:20260610,20260701'],
      ['2026-06-03', '2026-06-10', '2026-07-01'],
    ],
    [
      'a rule that no date fulfils but the first',
      ['DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'],
      ['2026-01-01'],
    ],
  ])('%s', (_, lines, days) => {
    expect(off(...lines)).toEqual(days);
  });

  it('follows an occurrence that was moved, and one that was cancelled', () => {
    const text = file(
      ['UID:1', 'DTSTART;VALUE=DATE:20260603', 'RRULE:FREQ=YEARLY'],
      ['UID:1', 'RECURRENCE-ID;VALUE=DATE:20270603', 'DTSTART;VALUE=DATE:20270604'],
      ['UID:1', 'RECURRENCE-ID;VALUE=DATE:20280603', 'DTSTART;VALUE=DATE:20280603', 'STATUS:CANCELLED'],
    );
    expect(icalHolidays(text, berlin).off).toEqual(['2026-06-03', '2027-06-04']);
  });

  it('reads several calendars in one file, LF and a byte order mark', () => {
    const one = (day: string) => file([`DTSTART;VALUE=DATE:${day}`]).replaceAll('\r', '');
    expect(icalHolidays(`\ufeff${one('20260603')}${one('20260604')}`, berlin).off).toEqual([
      '2026-06-03',
      '2026-06-04',
    ]);
  });

  it.each<[string, string, RegExp]>([
    ['no text at all', '', /BEGIN:VCALENDAR/],
    ['another format', '{"holidays": []}', /BEGIN:VCALENDAR/],
    ['a card', 'BEGIN:VCARD\r\nEND:VCARD\r\n', /BEGIN:VCALENDAR/],
    ['a file that breaks off', file(['DTSTART;VALUE=DATE:20260603']).slice(0, -30), /did not end/],
    ['a line that is none', file(['DTSTART;VALUE=DATE:20260603', 'nonsense']), /nonsense/],
    ['an event without a start', file(['SUMMARY:x']), /no DTSTART/],
    ['a date that does not exist', file(['DTSTART;VALUE=DATE:20260230']), /"2026-02-30" is no date/],
    [
      'an end before the start',
      file(['DTSTART;VALUE=DATE:20260603', 'DTEND;VALUE=DATE:20260601']),
      /ends before/,
    ],
    ['a length that is none', file(['DTSTART;VALUE=DATE:20260603', 'DURATION:P1M']), /no length/],
    [
      'a rule by weeks of the year',
      file(['DTSTART;VALUE=DATE:20260603', 'RRULE:FREQ=YEARLY;BYWEEKNO=20']),
      /BYWEEKNO=20/,
    ],
    ['an unknown frequency', file(['DTSTART;VALUE=DATE:20260603', 'RRULE:FREQ=SOMETIMES']), /SOMETIMES/],
    [
      'a rule for days by the hour',
      file(['DTSTART;VALUE=DATE:20260603', 'RRULE:FREQ=HOURLY']),
      /FREQ=HOURLY/,
    ],
    [
      'a change of all that follow',
      file(['DTSTART;VALUE=DATE:20260603', 'RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20260603']),
      /RANGE/,
    ],
    ['more than 2 million characters', file([`SUMMARY:${'x'.repeat(2_000_000)}`]), /2000000 characters/],
  ])('refuses %s with one clear error', (_, text, message) => {
    expect(() => icalHolidays(text, berlin)).toThrow(HolidaysError);
    expect(() => icalHolidays(text, berlin)).toThrow(expect.objectContaining({ code: 'holidays.ical' }));
    expect(() => icalHolidays(text, berlin)).toThrow(message);
  });

  it('refuses an unknown zone and an end before the start', () => {
    expect(() => icalHolidays(file(), { ...berlin, timeZone: 'Mars/Base' })).toThrow(
      expect.objectContaining({ code: 'instant.time-zone', path: ['timeZone'] }),
    );
    expect(() => icalHolidays(file(), { ...berlin, to: 2025 })).toThrow(
      expect.objectContaining({ code: 'holidays.range' }),
    );
  });

  it('refuses a mistyped option, and none at all', () => {
    expect(() => icalHolidays(file(), { ...berlin, titel: 'Works' } as never)).toThrow(
      expect.objectContaining({
        code: 'holidays.unknown-key',
        path: ['titel'],
        hint: 'Did you mean "title"?',
      }),
    );
    expect(() => icalHolidays(file(), undefined as never)).toThrow(HolidaysError);
  });

  it('gives up on 20,000 events that recur daily since 1970, within 10 seconds', () => {
    const daily = Array.from({ length: 20_000 }, () => ['DTSTART;VALUE=DATE:19700101', 'RRULE:FREQ=DAILY']);
    expect(() => icalHolidays(file(...daily), berlin)).toThrow(/too many/);
  }, 10_000);

  it.each([
    ['20260105', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,SU;WKST=SU'],
    ['20260105', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,SU;WKST=MO'],
    ['20260105', 'FREQ=WEEKLY;COUNT=9'],
    ['20260131', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
    ['20260113', 'FREQ=MONTHLY;BYDAY=2TU,-1FR'],
    ['20260102', 'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=1,2,3'],
    ['20260130', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'],
    ['20260101', 'FREQ=DAILY;INTERVAL=10;COUNT=30'],
    ['20260101', 'FREQ=YEARLY;BYYEARDAY=1,100,-1'],
    ['20260101', 'FREQ=YEARLY;BYDAY=TH;BYMONTH=1'],
    ['20260119', 'FREQ=YEARLY;BYDAY=3MO'],
    ['20261126', 'FREQ=YEARLY;BYMONTH=11;BYDAY=4TH'],
    ['20260601', 'FREQ=YEARLY;BYMONTH=6,7'],
  ])("agrees with the parser's own recurrences on %s %s", (start, rule) => {
    const days = off(`DTSTART;VALUE=DATE:${start}`, `RRULE:${rule}`);
    const iterator = ICAL.Recur.fromString(rule).iterator(
      ICAL.Time.fromDateString(start.replace(/(....)(..)(..)/, '$1-$2-$3')),
    );
    const theirs: string[] = [];
    for (let next = iterator.next(); next !== null && next.year < 2029; next = iterator.next())
      theirs.push(next.toString());
    expect(days).toEqual(theirs);
  });
});
