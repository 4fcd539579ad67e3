import { describe, expect, it } from 'vitest';
import { isOpen, type Line, lineOf, openBetween, openIntervals, reach } from '../../src/calendar/line.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** A line whose every day is open for its first hour, or as given, and which parts of it have been compiled, in days. */
function lineOfDays(days: number, opening = (day: number): readonly [number, number] => [day, day + 1 / 24]) {
  const compiled: [from: number, until: number][] = [];
  const compile = (from: number, until: number) => {
    compiled.push([from / DAY, until / DAY]);
    const times: number[] = [];
    for (let day = from / DAY; day < until / DAY; day += 1)
      for (const at of opening(day)) times.push(at * DAY);
    return times;
  };
  return { line: lineOf(compile, 0, days * DAY, ''), compiled };
}

/** How many of its compiled instants and sums a question reads. */
function readsOf(line: Line, ask: () => unknown): number {
  const { compiled } = line;
  let reads = 0;
  const counted = (values: Float64Array) =>
    new Proxy(values, {
      get(target, index) {
        reads += 1;
        return target[Number(index)];
      },
    });
  line.compiled = { ...compiled, times: counted(compiled.times), sums: counted(compiled.sums) };
  ask();
  line.compiled = compiled;
  return reads;
}

describe('a line', () => {
  it('asked about noon of day 1000 is compiled for 183 days on either side, whole ones', () => {
    const { line, compiled } = lineOfDays(80_000);
    isOpen(line, 1000.5 * DAY);
    expect(compiled).toEqual([[817, 1184]]);
  });

  it('is compiled no further than it goes', () => {
    const { line, compiled } = lineOfDays(300);
    isOpen(line, 10.5 * DAY);
    isOpen(line, 290.5 * DAY);
    expect(compiled).toEqual([
      [0, 194],
      [0, 300],
    ]);
  });

  it('asked about what is compiled, to its first and its last ms, compiles nothing', () => {
    const { line, compiled } = lineOfDays(80_000);
    isOpen(line, 1000.5 * DAY);
    isOpen(line, 1184 * DAY - 1);
    openBetween(line, 817 * DAY, 1184 * DAY);
    openBetween(line, 1184 * DAY, 817 * DAY);
    reach(line, 817 * DAY, HOUR, 1);
    reach(line, 1184 * DAY, -HOUR, -1);
    expect([...openIntervals(line, 817 * DAY, 1184 * DAY)]).toHaveLength(367);
    expect(compiled).toHaveLength(1);
  });

  it.each([
    ['forward', 1184, [817, 1368]],
    ['back', 817 - 1 / DAY, [633, 1184]],
  ])('goes on %s by half of what it has, 183.5 days of 367, and again by half of that', (_, day, second) => {
    const { line, compiled } = lineOfDays(80_000);
    isOpen(line, 1000.5 * DAY);
    isOpen(line, day * DAY);
    expect(compiled[1]).toEqual(second);
    const [from, until] = second as [number, number];
    isOpen(line, (day > 1000 ? until : from - 1) * DAY);
    expect(compiled[2]).toEqual(day > 1000 ? [817, 1644] : [356, 1184]);
  });

  it.each([
    ['before', 816, 1184, [632, 1184]],
    ['after', 817, 1185, [817, 1369]],
  ])('asked about a day %s what is compiled, and all of that, grows on that side only', (_, a, b, second) => {
    const { line, compiled } = lineOfDays(80_000);
    isOpen(line, 1000.5 * DAY);
    openBetween(line, a * DAY, b * DAY);
    expect(compiled[1]).toEqual(second);
  });

  it('asked about every tenth day of 80,000 is compiled 16 times', () => {
    const { line, compiled } = lineOfDays(80_000);
    for (let day = 0; day < 80_000; day += 10) if (!isOpen(line, day * DAY)) expect(day).toBe('open');
    expect(compiled).toHaveLength(16);
  });

  it('is read at a dozen places at most for an answer at its end, however uneven its days are', () => {
    // A minute more each day, until it is a day, and again.
    const { line } = lineOfDays(80_000, (day) => [day, day + ((day % 1439) + 1) / 1440]);
    const last = 79_999 * DAY;
    const whole = openBetween(line, 0, last);
    expect(reach(line, 0, whole + 1, 1)).toBe(last + 1);
    expect(readsOf(line, () => reach(line, 0, whole + 1, 1))).toBeLessThanOrEqual(12);
    expect(readsOf(line, () => isOpen(line, last))).toBeLessThanOrEqual(12);
  });
});
