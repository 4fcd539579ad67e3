import fc from 'fast-check';
import { assess } from '../assess/assess.ts';
import type { Assessment } from '../assess/types.ts';
import type { CaseEvent, CaseInput } from '../case/types.ts';
import { explain } from '../explain/explain.ts';
import { toEpoch } from '../instant/to-epoch.ts';
import { DAY, type EpochMs } from '../instant/types.ts';
import { kindsOf } from '../policy/kinds.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import type { Policy } from '../policy/types.ts';
import type { Verdict } from '../standards/verdict.ts';
import { isArbitrary } from './is-arbitrary.ts';
import { isFinal } from './is-final.ts';
import { type Law, law } from './law.ts';
import { frozenCopy, same } from './same.ts';
import { type Situation, situations } from './situations.ts';

/**
 * The laws of verdicts: the same twice, whatever the order of events, never taken back, nothing changes before
 * `nextChange` and something does at it, statuses that fit their instants, no input changed, no exception, the policy
 * and its verdicts the same by way of JSON.
 *
 * @param of - A policy, with kinds of your own or without, or `situations` made for it; any policy by default.
 * @example
 * checkLaws(policyLaws(policy), { numRuns: 5 }).length // => 9
 */
export function policyLaws(of: Policy | fc.Arbitrary<Situation> = situations()): readonly Law[] {
  const all = isArbitrary<Situation>(of) ? of : situations(of);
  return [
    law('judging twice gives the same, from inputs that nobody may change', [all], isRepeatable),
    law(
      'the order of events makes no difference, as long as equal instants keep theirs',
      [all, fc.array(fc.nat(), { minLength: 12, maxLength: 12 })],
      ignoresOrder,
    ),
    law('what is final stays as time goes on, and overdue turns into late alone', [all], isFinal),
    law(
      'nothing changes until nextChange, and something does at it',
      [all, fc.double({ min: 0, max: 1, noNaN: true })],
      changesWhenItSays,
    ),
    law('statuses fit their instants', [all], ({ policy, input, moments }) =>
      moments.every((asOf) => judged(input, policy, asOf).verdicts.every((verdict) => fits(verdict, asOf))),
    ),
    law('without a trace verdicts say the same, as far as they go', [all], ({ policy, input, moments }) =>
      moments.every((asOf) => {
        const traced = assess(input, policy, { asOf }).verdicts;
        return judged(input, policy, asOf).verdicts.every((verdict, index) =>
          saysAlso(traced[index], verdict),
        );
      }),
    ),
    law(
      'attributes of any value that JSON can hold are no exception',
      [all, fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }))],
      takesJunk,
    ),
    law('a policy is the same by way of JSON, and judges the same', [all], ({ policy, input, moments }) => {
      const text = JSON.stringify(policy);
      const stored = parsePolicy(JSON.parse(text), { kinds: kindsOf(policy) });
      const agrees = (asOf: EpochMs) => same(judged(input, stored, asOf), judged(input, policy, asOf));
      return JSON.stringify(stored) === text && moments.every(agrees);
    }),
    law(
      'a stored verdict is explained as a fresh one, in both languages',
      [all],
      ({ policy, input, moments }) =>
        assess(input, policy, { asOf: moments[0]! }).verdicts.every((verdict) => {
          const stored = JSON.parse(JSON.stringify(verdict)) as Verdict;
          return (['en', 'zh-CN'] as const).every(
            (locale) => explain(stored, { locale }) === explain(verdict, { locale }),
          );
        }),
    ),
  ];
}

/** Without steps, as audits judge. */
const judged = (input: CaseInput, policy: Policy, asOf: EpochMs): Assessment =>
  assess(input, policy, { asOf, trace: false });

function isRepeatable({ policy, input, moments }: Situation): boolean {
  const kept = frozenCopy(input);
  return moments.every((asOf) => {
    const first = judged(kept, policy, asOf);
    return same(judged(kept, policy, asOf), first) && same(judged(input, policy, asOf), first);
  });
}

function ignoresOrder({ policy, input, moments }: Situation, keys: readonly number[]): boolean {
  const times = [...new Set(input.events.map(({ at }) => toEpoch(at)))];
  const events = times
    .map((time, index) => ({ time, key: keys[index % keys.length]! * 31 + index }))
    .sort((a, b) => a.key - b.key)
    .flatMap(({ time }) => input.events.filter(({ at }) => toEpoch(at) === time));
  return moments.every((asOf) => {
    const [want, found] = [judged(input, policy, asOf), judged({ ...input, events }, policy, asOf)];
    return same(said(found), said(want));
  });
}

/** Whether every key of the second is in the first, with the same value. */
const saysAlso = (more: object | undefined, less: object): boolean =>
  same(Object.fromEntries(Object.keys(less).map((key) => [key, more?.[key as never]])), less);

/** All but the places of events in the list. */
const said = ({ verdicts, escalations, nextChange, findings }: Assessment) => [
  verdicts.map(({ detail: _, ...verdict }) => verdict),
  escalations,
  nextChange,
  findings.map(({ code }) => code),
];

/** What `nextChange` speaks of: runs with their status, rungs with their state. */
const statesOf = ({ verdicts, escalations }: Assessment): string =>
  [
    ...verdicts.map(({ standard, run, status }) => `${standard} ${run} ${status}`),
    ...escalations.map(({ key, state }) => `${key} ${state}`),
  ].join('\n');

function changesWhenItSays({ policy, input, moments }: Situation, part: number): boolean {
  // At its events a case is young, and most of its runs are pending.
  const all = new Set([...moments, ...input.events.map(({ at }) => toEpoch(at))]);
  return [...all].every((asOf) => {
    const known = { ...input, events: input.events.filter(({ at }) => toEpoch(at) <= asOf) };
    const now = judged(known, policy, asOf);
    const next = now.nextChange?.getTime() ?? null;
    if (next !== null && next <= asOf) return false;
    const until = next ?? asOf + 400 * DAY;
    const between = asOf + Math.floor((until - 1 - asOf) * part);
    const stays = [between, until - 1].every(
      (moment) => statesOf(judged(known, policy, moment)) === statesOf(now),
    );
    return stays && (next === null || statesOf(judged(known, policy, next)) !== statesOf(now));
  });
}

function fits({ status, due, done }: Verdict, asOf: EpochMs): boolean {
  if (status === 'met') return due === null || done === null || done <= due;
  if (status === 'late') return due !== null && done !== null && done > due;
  if (status === 'overdue') return due !== null && done === null && due.getTime() < asOf;
  return status !== 'pending' || (done === null && (due === null || due.getTime() >= asOf));
}

function takesJunk({ policy, input, moments }: Situation, junk: Readonly<Record<string, unknown>>): boolean {
  const { id: _, events: __, ...rest } = junk;
  const [any, other] = Object.values(junk);
  const events = input.events.map((event, index): CaseEvent => {
    if (index % 3 === 0) return { ...event, set: any, until: other, duration: any, to: junk, level: any };
    return index % 3 === 1 ? { ...event, ...rest, set: junk, ...named(input, other) } : event;
  });
  for (const attributes of [rest, named(input, junk), named(input, any)])
    judged({ ...input, ...attributes, events }, policy, moments[0]!);
  return true;
}

/** Every attribute that the case has, with this value. */
const named = ({ id: _, events: __, ...attributes }: CaseInput, value: unknown) =>
  Object.fromEntries(Object.keys(attributes).map((name) => [name, value]));
