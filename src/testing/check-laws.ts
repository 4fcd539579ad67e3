import fc from 'fast-check';
import { DulyError } from '../errors/duly-error.ts';
import type { Law } from './law.ts';

/** How hard to look for a counterexample; what isn't given is as `fc.configureGlobal` has it. */
export interface CheckOptions {
  /** Sets of values per law; 100 by default. */
  readonly numRuns?: number;
  /** Where the search begins; as a message told it, with its `path`, it finds the same values again. */
  readonly seed?: number;
  /** The way from the seed to one set of values, as a message told it. */
  readonly path?: string;
}

/**
 * Looks for values for which a law doesn't hold, and gives the names of the laws if there are none. It needs no test
 * framework: it throws, which vitest, jest and node:test take for a failure.
 *
 * @param laws - One law or several, such as `policyLaws(policy)`; each is checked before it throws.
 * @throws DulyError `law.broken` with the smallest counterexample of each broken law, and the seed to see it again.
 * @example
 * checkLaws(calendarLaws(office), { numRuns: 5 }).length // => 13
 */
export function checkLaws(laws: Law | readonly Law[], options: CheckOptions = {}): string[] {
  const all = Array.isArray(laws) ? (laws as readonly Law[]) : [laws as Law];
  const broken = all.flatMap((law) => {
    const property = fc.property(fc.tuple(...law.arbitraries), (values) => law.holds(...values));
    const result = fc.check(property, { ...options });
    return result.failed ? [{ law, result }] : [];
  });
  if (broken.length === 0) return all.map(({ name }) => name);
  const told = broken.map(({ law, result }) => tell(law, result));
  throw new DulyError('law.broken', told.join('\n\n'), { cause: broken[0]!.result.errorInstance });
}

function tell({ name }: Law, details: fc.RunDetails<[unknown[]]>): string {
  const { counterexample, seed, counterexamplePath, numRuns, errorInstance } = details;
  // No counterexample: the arbitraries gave too few values that could be used.
  if (counterexample === null) return `${name}: could not be checked, seed ${seed}`;
  const values = counterexample[0].map((value) => `  ${shortened(fc.stringify(value))}`);
  const error = errorInstance === null || errorInstance === undefined ? [] : [`  ${String(errorInstance)}`];
  return [
    `does not hold after ${numRuns} ${numRuns === 1 ? 'run' : 'runs'}: ${name}`,
    ...values,
    ...error,
    `  to see it again: { seed: ${seed}, path: ${JSON.stringify(counterexamplePath)} }`,
  ].join('\n');
}

/** Long enough for a random policy with its case; the seed brings back the rest. */
const shortened = (text: string): string => (text.length > 6000 ? `${text.slice(0, 6000)} ...` : text);
