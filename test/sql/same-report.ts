import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createAudit } from '../../src/audit/create-audit.ts';
import { definePolicy } from '../../src/policy/define-policy.ts';
import { compileSql } from '../../src/sql/compile-sql.ts';
import { reportFromTallies } from '../../src/sql/report-from-tallies.ts';
import type { Engine } from './engines.ts';
import { load, tables } from './load.ts';
import { AS_OF, inputsOf, randomCase, rowsOf } from './random-cases.ts';
import { calendar, deadline } from './random-policies.ts';

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
  { id: 'flow', measure: 'replyRate', flow: true },
  { id: 'resolved', measure: 'resolutionRate', period: 'year' },
  {
    id: 'handed-on',
    measure: 'count',
    event: { event: 'transferred', when: { channel: 'phone' } },
    dayStart: '-12:00',
    period: 'week',
  },
  { id: 'visited', measure: 'returnVisitRate' },
  { id: 'both', measure: 'composite', weights: { replied: 0.4, resolved: 0.6 }, goal: '>= 50%' },
];

/** Tallies of cases judged by an engine come to the report that an audit of the same cases gives. */
export function sameReport(
  open: () => Promise<Engine>,
  { policies, cases }: { policies: number; cases: number },
): void {
  it('tallies come to the report of an audit, but for the findings', { timeout: 300_000 }, () =>
    fc.assert(
      fc.asyncProperty(
        calendar,
        calendar,
        fc.array(deadline, { minLength: 3, maxLength: 3 }),
        fc.array(randomCase, { minLength: cases, maxLength: cases }),
        async (own, side, standards, drawn) => {
          const policy = definePolicy({
            id: 'random',
            version: '1',
            calendar: own,
            calendars: { side },
            parameters: { set: '2 working days', unset: null },
            standards: standards.map((standard, n) => ({ id: `s${n}`, kind: 'deadline', ...standard })),
            kpis,
          } as never);
          const rows = rowsOf(drawn);
          const engine = await open();
          await load(engine, rows);
          const { statements } = compileSql(policy, {
            dialect: engine.name,
            tables,
            asOf: AS_OF,
            by: ['department'],
            calendars: { from: '2026-08-01', to: '2027-02-28' },
          });
          for (const { sql, purpose } of statements) if (purpose !== 'query') await engine.run(sql);
          const report = reportFromTallies(await engine.rows(statements.at(-1)!.sql));
          await engine.close();
          const audit = createAudit(policy, { asOf: AS_OF, groupBy: ['department'] });
          for (const input of inputsOf(rows)) audit.add(input);
          expect(report).toEqual({ ...audit.report(), findings: [] });
        },
      ),
      { numRuns: policies, endOnFailure: true },
    ),
  );
}
