import { didYouMean } from './nearest.ts';

/** A key that nobody knows, as an error tells of it. */
export interface UnknownKey {
  readonly key: string;
  readonly hint: string;
}

/** The first key of an object that isn't known: a mistyped option would otherwise go unnoticed. */
export function unknownKey(given: object, known: readonly string[]): UnknownKey | undefined {
  const key = Object.keys(given).find((each) => !known.includes(each));
  if (key === undefined) return undefined;
  return { key, hint: didYouMean(key, known) ?? `Known are ${known.join(', ')}` };
}
