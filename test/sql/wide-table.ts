import fc from 'fast-check';
import { expect, it } from 'vitest';
import { definePolicy } from '../../src/policy/define-policy.ts';
import { compileSql } from '../../src/sql/compile-sql.ts';
import { compareVerdicts } from './compare.ts';
import type { Engine } from './engines.ts';
import { AS_OF, START } from './random-cases.ts';
import { calendar } from './random-policies.ts';
import { stampsOf, wordsOf } from './words.ts';

/** Event types by the columns that hold their instants; those of one instant happened in this order. */
const columns = {
  received: 'open "dt"',
  replied: "reply'; DROP TABLE tickets; --",
  told: '告知',
  resolved: 'closed\\at',
};
type Type = keyof typeof columns;
const types = Object.keys(columns) as Type[];

const at = fc
  .option(fc.integer({ min: 0, max: 26 * 24 }), { freq: 4 })
  .map((hours) => (hours === null ? null : START + hours * 3_600_000));
const row = fc.record({
  received: at,
  replied: at,
  told: at,
  resolved: at,
  target: fc.option(fc.constantFrom('2026-10-01', '2026-10-12'), { freq: 3 }),
  source: fc.constantFrom('web', 'phone', null),
});

const standards = [
  {
    id: 'deadline',
    kind: 'deadline',
    when: { source: 'web' },
    from: 'received',
    to: ['replied', 'resolved'],
    within: '2 working days',
  },
  { id: 'promise', kind: 'deadline', from: 'received', to: 'resolved', within: { promised: 'target' } },
  { id: 'order', kind: 'order', first: 'replied', then: 'resolved' },
  { id: 'count', kind: 'bound', measure: { count: ['replied', 'told'] }, max: 1 },
  { id: 'span', kind: 'bound', measure: { from: 'received', to: 'told' }, max: '3 days' },
  { id: 'notice', kind: 'notice', event: 'told', before: { attribute: 'target' }, atLeast: '1 working day' },
];

/** One row for each case, its events in columns: what the view says is what `assess` says. */
export function wideTable(open: () => Promise<Engine>): void {
  it('judges a wide table of instants, whatever its columns are called', { timeout: 120_000 }, () =>
    fc.assert(
      fc.asyncProperty(calendar, fc.array(row, { minLength: 80, maxLength: 80 }), async (own, drawn) => {
        const engine = await open();
        const { quoted } = wordsOf(engine);
        const { type: stampType, literal } = stampsOf(engine);
        const stamp = (at: number | null) => (at === null ? 'NULL' : literal(new Date(at).toISOString()));
        const stamps = types.map((type) => `${quoted(columns[type])} ${stampType}`).join(', ');
        await engine.run(
          `CREATE TABLE tickets (id VARCHAR, "the source" VARCHAR, target VARCHAR, ${stamps})`,
        );
        const rows = drawn.map(({ source, target, ...instants }, n) => {
          const texts = [source, target].map((text) => (text === null ? 'NULL' : `'${text}'`));
          return `('c${n}', ${texts.join(', ')}, ${types.map((type) => stamp(instants[type])).join(', ')})`;
        });
        await engine.run(`INSERT INTO tickets VALUES ${rows.join(', ')}`);
        await engine.run(
          `INSERT INTO tickets (id, ${quoted(columns.received)}) VALUES ('too early', ${literal('1969-12-31T23:59:59Z')})`,
        );
        const policy = definePolicy({ id: 'wide', version: '1', calendar: own, standards } as never);
        const compiled = compileSql(policy, {
          dialect: engine.name,
          tables: {
            cases: {
              table: 'tickets',
              attributes: { source: 'the source', target: { column: 'target', type: 'date' } },
              events: columns,
            },
          },
          asOf: AS_OF,
          calendars: { from: '2026-08-01', to: '2027-02-28' },
        });
        const inputs = drawn.map(({ source, target, ...instants }, n) => ({
          id: `c${n}`,
          ...(source && { source }),
          ...(target && { target }),
          events: types.flatMap((type) => {
            const at = instants[type];
            return at === null ? [] : [{ type, at }];
          }),
        }));
        const { differences, verdicts } = await compareVerdicts(engine, compiled, {
          inputs,
          policy,
          asOf: AS_OF,
        });
        const left = await engine.rows('SELECT case_id, reason FROM duly_left_over');
        await engine.close();
        expect(left).toEqual([{ case_id: 'too early', reason: 'an event without an instant' }]);
        expect(differences.slice(0, 1)).toEqual([]);
        expect(verdicts.length).toBeGreaterThan(300);
      }),
      { numRuns: 1, endOnFailure: true },
    ),
  );
}
