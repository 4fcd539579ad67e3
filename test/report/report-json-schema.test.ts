import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { createAudit } from '../../src/audit/create-audit.ts';
import type { AuditReport } from '../../src/audit/report.ts';
import { definePolicy } from '../../src/policy/define-policy.ts';
import { presets } from '../../src/presets/index.ts';
import { reportJsonSchema } from '../../src/report/report-json-schema.ts';
import { asOf, caseOf, service } from '../audit/service.ts';
import { sample } from './sample-report.ts';

const compile = (schema: object) =>
  new Ajv2020.default({ strict: true, strictTypes: false, allErrors: true }).compile(schema);

/** The schema with no key let through that it doesn't state: a report may have none of those. */
const closed = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const parts = Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, closed(part)]));
  const { properties, required } = schema as { properties?: object; required?: unknown };
  // What decides how repeats are told depends on the way.
  const isWhole = required !== undefined && !('by' in (properties ?? {}));
  return isWhole ? { ...parts, additionalProperties: false } : parts;
};

const validate = compile(reportJsonSchema());
const validateClosed = compile(closed(reportJsonSchema()) as object);

function problemsOf(report: unknown, check = validateClosed): string[] {
  check(JSON.parse(JSON.stringify(report)));
  return (check.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

/** A report with something of everything. */
function audited(): AuditReport {
  const stricter = definePolicy({
    ...service,
    version: '2',
    standards: service.standards.map((standard) =>
      standard.id === 'answer' ? { ...standard, within: '2 hours' as const } : standard,
    ),
    ladders: [
      { id: 'ladder', rungs: [{ id: 'warn', level: 1, to: 'lead', at: { share: 0.5, of: 'answer' } }] },
    ],
    kpis: [
      { id: 'p90', measure: 'percentile', of: 'answer', p: 90, goal: '<= 1 hours', period: 'week' },
      { id: 'repeats', measure: 'repeatComplaintRate', key: ['owner'], window: '30 days', period: 'year' },
      { id: 'pleased', measure: 'satisfactionRate', period: 'quarter' },
      { id: 'in-time', measure: 'timelinessRate', of: 'answer', goal: '>= 99%', period: 'day' },
    ],
  });
  const audit = createAudit(stricter, {
    asOf,
    against: service,
    groupBy: ['channel'],
    range: { from: '2026-03-01' },
  });
  for (let n = 0; n < 40; n++) {
    const attributes = { kind: n % 2 === 0 ? 'complaint' : 'inquiry', after: n * 40 };
    const one = caseOf(`case-${n}`, { ...attributes, ...(n % 3 > 0 && { answer: n }) });
    audit.add({ ok: true, line: n + 2, file: 'a.csv', case: one });
  }
  audit.add({
    ok: false,
    lost: 'row',
    reject: { code: 'row.instant', message: 'no', line: 50, column: 'c', value: 'x' },
  });
  audit.add({ id: '', events: [] });
  audit.add(caseOf('future', { after: 24 * 200 }));
  return audit.report();
}

describe('reportJsonSchema', () => {
  it('is of draft 2020-12, a new plain object each time, and JSON itself', () => {
    const schema = reportJsonSchema();
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
    expect(reportJsonSchema()).not.toBe(schema);
  });

  it('states every key of a report that has something of everything', () => {
    const report = audited();
    for (const part of ['escalations', 'findings', 'rejects', 'breaches', 'kpis'] as const)
      expect(report[part].length, part).toBeGreaterThan(0);
    expect(report.against?.changes.length).toBeGreaterThan(0);
    expect(problemsOf(report)).toEqual([]);
    expect(problemsOf({ ...report, partial: true })).toEqual([]);
    expect(problemsOf({ ...sample, breaches: [] })).toEqual([]);
  });

  it.each(Object.values(presets).map((preset) => [preset.id, preset] as const))(
    'states every key of a report by preset %s',
    (_, preset) => {
      const audit = createAudit(preset, { asOf });
      for (let n = 0; n < 12; n++) audit.add(caseOf(`case-${n}`, { answer: n * 5, kind: 'complaint' }));
      expect(problemsOf(audit.report())).toEqual([]);
    },
  );

  it('lets a key through that a later version adds', () => {
    const later = { ...audited(), later: 1 };
    expect(problemsOf(later, validate)).toEqual([]);
    expect(problemsOf(later)).toEqual([expect.stringContaining('later')]);
  });

  it.each([
    ['another format', { format: 'duly-report/2' }],
    ['an instant with an offset', { asOf: '2026-06-01T00:00:00+08:00' }],
    ['a negative count', { cases: { read: -1, assessed: 0, rejected: 0, duplicate: 0 } }],
    ['a week of six days', { hours: { arrivals: [], breached: [] } }],
    ['no list of standards', { standards: undefined }],
  ])('refuses %s', (_, change) => {
    expect(problemsOf({ ...audited(), ...change }, validate)).not.toEqual([]);
  });
});
