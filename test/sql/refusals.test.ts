import { describe, expect, it } from 'vitest';
import { definePolicy } from '../../src/policy/define-policy.ts';
import { presets } from '../../src/presets/index.ts';
import { compileSql } from '../../src/sql/compile-sql.ts';

const options = {
  dialect: 'postgres',
  asOf: '2026-10-01T00:00:00+08:00',
  tables: { cases: 'tickets', events: 'ticket_events' },
  calendars: { from: '2026-09-01', to: '2026-10-31' },
} as const;

const policyOf = (standard: object, kpis: readonly object[] = []) =>
  definePolicy({
    id: 'p',
    version: '1',
    calendar: { timeZone: 'UTC', week: 'always' },
    calendars: { strict: { timeZone: 'UTC', week: 'always', provisional: 'throw' } },
    standards: [{ id: 'it', ...standard }],
    kpis,
  } as never);

const deadline = { kind: 'deadline', from: 'received', to: 'replied', within: '2 days' };
const back = { start: 'next-day', end: 'end-of-day', roll: 'previous-working-day', months: 'corresponding' };
const span = { kind: 'bound', measure: { from: 'received', to: 'replied' }, max: '1 hour' };
const notice = { kind: 'notice', event: 'told', before: 'resolved', atLeast: '1 hour' };
const refused: [string, object][] = [
  [
    'restartOn with each: oldest-unanswered is',
    { ...deadline, restartOn: 'returned', each: 'oldest-unanswered' },
  ],
  [
    'restartOn with each: run and match is',
    { ...deadline, restartOn: 'returned', each: 'run', match: 'department' },
  ],
  [
    'a pause with roll: previous-working-day is',
    { ...deadline, counting: back, pause: { on: 'paused', off: 'resumed' } },
  ],
  ["a calendar with provisional: 'throw' is", { ...deadline, calendar: 'strict' }],
  ["a calendar with provisional: 'throw' is", { ...span, calendar: 'strict' }],
  ["a calendar with provisional: 'throw' is", { ...notice, calendar: 'strict' }],
  [
    'kind cadence is',
    { kind: 'cadence', from: 'shipped', until: 'delivered', event: 'progressed', every: '1 day' },
  ],
  ['kind checklist is', { kind: 'checklist', items: [{ item: 'badge' }] }],
  ['kind wording is', { kind: 'wording', role: 'agent', forbidden: ['no'] }],
  ['kind ownership is', { kind: 'ownership', from: 'received', until: 'closed' }],
];

describe('compileSql', () => {
  it('refuses a slice that one of two tables lacks', () => {
    const tables = { cases: { table: 'tickets', slice: 'n' }, events: 'ticket_events' };
    expect(() => compileSql(policyOf(deadline), { ...options, tables })).toThrow(
      expect.objectContaining({
        code: 'sql.option',
        message: expect.stringContaining('a column of both tables, or of neither'),
      }),
    );
  });

  it.each(refused)('refuses, with sql.unsupported and the id in its path: %s', (what, standard) => {
    const policy = policyOf(standard);
    expect(() => compileSql(policy, options)).toThrow(
      expect.objectContaining({
        code: 'sql.unsupported',
        path: ['it'],
        message: expect.stringContaining(what),
      }),
    );
    expect(compileSql(policy, { ...options, refused: 'leave-out' }).refused).toEqual([
      { standard: 'it', what },
    ]);
  });

  it.each([
    ['a KPI by owner is', { measure: 'timelinessRate', of: 'it', groupBy: ['owner'] }],
    ['measure passRate is', { measure: 'passRate', of: 'it' }],
    ['measure score is', { measure: 'score', of: 'it' }],
  ])('refuses a KPI by its id: %s', (what, kpi) => {
    const policy = policyOf(deadline, [{ id: 'whose', ...kpi }]);
    expect(() => compileSql(policy, options)).toThrow(
      expect.objectContaining({ code: 'sql.unsupported', path: ['whose'] }),
    );
    expect(compileSql(policy, { ...options, refused: 'leave-out' }).refused).toEqual([
      { standard: 'whose', what },
    ]);
  });

  it('writes all of the presets but for these', () => {
    const whats = Object.values(presets).flatMap((policy) =>
      compileSql(policy, { ...options, refused: 'leave-out' }).refused.map(({ what }) => what),
    );
    expect([...new Set(whats)].sort()).toEqual([
      'kind cadence is',
      'kind checklist is',
      'kind ownership is',
      'kind wording is',
      'measure passRate is',
      'measure score is',
    ]);
  });

  it('takes for a time what a condition only asks for', () => {
    const policy = policyOf({
      ...deadline,
      when: { promisedAt: { exists: true } },
      within: { promised: 'promisedAt' },
    });
    expect(compileSql(policy, options).refused).toEqual([]);
  });

  it.each([
    { kind: 'bound', measure: 'rings', max: 3 },
    { ...span, measure: { from: { attribute: 'rings' }, to: 'replied' } },
    { ...span, measure: { from: 'received', to: { attribute: 'rings' } } },
    { ...notice, before: { attribute: 'rings' } },
    { ...deadline, within: { promised: 'rings' } },
  ])('refuses a column of text where $kind reads a number or a time', (standard) => {
    const tables = { ...options.tables, cases: { table: 'tickets', attributes: ['rings'] } };
    expect(() => compileSql(policyOf(standard), { ...options, tables })).toThrow(
      expect.objectContaining({
        code: 'sql.option',
        message: expect.stringContaining('rings is "a column of text"'),
      }),
    );
  });
});
