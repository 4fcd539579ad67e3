import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import { createAudit } from '../../src/audit/create-audit.ts';
import type { AuditReport } from '../../src/audit/report.ts';
import type { ReadResult } from '../../src/case/types.ts';
import { explain } from '../../src/explain/explain.ts';
import { attainable } from '../../src/kpi/attainable.ts';
import { mergeTallies } from '../../src/kpi/merge-tallies.ts';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import { presets } from '../../src/presets/index.ts';
import { type Mapping, mappings, parseMapping, readCases } from '../../src/readers/index.ts';
import { renderBreachesCsv, renderMarkdown, renderText } from '../../src/report/index.ts';
import { builtFolder } from '../support/built.ts';

const textOf = (name: string) => readFileSync(new URL(`version-1/${name}`, import.meta.url), 'utf8');
const document = (name: string) => JSON.parse(textOf(name));
const asOf = '2026-04-01T00:00:00+08:00';
const casesOf = (mapping: Mapping) => readCases(textOf('cases.csv'), { format: 'csv', mapping });
const auditAgain = () =>
  audit(casesOf(document('mapping.json')), parsePolicy(document('policy.json')), { asOf });

/** Of the four cases: one contacted after 48 hours to the second, one a second later, one not at all, one not due yet. */
const contact = { id: 'contact', runs: 4, met: 1, late: 1, overdue: 1, pending: 1 };
const contactOf = ({ standards }: AuditReport) => standards.find(({ id }) => id === 'contact');

describe('documents of version 1', () => {
  it('policy: is taken as it is, with every kind of standard', () => {
    const policy = parsePolicy(document('policy.json'));
    expect(JSON.parse(JSON.stringify(policy))).toEqual(document('policy.json'));
    expect(new Set(policy.standards.map(({ kind }) => kind)).size).toBe(10);
  });

  it('mapping: reads 4 cases, the instants in the zone that it names', async () => {
    const results: ReadResult[] = [];
    for await (const result of casesOf(parseMapping(document('mapping.json')))) results.push(result);
    expect(results.map(({ ok }) => ok)).toEqual([true, true, true, true, false]);
    expect(results[0]).toMatchObject({
      case: {
        id: 'K-1',
        kind: 'complaint',
        channel: 'web',
        promisedAt: '2026-03-20',
        events: [
          { type: 'received', at: Date.UTC(2026, 2, 3, 2) },
          { type: 'acknowledged', at: Date.UTC(2026, 2, 5, 2), by: 'li' },
          { type: 'resolved', at: Date.UTC(2026, 2, 6, 2) },
        ],
      },
    });
  });

  it('policy and mapping: judge as they did', async () => {
    expect(contactOf(await auditAgain())).toMatchObject(contact);
  });

  it('snapshot: is merged, and its report has its cases', () => {
    const whole = createAudit(parsePolicy(document('policy.json')), { asOf });
    whole.merge(document('snapshot.json'));
    const report = whole.report();
    expect(report.cases).toEqual({ read: 5, assessed: 4, rejected: 1, duplicate: 0 });
    expect(contactOf(report)).toMatchObject(contact);
  });

  it('tally: is merged, and says which limit would have been kept', () => {
    const twice = mergeTallies(document('tally.json'), document('tally.json'));
    expect(attainable(twice, 'contact', 0.5)).toMatchObject({ runs: 6, done: 4, overdue: 2, pending: 2 });
  });

  it('report: is rendered, and its breaches are explained', () => {
    const report: AuditReport = document('report.json');
    expect(contactOf(report)).toMatchObject(contact);
    for (const locale of ['en', 'zh-CN'] as const) {
      expect(renderText(report, { locale })).toContain('K-3');
      expect(renderMarkdown(report, { locale })).toContain('K-3');
      expect(renderBreachesCsv(report, { locale }).split('\r\n').length).toBeGreaterThan(5);
    }
    const breach = report.breaches.find((each) => each.case === 'K-2' && each.standard === 'contact');
    expect(breach?.overMs).toBe(1_000);
    expect(explain(breach?.verdict as never, { locale: 'en' })).toContain('late');
  });

  it.each(['snapshot', 'tally'])('%s of a version to come is refused by its name', (name) => {
    const later = { ...document(`${name}.json`), format: 'duly-other/9' };
    const whole = createAudit(parsePolicy(document('policy.json')), { asOf });
    const read = name === 'tally' ? () => mergeTallies(later, later) : () => whole.merge(later);
    expect(read).toThrow(
      expect.objectContaining({ code: name === 'tally' ? 'kpi.snapshot' : 'audit.snapshot' }),
    );
  });
});

describe('the JSON Schemas in the package', () => {
  const schema = (name: string) => JSON.parse(readFileSync(`${builtFolder()}schemas/${name}.json`, 'utf8'));
  const validator = (name: string) => {
    const read = schema(name);
    const Class = String(read.$schema).includes('2020-12') ? Ajv2020.default : Ajv.default;
    const validate = new Class({ strict: false, validateFormats: false }).compile(read);
    return (value: unknown) => (validate(JSON.parse(JSON.stringify(value))) ? null : validate.errors);
  };

  it.each(['policy', 'mapping', 'snapshot', 'report', 'tally'])('of a %s takes that of version 1', (name) => {
    expect(schema(name).title).toMatch(/^A .* of duly$/);
    expect(validator(name)(document(`${name}.json`))).toBeNull();
  });

  it('take what is written today, and all that is built in', async () => {
    const report = await auditAgain();
    expect(validator('report')(report)).toBeNull();
    const part = createAudit(parsePolicy(document('policy.json')), { asOf, groupBy: ['channel'] });
    for await (const result of casesOf(document('mapping.json'))) part.add(result);
    expect(validator('snapshot')(part.snapshot())).toBeNull();
    expect(validator('report')(part.report())).toBeNull();
    expect(Object.values(presets).map(validator('policy'))).toEqual(Object.values(presets).map(() => null));
    expect(Object.values(mappings).map(validator('mapping'))).toEqual(
      Object.values(mappings).map(() => null),
    );
  });

  it.each([
    ['report', { format: 'duly-report/2' }],
    ['report', { cases: { read: 'many' } }],
    ['snapshot', { tally: null }],
    ['tally', { standards: [{ id: 'a' }] }],
    ['mapping', { row: 'case' }],
    ['mapping', { id: 7 }],
    ['policy', { standard: [] }],
  ])('of a %s refuses %j', (name, change) => {
    expect(validator(name)({ ...document(`${name}.json`), ...change })).not.toBeNull();
  });
});
