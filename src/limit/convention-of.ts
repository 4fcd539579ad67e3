import { countings } from './countings.ts';
import type { Counting, CountingName } from './types.ts';

/** The name of a convention, as a key of its own; a company's own convention has none, nor has a copy of a named one. */
export function conventionOf(counting: Counting): { readonly convention?: CountingName } {
  const convention = (Object.keys(countings) as CountingName[]).find((name) => countings[name] === counting);
  return convention === undefined ? {} : { convention };
}
