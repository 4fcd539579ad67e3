import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  casesOf,
  DAY,
  filled,
  gone,
  HOUR,
  judgedRuns,
  momentsOf,
  type NaiveCase,
  type NaiveEvent,
  type NaiveRun,
  sorted,
} from '../../support/kind-cases.ts';
import { policyOfOne } from '../../support/one-standard.ts';

const cases = casesOf([
  'received',
  'told',
  'told',
  'visited',
  'delivered',
  'withdrawn',
  'closed',
  'promised',
]);
const midnight = (t: number) => Math.floor((t + 8 * HOUR) / DAY) * DAY - 8 * HOUR;

/** The last good instant before an anchor; a bare date lies in its own day. */
const limits = {
  '0 hours': (anchor: number) => anchor,
  '6 hours': (anchor: number) => anchor - 6 * HOUR,
  '1 day': (anchor: number, bare: boolean) => midnight(bare ? anchor - 1 : anchor),
  '2 days': (anchor: number, bare: boolean) => midnight(bare ? anchor - 1 : anchor) - DAY,
};

type DueOf = (anchor: number, bare: boolean) => number;

/** What the visit is due for after so many events, as far as the case says. */
function visitAfter(input: NaiveCase, events: readonly NaiveEvent[]): number | string | null | undefined {
  let visit: unknown = input.visitAt;
  for (const { type, set, visitAt } of events) {
    if (type === 'changed' && set !== undefined && 'visitAt' in set) visit = set.visitAt;
    if (type === 'promised' && visitAt !== undefined) visit = visitAt;
  }
  return visit as number | string | null | undefined;
}

function naiveNotice(input: NaiveCase, asOf: number, dueOf: DueOf, byEvent: boolean): NaiveRun[] {
  const events = sorted(input, asOf);
  const from = (events.find(({ type }) => type === 'received') ?? events[0])?.at;
  if (from === undefined) return [];
  const dueAfter = (count: number): number | undefined => {
    const before = events.slice(0, count);
    if (byEvent) {
      const visited = before.find(({ type }) => type === 'visited');
      return visited && dueOf(visited.at, false);
    }
    // Those at one instant are known together.
    const visit = visitAfter(input, [
      ...before,
      ...events
        .slice(count)
        .filter(
          ({ at }) => at === before.at(-1)?.at && ['changed', 'promised'].includes(before.at(-1)?.type ?? ''),
        ),
    ]);
    if (visit === undefined || visit === null) return undefined;
    return typeof visit === 'number'
      ? dueOf(visit, false)
      : dueOf(Date.parse(`${visit}T24:00:00+08:00`), true);
  };
  let due = dueAfter(0);
  let told: number | undefined;
  for (const [index, { type, at }] of events.entries()) {
    if (due === undefined || at < due) due = dueAfter(index + 1);
    if (type === 'told') told ??= at;
    if (due !== undefined && told !== undefined)
      return [{ status: told <= due ? 'met' : 'late', from, due, done: told }];
    const ends = type === 'delivered' || gone(type) || (type === 'closed' && due === undefined);
    if (ends && (due === undefined || at <= due))
      return [{ status: 'exempt', from, due: due ?? null, note: type }];
  }
  if (due === undefined) return [{ status: 'pending', from }];
  return [{ status: asOf <= due ? 'pending' : 'overdue', from, due }];
}

describe('a notice, for any case', () => {
  it.each([
    ['a time attribute', { attribute: 'visitAt' }, false],
    ['an event', 'visited', true],
  ])('before %s is what a naive evaluator says', (_, before, byEvent) => {
    const seen = new Set<string>();
    const rule = { kind: 'notice', event: 'told', before, unless: 'delivered', counting: 'calendar-24-7' };
    const policies = Object.fromEntries(
      Object.keys(limits).map((atLeast) => [atLeast, policyOfOne({ ...rule, atLeast })]),
    );
    fc.assert(
      fc.property(
        cases.chain((input) => fc.tuple(fc.constant(input), momentsOf(input))),
        fc.constantFrom(...(Object.keys(limits) as (keyof typeof limits)[])),
        ([input, asOf], atLeast) => {
          const want = naiveNotice(input, asOf, limits[atLeast], byEvent).map(filled);
          for (const { status } of want) seen.add(status);
          expect(judgedRuns(policies[atLeast]!, input, asOf)).toEqual(want);
        },
      ),
      { numRuns: 600 },
    );
    expect([...seen].sort()).toEqual(['exempt', 'late', 'met', 'overdue', 'pending']);
  });
});
