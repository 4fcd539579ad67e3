import { describe, expect, it } from 'vitest';
import { DulyError } from '../../src/errors/duly-error.ts';
import { compareCalendars } from '../../src/limit/compare-calendars.ts';
import { type DueOptions, dueAt } from '../../src/limit/due-at.ts';
import { parseLimit, toLimit } from '../../src/limit/parse-limit.ts';
import { toCounting } from '../../src/limit/to-counting.ts';

const calendar = { timeZone: 'Asia/Shanghai', week: 'always' } as const;
const from = '2026-10-05T10:00:00+08:00';
const due = (options: object) => () => dueAt(from, '1 day', { calendar, ...options } as DueOptions);
const count = (fields: object) => () => toCounting(fields as never, ['counting']);
const compare = (dues: unknown) => () => compareCalendars(calendar, calendar, dues as never);
const own = { start: 'next-day', end: 'end-of-day', roll: 'none', months: 'corresponding' };

const { start, end, roll, months } = own;

/** What the caller reads, the path in front, and the hint behind an arrow. */
const read = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (!(error instanceof DulyError)) throw error;
    return `${error.code}: ${error.message}${error.hint === undefined ? '' : ` -> ${error.hint}`}`;
  }
  return 'nothing was refused';
};

type Row = readonly [act: () => unknown, said: unknown];
/** Named by what is said. */
const saying = (rows: readonly Row[]) => rows.map(([act, said]) => [said, act] as const);

describe('a limit that is refused says what was given, what was expected and where', () => {
  const unknown =
    'seconds, minutes, hours, days, weeks, months, working minutes, working hours, working days';

  it.each(
    saying([
      [
        () => parseLimit('soon'),
        'limit.syntax: "soon" is no limit; expected "<n> <unit>" such as "5 working days", "PT24H" or { amount, unit }',
      ],
      [
        () => toLimit('soon' as never, ['within']),
        'limit.syntax: within: "soon" is no limit; expected "<n> <unit>" such as "5 working days", "PT24H" or { amount, unit }',
      ],
      [
        () => toLimit({ amount: '5', unit: 'days' } as never, ['within']),
        'limit.syntax: within: an object is no limit; expected "<n> <unit>" such as "5 working days", "PT24H" or { amount, unit }',
      ],
      [() => toLimit({ amount: 5, unit: 7 } as never), expect.stringMatching(/^limit\.syntax: an object/)],
      [() => toLimit({ amount: 5 } as never), expect.stringMatching(/^limit\.syntax: an object/)],
      [() => toLimit(null as never), expect.stringMatching(/^limit\.syntax: null/)],
      [
        () => parseLimit('5 dyas'),
        `limit.unit: "dyas" is no unit; expected ${unknown} -> Did you mean "days"?`,
      ],
      [
        () => parseLimit('5 business days'),
        `limit.unit: "business days" is no unit; expected ${unknown} -> Did you mean "working days"?`,
      ],
      [
        () => parseLimit('0 days'),
        'limit.amount: 0 is no amount; expected a number from 1, within 1970 to 2199',
      ],
      [
        () => toLimit({ amount: -1, unit: 'hours' }),
        'limit.amount: -1 is no amount; expected a number from 0, within 1970 to 2199',
      ],
      [
        () => toLimit('0 days', ['within']),
        'limit.amount: within: 0 is no amount; expected a number from 1, within 1970 to 2199',
      ],
      [() => parseLimit('1.5 days'), 'limit.not-whole: 1.5 days is no whole number of days'],
      [() => toLimit('1.5 days', ['within']), 'limit.not-whole: within: 1.5 days is no whole number of days'],
      [() => parseLimit('0.00001 minutes'), 'limit.not-whole: 0.00001 minutes is no whole number of ms'],
      [() => parseLimit('1.5 seconds'), 'limit.not-whole: 1.5 seconds is no whole number of seconds'],
    ]),
  )('%s', (said, act) => expect(read(act)).toEqual(said));
});

