import type { CaseInput } from '../../src/case/types.ts';
import type { PolicyOrVersions } from '../../src/policy/types.ts';
import type { CompiledSql } from '../../src/sql/compile-sql.ts';
import type { Engine } from './engines.ts';
import { expectedRows } from './expected.ts';

type Row = Record<string, unknown>;

/** What an engine says otherwise than `assess`, and all verdicts that `assess` gave. */
export async function compareVerdicts(
  engine: Engine,
  { statements, refused }: CompiledSql,
  { inputs, policy, asOf }: { inputs: readonly CaseInput[]; policy: PolicyOrVersions; asOf: number },
): Promise<{ differences: unknown[]; verdicts: Row[] }> {
  for (const { sql } of statements) await engine.run(sql);
  const left = new Set((await engine.rows('SELECT case_id FROM duly_left_over')).map((row) => row.case_id));
  const mine = new Map(
    (await engine.rows('SELECT * FROM duly_verdicts')).map((row) => [keyOf(row), row as Row]),
  );
  const skipped = new Set(refused.map(({ standard }) => standard));
  const verdicts: Row[] = [];
  const differences: unknown[] = [];
  for (const input of inputs) {
    if (left.has(input.id)) continue;
    for (const expected of expectedRows(input, policy, asOf)) {
      if (skipped.has(expected.standard as string)) continue;
      verdicts.push(expected);
      const given = mine.get(keyOf(expected));
      mine.delete(keyOf(expected));
      if (given === undefined || Object.keys(expected).some((key) => !isSame(expected[key], given[key])))
        differences.push({ expected, given, input });
    }
  }
  return { differences: [...differences, ...[...mine.values()].map((given) => ({ given }))], verdicts };
}

const keyOf = (row: Row) => `${row.case_id} ${row.standard} ${row.run}`;

/** A share is a quotient, whose last digit is the engine's own. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number' && !Number.isInteger(a)) return Math.abs(a - b) < 1e-12;
  return a === b;
}
