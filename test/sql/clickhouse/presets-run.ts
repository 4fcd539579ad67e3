import { expect, it } from 'vitest';
import { presets } from '../../../src/presets/index.ts';
import { compileSql } from '../../../src/sql/compile-sql.ts';
import type { Engine } from '../engines.ts';

/** Every preset over tables that hold next to nothing: no type of a column hangs on what is in them. */
export function presetsRun(open: () => Promise<Engine>): void {
  it.each(Object.entries(presets))('runs %s over tables without attributes', async (_, policy) => {
    const engine = await open();
    await engine.run('CREATE TABLE cases (id String)');
    await engine.run('CREATE TABLE events (case_id String, type String, at DateTime)');
    await engine.run("INSERT INTO cases VALUES ('a'), ('b')");
    await engine.run("INSERT INTO events VALUES ('a', 'received', '2026-09-10 01:00:00')");
    const { statements } = compileSql(policy, {
      ...{ dialect: 'clickhouse', asOf: '2026-10-01T00:00:00+08:00', refused: 'leave-out', by: ['floor'] },
      tables: { cases: { table: 'cases', attributes: [] }, events: 'events' },
      calendars: { from: '2026-08-01', to: '2027-12-31' },
    });
    for (const { sql, purpose } of statements) if (purpose !== 'query') await engine.run(sql);
    const rows = await engine.rows(statements.at(-1)!.sql);
    await engine.close();
    expect(rows.find(({ part }) => part === 'cases')).toMatchObject({ n: 2 });
  });
}
