import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  casesOf,
  filled,
  gone,
  judgedRuns,
  momentsOf,
  type NaiveCase,
  type NaiveEvent,
  type NaiveRun,
  sorted,
} from '../support/kind-cases.ts';
import { policyOfOne } from '../support/one-standard.ts';

const cases = casesOf(['a', 'b', 'c', 'd', 'withdrawn', 'closed']);

type Step = string | readonly string[] | { readonly all: readonly string[] };
const isAll = (step: Step): step is { readonly all: readonly string[] } =>
  typeof step === 'object' && 'all' in step;
const typesOf = (step: Step) => (isAll(step) ? step.all : [step].flat());

/** When a step has happened by then, by every event it asks for. */
function happened(step: Step, events: readonly NaiveEvent[]): number | undefined {
  const firsts = typesOf(step).map((wanted) => events.find(({ type }) => type === wanted)?.at ?? Infinity);
  const at = isAll(step) ? Math.max(...firsts) : Math.min(...firsts);
  return at === Infinity ? undefined : at;
}

function naiveOrder(steps: readonly Step[], input: NaiveCase, asOf: number): NaiveRun[] {
  const events = sorted(input, asOf);
  const from = (count: number) => happened(steps[0]!, events.slice(0, count)) ?? null;
  for (const [index, { type, at }] of events.entries()) {
    const early = steps.some(
      (step, n) =>
        n > 0 &&
        typesOf(step).includes(type) &&
        happened(steps[n - 1]!, events.slice(0, index)) === undefined,
    );
    if (early) return [{ status: 'broken', from: from(index), done: at }];
    if (happened(steps.at(-1)!, events.slice(0, index + 1)) !== undefined)
      return [{ status: 'met', from: from(index), done: at }];
    if (gone(type)) return [{ status: 'exempt', from: from(index), note: type }];
  }
  return [{ status: 'pending', from: from(events.length) }];
}

describe('an order, for any case', () => {
  const seen = new Set<string>();

  it.each<[readonly Step[]]>([
    [['a', 'b']],
    [[['a', 'c'], 'b']],
    [[{ all: ['a', 'c'] }, ['b', 'd']]],
    [['a', { all: ['b', 'c'] }]],
    [['a', 'b', 'c', 'd']],
    [[['a', 'd'], { all: ['b', 'c'] }, 'closed']],
  ])('%j is what a naive evaluator says', (steps) => {
    const [first, then, ...more] = steps;
    const policy = policyOfOne({ kind: 'order', ...(more.length > 0 ? { steps } : { first, then }) });
    fc.assert(
      fc.property(
        cases.chain((input) => fc.tuple(fc.constant(input), momentsOf(input))),
        ([input, asOf]) => {
          const want = naiveOrder(steps, input, asOf).map(filled);
          for (const { status } of want) seen.add(status);
          expect(judgedRuns(policy, input, asOf)).toEqual(want);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('comes among them to every status that it has', () =>
    expect([...seen].sort()).toEqual(['broken', 'exempt', 'met', 'pending']));
});
