/** A value that an attribute may have. */
type Scalar = string | number | boolean | null;

/** Stands for a value that the policy's `parameters` hold; until a company sets it, verdicts are undetermined. */
export interface ParameterReference {
  readonly parameter: string;
}

/**
 * A condition on one attribute. `exists` is decided on absence; every other test, `not` included, is false on it.
 * Bounds compare numbers with numbers and strings with strings; values of different types never match.
 */
export type Test =
  | Scalar
  | ParameterReference
  | readonly (Scalar | ParameterReference)[]
  | { readonly gte?: Bound; readonly gt?: Bound; readonly lte?: Bound; readonly lt?: Bound }
  | { readonly not: Test }
  | { readonly exists: boolean };
type Bound = number | string | ParameterReference;

/** All attributes named must pass their test. */
export interface When {
  readonly [attribute: string]: Test;
}

/** Looks an attribute up; `undefined` when it is absent. */
export type Lookup = (attribute: string) => unknown;

/** Whether a condition holds for the attributes that `lookup` finds. */
export type Predicate = (lookup: Lookup) => boolean;

/** What a row of conditions says: it holds, it doesn't, or the name of the absent attribute that decides. */
export type RowAnswer = (lookup: Lookup) => boolean | string;

type Check = (value: unknown) => boolean;

/** Compiles a condition; without one it always holds. */
export function compileWhen(when: When = {}): Predicate {
  const checks = Object.entries(when).map(([attribute, test]) => ({ attribute, check: compileTest(test) }));
  return (lookup) => {
    for (const { attribute, check } of checks) if (!check(lookup(attribute))) return false;
    return true;
  };
}

/**
 * What a table row says to the attributes: it matches, it doesn't, or it can't be told because an attribute that it
 * reads is absent (its name comes back). A test that fails on a present attribute settles the row at once.
 */
export function compileRow(when: When): RowAnswer {
  const checks = Object.entries(when).map(([attribute, test]) => ({
    attribute,
    check: compileTest(test),
    needed: !isExistence(test),
  }));
  let asked: Lookup | undefined;
  let answer: boolean | string;
  return (lookup) => {
    // Several standards ask the same of one case, one after the other.
    if (lookup === asked) return answer;
    asked = lookup;
    answer = true;
    for (const { attribute, check, needed } of checks) {
      const value = lookup(attribute);
      if (needed && value === undefined) answer = answer === true ? attribute : answer;
      else if (!check(value)) {
        answer = false;
        break;
      }
    }
    return answer;
  };
}

function compileTest(test: Test): Check {
  if (Array.isArray(test)) return (value) => test.includes(value as Scalar);
  if (typeof test !== 'object' || test === null) return (value) => value === test;
  if (isExistence(test)) return (value) => (value !== undefined) === test.exists;
  if ('not' in test) {
    const inner = compileTest(test.not);
    return (value) => value !== undefined && !inner(value);
  }
  const { gte, gt, lte, lt } = test as { gte?: Bound; gt?: Bound; lte?: Bound; lt?: Bound };
  return (value) =>
    (gte === undefined || (comparable(value, gte) && value >= gte)) &&
    (gt === undefined || (comparable(value, gt) && value > gt)) &&
    (lte === undefined || (comparable(value, lte) && value <= lte)) &&
    (lt === undefined || (comparable(value, lt) && value < lt));
}

const isExistence = (test: Test): test is { readonly exists: boolean } =>
  typeof test === 'object' && test !== null && 'exists' in test;

const comparable = (value: unknown, bound: Bound): value is string | number => typeof value === typeof bound;
