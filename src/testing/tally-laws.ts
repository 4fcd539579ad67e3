import fc from 'fast-check';
import { assess } from '../assess/assess.ts';
import { timelineOf } from '../case/timeline.ts';
import type { EpochMs } from '../instant/types.ts';
import { createTally } from '../kpi/create-tally.ts';
import { mergeTallies } from '../kpi/merge-tallies.ts';
import { restoreTally } from '../kpi/restore-tally.ts';
import type { Assessed, Tally } from '../kpi/tally.ts';
import type { Policy } from '../policy/types.ts';
import { casesOf } from './cases-of.ts';
import { type Law, law } from './law.ts';
import { same } from './same.ts';

/** What is counted, and how. */
export interface Counted {
  /** An empty tally. */
  readonly create: () => Tally;
  /** What it counts. */
  readonly items: fc.Arbitrary<Assessed>;
  /** The moment at which its KPIs are shown. */
  readonly asOf: EpochMs;
}

/**
 * The laws of tallies: any order, split and merge tree gives the same to the last digit, an empty tally changes
 * nothing, merging changes neither of the two, and a tally goes on counting where its snapshot was taken.
 *
 * @param of - A policy, whose cases are judged a while after they happened, or tallies and items of your own.
 * @example
 * checkLaws(tallyLaws(policy), { numRuns: 5 }).length // => 4
 */
export function tallyLaws(of: Policy | Counted): readonly Law[] {
  const { create, items, asOf } = 'create' in of ? of : countedOf(of);
  const tallyOf = (list: readonly Assessed[]): Tally => {
    const tally = create();
    for (const item of list) tally.add(item);
    return tally;
  };
  /** Everything that a report shows of a tally. */
  const shown = (tally: Tally) =>
    JSON.stringify([tally, tally.standards(), tally.kpis(asOf), tally.findings()]);
  const few = fc.array(items, { maxLength: 10 });

  return [
    law(
      'any order, split and merge tree gives the same to the last digit',
      [fc.array(items, { maxLength: 25 }), choices, choices],
      (list, order, splits) => {
        const keyed = list.map((item, index) => ({ item, key: order[index % order.length]! * 31 + index }));
        const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
        let taken = 0;
        const pick = (below: number) => splits[taken++ % splits.length]! % below;
        return shown(mergedSomehow(shuffled, tallyOf, pick)) === shown(tallyOf(list));
      },
    ),
    law('an empty tally changes nothing', [few], (list) => {
      const tally = tallyOf(list);
      const merged = [mergeTallies(tally, create()), mergeTallies(create(), tally)];
      return merged.every((both) => shown(both) === shown(tally));
    }),
    law(
      'merging changes neither of the two, nor does what is counted afterwards',
      [few, few, items],
      (a, b, next) => {
        const parts = [tallyOf(a), tallyOf(b)] as const;
        const before = parts.map(shown);
        mergeTallies(...parts).add(next);
        return same(parts.map(shown), before);
      },
    ),
    law('a tally goes on where its snapshot was taken', [few, items], (list, next) => {
      const restored = restoreTally(JSON.parse(JSON.stringify(tallyOf(list))));
      restored.add(next);
      return shown(restored) === shown(tallyOf([...list, next]));
    }),
  ];
}

const choices = fc.array(fc.nat(), { minLength: 60, maxLength: 60 });

/** Cuts a list at some places and merges the parts in some tree, some of them by way of JSON. */
function mergedSomehow(
  list: readonly Assessed[],
  tallyOf: (list: readonly Assessed[]) => Tally,
  pick: (below: number) => number,
): Tally {
  if (list.length < 2 || pick(4) === 0) return tallyOf(list);
  const cut = pick(list.length + 1);
  const left = mergedSomehow(list.slice(0, cut), tallyOf, pick);
  const right = mergedSomehow(list.slice(cut), tallyOf, pick);
  const sent = pick(2) === 0 ? JSON.parse(JSON.stringify(right)) : right;
  return pick(2) === 0 ? mergeTallies(left, sent) : mergeTallies(sent, left);
}

function countedOf(policy: Policy): Counted {
  const asOf = Date.UTC(2099, 0);
  return {
    create: () => createTally(policy),
    items: casesOf(policy).map((input) => ({
      ...assess(input, policy, { asOf, trace: false }),
      timeline: timelineOf(input, asOf),
    })),
    asOf,
  };
}
