// @ts-check
// A company tests its own preset with random cases: node --test examples/preset-laws.test.mjs (needs fast-check).
import { test } from 'node:test';
import { assess, extendPolicy } from 'duly';
import { textileService } from 'duly/presets';
import { calendarLaws, casesOf, checkLaws, instants, law, policyLaws, tallyLaws } from 'duly/testing';

const solution = textileService.standards.find(({ id }) => id === 'complaint-solution');
if (solution?.kind !== 'deadline') throw new Error('the preset has no such deadline');
if (solution?.kind !== 'deadline') throw new Error('the preset has no such deadline');

const ours = extendPolicy(textileService, {
  id: 'acme-textiles',
  version: '2026-10',
  standards: [{ ...solution, within: '5 working days' }],
});

// What holds for every calendar and policy: sums add up, verdicts are never taken back, and so on.
for (const law of [...calendarLaws(ours.calendar), ...policyLaws(ours), ...tallyLaws(ours)]) {
  test(law.name, () => void checkLaws(law, { numRuns: 5 }));
}

// What the company wants of its own: nobody is promised less than the rulebook says.
/** @param {import('duly').Policy} policy @param {import('duly').CaseInput} input @param {number} asOf */
const dueOf = (policy, input, asOf) =>
  assess(input, policy, { asOf, trace: false }).verdicts.find(
    ({ standard }) => standard === 'complaint-solution',
  )?.due;

const noLater = law(
  'a complaint is solved no later than the rulebook wants it',
  [casesOf(ours), instants({ year: 2026 })],
  (input, asOf) => {
    const [own, rulebook] = [dueOf(ours, input, asOf), dueOf(textileService, input, asOf)];
    return !own || !rulebook || own <= rulebook;
  },
);

test(noLater.name, () => void checkLaws(noLater, { numRuns: 200 }));
