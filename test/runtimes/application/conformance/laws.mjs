import { writeFileSync } from 'node:fs';

/** What a seed gives of every arbitrary, and that all laws hold: to the file that the program's argument names. */
export function printLaws({ testing, presets }, { sample }) {
  const { calendarLaws, checkLaws, countingLaws, holidaySourceLaws, pauseLaws, policyLaws, tallyLaws } =
    testing;
  const { textileService } = presets;
  const options = { seed: 2026, numRuns: 4 };
  const arbitraries = [
    'calendarSpecs',
    'calendars',
    'civilDates',
    'countingRules',
    'holidaySources',
    'instants',
    'limits',
    'officeCalendars',
    'officeInstants',
    'pauses',
    'policies',
    'situations',
    'zones',
  ];
  const samples = Object.fromEntries(arbitraries.map((name) => [name, sample(testing[name](), options)]));
  samples.casesOf = sample(testing.casesOf(textileService), options);
  const laws = [
    ...[calendarLaws(), countingLaws(), holidaySourceLaws(), pauseLaws(), policyLaws()].flat(),
    ...tallyLaws(textileService),
  ];
  writeFileSync(
    process.argv[2],
    JSON.stringify({ samples, laws: checkLaws(laws, options), broken: broken(testing) }, null, 1),
  );
}

/** In which words a law is told that doesn't hold. */
function broken({ checkLaws, instants, law }) {
  try {
    return checkLaws(
      law('time stands still', [instants()], (at) => at === 0),
      { seed: 1 },
    );
  } catch ({ code, message }) {
    return { code, message };
  }
}
