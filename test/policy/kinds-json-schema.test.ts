import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../src/policy/check-policy.ts';
import { policyJsonSchema } from '../../src/policy/policy-json-schema.ts';
import { always } from '../support/naive-service.ts';

const validate = new Ajv2020.default({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(
  policyJsonSchema(),
);

/** What the schema and what `checkPolicy` say of a policy with this standard. */
const verdictsOn = (standard: object) => {
  const document = { id: 'p', version: '1', calendar: always, standards: [{ id: 'rule', ...standard }] };
  return [validate(document), checkPolicy(document).policy !== null];
};

const ownership = { kind: 'ownership', from: 'received', until: 'closed' };
const checklist = { kind: 'checklist', items: [{ item: 'badge', points: 1 }], pass: '>= 90%' };
const wording = { kind: 'wording', role: 'agent', forbidden: ['I think'] };
const duty = { kind: 'duty', event: 'survey-run', times: 1, per: 'month' };
const coverage = { kind: 'coverage', post: 'desk', atLeast: 1 };

describe('the JSON Schema of the kinds without a due instant', () => {
  it.each([
    ownership,
    { ...ownership, until: ['closed', { event: 'told', when: { final: true } }], exemptOn: [] },
    checklist,
    { ...checklist, items: [{ item: 'a', weight: 0.5, points: 0 }], pass: { parameter: 'enough' } },
    { ...checklist, items: { parameter: 'list' }, pass: '>=99.5%' },
    wording,
    { ...wording, forbidden: ['a', { situation: 'closing', any: ['b'] }], required: [{ any: ['c'] }] },
    { kind: 'wording', required: { parameter: 'lines' } },
    duty,
    { ...duty, per: 'half-day', times: { parameter: 'often' }, windows: ['08:00-12:00', '22:00-06:00'] },
    coverage,
    { kind: 'coverage', atLeast: { parameter: 'people' }, when: { standing: true }, severity: 'soft' },
  ])('accepts %j, as checkPolicy does', (standard) => {
    expect(verdictsOn(standard)).toEqual([true, true]);
  });

  it.each([
    { kind: 'ownership', from: 'received' },
    { ...ownership, within: '1 day' },
    { ...checklist, items: [] },
    { ...checklist, items: [{ points: 1 }] },
    { ...checklist, pass: '90' },
    { ...wording, required: [{ situation: 'opening' }] },
    { ...wording, forbidden: [{ any: [] }] },
    { ...duty, per: 'hour' },
    { ...duty, times: 0 },
    { ...duty, windows: [] },
    { ...coverage, atLeast: 0.5 },
    { kind: 'coverage', post: 'desk' },
    { ...coverage, calendar: 1 },
  ])('refuses %j, as checkPolicy does', (standard) => {
    expect(verdictsOn(standard)).toEqual([false, false]);
  });
});
