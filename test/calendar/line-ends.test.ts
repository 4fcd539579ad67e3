import { describe, expect, it } from 'vitest';
import { isOpen, lineOf, openBetween, reach } from '../../src/calendar/line.ts';

const HOUR = 3_600_000;

/** A line of two days from day 1 on, open for the hours given, of which some may be published only. */
const line = (reason = '', ...open: number[]) =>
  lineOf(
    (from, until) => open.map((hour) => Math.min(until, Math.max(from, hour * HOUR))),
    24 * HOUR,
    72 * HOUR,
    reason,
  );
const error = (code: string, message = '') =>
  expect.objectContaining({ code: `calendar.${code}`, message: expect.stringContaining(message) });

describe('a line of two days that is open on the first from 12:00 to 13:00', () => {
  it.each<[number, number, number, number]>([
    [24, HOUR, 1, 37],
    [24, 1, 1, 36 + 1 / HOUR],
    [24, 0, -1, 36],
    [72, -HOUR, -1, 36],
    [72, 0, 1, 37],
  ])('from hour %i and %i ms on side %i reaches hour %f', (from, amount, side, to) => {
    expect(reach(line('', 36, 37), from * HOUR, amount, side)).toBe(to * HOUR);
  });

  it.each<[number, number, number]>([
    [24, HOUR + 1, 1],
    [37, 1, 1],
    [37, 0, -1],
    [72, -HOUR - 1, -1],
    [36, -1, -1],
    [36, 0, 1],
  ])('from hour %i and %i ms on side %i leaves it', (from, amount, side) => {
    const said = new Date(from * HOUR).toISOString();
    expect(() => reach(line('', 36, 37), from * HOUR, amount, side)).toThrow(error('span', said));
  });

  it.each([
    [0, 36, '1970-01-02T12:00'],
    [36, 80, '1970-01-02T12:00'],
    [24, 80, '1970-01-02T00:00'],
  ])('from hour %i to %i goes beyond it, counting from %s', (a, b, said) => {
    const [from, to] = [a * HOUR, b * HOUR];
    expect(() => openBetween(line('', 36, 37), from, to)).toThrow(error('span', said));
    expect(() => openBetween(line('', 36, 37), to, from)).toThrow(error('span', said));
  });

  it('is asked about no instant before its first or after its last', () => {
    expect(isOpen(line('', 24, 72), 24 * HOUR)).toBe(true);
    expect(isOpen(line('', 24, 72), 72 * HOUR - 1)).toBe(true);
    for (const at of [24 * HOUR - 1, 72 * HOUR]) expect(() => isOpen(line('', 36, 37), at)).toThrow();
  });
});

it('a line without hours says so, one that is published in part says in which', () => {
  expect(() => reach(line(), 36 * HOUR, 1, 1)).toThrow(error('no-hours'));
  expect(() => reach(line('two days', 36, 37), 37 * HOUR, 1, 1)).toThrow(error('provisional', 'two days'));
});

it('a line of ten ms in nine intervals, the fifth of two, reaches each of them', () => {
  const lengths = [1, 1, 1, 1, 2, 1, 1, 1, 1];
  const times = lengths.flatMap((length, n) => [100 * n, 100 * n + length]);
  const open = lengths.flatMap((length, n) => Array.from({ length }, (_, ms) => 100 * n + ms));
  const short = lineOf(() => times, 0, 24 * HOUR, '');
  expect(open.map((_, n) => reach(short, 0, n, -1))).toEqual(open);
  expect(open.map((_, n) => reach(short, 0, n + 1, 1))).toEqual(open.map((at) => at + 1));
});
