import type { Test, When } from '../case/conditions.ts';
import { selectorShape, whenShape } from '../case/shape.ts';
import type { ErrorPath } from '../errors/duly-error.ts';
import type { ShapedValue } from '../errors/walk-shape.ts';
import { walkShape } from '../errors/walk-shape.ts';
import { ladderShape } from '../escalation/shape.ts';
import { kindsOf, kindTable } from '../policy/kinds.ts';
import type { Policy } from '../policy/types.ts';
import type { AnyStandard } from '../standards/kind.ts';
import { parametersIn, withParameters } from '../standards/parameters.ts';
import { attributeShape, promiseShape } from '../standards/shape.ts';

/** What a part of a policy, or several, read of a case. */
export interface Words {
  readonly types: Set<string>;
  /** Attributes with the values that tests name, and those beside them. */
  readonly values: Map<string, Set<unknown>>;
  /** Time attributes. */
  readonly times: Set<string>;
}

const none: ErrorPath = [];

/** The words of one standard. */
export function wordsOfStandard(standard: AnyStandard, policy: Policy): Words {
  const { shape } = kindTable(kindsOf(policy))[standard.kind]!;
  const words = wordsIn(walkShape(shape, known(standard, policy), none));
  const { match, measure } = standard as { readonly match?: unknown; readonly measure?: unknown };
  if (typeof match === 'string') addValues(words, match, ['A', 'B']);
  if (typeof measure === 'string') addValues(words, measure, [0, 1, 2, 3, 5, 10, 100]);
  return words;
}

/** The words of all ladders. */
export function wordsOfLadders(policy: Policy): Words {
  const { ladders = [] } = policy;
  return wordsIn(ladders.flatMap((ladder) => [...walkShape(ladderShape, known(ladder, policy), none)]));
}

const known = <T>(part: T, { parameters }: Policy): T =>
  withParameters(part, parametersIn(parameters), (unset) => unset);

function wordsIn(found: Iterable<ShapedValue>): Words {
  const words: Words = { types: new Set(), values: new Map(), times: new Set() };
  for (const { shape, value } of found) {
    const given = value as Readonly<Record<string, string>>;
    if (shape === selectorShape) words.types.add(typeof value === 'string' ? value : given.event!);
    if (shape === attributeShape) words.times.add(given.attribute!);
    if (shape === promiseShape) words.times.add(given.promised!);
    if (shape === whenShape)
      for (const [attribute, test] of Object.entries(value as When)) addValues(words, attribute, near(test));
  }
  return words;
}

function addValues({ values }: Words, attribute: string, more: readonly unknown[]): void {
  const all = values.get(attribute) ?? new Set();
  for (const value of more) all.add(value);
  values.set(attribute, all);
}

/** Values on either side of a test. */
function near(test: Test): unknown[] {
  if (Array.isArray(test)) return test.flatMap(near);
  if (typeof test === 'boolean') return [true, false];
  if (typeof test !== 'object' || test === null) return [test];
  if ('not' in test) return near(test.not);
  return Object.values(test).flatMap((bound) =>
    typeof bound === 'number' ? [bound - 1, bound, bound + 1] : [],
  );
}
