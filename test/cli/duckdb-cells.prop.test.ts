import '../support/seed.ts';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type Columns, stampSql } from '../../src/cli/duckdb/cells.ts';
import { openDatabase } from '../../src/cli/duckdb/database.ts';
import { tellWallTimes } from '../../src/cli/duckdb/wall-times.ts';
import { zoneOf } from '../../src/instant/zone.ts';
import { compileStamp } from '../../src/readers/stamp.ts';

const formats = [
  'iso',
  'epoch-ms',
  'epoch-s',
  'yyyy-MM-dd HH:mm:ss',
  'yyyy/M/d H:mm',
  'MM/dd/yyyy hh:mm:ss a',
  'dd.MM.yyyy HH:mm',
  'yyyyMMddHHmmss',
  'yyyy-MM-dd HH:mm:ss.SSS',
];

const part = (most: number) =>
  fc.oneof({ weight: 9, arbitrary: fc.nat(most) }, { weight: 1, arbitrary: fc.nat(99) });
const two = (value: number) => String(value).padStart(2, '0');
const spelt = (list: readonly string[]) =>
  fc.tuple(
    fc.integer({ min: 1985, max: 2070 }),
    part(12),
    part(31),
    part(23),
    part(59),
    part(59),
    fc.nat(999),
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...list) },
      { weight: 1, arbitrary: fc.constantFrom(...formats) },
    ),
    fc.constantFrom('', 'Z', '+08:00', '-05:30', ' '),
  );
/** Stamps of any of the forms, often at hours that a zone skips or has twice, some of them broken. */
const cells = (list: readonly string[]) =>
  spelt(list).map(([year, month, day, hour, minute, second, ms, format, end]) => {
    const ymd = `${year}-${two(month)}-${two(day)}`;
    const clock = `${two(hour)}:${two(minute)}`;
    const at = Date.UTC(year, month, day, hour);
    switch (format) {
      case 'epoch-ms':
        return `${at}${end === 'Z' ? '.0' : ''}`;
      case 'epoch-s':
        return `${at / 1000}`;
      case 'yyyy/M/d H:mm':
        return `${year}/${month}/${day} ${hour}:${two(minute)}`;
      case 'MM/dd/yyyy hh:mm:ss a':
        return `${two(month)}/${two(day)}/${year} ${two(hour)}:${two(minute)}:${two(second)} ${second % 2 ? 'AM' : 'pm'}`;
      case 'dd.MM.yyyy HH:mm':
        return `${two(day)}.${two(month)}.${year} ${clock}`;
      case 'yyyyMMddHHmmss':
        return `${year}${two(month)}${two(day)}${two(hour)}${two(minute)}${two(second)}`;
      case 'yyyy-MM-dd HH:mm:ss.SSS':
        return `${ymd} ${clock}:${two(second)}.${String(ms).padStart(3, '0')}`;
      default:
        return end === ' '
          ? ymd
          : `${ymd}${second % 2 ? 'T' : ' '}${clock}${second % 3 ? `:${two(second)}` : ''}${end}`;
    }
  });

const database = await openDatabase({ memory: undefined, threads: 1 });
afterAll(() => database.close());

describe('stampSql', () => {
  it.each(['America/New_York', 'Asia/Shanghai', 'Australia/Lord_Howe'])(
    'tells the instant that the reader tells in %s, or leaves the cell to it',
    { timeout: 60_000 },
    async (name) => {
      const zone = zoneOf(name);
      await tellWallTimes(database, zone);
      let read = 0;
      await fc.assert(
        fc.asyncProperty(
          fc
            .uniqueArray(fc.constantFrom(...formats), { minLength: 1, maxLength: 3 })
            .chain((list) =>
              fc.tuple(fc.constant(list), fc.array(cells(list), { minLength: 300, maxLength: 300 })),
            ),
          async ([list, texts]) => {
            const kept: string[] = [];
            const columns: Columns = {
              zone,
              native: [],
              cell: () => 'c',
              keep: (_, sql) => `k${kept.push(sql) - 1}`,
            };
            const own = stampSql('c', list, columns);
            const layers = kept.reduce(
              (from, sql, place) => `(SELECT *, ${sql} AS k${place} FROM ${from})`,
              `(VALUES ${texts.map((text) => `('${text}')`).join(', ')}) AS given(c)`,
            );
            const expected = compileStamp(list, zone);
            for (const { c, at } of await database.rows(`SELECT c, ${own} AS at FROM ${layers}`)) {
              if (at === null) continue;
              read += 1;
              expect([list, c, at]).toEqual([list, c, expected(String(c))]);
            }
          },
        ),
        { numRuns: 15 },
      );
      expect(read).toBeGreaterThan(500);
    },
  );
});
