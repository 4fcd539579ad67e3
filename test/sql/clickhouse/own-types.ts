import { expect, it } from 'vitest';
import { definePolicy } from '../../../src/policy/define-policy.ts';
import { compileSql } from '../../../src/sql/compile-sql.ts';
import type { Engine } from '../engines.ts';

const policy = definePolicy({
  id: 'p',
  version: '1',
  calendar: { timeZone: 'Asia/Shanghai', week: 'always' },
  standards: [
    {
      ...{
        id: 's',
        kind: 'deadline',
        from: { event: 'received', when: { level: { gte: 2 } } },
        to: 'replied',
      },
      ...{ within: '2 days', counting: 'rolling', when: { kind: 'complaint', vip: true, amount: { gt: 1 } } },
    },
  ],
});

/** Tables as ClickHouse has them: no column is nullable, and each is as narrow as can be. */
export function ownTypes(open: () => Promise<Engine>): void {
  it('reads LowCardinality, Enum, DateTime of another zone, Bool, Decimal and unsigned columns', async () => {
    const engine = await open();
    await engine.run('SET data_type_default_nullable = 0');
    await engine.run(
      'CREATE TABLE tickets (id UInt64, kind LowCardinality(String), vip Bool, amount Decimal(10, 2)) ENGINE = MergeTree ORDER BY id',
    );
    await engine.run(
      "CREATE TABLE log (ticket UInt64, type Enum8('received' = 1, 'replied' = 2), at DateTime('Asia/Shanghai'), seq UInt64, level UInt8) ENGINE = MergeTree ORDER BY ticket",
    );
    await engine.run(
      "INSERT INTO tickets VALUES (1, 'complaint', true, 1.5), (2, 'complaint', true, 1), (3, 'inquiry', true, 9), (18446744073709551615, 'complaint', true, 9)",
    );
    const received = [1, 2, 3, '18446744073709551615'].map(
      (id) => `(${id}, 'received', '2026-07-01 09:00:00', 1, 2)`,
    );
    await engine.run(
      `INSERT INTO log VALUES ${received.join(', ')}, (1, 'replied', '2026-07-03 09:00:00', 2, 0), (18446744073709551615, 'replied', '2026-07-03 09:00:01', 2, 0)`,
    );
    const { statements } = compileSql(policy, {
      dialect: 'clickhouse',
      asOf: '2026-08-01T00:00:00Z',
      calendars: { from: '2026-06-01', to: '2026-08-31' },
      tables: {
        cases: {
          table: 'tickets',
          attributes: {
            kind: 'kind',
            vip: { column: 'vip', type: 'boolean' },
            amount: { column: 'amount', type: 'number' },
          },
        },
        events: {
          ...{ table: 'log', case: 'ticket', order: 'seq' },
          attributes: { level: { column: 'level', type: 'number' } },
        },
      },
    });
    for (const { sql } of statements) await engine.run(sql);
    const rows = await engine.rows(
      'SELECT toString(case_id) AS id, status, from_ms, due_ms, over_ms FROM duly_verdicts ORDER BY case_id',
    );
    await engine.close();
    // 09:00 in Shanghai.
    const from = Date.parse('2026-07-01T01:00:00Z');
    const due = Date.parse('2026-07-03T01:00:00Z');
    expect(rows).toEqual([
      { id: '1', status: 'met', from_ms: from, due_ms: due, over_ms: 0 },
      { id: '18446744073709551615', status: 'late', from_ms: from, due_ms: due, over_ms: 1000 },
    ]);
  });
  it.each([
    ['text in a column of numbers', 'level Nullable(String)', "'high'", 'number', 'Cannot parse'],
    ['time stamps that are text', 'level String', "'2026-07-01 09:00:00'", 'instant', 'toTimeZone'],
    ['text in a column of epoch ms', 'level Nullable(String)', "'today'", 'epoch', 'Cannot parse'],
  ])('stops at %s', async (_, column, value, type, message) => {
    const engine = await open();
    await engine.run('SET data_type_default_nullable = 0');
    await engine.run('CREATE TABLE tickets (id UInt64) ENGINE = MergeTree ORDER BY id');
    await engine.run(
      `CREATE TABLE log (ticket UInt64, type String, at DateTime, ${column}) ENGINE = MergeTree ORDER BY ticket`,
    );
    await engine.run(`INSERT INTO tickets VALUES (1)`);
    await engine.run(`INSERT INTO log VALUES (1, 'received', '2026-07-01 09:00:00', ${value})`);
    const { statements } = compileSql(policy, {
      dialect: 'clickhouse',
      asOf: '2026-08-01T00:00:00Z',
      calendars: { from: '2026-06-01', to: '2026-08-31' },
      tables: {
        cases: 'tickets',
        events: {
          ...{ table: 'log', case: 'ticket' },
          attributes: {
            level:
              type === 'epoch'
                ? { column: 'level', type: 'instant', as: 'epoch-ms' }
                : ({ column: 'level', type } as never),
          },
        },
      },
    });
    await expect(
      (async () => {
        for (const { sql } of statements) await engine.run(sql);
      })(),
    ).rejects.toThrow(message);
    await engine.close();
  });
}
