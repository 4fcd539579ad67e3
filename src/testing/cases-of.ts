import fc from 'fast-check';
import type { CaseInput } from '../case/types.ts';
import { toEpochDay } from '../instant/civil.ts';
import { type CivilDate, DAY, type EpochMs, HOUR } from '../instant/types.ts';
import type { Policy } from '../policy/types.ts';
import type { AnyStandard } from '../standards/kind.ts';
import { type CaseShape, cases } from './cases.ts';
import { phraseMarks } from './phrase-marks.ts';
import { type Words, wordsOfLadders, wordsOfStandard } from './words-of.ts';

/** When the cases of a policy happen, and what there is in them that the policy doesn't say. */
export interface CasesOfOptions {
  /** The first day on which something happens; that on which the policy takes effect, or 25 September 2026 by default. */
  readonly from?: CivilDate;
  /** For how many days; 20 by default. Most of it happens on the first four. */
  readonly days?: number;
  /** What the policy doesn't say that it reads, as a kind of your own may. */
  readonly types?: readonly string[];
  readonly attributes?: CaseShape['attributes'];
  readonly marks?: CaseShape['marks'];
}

/**
 * Cases aimed at a policy: each is about one of its standards, with the events that it names, attributes on either side
 * of its conditions, promised times, pauses, changes, extensions, and now and then what ends a case. Instants are whole
 * hours, so that events meet one another and their dues, and the milliseconds beside them.
 *
 * @throws InstantError `instant.civil-date`
 * @example
 * const types = fc.sample(casesOf(policy), 50).flatMap(({ events }) => events.map(({ type }) => type));
 * ['received', 'replied', 'paused'].every((type) => types.includes(type)) // => true
 */
export function casesOf(policy: Policy, options: CasesOfOptions = {}): fc.Arbitrary<CaseInput> {
  const { from = policy.effective?.from ?? '2026-09-25', days = 20 } = options;
  const start = toEpochDay(from) * DAY;
  const when = hoursFrom(start, days);
  const ladders = wordsOfLadders(policy);
  return fc.oneof(
    ...policy.standards.map((standard) =>
      cases(shapeOf({ standard, words: [wordsOfStandard(standard, policy), ladders], when, start }, options)),
    ),
  );
}

/** Whole hours of so many days, most of them of the first four; some a millisecond off. */
export const hoursFrom = (start: EpochMs, days: number): fc.Arbitrary<EpochMs> =>
  fc
    .tuple(
      fc.oneof(
        { weight: 3, arbitrary: fc.nat(Math.min(4, days) * 24) },
        { weight: 1, arbitrary: fc.nat(days * 24) },
      ),
      fc.constantFrom(0, 0, 0, 0, 1, -1),
    )
    .map(([hours, off]) => start + hours * HOUR + off);

/** What happens to any case. */
const always = [
  'changed',
  'changed',
  'promised',
  'extended',
  'assigned',
  'paused',
  'resumed',
  'closed',
  'withdrawn',
];

interface Aim {
  readonly standard: AnyStandard;
  readonly words: readonly [own: Words, further: Words];
  readonly when: fc.Arbitrary<EpochMs>;
  readonly start: EpochMs;
}

function shapeOf({ standard, words, when, start }: Aim, options: CasesOfOptions): CaseShape {
  const [own, further] = words;
  const { types = [], attributes, marks } = options;
  const named = [...own.types];
  const begin = named[0] ?? types[0] ?? 'received';
  const read = attributesOf(words, when);
  return {
    // Its own events thrice as often as all else.
    types: [...thrice([...named, ...types]), ...further.types, 'received', ...always, ...eventsOf(standard)],
    begin: [begin, 'received', 'received'],
    instants: when,
    begins: fc.nat(48).map((hours) => start + hours * HOUR),
    attributes: { ...read, ...attributes },
    marks: { ...read, ...phraseMarks(standard), ...marks },
  };
}

const thrice = (types: readonly string[]) => [...types, ...types, ...types];

/** Events that a kind reads without its standards naming them. */
const eventsOf = ({ kind }: AnyStandard): readonly string[] =>
  ({
    wording: thrice(['said']),
    checklist: thrice(['observed']),
    ownership: thrice(['assigned', 'transferred']),
  })[kind] ?? [];

function attributesOf(
  words: readonly Words[],
  when: fc.Arbitrary<EpochMs>,
): NonNullable<CaseShape['attributes']> {
  const read = words.flatMap(({ values, times }) => [
    ...[...values].map(([name, values]) => [name, fc.constantFrom(...values, 'other')] as const),
    ...[...times].map((name) => [name, when] as const),
  ]);
  // What the standard itself reads comes first, and stays.
  return Object.fromEntries(read.toReversed());
}
