import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import type { CaseInput } from '../../src/case/types.ts';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import { checkLaws, policyLaws, situations } from '../../src/testing/index.ts';
import { casesOf } from '../support/kind-cases.ts';
import { office } from '../support/naive-service.ts';

/** One standard of each form, over the same few events. */
const standards = [
  { id: 'gaps', kind: 'cadence', from: 'a', until: 'd', event: 'b', every: '7 hours' },
  { id: 'worked', kind: 'cadence', from: 'a', until: 'd', event: 'b', every: '3 working hours' },
  { id: 'days', kind: 'cadence', from: 'a', until: 'd', event: 'b', times: 1, per: 'day' },
  {
    id: 'windows',
    kind: 'cadence',
    from: 'a',
    until: 'd',
    event: ['b', 'c'],
    times: 2,
    per: 'half-day',
    windows: ['08:00-12:00', '14:00-18:00'],
  },
  {
    id: 'visit',
    kind: 'notice',
    event: 'b',
    before: { attribute: 'visitAt' },
    atLeast: '1 day',
    unless: 'c',
  },
  { id: 'event', kind: 'notice', event: 'b', before: 'd', atLeast: '5 hours' },
  { id: 'span', kind: 'bound', measure: { from: 'a', to: 'b' }, min: '1 hour', max: '9 hours' },
  { id: 'hours', kind: 'bound', measure: { from: 'a', to: 'c' }, max: '4 working hours', match: 'room' },
  { id: 'count', kind: 'bound', measure: { count: 'b' }, min: 1, max: 2 },
  { id: 'score', kind: 'bound', measure: 'score', max: 2 },
  { id: 'pair', kind: 'order', first: 'a', then: 'c' },
  { id: 'chain', kind: 'order', steps: ['a', 'b', 'c', 'd'] },
];
const policy = parsePolicy({ id: 'p', version: '1', calendar: office, standards });
const cases = casesOf(['a', 'b', 'b', 'c', 'd', 'withdrawn', 'closed', 'received']);
const all = situations(policy, { cases: cases as fc.Arbitrary<unknown> as fc.Arbitrary<CaseInput> });

describe('the kinds without a clock of their own, for any case', () => {
  it.each(policyLaws(all))('$name', (law) => {
    checkLaws(law, { numRuns: 300 });
  });

  it('have cases that change: in more than half of 200 something is still to come', () => {
    const coming = fc.sample(all, 200).filter(({ input, moments }) => {
      const { nextChange } = assess(input, policy, { asOf: moments[1]! });
      return nextChange !== null;
    });
    expect(coming.length).toBeGreaterThan(100);
  });
});