describe('the largest limits', () => {
  it.each([
    ['100000000 days', '110000000 days'],
    ['14000000 weeks', '15000000 weeks'],
    ['3000000 months', '4000000 months'],
    ['2500000000 hours', '2600000000 hours'],
    ['100000000 working days', '110000000 working days'],
  ])('%s is one, %s is none', (largest, none) => {
    expect(read(() => parseLimit(largest))).toBe('nothing was refused');
    expect(read(() => parseLimit(none))).toMatch(/^limit\.amount/);
  });

  it('and whole is whole: 1.0000001 days are none, -0 hours are 0', () => {
    expect(read(() => parseLimit('1.0000001 days'))).toMatch(/^limit\.not-whole/);
    expect(Object.is(toLimit({ amount: -0, unit: 'hours' }).amount, 0)).toBe(true);
    expect(parseLimit('PT1.25H')).toEqual({ amount: 1.25, unit: 'hours' });
  });
});

describe('a convention that is refused', () => {
  it.each(
    saying([
      [
        () => toCounting('bbg' as never, ['counting']),
        expect.stringMatching(
          /^limit\.counting: counting: "bbg" is no counting convention; expected standard, .* or an object -> Did you mean "bgb"\?$/,
        ),
      ],
      [() => toCounting(null as never), expect.stringMatching(/^limit\.counting: null is no/)],
      [
        count({ ...own, start: 'instant' }),
        'counting.combination: counting.start: start "instant" and end "same-time" go only together',
      ],
      [
        count({ start: 'instant', end: 'same-time', cutOff: '16:00' }),
        'counting.combination: counting.cutOff: end "same-time" takes no cutOff',
      ],
      [
        count({ start: 'instant', end: 'same-time', roll: 'next-working-day' }),
        'counting.combination: counting.roll: end "same-time" takes no roll',
      ],
      [count({ start, end, months }), 'counting.shape: counting.roll: expected roll'],
      [count({ start, end, roll }), 'counting.shape: counting.months: expected months'],
      [
        count({ ...own, rol: 'none' }),
        'counting.unknown-key: counting.rol: "rol" is no key -> Did you mean "roll"?',
      ],
      [
        count({ ...own, cutOff: '24:00' }),
        'counting.shape: counting.cutOff: "24:00" given; expected text like "HH:mm" or "close"',
      ],
    ]),
  )('%s', (said, act) => expect(read(act)).toEqual(said));

  it.each(['00:00', '09:59', '19:30', '23:59', 'close'])('but not a cut-off at %s', (cutOff) =>
    expect(read(count({ ...own, cutOff }))).toBe('nothing was refused'),
  );

  it.each(['9:59', '29:00', '23:60', '123:00', '23:000', 'closed'])('a cut-off at %s', (cutOff) =>
    expect(read(count({ ...own, cutOff }))).toMatch(/^counting\.shape/),
  );
});

