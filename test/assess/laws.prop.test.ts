import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { presets } from '../../src/presets/index.ts';
import { checkLaws, policyLaws, situations } from '../../src/testing/index.ts';

describe('the laws of verdicts, for any policy and any case', () => {
  it.each(policyLaws())('$name', (law) => {
    checkLaws(law, { numRuns: 250 });
  });

  it('speak of cases that change: in more than a third of 200 something is still to come', () => {
    const coming = fc.sample(situations(), 200).filter(({ policy, input, moments }) => {
      const { nextChange } = assess(input, policy, { asOf: moments[1]! });
      return nextChange !== null;
    });
    expect(coming.length).toBeGreaterThan(67);
  });
});

describe.each(Object.values(presets))('the laws of verdicts, for $id', (preset) => {
  it('hold for cases about each of its standards', () => {
    expect(checkLaws(policyLaws(preset), { numRuns: 8 })).toHaveLength(9);
  });
});
