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
  type NaiveRun,
  officeTime,
  START,
  sorted,
} from '../../support/kind-cases.ts';
import { policyOfOne } from '../../support/one-standard.ts';

const tracking = { kind: 'cadence', from: 'shipped', until: 'delivered', event: ['progressed', 'told'] };
const cases = casesOf(['shipped', 'progressed', 'progressed', 'told', 'delivered', 'withdrawn', 'closed']);

const dues = {
  '5 hours': (t: number) => t + 5 * HOUR,
  '1 day': (t: number) => t + DAY,
  '30 minutes': (t: number) => t + HOUR / 2,
  // The first instant by which so much of the office's time has passed.
  '4 working hours': (t: number) => {
    let end = t;
    for (let left = 4 * HOUR; left > 0; left = 4 * HOUR - officeTime(t, end)) {
      // From full hour to full hour: a millisecond that is left may have to wait for a week.
      const next = Math.floor(end / HOUR) * HOUR + HOUR;
      end = officeTime(end, next) > 0 ? Math.min(end + left, next) : next;
    }
    return end;
  },
};

/** The marks of a cadence, its runs between them, and what cuts it short. */
function naiveGaps(input: NaiveCase, asOf: number, dueOf: (t: number) => number): NaiveRun[] {
  const events = sorted(input, asOf);
  const start = events.findIndex(({ type }) => type === 'shipped');
  if (start < 0) return [];
  const later = events.slice(start + 1);
  const until = later.findIndex(({ type }) => type === 'delivered');
  const inside = until < 0 ? later : later.slice(0, until + 1);
  const end = inside.findIndex(({ type }) => gone(type));
  const marks = inside.map(({ type }) => ['progressed', 'told', 'delivered'].includes(type));
  const runs: NaiveRun[] = [];
  let from = events[start]!.at;
  for (let index = 0; index <= inside.length; index += 1) {
    const event = inside[index];
    const due = dueOf(from);
    if (event === undefined) return [...runs, { status: asOf <= due ? 'pending' : 'overdue', from, due }];
    if (index === end && event.at <= due) return [...runs, { status: 'exempt', from, due, note: event.type }];
    if (!marks[index]) continue;
    runs.push({ status: event.at <= due ? 'met' : 'late', from, due, done: event.at });
    if (event.type === 'delivered' || (end >= 0 && index > end)) return runs;
    from = event.at;
  }
  return runs;
}

const slotRules = {
  day: [[0, 24]],
  'half-day': [
    [0, 12],
    [12, 24],
  ],
  windows: [
    [8, 12],
    [14, 18],
    [22, 30],
  ],
} as const;

function naiveSlots(
  input: NaiveCase,
  asOf: number,
  hours: readonly (readonly [number, number])[],
  times: number,
): NaiveRun[] {
  const events = sorted(input, asOf);
  const start = events.findIndex(({ type }) => type === 'shipped');
  if (start < 0) return [];
  const end = events.find(({ type }, n) => n > start && (type === 'delivered' || gone(type)))?.at ?? Infinity;
  const runs: NaiveRun[] = [];
  for (let day = START - DAY; day <= asOf; day += DAY) {
    for (const [open, close] of hours) {
      const [from, to] = [day + open * HOUR, day + close * HOUR];
      if (from < events[start]!.at || to > end || from > asOf) continue;
      const hits = events.filter(
        ({ type, at }) => ['progressed', 'told'].includes(type) && at >= from && at < to,
      );
      const done = hits[times - 1]?.at;
      if (asOf < to) runs.push({ status: 'pending', from });
      else runs.push(done === undefined ? { status: 'broken', from } : { status: 'met', from, done });
    }
  }
  return runs;
}

describe('a cadence, for any case', () => {
  it('of gaps is what a naive evaluator says', () => {
    const seen = new Set<string>();
    const policies = Object.fromEntries(
      Object.keys(dues).map((every) => [every, policyOfOne({ ...tracking, every })]),
    );
    fc.assert(
      fc.property(
        cases.chain((input) => fc.tuple(fc.constant(input), momentsOf(input))),
        fc.constantFrom(...(Object.keys(dues) as (keyof typeof dues)[])),
        ([input, asOf], every) => {
          const want = naiveGaps(input, asOf, dues[every]).map(filled);
          for (const { status } of want) seen.add(status);
          expect(judgedRuns(policies[every]!, input, asOf)).toEqual(want);
        },
      ),
      { numRuns: 600 },
    );
    expect([...seen].sort()).toEqual(['exempt', 'late', 'met', 'overdue', 'pending']);
  });

  it('of slots is what a naive evaluator says', () => {
    const seen = new Set<string>();
    const windows = ['08:00-12:00', '14:00-18:00', '22:00-06:00'];
    const policies = Object.fromEntries(
      Object.keys(slotRules).flatMap((per) =>
        [1, 2].map((times) => {
          const rule = per === 'windows' ? { per: 'day', windows } : { per };
          return [`${per} ${times}`, policyOfOne({ ...tracking, times, ...rule })];
        }),
      ),
    );
    fc.assert(
      fc.property(
        cases.chain((input) => fc.tuple(fc.constant(input), momentsOf(input))),
        fc.constantFrom(...(Object.keys(slotRules) as (keyof typeof slotRules)[])),
        fc.constantFrom(1, 1, 2),
        ([input, asOf], per, times) => {
          const want = naiveSlots(input, asOf, slotRules[per], times).map(filled);
          for (const { status } of want) seen.add(status);
          expect(judgedRuns(policies[`${per} ${times}`]!, input, asOf)).toEqual(want);
        },
      ),
      { numRuns: 600 },
    );
    expect([...seen].sort()).toEqual(['broken', 'met', 'pending']);
  });
});
