import type { ErrorPath } from '../errors/duly-error.ts';
import type { Problem } from '../errors/problem.ts';
import { isParameter, type ParameterLookup, withParameters } from '../standards/parameters.ts';
import { type PartList, partProblems } from './shape.ts';
import type { SoundParts } from './sound-parts.ts';

/** A table may hold parameters; a chain longer than this is a circle, or meant to grow beyond measure. */
const LONGEST_CHAIN = 4;

/** Values of parameters that don't fit where they are used, or that stand for themselves. */
export function* parameterProblems(parts: SoundParts): Generator<Problem> {
  const { parameters } = parts;
  const circular = Object.keys(parameters).find((name) => leadsBack(parameters, name, []));
  if (circular !== undefined) {
    const message = `"${circular}" stands for itself, or for a chain of more than ${LONGEST_CHAIN} parameters`;
    yield { severity: 'error', code: 'policy.parameter-cycle', path: ['parameters', circular], message };
    return;
  }
  const valued: ParameterLookup = (name) =>
    Object.hasOwn(parameters, name) ? (parameters[name] ?? undefined) : undefined;
  for (const list of ['standards', 'ladders', 'kpis'] as const) {
    for (const [index, part] of parts[list].entries()) yield* misfits(list, index, part, valued);
  }
}

function* misfits(list: PartList, index: number, part: unknown, valued: ParameterLookup): Generator<Problem> {
  const uses = [...usesIn(part, [list, index])];
  if (!uses.some(({ name }) => valued(name) !== undefined)) return;
  const filled = withParameters(part, valued, (reference) => reference);
  for (const problem of partProblems(list, index, filled)) {
    // The trouble is in the value, not where it is used.
    const use = uses.find(({ path }) => path.every((key, place) => key === problem.path[place]));
    if (use === undefined) yield problem;
    else yield { ...problem, path: ['parameters', use.name, ...problem.path.slice(use.path.length)] };
  }
}

function* usesIn(value: unknown, path: ErrorPath): Generator<{ name: string; path: ErrorPath }> {
  if (isParameter(value)) yield { name: value.parameter, path };
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      yield* usesIn(item, [...path, Array.isArray(value) ? Number(key) : key]);
    }
  }
}

function leadsBack(parameters: SoundParts['parameters'], name: string, above: readonly string[]): boolean {
  if (above.length > LONGEST_CHAIN) return true;
  if (!Object.hasOwn(parameters, name)) return false;
  const next = new Set([...usesIn(parameters[name], [])].map((use) => use.name));
  return [...next].some((used) => leadsBack(parameters, used, [...above, name]));
}
