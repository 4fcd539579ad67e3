import { expect } from 'vitest';
import type { Policy } from '../../src/policy/types.ts';
import { compileSql } from '../../src/sql/compile-sql.ts';
import type { TablesSpec } from '../../src/sql/tables.ts';
import { compareVerdicts } from './compare.ts';
import type { Engine } from './engines.ts';
import { load, tables } from './load.ts';
import { AS_OF, inputsOf, type rowsOf } from './random-cases.ts';

/** The verdicts of an engine of its own over random cases, once each of them is found to be that of `assess`. */
export async function agreedVerdicts(
  open: () => Promise<Engine>,
  policy: Policy,
  rows: ReturnType<typeof rowsOf>,
  named: TablesSpec = tables,
) {
  const engine = await open();
  try {
    await load(engine, rows);
    const compiled = compileSql(policy, {
      dialect: engine.name,
      tables: named,
      asOf: AS_OF,
      calendars: { from: '2026-08-01', to: '2027-02-28' },
    });
    const compared = { inputs: inputsOf(rows), policy, asOf: AS_OF };
    const { differences, verdicts } = await compareVerdicts(engine, compiled, compared);
    expect(differences.slice(0, 1)).toEqual([]);
    return verdicts;
  } finally {
    await engine.close();
  }
}
