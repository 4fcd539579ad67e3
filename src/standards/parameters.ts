import { compileRow, type ParameterReference, type RowAnswer, type When } from '../case/conditions.ts';

/** What a policy sets a parameter to; `undefined` while nobody has. */
export type ParameterLookup = (name: string) => unknown;

/** Looks parameters up among those that a policy sets; `null` is not set yet. */
export const parametersIn =
  (parameters: Readonly<Record<string, unknown>> = {}): ParameterLookup =>
  (name) =>
    Object.hasOwn(parameters, name) ? (parameters[name] ?? undefined) : undefined;

export const isParameter = (value: unknown): value is ParameterReference =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length === 1 &&
  typeof (value as { parameter?: unknown }).parameter === 'string';

/**
 * A copy of a rule in which every parameter is replaced by its value, and what nobody has set by what `unset` makes
 * of it; `undefined` leaves it out.
 */
export function withParameters<T>(
  rule: T,
  parameter: ParameterLookup,
  unset: (reference: ParameterReference) => unknown,
): T {
  if (isParameter(rule)) {
    const { parameter: own } = rule;
    const value = parameter(own);
    // Within its own value a parameter isn't set: there is no end to it otherwise.
    const others: ParameterLookup = (name) => (name === own ? undefined : parameter(name));
    return (value === undefined ? unset(rule) : withParameters(value, others, unset)) as T;
  }
  const resolved = (item: unknown) => withParameters(item, parameter, unset);
  if (Array.isArray(rule)) return rule.map(resolved).filter((item) => item !== undefined) as T;
  if (typeof rule !== 'object' || rule === null) return rule;
  const entries = Object.entries(rule).map(([key, value]) => [key, resolved(value)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as T;
}

/** A copy of a rule with the parameters that are set, and the names of the others, each once. */
export function resolveParameters<T>(
  rule: T,
  parameter: ParameterLookup,
): { readonly known: T; readonly missing: readonly string[] } {
  const missing = new Set<string>();
  const known = withParameters(rule, parameter, (reference) => {
    missing.add(reference.parameter);
  });
  return { known, missing: [...missing] };
}

/** A condition that names the parameter nobody has set, unless something else says already that it doesn't hold. */
export function compileParameterRow(when: When, parameter: ParameterLookup): RowAnswer {
  const {
    known,
    missing: [name],
  } = resolveParameters(when, parameter);
  const answer = compileRow(known ?? {});
  return name === undefined ? answer : (lookup) => answer(lookup) !== false && name;
}
