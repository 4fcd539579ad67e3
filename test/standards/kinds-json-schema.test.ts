import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../src/policy/check-policy.ts';
import { policyJsonSchema } from '../../src/policy/policy-json-schema.ts';
import { always } from '../support/naive-service.ts';

const validate = new Ajv2020.default({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(
  policyJsonSchema(),
);
const documentOf = (standard: object) => ({
  id: 'p',
  version: '1',
  calendar: always,
  standards: [{ id: 's', ...standard }],
});

const cadence = { kind: 'cadence', from: 'shipped', until: 'delivered', event: 'progressed' };
const notice = { kind: 'notice', event: 'told', before: { attribute: 'promisedAt' }, atLeast: '1 day' };
const parameter = { parameter: 'x' };

describe('the JSON Schema of policies', () => {
  it.each([
    [{ ...cadence, every: '1 day', counting: 'rolling' }],
    [{ ...cadence, every: { table: [{ when: { tier: 'gold' }, limit: '4 hours' }], otherwise: parameter } }],
    [{ ...cadence, times: 1, per: 'half-day', windows: ['08:00-12:00'] }],
    [{ ...cadence, times: parameter, per: 'week', windows: parameter, exemptOn: [] }],
    [notice],
    [
      {
        ...notice,
        before: ['visited', { event: 'told', when: { by: 'li' } }],
        unless: 'closed',
        clearDays: true,
      },
    ],
    [{ kind: 'bound', measure: 'rings', event: 'answered', min: 1, max: parameter }],
    [{ kind: 'bound', measure: { from: 'a', to: { attribute: 'b' } }, match: 'by', max: '2 hours' }],
    [{ kind: 'bound', measure: { count: ['a', { event: 'b' }] }, max: 0, severity: 'soft' }],
    [{ kind: 'order', first: { all: ['a', 'b'] }, then: ['c', 'd'], when: { kind: 'repair' } }],
    [{ kind: 'order', steps: ['a', ['b', 'c'], { all: ['d', 'e'] }] }],
  ])('accepts %j, as the check does', (standard) => {
    expect(checkPolicy(documentOf(standard)).problems.filter(({ severity }) => severity === 'error')).toEqual(
      [],
    );
    expect(validate(documentOf(standard)), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each([
    [{ ...cadence }],
    [{ ...cadence, every: '1 day', per: 'day' }],
    [{ ...cadence, every: { promised: 'promisedAt' } }],
    [{ ...notice, atLeast: '1' }],
    [{ ...notice, before: { attribute: '' } }],
    [{ kind: 'bound', measure: { from: 'a' }, max: '1 hour' }],
    [{ kind: 'order', first: 'a' }],
    [{ kind: 'order', steps: ['a'] }],
  ])('refuses %j, as the check does', (standard) => {
    expect(checkPolicy(documentOf(standard)).policy).toBeNull();
    expect(validate(documentOf(standard))).toBe(false);
  });
});
