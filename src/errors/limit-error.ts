import { errorClass, show } from './duly-error.ts';

/** A limit, a counting convention, a pause or an extension that can't be taken as given. */
export const LimitError = /* @__PURE__ */ errorClass('LimitError', {
  'limit.syntax': ({ given }: { given: unknown }) =>
    `${show(given)} is no limit; expected "<n> <unit>" such as "5 working days", or an ISO 8601 duration of one unit such as "PT24H"`,
  'limit.unit': ({ given, known }: { given: unknown; known: readonly string[] }) =>
    `${show(given)} is no unit; expected ${known.join(', ')}`,
  'limit.amount': ({ given, least }: { given: unknown; least: number }) =>
    `${show(given)} is no amount; expected a number from ${least} within the years 1970 to 2199`,
  'limit.not-whole': ({ amount, unit }: { amount: number; unit: string }) =>
    `${amount} ${unit} is no whole number of ${/min|hour/.test(unit) ? 'milliseconds' : unit}`,
  'limit.range': ({ limit, from }: { limit: string; from: string }) =>
    `${limit} counted from ${from} leads out of 1970-01-01 to 2199-12-31`,
  'limit.counting': ({ given, known }: { given: unknown; known: readonly string[] }) =>
    `${show(given)} is no counting convention; expected ${known.join(', ')} or an object`,
  'limit.pause': ({ given }: { given: unknown }) =>
    `${show(given)} is no pause; expected [from, to] with to at or after from, or [from, null]`,
  'limit.open-pause': () => 'a pause that has not ended needs `asOf`, the moment at which due is asked for',
  'limit.extension': ({ given }: { given: unknown }) =>
    `${show(given)} is no extension; expected { at } with either until or duration`,
  'limit.backward': ({ given }: { given: string }) => `a limit that counts backward takes no ${given}`,
  'limit.option': ({ given, expected }: { given: unknown; expected: string }) =>
    `${show(given)} given, ${expected} expected`,
  'counting.shape': ({ given, expected }: { given: unknown; expected: string }) =>
    `${show(given)} given, ${expected} expected`,
  'counting.unknown-key': ({ given, known }: { given: string; known: readonly string[] }) =>
    `unknown key ${show(given)}; expected ${known.join(', ')}`,
  'counting.combination': ({ rule }: { rule: string }) => rule,
});
export type LimitError = InstanceType<typeof LimitError>;
