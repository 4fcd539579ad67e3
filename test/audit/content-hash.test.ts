import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createContentHash } from '../../src/audit/content-hash.ts';

const hash = createContentHash();

function hashOf(content: unknown): string {
  hash.take('', content);
  return `${hash.high}:${hash.low}`;
}

function idHashOf(id: string): number {
  hash.take(id, null);
  return hash.idHigh * 0x20_0000 + (hash.idLow >>> 11);
}

describe('createContentHash', () => {
  it('gives a million consecutive ids a million hashes', () => {
    const seen = new Set<number>();
    for (let number = 0; number < 1_000_000; number++)
      seen.add(idHashOf(`GD2026${String(number).padStart(8, '0')}`));
    expect(seen.size).toBe(1_000_000);
  });

  it('spreads consecutive ids evenly: of 64,000 each of 64 parts gets 1,000, give or take 15%', () => {
    const byHigh = new Array<number>(64).fill(0);
    const byLow = new Array<number>(64).fill(0);
    for (let number = 0; number < 64_000; number++) {
      hash.take(String(number), null);
      byHigh[hash.idHigh >>> 26]! += 1;
      byLow[hash.idLow % 64]! += 1;
    }
    for (const count of [...byHigh, ...byLow]) {
      expect(count).toBeGreaterThan(850);
      expect(count).toBeLessThan(1150);
    }
  });

  it('is the same whatever the order of keys, at every depth', () => {
    expect(hashOf({ a: 1, b: { c: [2], d: 'x' } })).toBe(hashOf({ b: { d: 'x', c: [2] }, a: 1 }));
  });

  it.each<[string, unknown, unknown]>([
    ['the order of a list', [1, 2], [2, 1]],
    ['where a list ends', [[1], 2], [[1, 2]]],
    ['which key has which value', { a: 1, b: 2 }, { a: 2, b: 1 }],
    ['a number and its text', { a: 1 }, { a: '1' }],
    ['null and nothing', { a: null }, {}],
    ['false and null', { a: false }, { a: null }],
    ['true and false', true, false],
    ['two keys swapped between two objects', [{ a: 1 }, { b: 1 }], [{ b: 1 }, { a: 1 }]],
    ['where a text ends', ['ab', 'c'], ['a', 'bc']],
    ['one millisecond', new Date(1), new Date(2)],
    ['a small and a large number with the same low bits', 1, 1 + 2 ** 32],
    ['one millisecond, as Temporal has it', { epochMilliseconds: 1 }, { epochMilliseconds: 2 }],
    ['what JSON has no word for, and null', { a: 1n }, { a: null }],
    ['a key at another depth', { a: { b: 1 } }, { b: { a: 1 } }],
  ])('tells apart: %s', (_, one, other) => {
    expect(hashOf(one)).not.toBe(hashOf(other));
  });

  it('knows an instant by its milliseconds, whatever else its object has', () => {
    expect(hashOf({ epochMilliseconds: 1, calendarId: 'iso8601' })).toBe(hashOf({ epochMilliseconds: 1 }));
  });

  it('takes an undefined key for an absent one', () => {
    expect(hashOf({ a: 1, b: undefined })).toBe(hashOf({ a: 1 }));
  });

  it('is the same for a copy, and for two values exactly when their JSON is', () => {
    const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
    fc.assert(
      fc.property(json, json, (one, other) => {
        expect(hashOf(structuredClone(one))).toBe(hashOf(one));
        expect(hashOf(one) === hashOf(other)).toBe(canonical(one) === canonical(other));
      }),
    );
  });
});

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical((value as Record<string, unknown>)[key])}`).join()}}`;
}
