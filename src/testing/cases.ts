import fc from 'fast-check';
import type { CaseEvent, CaseInput } from '../case/types.ts';
import type { EpochMs } from '../instant/types.ts';
import { limits } from './limits.ts';

/** What random cases are made of. */
export interface CaseShape {
  /** Event types; one that stands there twice comes up twice as often. The first ones begin most cases. */
  readonly types: readonly string[];
  /** How most cases begin; the first of `types` and `received` by default. */
  readonly begin?: readonly string[];
  /** When things happen. */
  readonly instants: fc.Arbitrary<EpochMs>;
  /** When most cases begin; as `instants` by default. */
  readonly begins?: fc.Arbitrary<EpochMs>;
  /** Attributes of the case and of what `changed` sets; each may be absent. */
  readonly attributes?: Readonly<Record<string, fc.Arbitrary<unknown>>>;
  /** Attributes of events; each may be absent. */
  readonly marks?: Readonly<Record<string, fc.Arbitrary<unknown>>>;
  /** The most events besides the first; 11 by default. */
  readonly most?: number;
}

/**
 * Cases as plain data: events in no order, on instants that they share, some of them on their own, some begun with
 * nothing; `changed`, `promised`, `extended`, `assigned` and the like carry what such events carry.
 *
 * @param shape - What they are made of; `casesOf(policy)` finds that out for a policy.
 * @throws Error of fast-check if `types` is empty
 * @example
 * const some = cases({ types: ['received', 'replied'], instants: instants({ year: 2026 }) });
 * fc.sample(some, 20).every(({ events }) => events.length <= 12) // => true
 */
export function cases(shape: CaseShape): fc.Arbitrary<CaseInput> {
  const { types, begin = [types[0]!, types[0]!, 'received'], attributes = {}, most = 11 } = shape;
  const given = fc.record({ ...attributes }, { requiredKeys: [] });
  const first = fc.record({ type: fc.constantFrom(...begin), at: shape.begins ?? shape.instants });
  return fc
    .record({
      attributes: given,
      // Nearly always something to judge; now and then nothing.
      first: fc.option(first, { freq: 12 }),
      events: fc.array(eventsOf(shape, given), { maxLength: most }),
    })
    .map(({ attributes, first, events }) => ({
      id: 'T-1',
      ...attributes,
      events: first === null ? events : [...events, first],
    }));
}

type Extras = Readonly<Record<string, unknown>>;

function eventsOf({ types, instants, marks = {} }: CaseShape, set: fc.Arbitrary<Extras>) {
  const what: Readonly<Record<string, fc.Arbitrary<Extras>>> = {
    changed: set.map((set) => ({ set })),
    promised: set,
    extended: fc.oneof(
      instants.map((until) => ({ until })),
      limits().map(({ amount, unit }) => ({ duration: `${amount} ${unit}` })),
    ),
    escalated: fc.record({ level: fc.integer({ min: 1, max: 3 }), to: persons }),
    assigned: persons.map((to) => ({ to })),
    transferred: persons.map((to) => ({ to })),
  };
  const kept = fc.record({ ...marks }, { requiredKeys: [] });
  return fc.oneof(
    ...[...new Set(types)].map((type) => ({
      weight: types.filter((other) => other === type).length,
      arbitrary: fc
        .tuple(instants, kept, Object.hasOwn(what, type) ? what[type]! : fc.constant({}))
        .map(([at, marks, more]): CaseEvent => ({ type, at, ...marks, ...more })),
    })),
  );
}

const persons = fc.constantFrom('li', 'wu');
