import { readdirSync, readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { checkPolicy } from '../../src/policy/check-policy.ts';
import { policyJsonSchema } from '../../src/policy/policy-json-schema.ts';
import { presets } from '../../src/presets/index.ts';
import { defineStandardKind } from '../../src/standards/define-standard-kind.ts';
import { policies } from '../../src/testing/index.ts';
import { root } from '../support/source-tree.ts';

const compile = (schema: object) =>
  new Ajv2020.default({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(schema);
const validate = compile(policyJsonSchema());
const accepts = (document: unknown) => validate(JSON.parse(JSON.stringify(document)));

const answer = { id: 'answer', kind: 'deadline', from: 'received', to: 'replied', within: '24 hours' };
const base = { id: 'p', version: '1', calendar: { timeZone: 'UTC', week: 'always' }, standards: [answer] };
const standard = (more: object) => ({ ...base, standards: [{ ...answer, ...more }] });

describe('policyJsonSchema', () => {
  it('is of draft 2020-12, a new plain object each time, and JSON itself', () => {
    const schema = policyJsonSchema();
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
    expect(policyJsonSchema()).not.toBe(schema);
    expect(policyJsonSchema()).toEqual(schema);
  });

  it.each(Object.values(presets))('accepts preset $id', (preset) => expect(accepts(preset)).toBe(true));

  const folder = `${root}examples/policies/`;
  it.each(readdirSync(folder))('accepts the example %s', (file) =>
    expect(accepts(JSON.parse(readFileSync(folder + file, 'utf8')))).toBe(true),
  );

  it.each([
    [
      'every form of a limit',
      ['5 days', '1 day', '8.5 working hours', 'PT24H', 'P1M', { amount: 2, unit: 'weeks' }].map((within) =>
        standard({ within }),
      ),
    ],
    [
      'a table with promises and parameters',
      [
        standard({
          within: {
            table: [
              { when: { a: { gte: 1 } }, limit: { promised: 'promisedAt' }, counting: 'bgb' },
              { when: { a: { not: { exists: false } } }, limit: { parameter: 'x' } },
            ],
            otherwise: '1 day',
          },
        }),
      ],
    ],
    [
      'parameters for lists, conditions, whole limits',
      [
        standard({
          within: { parameter: 'x' },
          when: { kind: { parameter: 'kinds' } },
          exemptOn: { parameter: 'ends' },
        }),
      ],
    ],
    [
      'selectors of every form',
      [
        standard({
          from: ['received', { event: 'said', when: { role: 'customer' } }],
          to: { all: ['resolved', { event: 'told' }] },
        }),
      ],
    ],
    [
      'combined calendars',
      [{ ...base, calendar: { union: [base.calendar, { intersect: [base.calendar] }] } }],
    ],
    [
      "a counting of one's own",
      [
        {
          ...base,
          counting: { start: 'next-day', end: 'end-of-day', roll: 'none', months: 'corresponding' },
        },
      ],
    ],
    [
      'KPIs, each with the keys of its measure, and parameters for them',
      [
        {
          ...base,
          kpis: [
            {
              id: 'a',
              measure: 'replyRate',
              flow: true,
              goal: '>= 90%',
              period: 'week',
              groupBy: ['channel'],
            },
            { id: 'b', measure: 'percentile', of: 'answer', p: 95, goal: '<= 8.5 working hours' },
            { id: 'c', measure: 'repeatComplaintRate', denominator: 'all' },
            {
              id: 'd',
              measure: 'repeatComplaintRate',
              key: ['customer'],
              window: '30 days',
              countFirst: true,
            },
            { id: 'e', measure: 'serviceLevel', formula: { parameter: 'f' }, threshold: 'PT20S' },
            { id: 'f', measure: 'composite', weights: { a: 0.4, c: 0.6 }, dayStart: '-12:00' },
          ],
        },
      ],
    ],
  ])('accepts %s', (_, documents) => {
    for (const document of documents) {
      expect(checkPolicy(document).policy).not.toBeNull();
      expect(accepts(document), JSON.stringify(validate.errors)).toBe(true);
    }
  });

  it.each([
    ['no standards', { ...base, standards: undefined }],
    ['an empty id', { ...base, id: '' }],
    ['an unknown key', { ...base, kpi: [] }],
    ['an unknown kind', standard({ kind: 'deadlin' })],
    ['an unknown key of a standard', standard({ form: 'received' })],
    ['a limit without unit', standard({ within: '5' })],
    ['a limit in no unit', standard({ within: '5 dyas' })],
    ['an unknown each', standard({ each: 'always' })],
    ['an unknown counting', standard({ counting: 'prc' })],
    ['no from at all', standard({ from: [] })],
    ['a pause without off', standard({ pause: { on: 'paused' } })],
    ['a condition on an object', standard({ when: { a: { b: 1 } } })],
    ['a calendar without zone', { ...base, calendar: { week: 'always' } }],
    ['a weekday that is none', { ...base, calendar: { timeZone: 'UTC', week: { mo: ['09:00-17:00'] } } }],
    ['a parameter for the list of standards', { ...base, standards: { parameter: 'x' } }],
    ['a parameter for a title', standard({ title: { parameter: 'x' } })],
    ['a rung without trigger', { ...base, ladders: [{ id: 'l', rungs: [{ id: 'r', level: 1, to: 'x' }] }] }],
    ['level 0', { ...base, ladders: [{ id: 'l', rungs: [{ id: 'r', level: 0, to: 'x', on: 'y' }] }] }],
    ['a measure that is none', { ...base, kpis: [{ id: 'k', measure: 'rate' }] }],
    ["another measure's key", { ...base, kpis: [{ id: 'k', measure: 'replyRate', formula: 1 }] }],
    ['a percentile without p', { ...base, kpis: [{ id: 'k', measure: 'percentile', of: 'answer' }] }],
    [
      'a share as the goal of a mean',
      { ...base, kpis: [{ id: 'k', measure: 'mean', of: 'answer', goal: '<= 5%' }] },
    ],
    ['a key without window', { ...base, kpis: [{ id: 'k', measure: 'repeatComplaintRate', key: ['a'] }] }],
    ['a date that is none', { ...base, effective: { from: '1 July' } }],
  ])('refuses %s, as parsePolicy does', (_, document) => {
    expect(accepts(document)).toBe(false);
    expect(checkPolicy(document).policy).toBeNull();
  });

  it('holds nothing back that parsePolicy takes, in 500 random policies', () =>
    fc.assert(
      fc.property(policies(), (policy) => {
        expect(accepts(JSON.parse(JSON.stringify(policy))), JSON.stringify(validate.errors)).toBe(true);
      }),
      { numRuns: 500 },
    ));

  it("knows a company's own kinds: their schema, the keys of all parts, parameters", () => {
    const hands = defineStandardKind({
      kind: 'hands',
      schema: z.strictObject({ most: z.number().int() }),
      judge: () => [],
      describe: () => '',
    });
    const own = compile(policyJsonSchema({ kinds: [hands] }));
    const few = { id: 'few', kind: 'hands', most: 1, title: 'Few', when: { kind: 'complaint' } };
    const documents = [few, answer, { ...few, most: { parameter: 'hands' } }].map((one) => ({
      ...base,
      standards: [one],
    }));
    for (const document of documents) expect(own(document), JSON.stringify(own.errors)).toBe(true);
    for (const broken of [
      { ...few, most: 1.5 },
      { ...few, more: 1 },
      { ...few, title: 7 },
    ]) {
      expect(own({ ...base, standards: [broken] })).toBe(false);
    }
    expect(accepts(documents[0])).toBe(false);
  });
});
