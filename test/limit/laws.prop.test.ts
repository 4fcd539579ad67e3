import { describe, it } from 'vitest';
import { checkLaws, countingLaws, countingRules, pauseLaws } from '../../src/testing/index.ts';

describe('the laws of counting, for every lawful convention', () => {
  it.each(countingLaws(countingRules()))('$name', (law) => {
    checkLaws(law, { numRuns: /start|steps/.test(law.name) ? 750 : 500 });
  });
});

describe('the laws of counting, for the conventions with rules for hours', () => {
  it.each([...countingLaws('us-frcp-6'), ...countingLaws('prc-civil-procedure')])('$name', (law) => {
    checkLaws(law, { numRuns: 60 });
  });
});

describe('the laws of pauses', () => {
  it.each(pauseLaws(countingRules()))('$name', (law) => {
    checkLaws(law, { numRuns: law.name.startsWith('one more') ? 700 : 450 });
  });
});
