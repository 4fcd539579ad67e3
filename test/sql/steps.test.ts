import { describe, expect, it } from 'vitest';
import { contactCenter, textileService } from '../../src/presets/index.ts';
import { compileSql } from '../../src/sql/compile-sql.ts';
import { nameColumns } from '../../src/sql/name-columns.ts';

const columns: Readonly<Record<string, readonly string[]>> = { runs: ['id', 'at'], '`p d`': ['day', 'at'] };
const named = (sql: string) => nameColumns(sql, (relation) => columns[relation]);

describe('nameColumns', () => {
  it('names columns that are handed on, and leaves what has a name', () => {
    expect(named('SELECT r.id, MAX(r.at) AS last FROM runs r')).toEqual({
      sql: 'SELECT r.id AS id, MAX(r.at) AS last FROM runs r',
      columns: ['id', 'last'],
    });
  });

  it('writes out all columns of a relation, of one in brackets, and of a union by its first part', () => {
    expect(named('SELECT r.*, d.day FROM runs r LEFT JOIN (SELECT * FROM `p d`) d ON d.at = r.at')).toEqual({
      sql: 'SELECT r.id AS id, r.at AS at, d.day AS day FROM runs r LEFT JOIN (SELECT day AS day, at AS at FROM `p d`) d ON d.at = r.at',
      columns: ['id', 'at', 'day'],
    });
    expect(named('SELECT DISTINCT r.id FROM runs r UNION ALL SELECT * FROM runs')).toEqual({
      sql: 'SELECT DISTINCT r.id AS id FROM runs r UNION ALL SELECT id AS id, at AS at FROM runs',
      columns: ['id'],
    });
  });

  it('takes words in texts and in quoted names for no words of a query', () => {
    const sql =
      "SELECT 'FROM a, b \\' UNION' AS said, t.`x) FROM` AS x FROM runs t WHERE t.id IN ('SELECT *')";
    expect(named(sql)).toEqual({ sql, columns: ['said', 'x'] });
  });
});

describe.each([
  ['textile-service', textileService],
  ['contact-center', contactCenter],
])('the statements of %s for ClickHouse', (_, policy) => {
  const { statements } = compileSql(policy, {
    ...{ dialect: 'clickhouse', asOf: '2026-10-01T00:00:00+08:00', refused: 'leave-out' },
    tables: {
      cases: 'tickets',
      events: { table: 'log', order: 'seq', attributes: ['channel', 'role', 'priority'] },
    },
    calendars: { from: '2026-09-01', to: '2026-10-31' },
  });
  const queries = statements.filter(({ purpose }) => purpose !== 'data' && purpose !== 'table');
  /** The relations that a statement makes for itself, by their names. */
  const ownOf = (sql: string) =>
    [...sql.matchAll(/^(?:WITH RECURSIVE )?(\w+) AS \(\n(SELECT \* FROM `)?/gm)].map(([, name, stored]) => ({
      name: name!,
      stored: stored !== undefined,
    }));

  it('read only what statements before them have made', () => {
    const made = new Set(['tickets', 'log']);
    for (const { name, purpose, sql } of statements) {
      const read = [...sql.matchAll(/(?:FROM|JOIN) `(\w+)`/g)].map(([, table]) => table!);
      if (purpose !== 'data') expect(read.filter((table) => !made.has(table))).toEqual([]);
      made.add(name);
    }
  });

  it('find nothing twice: what is read again is stored, but for what only picks columns and rows', () => {
    const found = queries.flatMap(({ sql }) => ownOf(sql).flatMap((one) => (one.stored ? [] : [one.name])));
    const cheap = ['d_cases', 'd_events', 'd_seen', 'd_left_over'];
    const again = found.filter((name, place) => found.indexOf(name) !== place && !cheap.includes(name));
    expect(again).toEqual([]);
    expect(found.length).toBeGreaterThan(20);
  });

  it('are no longer than the 262,144 bytes that a server reads', () => {
    for (const { sql } of queries) expect(Buffer.byteLength(sql)).toBeLessThan(262_144);
  });

  it('say themselves how they are to be run, wherever they join', () => {
    const joining = queries.filter(({ sql }) => sql.includes('JOIN'));
    expect(joining.length).toBeGreaterThan(5);
    for (const { sql } of joining) expect(sql).toContain('\nSETTINGS join_use_nulls = 1, ');
  });
});
