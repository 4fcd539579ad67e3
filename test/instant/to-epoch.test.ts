import { describe, expect, it } from 'vitest';
import { toEpoch } from '../../src/instant/to-epoch.ts';
import type { InstantInput } from '../../src/instant/types.ts';

const at = Date.UTC(2026, 0, 5, 1, 30);
const codeOf = (input: unknown) => {
  try {
    return toEpoch(input as InstantInput);
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('toEpoch', () => {
  it.each([
    [new Date(at), at],
    [at, at],
    [{ epochMilliseconds: at }, at],
    ['2026-01-05T01:30Z', at],
    ['2026-01-05T01:30:00Z', at],
    ['2026-01-05t01:30:00z', at],
    ['2026-01-05 01:30:00+00', at],
    ['2026-01-05T09:30:00+08:00', at],
    ['2026-01-05T09:30+0800', at],
    ['2026-01-04T20:30:00-05:00', at],
    ['2026-01-04T22:00:00-03:30', at],
    ['2026-01-05T01:00:00-00:30', at],
    ['2026-01-05T02:00:00+00:30', at],
    ['2026-01-05T01:30:00.1Z', at + 100],
    ['2026-01-05T01:30:00,25Z', at + 250],
    ['2026-01-05T01:30:00.050Z', at + 50],
    ['2026-01-05T09:30:00.5+08:00', at + 500],
    ['2026-01-05T01:30:00.1239999Z', at + 123],
    ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
    [0, 0],
    ['2199-12-31T23:59:59.999Z', Date.UTC(2200, 0, 1) - 1],
  ])('takes %j', (input, want) => {
    expect(toEpoch(input)).toBe(want);
  });

  it('gives 0 for -0', () => {
    expect(Object.is(toEpoch(-0), 0)).toBe(true);
  });

  it.each([
    ['2026-01-05T09:30:00', 'instant.no-offset'],
    ['2026-01-05 09:30', 'instant.no-offset'],
    ['2026-01-05', 'instant.no-offset'],
    ['1970-01-01', 'instant.no-offset'],
    ['1970-01-01T00:00', 'instant.no-offset'],
    ['2026-02-30T09:30:00Z', 'instant.syntax'],
    ['2025-02-29T09:30:00Z', 'instant.syntax'],
    ['2026-02-30', 'instant.syntax'],
    ['2026-13-01T00:00Z', 'instant.syntax'],
    ['2026-00-10T00:00Z', 'instant.syntax'],
    ['2026-01-05T25:00:00Z', 'instant.syntax'],
    ['2026-01-05Tx9:30:00Z', 'instant.syntax'],
    ['2026-01-05T24:00:00Z', 'instant.syntax'],
    ['2026-01-05T09:60:00Z', 'instant.syntax'],
    ['2026-01-05T09:30:60Z', 'instant.syntax'],
    ['2026-01-05T09:30:00+24:00', 'instant.syntax'],
    ['2026-01-05T09:30+08:', 'instant.syntax'],
    ['2026-01-05T09:30+08:0', 'instant.syntax'],
    ['2026-01-05T09:30+080', 'instant.syntax'],
    ['2026-01-05T09:30+8', 'instant.syntax'],
    ['2026-01-05T09:30:00.Z', 'instant.syntax'],
    ['2026-01-05T09:30.5Z', 'instant.syntax'],
    ['2026-01-05T09-30Z', 'instant.syntax'],
    ['2026-01-05x09:30Z', 'instant.syntax'],
    ['2026/01/05T09:30Z', 'instant.syntax'],
    ['2026-01-0:T09:30Z', 'instant.syntax'],
    ['2026-01-05T09:30ZZ', 'instant.syntax'],
    ['2026-01-05T09:30:00+08:60', 'instant.syntax'],
    ['2026-01-05T09:30:00Z ', 'instant.syntax'],
    ['2026-1-5T09:30:00Z', 'instant.syntax'],
    ['20260105T093000Z', 'instant.syntax'],
    ['2026-01-05T09Z', 'instant.syntax'],
    ['yesterday', 'instant.syntax'],
    ['', 'instant.syntax'],
    [Number.NaN, 'instant.syntax'],
    [new Date(Number.NaN), 'instant.syntax'],
    [undefined, 'instant.syntax'],
    [null, 'instant.syntax'],
    [true, 'instant.syntax'],
    [{}, 'instant.syntax'],
    [{ epochMilliseconds: 'now' }, 'instant.syntax'],
    [Symbol('now'), 'instant.syntax'],
    [10n, 'instant.syntax'],
    [1.5, 'instant.not-whole'],
    [{ epochMilliseconds: 0.1 }, 'instant.not-whole'],
    [-1, 'instant.range'],
    [Date.UTC(2200, 0, 1), 'instant.range'],
    [Number.POSITIVE_INFINITY, 'instant.range'],
    [Number.MAX_SAFE_INTEGER, 'instant.range'],
    ['1970-01-01T00:00:00+08:00', 'instant.range'],
    ['1969-12-31T23:59:59.999Z', 'instant.range'],
    ['2200-01-01T00:00:00Z', 'instant.range'],
    [new Date('1950-01-01T00:00:00Z'), 'instant.range'],
  ])('refuses %o with %s', (input, code) => {
    expect(codeOf(input)).toBe(code);
  });

  it('says nowhere, where there is no place to name', () => {
    expect(() => toEpoch(-1)).toThrow(expect.objectContaining({ path: [] }));
  });

  it('says where, what was given and what to do', () => {
    expect(() => toEpoch('2026-01-05T09:30', ['events', 0, 'at'])).toThrow(
      expect.objectContaining({
        message: 'events.0.at: "2026-01-05T09:30" has no offset from UTC',
        hint: 'Give a Date, epoch ms, or ISO 8601 with an offset such as +08:00',
      }),
    );
  });
});
