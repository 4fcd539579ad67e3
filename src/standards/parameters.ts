/** Stands for a value that the policy's `parameters` hold; until a company sets it, verdicts are undetermined. */
export interface ParameterReference {
  readonly parameter: string;
}

export const isParameter = (value: unknown): value is ParameterReference =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length === 1 &&
  typeof (value as { parameter?: unknown }).parameter === 'string';

/**
 * A copy of a rule in which every parameter is replaced by its value. What nobody has set is left out,
 * and its name is added to `missing`.
 */
export function withParameters<T>(rule: T, parameter: (name: string) => unknown, missing: Set<string>): T {
  if (isParameter(rule)) {
    const value = parameter(rule.parameter);
    if (value === undefined) missing.add(rule.parameter);
    return value as T;
  }
  if (Array.isArray(rule)) {
    return rule
      .map((item) => withParameters(item, parameter, missing))
      .filter((item) => item !== undefined) as T;
  }
  if (typeof rule !== 'object' || rule === null) return rule;
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(rule)) {
    const resolved = withParameters(value, parameter, missing);
    if (resolved !== undefined) copy[key] = resolved;
  }
  return copy as T;
}
