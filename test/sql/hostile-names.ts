import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { definePolicy } from '../../src/policy/define-policy.ts';
import { compileSql } from '../../src/sql/compile-sql.ts';
import type { Engine } from './engines.ts';
import { stampsOf, wordsOf } from './words.ts';

const nasty = [
  `x'; DROP TABLE "kept"; --`,
  'x" ; DROP TABLE kept; --',
  "\\'; DROP TABLE kept; --",
  '$$; DROP TABLE kept; $$',
  '客户 -- /* */',
  '%s {0} ?',
];

/** Names and values that would like to be statements. */
export function hostileNames(open: () => Promise<Engine>): void {
  describe('names and values', { timeout: 60_000 }, () => {
    let engine: Engine;
    beforeEach(async () => {
      engine = await open();
      await engine.run('CREATE TABLE kept (n INTEGER)');
    }, 60_000);
    afterEach(() => engine.close());

    it.each(nasty)(
      '%s is a name like any other: of tables, columns, events, standards, values and versions',
      async (bad) => {
        const { quoted, literal } = wordsOf(engine);
        const stamps = stampsOf(engine);
        const cases = `c ${bad}`;
        const events = `e ${bad}`;
        await engine.run(
          `CREATE TABLE ${quoted(cases)} (${quoted(`id ${bad}`)} VARCHAR, ${quoted(`a ${bad}`)} VARCHAR, ${quoted(`n ${bad}`)} INTEGER)`,
        );
        await engine.run(
          `CREATE TABLE ${quoted(events)} (${quoted(`id ${bad}`)} VARCHAR, ${quoted(`t ${bad}`)} VARCHAR, ${quoted(`at ${bad}`)} ${stamps.type}, ${quoted(`n ${bad}`)} INTEGER)`,
        );
        await engine.run(`INSERT INTO ${quoted(cases)} VALUES (${literal(bad)}, ${literal(bad)}, 0)`);
        await engine.run(
          `INSERT INTO ${quoted(events)} VALUES (${literal(bad)}, ${literal(`from ${bad}`)}, ${stamps.literal('2026-07-06T09:00:00Z')}, 0), (${literal(bad)}, ${literal(`to ${bad}`)}, ${stamps.literal('2026-07-06T10:00:01Z')}, 0)`,
        );
        const policy = definePolicy({
          id: `p ${bad}`,
          version: `v ${bad}`,
          calendar: { timeZone: 'UTC', week: 'always' },
          parameters: {},
          standards: [
            {
              id: `s ${bad}`,
              kind: 'deadline',
              when: { [bad]: [bad, { parameter: 'none' }] },
              from: `from ${bad}`,
              to: `to ${bad}`,
              within: '1 hour',
              exemptOn: bad,
            },
            {
              id: `t ${bad}`,
              kind: 'deadline',
              from: `from ${bad}`,
              to: { event: `to ${bad}`, when: { [bad]: { not: `${bad}!` } } },
              within: { table: [{ when: { [`absent ${bad}`]: 1 }, limit: '1 hour' }] },
            },
          ],
        });
        const { statements } = compileSql(policy, {
          dialect: engine.name,
          asOf: '2026-07-07T00:00:00Z',
          prefix: `p ${bad}`,
          calendars: { from: '2026-07-01', to: '2026-07-31' },
          tables: {
            cases: { table: cases, id: `id ${bad}`, attributes: { [bad]: `a ${bad}` }, slice: `n ${bad}` },
            events: {
              table: events,
              case: `id ${bad}`,
              type: `t ${bad}`,
              at: `at ${bad}`,
              slice: `n ${bad}`,
            },
          },
        });
        for (const { sql } of statements) await engine.run(sql);
        const rows = await engine.rows(`SELECT * FROM ${quoted(`p ${bad}verdicts`)} ORDER BY standard`);
        expect(
          rows.map(({ case_id, standard, status, missing, policy_version }) => [
            case_id,
            standard,
            status,
            missing,
            policy_version,
          ]),
        ).toEqual([
          [bad, `s ${bad}`, 'undetermined', 'none', `v ${bad}`],
          [bad, `t ${bad}`, 'undetermined', `absent ${bad}`, `v ${bad}`],
        ]);
        expect(await engine.rows('SELECT count(*) AS n FROM kept')).toEqual([{ n: 0 }]);
      },
    );
  });
}
