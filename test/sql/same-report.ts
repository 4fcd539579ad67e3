import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createAudit } from '../../src/audit/create-audit.ts';
import { definePolicy } from '../../src/policy/define-policy.ts';
import type { Policy } from '../../src/policy/types.ts';
import { compileSql } from '../../src/sql/compile-sql.ts';
import { reportFromTallies } from '../../src/sql/report-from-tallies.ts';
import type { Engine } from './engines.ts';
import { load, tables } from './load.ts';
import { AS_OF, inputsOf, randomTalk, rowsOf } from './random-cases.ts';
import { calendar, deadline } from './random-policies.ts';
import { rules } from './random-rules.ts';

const kpis = [
  { id: 'in-time', title: { en: 'In time' }, measure: 'timelinessRate', of: 's0', goal: '>= 90%' },
  { id: 'all', measure: 'timelinessRate', basis: 'received', period: 'week', groupBy: ['channel'] },
  {
    id: 'slowest',
    measure: 'percentile',
    of: 's1',
    p: 90,
    goal: '<= 24 hours',
    period: 'quarter',
    groupBy: ['level', 'vip'],
  },
  {
    id: 'mean',
    measure: 'mean',
    of: 's2',
    basis: 'closed',
    period: 'day',
    dayStart: '04:00',
    when: { kind: ['inquiry', 'repair'] },
  },
  { id: 'replied', measure: 'replyRate', groupBy: ['priority'] },
  // No column holds the floor.
  { id: 'flow', measure: 'replyRate', flow: true, groupBy: ['floor'] },
  { id: 'resolved', measure: 'resolutionRate', period: 'year' },
  {
    id: 'handed-on',
    measure: 'count',
    event: { event: 'transferred', when: { channel: 'phone' } },
    dayStart: '-12:00',
    period: 'week',
  },
  { id: 'visited', measure: 'returnVisitRate' },
  { id: 'again', measure: 'repeatComplaintRate', groupBy: ['channel'] },
  {
    id: 'same-again',
    measure: 'repeatComplaintRate',
    key: ['customer', 'level'],
    window: '3 days',
    mergeWindow: '12 hours',
    denominator: 'all',
    goal: '<= 20%',
    period: 'week',
    groupBy: ['channel', 'vip', 'rings'],
  },
  {
    id: 'both-of-a-pair',
    measure: 'repeatComplaintRate',
    key: ['customer'],
    window: '36 hours',
    countFirst: true,
    denominator: 'including-repeats',
    when: { kind: { not: 'repair' } },
  },
  { id: 'at-first', measure: 'firstContactResolutionRate' },
  { id: 'at-first-for-now', measure: 'firstContactResolutionRate', window: '5 days', period: 'week' },
  { id: 'connected', measure: 'connectRate', groupBy: ['priority'] },
  { id: 'hung-up', measure: 'abandonRate', shortAbandoned: '5 minutes', goal: '<= 10%' },
  {
    id: 'service-level',
    measure: 'serviceLevel',
    formula: 4,
    threshold: '40 minutes',
    shortAbandoned: '5 minutes',
    period: 'week',
  },
  { id: 'satisfied', measure: 'satisfactionRate', basicWeight: 0.5, groupBy: ['priority'] },
  { id: 'satisfied-of-all', measure: 'satisfactionRate', denominator: 'all', period: 'week' },
  { id: 'responded', measure: 'responseRate', period: 'week' },
  { id: 'both', measure: 'composite', weights: { replied: 0.4, resolved: 0.6 }, goal: '>= 50%' },
];

/** One policy, or two of which the second follows the first, which wasn't in force from the start. */
const spans = [[undefined], [{ from: '2026-09-26', to: '2026-10-03' }, { from: '2026-10-04' }]] as const;

const world = (cases: number) =>
  fc.record({
    calendar,
    side: calendar,
    standards: fc.array(deadline, { minLength: 6, maxLength: 6 }),
    rules,
    drawn: fc.array(randomTalk, { minLength: cases, maxLength: cases }),
  });

type World = ReturnType<typeof world> extends fc.Arbitrary<infer W> ? W : never;

function versionsOf({ calendar, side, standards, rules }: World, effective: (typeof spans)[number]) {
  return effective.map((span, place) =>
    definePolicy({
      id: 'random',
      version: `${place + 1}`,
      ...(span && { effective: span }),
      calendar,
      calendars: { side },
      parameters: { set: '2 working days', number: 2, unset: null },
      standards: [
        ...standards
          .slice(3 * place, 3 * place + 3)
          .map((standard, n) => ({ id: `s${n}`, kind: 'deadline', ...standard })),
        ...rules,
      ],
      kpis,
    } as never),
  );
}

