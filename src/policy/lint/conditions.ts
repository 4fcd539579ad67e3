import { compileWhen, type Test, type When } from '../../case/conditions.ts';
import { isParameter } from '../../standards/parameters.ts';

/** Tests by attribute; all of one attribute have to pass. */
export type Tests = ReadonlyMap<string, readonly Test[]>;

/** All the tests of several conditions that hold together. */
export function together(...conditions: readonly (When | undefined)[]): Tests {
  const tests = new Map<string, Test[]>();
  for (const when of conditions) {
    for (const [attribute, test] of Object.entries(when ?? {})) {
      tests.set(attribute, [...(tests.get(attribute) ?? []), test]);
    }
  }
  return tests;
}

/** The attribute whose tests no value passes together. */
export function contradiction(tests: Tests): string | undefined {
  for (const [attribute, all] of tests) {
    const pairs = all.flatMap((a, index) => all.slice(index).map((b) => [a, b] as const));
    if (pairs.some(([a, b]) => excludes(a, b))) return attribute;
  }
  return undefined;
}

/** Whether whatever passes the tests passes one of the conditions too. */
export function isCovered(tests: Tests, conditions: readonly When[], splits = 64): boolean {
  if (conditions.some((when) => implies(tests, when))) return true;
  // Several conditions may share the values of a list among them.
  for (const [attribute, all] of tests) {
    const list = all.find((test) => Array.isArray(test) && test.length > 1 && valuesOf(test) !== undefined);
    if (list === undefined) continue;
    const parts = valuesOf(list)!;
    if (parts.length > splits) return false;
    const left = Math.floor(splits / parts.length);
    return parts.every((value) => {
      const part = new Map(tests).set(attribute, [value, ...all.filter((test) => test !== list)]);
      return contradiction(part) !== undefined || isCovered(part, conditions, left);
    });
  }
  return false;
}

function implies(tests: Tests, when: When): boolean {
  return Object.entries(when).every(([attribute, wanted]) =>
    (tests.get(attribute) ?? []).some((test) => entails(test, wanted)),
  );
}

/** Whether every value that passes `test` passes `wanted`. */
function entails(test: Test, wanted: Test): boolean {
  if (isUnknown(test) || isUnknown(wanted)) return JSON.stringify(test) === JSON.stringify(wanted);
  const values = valuesOf(test);
  if (values !== undefined) return values.every((value) => passes(value, wanted));
  if (isExistence(wanted)) return isExistence(test) ? test.exists === wanted.exists : wanted.exists;
  if (isExistence(test)) return false;
  if (isNegation(wanted)) {
    return isNegation(test) ? entails(wanted.not, test.not) : excludes(test, wanted.not);
  }
  if (isNegation(test) || valuesOf(wanted) !== undefined) return false;
  return isWithin(test, wanted);
}

/** Whether no value passes both; a test that nothing passes excludes itself. */
function excludes(a: Test, b: Test): boolean {
  if (isUnknown(a) || isUnknown(b)) return false;
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const values = valuesOf(one);
    if (values !== undefined) return !values.some((value) => passes(value, other));
  }
  // Only `exists` can be true of what is absent.
  if (isExistence(a)) return !a.exists && !(isExistence(b) && !b.exists);
  if (isExistence(b)) return !b.exists;
  if (isNegation(a)) {
    return isNegation(b) ? [a, b].some((test) => entails(present, test.not)) : entails(b, a.not);
  }
  if (isNegation(b)) return entails(a, b.not);
  return areApart(a, b);
}

const present = { exists: true } as const;
const passes = (value: Test, test: Test): boolean => compileWhen({ value: test })(() => value);

/** The values that a test lists. */
function valuesOf(test: Test): readonly Test[] | undefined {
  if (Array.isArray(test)) return test;
  return typeof test !== 'object' || test === null ? [test as Test] : undefined;
}

/** A test that hangs on a parameter nobody has set may come to anything. */
function isUnknown(test: Test): boolean {
  if (isParameter(test)) return true;
  return (
    typeof test === 'object' && test !== null && Object.values(test).some((inner) => isUnknown(inner as Test))
  );
}

type Existence = Extract<Test, { readonly exists: boolean }>;
type Negation = Extract<Test, { readonly not: Test }>;

const isExistence = (test: Test): test is Existence =>
  typeof test === 'object' && test !== null && 'exists' in test;
const isNegation = (test: Test): test is Negation =>
  typeof test === 'object' && test !== null && 'not' in test;

interface Bounds {
  readonly gte?: string | number;
  readonly gt?: string | number;
  readonly lte?: string | number;
  readonly lt?: string | number;
}
type End = { readonly at: string | number; readonly open: boolean } | undefined;

const lowest = ({ gte, gt }: Bounds): End => endOf(gte, gt, (a, b) => a >= b);
const highest = ({ lte, lt }: Bounds): End => endOf(lte, lt, (a, b) => a <= b);

/** The end that is stricter, where both are given. */
function endOf(
  closed: string | number | undefined,
  open: string | number | undefined,
  stricter: (a: string | number, b: string | number) => boolean,
): End {
  if (open !== undefined && (closed === undefined || stricter(open, closed))) return { at: open, open: true };
  return closed === undefined ? undefined : { at: closed, open: false };
}

function areApart(a: Test, b: Test): boolean {
  const [first, second] = [a as Bounds, b as Bounds];
  const types = new Set([...Object.values(first), ...Object.values(second)].map((bound) => typeof bound));
  if (types.size > 1) return true;
  return [first, second].some((low) =>
    [first, second].some((high) => {
      const [from, to] = [lowest(low), highest(high)];
      return (
        from !== undefined &&
        to !== undefined &&
        (from.at > to.at || (from.at === to.at && (from.open || to.open)))
      );
    }),
  );
}

function isWithin(test: Test, wanted: Test): boolean {
  const [inner, outer] = [test as Bounds, wanted as Bounds];
  const [from, least] = [lowest(inner), lowest(outer)];
  const [to, most] = [highest(inner), highest(outer)];
  const starts = least === undefined || (from !== undefined && fits(from, least, from.at > least.at));
  return starts && (most === undefined || (to !== undefined && fits(to, most, to.at < most.at)));
}

const fits = (end: NonNullable<End>, bound: NonNullable<End>, inside: boolean): boolean =>
  typeof end.at === typeof bound.at && (inside || (end.at === bound.at && (end.open || !bound.open)));
