import fc from 'fast-check';

/** Zones with changes of every sort: an hour, two, a half, 44.5 minutes, at midnight, a day left out, a week apart, none. */
const names = [
  'UTC',
  'Asia/Shanghai',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Asia/Tehran',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'Africa/Cairo',
  'America/St_Johns',
  'America/Boa_Vista',
  'Antarctica/Troll',
  'Africa/Monrovia',
  'Pacific/Kwajalein',
];

/**
 * Names of time zones whose clocks did everything that clocks do: changes of an hour, two, half an hour and 44.5
 * minutes, at midnight, a week apart, a day left out, and none at all.
 *
 * @example
 * fc.sample(zones(), 5).length // => 5
 */
export function zones(): fc.Arbitrary<string> {
  return fc.constantFrom(...names);
}

/** The same as a list, for whoever has to go through all of them. */
export const zoneNames: readonly string[] = names;
