import { describe, expect, it } from 'vitest';
import { definePolicy } from '../../src/policy/define-policy.ts';
import { compileSql } from '../../src/sql/compile-sql.ts';
import { reportFromTallies, type TallyRow } from '../../src/sql/report-from-tallies.ts';
import { openDuckdb } from './engines.ts';

const policy = definePolicy({
  id: 'p',
  version: '1',
  calendar: { timeZone: 'UTC', week: 'always' },
  standards: [{ id: 'answer', kind: 'deadline', from: 'received', to: 'replied', within: '1 day' }],
  kpis: [
    {
      id: 'again',
      measure: 'repeatComplaintRate',
      key: ['customer'],
      window: '3 days',
      mergeWindow: '1 hour',
      denominator: 'all',
    },
  ],
} as never);

/** Ann on the 1st, within the hour again, and on the 3rd; Bob on the 1st and the 5th; and somebody. */
const receipts = [
  ['a1', 'ann', '2026-07-01T09:00:00Z'],
  ['a2', 'ann', '2026-07-01T10:00:00Z'],
  ['a3', 'ann', '2026-07-03T10:00:00Z'],
  ['b1', 'bob', '2026-07-01T09:00:00Z'],
  ['b2', 'bob', '2026-07-05T09:00:01Z'],
  ['x', null, '2026-07-02T09:00:00Z'],
] as const;

/** The tallies of those cases, of which these were given more time: they are left to the package. */
async function talliesOf(extended: readonly string[]): Promise<TallyRow[]> {
  const engine = await openDuckdb();
  await engine.run('CREATE TABLE cases (id VARCHAR, customer VARCHAR)');
  await engine.run('CREATE TABLE events (case_id VARCHAR, type VARCHAR, "at" TIMESTAMPTZ)');
  for (const [id, customer, at] of receipts) {
    await engine.run(`INSERT INTO cases VALUES ('${id}', ${customer === null ? 'NULL' : `'${customer}'`})`);
    await engine.run(`INSERT INTO events VALUES ('${id}', 'received', '${at}')`);
  }
  for (const id of extended)
    await engine.run(`INSERT INTO events VALUES ('${id}', 'extended', '2026-07-06')`);
  const { statements } = compileSql(policy, {
    dialect: 'duckdb',
    tables: { cases: { table: 'cases', attributes: ['customer'] }, events: 'events' },
    asOf: '2026-08-10T00:00:00Z',
    calendars: { from: '2026-06-01', to: '2026-08-31' },
  });
  for (const { sql, purpose } of statements) if (purpose !== 'query') await engine.run(sql);
  const rows = await engine.rows(statements.at(-1)!.sql);
  await engine.close();
  return rows;
}

const casesOf = (ids: readonly string[]) =>
  receipts
    .filter(([id]) => ids.includes(id))
    .map(([id, customer, at]) => ({ id, ...(customer && { customer }), events: [{ type: 'received', at }] }));

describe('reportFromTallies', () => {
  it.each([[[]], [['a3']], [['a1']], [['a2', 'b1']]])(
    'counts 1 repeat in 4 complaints, one merged and one without a key, with %s left over',
    async (left: string[]) => {
      const rows = await talliesOf(left);
      const [row] = reportFromTallies(rows, { leftOver: casesOf(left) }).kpis;
      expect(row).toMatchObject({ numerator: 1, denominator: 4, undetermined: 1, choices: { merged: 1 } });
    },
  );

  it('refuses the tallies of several parts where repeats are found by key', async () => {
    const rows = await talliesOf([]);
    expect(() => reportFromTallies([...rows, ...rows])).toThrow(
      expect.objectContaining({ code: 'sql.tallies', message: expect.stringContaining('2 parts') }),
    );
  });
});
