import fc from 'fast-check';
import type { CaseEvent, CaseInput } from '../../src/case/types.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
export const START = Date.parse('2026-09-25T00:00:00Z');
export const AS_OF = Date.parse('2026-10-20T09:30:00Z');

/** A case as rows of tables hold it: what is null is absent. */
export interface CaseRow {
  readonly id: string;
  readonly kind: string | null;
  readonly channel: string | null;
  readonly priority: string | null;
  readonly department: string | null;
  readonly level: number | null;
  readonly vip: boolean | null;
  readonly rings: number | null;
  readonly customer: string | null;
  readonly repeatOf: string | null;
  readonly promisedAt: number | null;
  readonly promisedOn: string | null;
}

export interface EventRow {
  readonly case_id: string;
  readonly type: string;
  readonly at: number;
  readonly seq: number;
  readonly channel: string | null;
  readonly priority: string | null;
  readonly department: string | null;
  readonly rings: number | null;
  readonly role: string | null;
  readonly satisfaction: string | null;
  readonly repeatOf: string | null;
  readonly promisedAt: number | null;
  readonly promisedOn: string | null;
}

const or = <T>(value: fc.Arbitrary<T>, freq = 4) => fc.option(value, { freq });
export const kinds = ['inquiry', 'complaint', 'repair'];
export const channels = ['phone', 'email'];
export const priorities = ['high', 'low'];
const departments = ['north', 'south'];
const instants = fc.integer({ min: 0, max: 50 }).map((halfDays) => START + halfDays * 12 * 60 * MINUTE);
const dates = fc
  .integer({ min: 0, max: 25 })
  .map((days) => new Date(START + days * DAY).toISOString().slice(0, 10));

const types = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('replied', 'resolved', 'told') },
  { weight: 3, arbitrary: fc.constantFrom('received', 'transferred', 'department-replied') },
  { weight: 3, arbitrary: fc.constantFrom('paused', 'resumed') },
  { weight: 2, arbitrary: fc.constantFrom('withdrawn', 'returned', 'closed') },
  { weight: 2, arbitrary: fc.constantFrom('changed', 'promised') },
);

/** What is said on the telephone, and asked of customers afterwards. */
const talk = fc.oneof(
  { weight: 8, arbitrary: types },
  { weight: 20, arbitrary: fc.constantFrom('offered', 'answered', 'abandoned') },
  { weight: 12, arbitrary: fc.constantFrom('surveyed', 'rated', 'said', 'resolved', 'return-visited') },
  { weight: 1, arbitrary: fc.constant('extended') },
);
const roles = ['agent', 'customer', 'bot', 'ivr'];
const answers = ['satisfied', 'basically-satisfied', 'dissatisfied'];

/** Steps between events: none, minutes, to the same clock time, whole hours, days. */
const steps = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 90 }).map((minutes) => minutes * MINUTE),
  fc.integer({ min: 1, max: 30 }).map((halfHours) => halfHours * 30 * MINUTE),
  fc.integer({ min: 1, max: 6 }).map((days) => days * DAY),
  fc.integer({ min: 1, max: 20_000_000 }),
);

const rings = fc.integer({ min: 0, max: 4 });

const nothing = {
  channel: null,
  priority: null,
  department: null,
  rings: null,
  role: null,
  satisfaction: null,
  repeatOf: null,
  promisedAt: null,
  promisedOn: null,
};

const eventsOf = (types: fc.Arbitrary<string>) =>
  fc
    .record({
      first: fc.integer({ min: 0, max: 17 * 48 }).map((halfHours) => START + halfHours * 30 * MINUTE),
      opens: fc.oneof({ weight: 12, arbitrary: fc.constant('received') }, { weight: 1, arbitrary: types }),
      rest: fc.array(
        fc.record({
          type: types,
          step: steps,
          channel: or(fc.constantFrom(...channels), 2),
          priority: or(fc.constantFrom(...priorities), 2),
          department: or(fc.constantFrom(...departments), 2),
          rings: or(rings, 2),
          role: or(fc.constantFrom(...roles), 2),
          satisfaction: or(fc.constantFrom(...answers), 2),
          repeatOf: or(fc.constantFrom('c0', ''), 2),
          promisedAt: or(instants, 2),
          promisedOn: or(dates, 2),
        }),
        { maxLength: 9 },
      ),
      early: fc.oneof(
        { weight: 9, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.constant(2 * 60 * MINUTE) },
      ),
    })
    .map(({ first, opens, rest, early }) => {
      let at = first;
      const later = rest.map(({ step, ...event }, n) => {
        at += step;
        return { ...event, at: n === 0 && early > 0 ? first - early : at };
      });
      return [{ ...nothing, type: opens, at: first }, ...later];
    });

const caseOf = (types: fc.Arbitrary<string>) =>
  fc.record({
    row: fc.record({
      kind: or(fc.constantFrom(...kinds), 20),
      channel: or(fc.constantFrom(...channels)),
      priority: or(fc.constantFrom(...priorities), 2),
      department: or(fc.constantFrom(...departments)),
      level: or(fc.integer({ min: 1, max: 3 })),
      vip: or(fc.boolean()),
      rings: or(rings, 2),
      customer: or(fc.constantFrom('', 'ann', 'bob', 'cy', 'dan', 'eve', 'fay', 'gus')),
      repeatOf: or(fc.constantFrom('c0', ''), 2),
      promisedAt: or(instants, 2),
      promisedOn: or(dates, 2),
    }),
    events: eventsOf(types),
  });

export const randomCase = caseOf(types);
/** One with calls and surveys; some are left to the package itself. */
export const randomTalk = caseOf(talk);

type DrawnCase = typeof randomCase extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** Cases with ids, as rows. */
export function rowsOf(drawn: readonly DrawnCase[]): { cases: CaseRow[]; events: EventRow[] } {
  const cases: CaseRow[] = [];
  const all: EventRow[] = [];
  for (const [index, { row, events }] of drawn.entries()) {
    const id = `c${index}`;
    cases.push({ id, ...row });
    for (const [seq, event] of events.entries()) all.push({ case_id: id, seq, ...event });
  }
  return { cases, events: all };
}

const present = (row: object) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

/** The same cases as `assess` takes them. */
export function inputsOf({ cases, events }: { cases: CaseRow[]; events: EventRow[] }): CaseInput[] {
  const byCase = new Map<string, CaseEvent[]>();
  for (const { case_id, seq: _, type, at, ...own } of events) {
    const list = byCase.get(case_id) ?? [];
    byCase.set(case_id, list);
    list.push(type === 'changed' ? { type, at, set: present(own) } : { type, at, ...present(own) });
  }
  return cases.map(({ id, ...attributes }) => ({ id, ...present(attributes), events: byCase.get(id) ?? [] }));
}