describe('options of dueAt that are refused', () => {
  it.each(
    saying([
      [
        () => dueAt(from, '1 day', null as never),
        'limit.option: options: null given, an object with calendar expected',
      ],
      [
        () => dueAt(from, '1 day', 7 as never),
        'limit.option: options: 7 given, an object with calendar expected',
      ],
      [due({ pause: [] }), 'limit.unknown-key: pause: unknown key "pause" -> Did you mean "pauses"?'],
      [
        due({ calendar: 'office' }),
        'calendar.shape: calendar: "office" is not an object -> Give a calendar, or its specification',
      ],
      [
        due({ calendar: null }),
        'calendar.shape: calendar: null is not an object -> Give a calendar, or its specification',
      ],
      [due({ pauses: {} }), 'limit.option: pauses: an object given, an array expected'],
      [due({ extensions: 'long' }), 'limit.option: extensions: "long" given, an array expected'],
      [due({ direction: 'back' }), 'limit.option: direction: "back" given, "after" or "before" expected'],
      [due({ clearDays: 1 }), 'limit.option: clearDays: 1 given, true or false expected'],
      [
        due({ clearDays: true }),
        "limit.option: clearDays: true given, nothing expected -> It goes with direction: 'before'",
      ],
      [
        due({ direction: 'before', pauses: [[from, from]] }),
        'limit.backward: pauses: a limit that counts backward takes no pauses',
      ],
      [
        due({ direction: 'before', extensions: [{ at: from, duration: '1 day' }] }),
        'limit.backward: extensions: a limit that counts backward takes no extensions',
      ],
      [
        due({ pauses: [[from]] }),
        'limit.pause: pauses.0: an array is no pause; expected [from, to] with to at or after from, or [from, null]',
      ],
      [
        due({ pauses: [[from, from], 'now'] }),
        expect.stringMatching(/^limit\.pause: pauses\.1: "now" is no pause/),
      ],
      [
        due({ pauses: [[from, '2026-10-05T09:00:00+08:00']] }),
        expect.stringMatching(/^limit\.pause: pauses\.0: "2026-10-05T10.* to 2026-10-05T09.*" is no pause/),
      ],
      [due({ pauses: [['x', from]] }), expect.stringMatching(/^instant\.syntax: pauses\.0\.0: /)],
      [due({ pauses: [[from, 'x']] }), expect.stringMatching(/^instant\.syntax: pauses\.0\.1: /)],
      [
        due({ pauses: [[from, null]] }),
        'limit.open-pause: pauses.0: a pause that has not ended needs `asOf`, the moment at which due is asked for',
      ],
      [due({ asOf: 'x' }), expect.stringMatching(/^instant\.syntax: asOf: /)],
      [
        due({ extensions: [{ at: from }] }),
        'limit.extension: extensions.0: an object is no extension; expected { at } with either until or duration',
      ],
      [
        due({ extensions: [null] }),
        expect.stringMatching(/^limit\.extension: extensions\.0: null is no extension/),
      ],
      [
        due({ extensions: [{ at: from, until: from, duration: '1 day' }] }),
        expect.stringMatching(/^limit\.extension: extensions\.0: /),
      ],
      [due({ extensions: [{ until: from }] }), expect.stringMatching(/^limit\.extension: extensions\.0: /)],
      [
        due({ extensions: [{ at: 'x', until: from }] }),
        expect.stringMatching(/^instant\.syntax: extensions\.0\.at: /),
      ],
      [
        due({ extensions: [{ at: from, until: 'x' }] }),
        expect.stringMatching(/^instant\.syntax: extensions\.0\.until: /),
      ],
      [
        due({ extensions: [{ at: from, until: null }] }),
        expect.stringMatching(/^instant\.syntax: extensions\.0\.until: /),
      ],
      [
        due({ extensions: [{ at: from, until: '2026-02-30' }] }),
        expect.stringMatching(/^instant\.civil-date: extensions\.0\.until: /),
      ],
      [
        due({ extensions: [{ at: from, duration: '1 dya' }] }),
        expect.stringMatching(/^limit\.unit: extensions\.0\.duration: /),
      ],
      [() => dueAt('x', '1 day', { calendar }), expect.stringMatching(/^instant\.syntax: from: /)],
      [() => dueAt(from, '1 dya' as never, { calendar }), expect.stringMatching(/^limit\.unit: limit: /)],
      [due({ counting: 'none' }), expect.stringMatching(/^limit\.counting: counting: /)],
      [
        () => dueAt('2199-12-30T00:00:00Z', '5 days', { calendar }),
        'limit.range: 5 days counted from 2199-12-30T00:00:00.000Z leaves 1970 to 2199',
      ],
    ]),
  )('%s', (said, act) => expect(read(act)).toEqual(said));
});

describe('dues that compareCalendars refuses', () => {
  const stored = dueAt(from, '1 day', { calendar });

  it.each(
    saying([
      [compare(7), 'limit.option: dues: 7 given, an array of due instants expected'],
      [compare(undefined), 'limit.option: dues: undefined given, an array of due instants expected'],
      [compare([7]), 'limit.option: dues.0: 7 given, a due instant expected'],
      [compare([stored, null]), 'limit.option: dues.1: null given, a due instant expected'],
      [
        compare([{ ...stored, at: '2026-10-05T12:00:00Z' }]),
        expect.stringMatching(
          /^limit\.option: dues\.0\.at: .* expected -> Compare due instants with the calendar that they were counted by$/,
        ),
      ],
    ]),
  )('%s', (said, act) => expect(read(act)).toEqual(said));
});
