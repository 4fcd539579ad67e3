import type fc from 'fast-check';

/** Something that holds for all values of some kinds. Plain data and a function: it can be run by anybody. */
export interface Law<Values extends readonly unknown[] = readonly unknown[]> {
  /** What holds, as a sentence. */
  readonly name: string;
  /** Where the values come from, in the order in which `holds` takes them. */
  readonly arbitraries: { readonly [Index in keyof Values]: fc.Arbitrary<Values[Index]> };
  /** Whether it holds for these values; it may also throw where it doesn't. */
  holds(...values: Values): boolean;
}

/** Parameters are never read-only. */
type Written<Values> = { -readonly [Index in keyof Values]: Values[Index] };

/**
 * A law of your own, its types taken from its arbitraries; `checkLaws` runs it like any other.
 *
 * @param name - What holds, as a sentence: it heads the message when it doesn't.
 * @param arbitraries - fast-check arbitraries, one for each value.
 * @param holds - Whether it holds for these values. Nothing but the values decides.
 * @example
 * const { holds } = law('an answer is due after it is asked for', [instants({ year: 2026 })], (t) =>
 *   dueAt(t, '1 working day', { calendar: office }).at.getTime() > t,
 * );
 * holds(Date.UTC(2026, 0, 9)) // => true
 */
export function law<Values extends readonly unknown[]>(
  name: string,
  arbitraries: { readonly [Index in keyof Values]: fc.Arbitrary<Values[Index]> },
  holds: (...values: NoInfer<Written<Values>>) => boolean,
): Law<Values> {
  return { name, arbitraries, holds: holds as Law<Values>['holds'] };
}