const options = {
  asOf: AS_OF,
  by: ['department'],
  calendars: { from: '2026-08-01', to: '2027-02-28' },
} as const;

type Rows = Awaited<ReturnType<Engine['rows']>>;

const keyOf = (row: Rows[number]) => `${row.case_id} ${row.standard} ${row.run}`;
const byKey = (a: Rows[number], b: Rows[number]) => (keyOf(a) < keyOf(b) ? -1 : 1);

/** The same cases judged in two slices, one after the other. */
async function inSlices(engine: Engine, policy: Policy | Policy[]) {
  const cut = (table: string, id: string) =>
    `CREATE VIEW cut_${table} AS SELECT t.*, 7 + CAST(substr(t.${id}, 2) AS INTEGER) % 2 AS slice FROM ${table} t`;
  await engine.run(cut('cases', 'id'));
  await engine.run(cut('events', 'case_id'));
  const { statements } = compileSql(policy, {
    ...options,
    dialect: engine.name,
    prefix: 'cut_',
    tables: {
      cases: { ...tables.cases, table: 'cut_cases', slice: 'slice' },
      events: { ...tables.events, table: 'cut_events', slice: 'slice' },
    },
  });
  for (const { sql, purpose } of statements) if (purpose !== 'query') await engine.run(sql);
  const ask = (name: string) => engine.rows(statements.find((one) => one.name === name)!.sql);
  const slices = await ask('cut_slices');
  const rows = [...slices, ...(await ask('cut_repeats'))];
  const verdicts: Rows = [];
  const left: unknown[] = [];
  for (const { slot } of slices) {
    await engine.run('TRUNCATE TABLE cut_slice');
    await engine.run(`INSERT INTO cut_slice VALUES (${slot})`);
    for (const { sql, purpose } of statements) if (purpose === 'step') await engine.run(sql);
    rows.push(...(await ask('cut_tallies')));
    verdicts.push(...(await engine.rows('SELECT * FROM cut_verdicts')));
    left.push(...(await engine.rows('SELECT case_id FROM cut_left_over')).map((row) => row.case_id));
  }
  return { rows, verdicts, left };
}

/** Joins that compare every row with every other one: their time grows with the square of the cases. */
async function comparesAll(engine: Engine, query: string): Promise<string[]> {
  const [plan] = await engine.rows(`EXPLAIN (FORMAT JSON) ${query}`);
  const text = String(Object.values(plan!).at(-1));
  return ['BLOCKWISE_NL_JOIN', 'NESTED_LOOP_JOIN', 'IE_JOIN'].filter((join) => text.includes(join));
}

/** Tallies of cases judged by an engine come to the report that an audit of the same cases gives. */
export function sameReport(
  open: () => Promise<Engine>,
  { policies, cases }: { policies: number; cases: number },
): void {
  it.each(
    spans.map((effective) => ({
      effective,
      versions: effective.length === 1 ? 'one version, whole and in slices,' : 'two versions',
    })),
  )(
    'tallies under $versions come to the report of an audit, but for the findings',
    { timeout: 300_000 },
    ({ effective }) =>
      fc.assert(
        fc.asyncProperty(world(cases), async (drawn) => {
          const versions = versionsOf(drawn, effective);
          const policy = versions.length === 1 ? versions[0]! : versions;
          const rows = rowsOf(drawn.drawn);
          const inputs = inputsOf(rows);
          const engine = await open();
          await load(engine, rows);
          const { statements } = compileSql(policy, { ...options, dialect: engine.name, tables });
          for (const { sql, purpose } of statements) if (purpose !== 'query') await engine.run(sql);
          const left = new Set(
            (await engine.rows('SELECT case_id FROM duly_left_over')).map((row) => row.case_id),
          );
          expect(left.size).toBeGreaterThan(0);
          const leftOver = inputs.filter(({ id }) => left.has(id));
          const report = reportFromTallies(await engine.rows(statements.at(-1)!.sql), { leftOver });
          if (engine.name === 'duckdb') expect(await comparesAll(engine, statements.at(-1)!.sql)).toEqual([]);
          const audit = createAudit(policy, { asOf: AS_OF, groupBy: ['department'] });
          for (const input of inputs) audit.add(input);
          expect({ ...report, findings: [] }).toEqual({ ...audit.report(), findings: [] });
          if (versions.length === 1) {
            const cut = await inSlices(engine, policy);
            expect(new Set(cut.left)).toEqual(left);
            expect(reportFromTallies(cut.rows, { leftOver })).toEqual(report);
            expect(cut.verdicts.sort(byKey)).toEqual(
              (await engine.rows('SELECT * FROM duly_verdicts')).sort(byKey),
            );
          }
          await engine.close();
        }),
        { numRuns: policies, endOnFailure: true },
      ),
  );
}
