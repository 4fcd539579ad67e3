import fc from 'fast-check';
import type { CaseInput } from '../case/types.ts';
import { toEpoch } from '../instant/to-epoch.ts';
import { DAY, type EpochMs, HOUR } from '../instant/types.ts';
import type { Policy } from '../policy/types.ts';
import { type CaseShape, cases } from './cases.ts';
import { casesOf, hoursFrom } from './cases-of.ts';
import { type PolicyOptions, policies } from './policies.ts';

/** A policy, a case, and moments of evaluation: any, one of an event's own or beside it, and one after everything. */
export interface Situation {
  readonly policy: Policy;
  readonly input: CaseInput;
  /** Three instants as epoch ms, in no order. */
  readonly moments: readonly EpochMs[];
}

/** What situations are made of, besides the policy. */
export interface SituationOptions extends PolicyOptions {
  /** The cases to judge; those of `casesOf(policy)` by default. */
  readonly cases?: fc.Arbitrary<CaseInput>;
}

/**
 * What a verdict depends on, all of it at random: cases of a policy with moments at which to judge them. Without a
 * policy each has one of `policies()`.
 *
 * @param given - The policy that judges; any by default.
 * @example
 * const [{ input, moments }] = fc.sample(situations(policy), 1);
 * assess(input, policy, { asOf: moments[0] }).policy // => { id: 'acme-service', version: '2026-07' }
 */
export function situations(given?: Policy, options: SituationOptions = {}): fc.Arbitrary<Situation> {
  return fc
    .record({
      policy: given === undefined ? policies(options) : fc.constant(given),
      input: options.cases ?? (given === undefined ? cases(anyCase) : casesOf(given)),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      near: fc.nat(3),
    })
    .map(({ policy, input, share, near }) => {
      const times = input.events.map(({ at }) => toEpoch(at));
      const [first, last] = [Math.min(...times, Infinity), Math.max(...times, 0)];
      // A case without events is looked at when those of `policies()` happen.
      const begin = Number.isFinite(first) ? first : START;
      const within = begin + Math.floor(((Math.max(last, begin) - begin + DAY) / HOUR) * share) * HOUR;
      const moments = [within, times[near] ?? within, Math.max(last, begin) + 40 * DAY];
      return given === undefined ? { policy, input, moments } : shownShort({ policy, input, moments });
    });
}

/** In a message it is told without the policy, which whoever gave it has at hand. */
const shownShort = (situation: Situation): Situation =>
  Object.defineProperty(situation, fc.toStringMethod, {
    value: () => {
      const { policy, ...rest } = situation;
      return fc.stringify({ policy: `${policy.id} ${policy.version}`, ...rest });
    },
  });

/** Friday 25 September 2026, 08:00 in Shanghai: holidays, make-up days and weekends all around. */
const START = Date.UTC(2026, 8, 25);
const instants = hoursFrom(START + HOUR, 20);

/** A list with each word as often as it says. */
const often = (words: Readonly<Record<string, number>>): string[] =>
  Object.entries(words).flatMap(([word, times]) => Array.from({ length: times }, () => word));

/** The words of `policies()`. */
const anyCase: CaseShape = {
  types: often({
    received: 6,
    replied: 6,
    resolved: 2,
    shipped: 2,
    proposed: 2,
    rejected: 4,
    reopened: 2,
    withdrawn: 2,
    closed: 4,
    paused: 7,
    resumed: 7,
    changed: 18,
    promised: 4,
    extended: 7,
    assigned: 2,
    transferred: 2,
  }),
  begin: ['received'],
  instants,
  begins: hoursFrom(START + HOUR, 2),
  attributes: {
    kind: fc.constantFrom('complaint', 'complaint', 'inquiry'),
    priority: fc.constantFrom('high', 'low', 'none'),
    waiting: fc.boolean(),
    promisedAt: instants,
    level: fc.integer({ min: 1, max: 3 }),
    channel: fc.constantFrom('phone', 'email'),
    department: fc.constantFrom('A', 'B'),
    owner: fc.constant('desk'),
  },
  marks: {
    channel: fc.constantFrom('phone', 'phone', 'email'),
    department: fc.constantFrom('A', 'A', 'B'),
  },
};
