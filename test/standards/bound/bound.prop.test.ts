import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  casesOf,
  filled,
  gone,
  HOUR,
  judgedRuns,
  momentsOf,
  type NaiveCase,
  type NaiveRun,
  officeTime,
  sorted,
} from '../../support/kind-cases.ts';
import { policyOfOne } from '../../support/one-standard.ts';

const cases = casesOf(['post-left', 'post-back', 'post-back', 'received', 'withdrawn', 'closed']);
const moments = cases.chain((input) => fc.tuple(fc.constant(input), momentsOf(input)));
const elapsed = (a: number, b: number) => b - a;

type Scale = readonly [(a: number, b: number) => number, number | undefined, number | undefined];

const scales: Readonly<Record<string, Scale>> = {
  '3 hours to 9 hours': [elapsed, 3, 9],
  'to 12 hours': [elapsed, undefined, 12],
  '2 hours to': [elapsed, 2, undefined],
  '1 working hour to 5 working hours': [officeTime, 1, 5],
};

/** Each pair by itself: how long it took, or has taken so far. */
function naiveSpans(
  input: NaiveCase,
  asOf: number,
  [time, min = -Infinity, max = Infinity]: Scale,
  byRoom: boolean,
): NaiveRun[] {
  const events = sorted(input, asOf);
  return events.flatMap((left, index): NaiveRun[] => {
    if (left.type !== 'post-left') return [];
    const from = left.at;
    const rest = events.slice(index + 1);
    const back = rest.find(
      ({ type, room }) =>
        type === 'post-back' && (!byRoom || (left.room !== undefined && room === left.room)),
    );
    const isOver = (t: number) => time(from, t) > max * HOUR;
    const before = back === undefined ? rest : rest.slice(0, rest.indexOf(back));
    const end = before.find(({ type }) => gone(type));
    if (end !== undefined && !isOver(end.at)) return [{ status: 'exempt', from, note: end.type }];
    if (back !== undefined) {
      const kept = time(from, back.at) >= min * HOUR && !isOver(back.at);
      return [{ status: kept ? 'met' : 'broken', from, done: back.at }];
    }
    return [{ status: isOver(asOf) ? 'broken' : 'pending', from }];
  });
}

function naiveScores(input: NaiveCase, asOf: number): NaiveRun[] {
  const events = sorted(input, asOf);
  const begin = (events.find(({ type }) => type === 'received') ?? events[0])?.at;
  if (begin === undefined) return [];
  const judge = (score: unknown, from: number, done: number | null): NaiveRun =>
    typeof score === 'number'
      ? { status: score >= 1 && score <= 3 ? 'met' : 'broken', from, done }
      : { status: 'undetermined', from, note: 'score' };
  const scored = events.filter(({ score }) => score !== undefined);
  // When the case itself got a score, and which: the last one stated at that instant.
  const stated = events.filter(({ type, set }) => type === 'changed' && set?.score !== undefined);
  const early = stated.filter(({ at }) => at === events[0]!.at).at(-1)?.set?.score ?? input.score;
  const at = early !== undefined ? events[0]!.at : stated[0]?.at;
  const own = early ?? stated.filter((event) => event.at === at).at(-1)?.set?.score;
  if (scored.length > 0 && (own === undefined || scored[0]!.at < at!))
    return scored.map((event) => judge(event.score, event.at, event.at));
  return [judge(own, begin, null)];
}

function naiveCount(input: NaiveCase, asOf: number, min: number, max: number): NaiveRun[] {
  const events = sorted(input, asOf);
  const from = (events.find(({ type }) => type === 'received') ?? events[0])?.at;
  if (from === undefined) return [];
  const end = events.findIndex(({ type }) => type === 'closed' || gone(type));
  const until = end < 0 ? events : events.slice(0, end);
  const backs = until.filter(({ type }) => type === 'post-back').map(({ at }) => at);
  const settling = max === Infinity ? backs[min - 1] : backs[max];
  if (settling !== undefined) return [{ status: max === Infinity ? 'met' : 'broken', from, done: settling }];
  if (end < 0) return [{ status: 'pending', from }];
  const { type, at } = events[end]!;
  if (gone(type)) return [{ status: 'exempt', from, note: type }];
  return [{ status: backs.length >= min ? 'met' : 'broken', from, done: at }];
}

const check = (
  naive: (input: NaiveCase, asOf: number) => NaiveRun[],
  standard: object,
  statuses: readonly string[],
) => {
  const policy = policyOfOne({ kind: 'bound', ...standard });
  const seen = new Set<string>();
  fc.assert(
    fc.property(moments, ([input, asOf]) => {
      const want = naive(input, asOf).map(filled);
      for (const { status } of want) seen.add(status);
      expect(judgedRuns(policy, input, asOf)).toEqual(want);
    }),
    { numRuns: 600 },
  );
  expect([...seen].sort()).toEqual(statuses);
};

describe('a bound, for any case, is what a naive evaluator says', () => {
  it.each(Object.entries(scales))('of a time %s', (scale, naive) => {
    const [min, max] = [/^(.+?) to/.exec(scale)?.[1], /to (.+)$/.exec(scale)?.[1]];
    for (const match of [undefined, 'room']) {
      check(
        (input, asOf) => naiveSpans(input, asOf, naive, match !== undefined),
        { measure: { from: 'post-left', to: 'post-back' }, min, max, match },
        ['broken', 'exempt', 'met', 'pending'],
      );
    }
  });

  it('of a number', () =>
    check(naiveScores, { measure: 'score', min: 1, max: 3 }, ['broken', 'met', 'undetermined']));

  it.each([
    [0, 2, { max: 2 }, ['broken', 'exempt', 'met', 'pending']],
    [1, 2, { min: 1, max: 2 }, ['broken', 'exempt', 'met', 'pending']],
    [2, Infinity, { min: 2 }, ['broken', 'exempt', 'met', 'pending']],
  ])('of a count from %s to %s', (min, max, edges, statuses) =>
    check(
      (input, asOf) => naiveCount(input, asOf, min, max),
      { measure: { count: 'post-back' }, ...edges },
      statuses,
    ),
  );
});
