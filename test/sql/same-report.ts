import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createAudit } from '../../src/audit/create-audit.ts';
import { definePolicy } from '../../src/policy/define-policy.ts';
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

/** Tallies of cases judged by an engine come to the report that an audit of the same cases gives. */
export function sameReport(
  open: () => Promise<Engine>,
  { policies, cases }: { policies: number; cases: number },
): void {
  it.each(spans.map((effective) => ({ effective, n: effective.length })))(
    'tallies under $n versions come to the report of an audit, but for the findings',
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
          const { statements } = compileSql(policy, {
            dialect: engine.name,
            tables,
            asOf: AS_OF,
            by: ['department'],
            calendars: { from: '2026-08-01', to: '2027-02-28' },
          });
          for (const { sql, purpose } of statements) if (purpose !== 'query') await engine.run(sql);
          const left = new Set(
            (await engine.rows('SELECT case_id FROM duly_left_over')).map((row) => row.case_id),
          );
          expect(left.size).toBeGreaterThan(0);
          const report = reportFromTallies(await engine.rows(statements.at(-1)!.sql), {
            leftOver: inputs.filter(({ id }) => left.has(id)),
          });
          await engine.close();
          const audit = createAudit(policy, { asOf: AS_OF, groupBy: ['department'] });
          for (const input of inputs) audit.add(input);
          expect({ ...report, findings: [] }).toEqual({ ...audit.report(), findings: [] });
        }),
        { numRuns: policies, endOnFailure: true },
      ),
  );
}
