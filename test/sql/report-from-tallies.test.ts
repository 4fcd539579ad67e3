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
async function talliesOf(extended: readonly string[], slice?: string): Promise<TallyRow[]> {
  const engine = await openDuckdb();
  await engine.run('CREATE TABLE cases (id VARCHAR, customer VARCHAR, part INTEGER, gap INTEGER)');
  await engine.run(
    'CREATE TABLE events (case_id VARCHAR, type VARCHAR, "at" TIMESTAMPTZ, part INTEGER, gap INTEGER)',
  );
  for (const [id, customer, at] of receipts) {
    // Both slices hold cases of Ann and of Bob; of the gap, one case belongs to none.
    const cut = `${Number(id.endsWith('1'))}, ${id === 'x' ? 'NULL' : 0}`;
    await engine.run(
      `INSERT INTO cases VALUES ('${id}', ${customer === null ? 'NULL' : `'${customer}'`}, ${cut})`,
    );
    await engine.run(`INSERT INTO events VALUES ('${id}', 'received', '${at}', ${cut})`);
  }
  for (const id of extended)
    await engine.run(
      `INSERT INTO events VALUES ('${id}', 'extended', '2026-07-06', ${Number(id.endsWith('1'))}, 0)`,
    );
  const { statements } = compileSql(policy, {
    dialect: 'duckdb',
    tables: {
      cases: { table: 'cases', attributes: ['customer'], ...(slice && { slice }) },
      events: { table: 'events', ...(slice && { slice }) },
    },
    asOf: '2026-08-10T00:00:00Z',
    calendars: { from: '2026-06-01', to: '2026-08-31' },
  });
  for (const { sql, purpose } of statements) if (purpose !== 'query') await engine.run(sql);
  const rows: TallyRow[] = [];
  for (const { sql, name, purpose } of statements)
    if (purpose === 'query' && name !== 'duly_tallies') rows.push(...(await engine.rows(sql)));
  const slices = rows.filter(({ part }) => part === 'slice').map(({ slot }) => slot ?? 0);
  for (const number of slice === undefined ? [0] : slices) {
    if (slice !== undefined) await engine.run(`UPDATE duly_slice SET slice = ${number}`);
    rows.push(...(await engine.rows(statements.at(-1)!.sql)));
  }
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

  it.each([[[]], [['a3']], [['a2', 'b1']]])(
    'counts the same where the complaints of a customer lie in two slices, with %s left over',
    async (left: string[]) => {
      const rows = await talliesOf(left, 'part');
      const { kpis, cases } = reportFromTallies(rows, { leftOver: casesOf(left) });
      expect(kpis[0]).toMatchObject({
        numerator: 1,
        denominator: 4,
        undetermined: 1,
        choices: { merged: 1 },
      });
      expect(cases).toMatchObject({ read: 6, assessed: 6 });
    },
  );

  it('refuses slices that are missing or counted twice, repeats that are, and cases of no slice', async () => {
    const rows = await talliesOf([], 'part');
    const reason = (given: readonly TallyRow[]) => {
      try {
        reportFromTallies(given);
      } catch (error) {
        return String(error);
      }
      return 'a report';
    };
    const without = (part: string, slot?: number) =>
      rows.filter((row) => row.part !== part || (slot !== undefined && row.slot !== slot));
    expect(reason(rows)).toBe('a report');
    expect(reason(without('cases', 0))).toContain('slices are missing: 0');
    expect(reason([...rows, ...rows.filter(({ part }) => part === 'cases')])).toContain('counted twice');
    expect(reason(without('slice'))).toContain('the rows of the query of slices are missing');
    expect(reason(without('repeats'))).toContain('here 0 times');
    expect(reason(await talliesOf([], 'gap'))).toContain('1 cases belong to no slice');
  });

  it('refuses the tallies of several parts where repeats are found by key', async () => {
    const rows = await talliesOf([]);
    expect(() => reportFromTallies([...rows, ...rows])).toThrow(
      expect.objectContaining({ code: 'sql.tallies', message: expect.stringContaining('2 parts') }),
    );
  });
});
