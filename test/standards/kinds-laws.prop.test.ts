import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import type { Assessment } from '../../src/assess/types.ts';
import type { CaseInput } from '../../src/case/types.ts';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import { casesOf, DAY, momentsOf, type NaiveCase, START } from '../support/kind-arbitraries.ts';
import { office } from '../support/naive-service.ts';

/** One standard of each form, over the same few events. */
const standards = [
  { id: 'gaps', kind: 'cadence', from: 'a', until: 'd', event: 'b', every: '7 hours' },
  { id: 'worked', kind: 'cadence', from: 'a', until: 'd', event: 'b', every: '3 working hours' },
  { id: 'days', kind: 'cadence', from: 'a', until: 'd', event: 'b', times: 1, per: 'day' },
  {
    id: 'windows',
    kind: 'cadence',
    from: 'a',
    until: 'd',
    event: ['b', 'c'],
    times: 2,
    per: 'half-day',
    windows: ['08:00-12:00', '14:00-18:00'],
  },
  {
    id: 'visit',
    kind: 'notice',
    event: 'b',
    before: { attribute: 'visitAt' },
    atLeast: '1 day',
    unless: 'c',
  },
  { id: 'event', kind: 'notice', event: 'b', before: 'd', atLeast: '5 hours' },
  { id: 'span', kind: 'bound', measure: { from: 'a', to: 'b' }, min: '1 hour', max: '9 hours' },
  { id: 'hours', kind: 'bound', measure: { from: 'a', to: 'c' }, max: '4 working hours', match: 'room' },
  { id: 'count', kind: 'bound', measure: { count: 'b' }, min: 1, max: 2 },
  { id: 'score', kind: 'bound', measure: 'score', max: 2 },
  { id: 'pair', kind: 'order', first: 'a', then: 'c' },
  { id: 'chain', kind: 'order', steps: ['a', 'b', 'c', 'd'] },
];
const policy = parsePolicy({ id: 'p', version: '1', calendar: office, standards });
const cases = casesOf(['a', 'b', 'b', 'c', 'd', 'withdrawn', 'closed', 'received']);
const situations = cases.chain((input) => fc.tuple(fc.constant(input), momentsOf(input)));
const runs = { numRuns: 300 };

const at = (input: NaiveCase, asOf: number): Assessment =>
  assess(input as unknown as CaseInput, policy, { asOf, trace: false });
const statesOf = ({ verdicts }: Assessment): string[] =>
  verdicts.map(({ standard, run, status }) => `${standard} ${run} ${status}`);

describe('the kinds without a clock of their own, for any case', () => {
  it('do not mind the order of events, as long as equal instants keep theirs', () => {
    fc.assert(
      fc.property(situations, fc.nat(), ([input, asOf], key) => {
        const instants = [...new Set(input.events.map((event) => event.at))];
        const turned = [...instants.slice(key % 7), ...instants.slice(0, key % 7)].reverse();
        const events = turned.flatMap((instant) => input.events.filter((event) => event.at === instant));
        expect(at({ ...input, events }, asOf).verdicts).toEqual(at(input, asOf).verdicts);
      }),
      runs,
    );
  });

  it('never take back what is final as time goes on: only what is open changes, overdue into late', () => {
    const final = new Set(['met', 'late', 'broken', 'exempt']);
    fc.assert(
      fc.property(situations, ([input]) => {
        const known: Record<string, string> = {};
        const moments = input.events.flatMap((event) => [event.at, event.at + 1]).concat(START + 9 * DAY);
        for (const asOf of [...new Set(moments)].sort((a, b) => a - b)) {
          const now: Record<string, string> = {};
          for (const { standard, run, status, due, done } of at(input, asOf).verdicts) {
            // A broken span may yet get its end.
            const end = status === 'broken' ? null : done;
            now[`${standard} ${run}`] = JSON.stringify({ status, due, end });
          }
          for (const [key, said] of Object.entries(known)) {
            const { status, due } = JSON.parse(said);
            if (final.has(status)) expect(now[key], key).toBe(said);
            if (status !== 'overdue') continue;
            const later = JSON.parse(now[key]!);
            expect(['overdue', 'late']).toContain(later.status);
            expect(later.due).toBe(due);
          }
          Object.assign(known, now);
        }
      }),
      runs,
    );
  });

  it('change nothing until nextChange and something at it', () => {
    let changes = 0;
    fc.assert(
      fc.property(situations, fc.double({ min: 0, max: 1, noNaN: true }), ([input, asOf], part) => {
        const known = { ...input, events: input.events.filter((event) => event.at <= asOf) };
        const now = at(known, asOf);
        const next = now.nextChange?.getTime() ?? null;
        const until = next ?? asOf + 40 * DAY;
        expect(until).toBeGreaterThan(asOf);
        for (const moment of [asOf + Math.floor((until - 1 - asOf) * part), until - 1])
          expect(statesOf(at(known, moment))).toEqual(statesOf(now));
        if (next === null) return;
        changes += 1;
        expect(statesOf(at(known, next))).not.toEqual(statesOf(now));
      }),
      runs,
    );
    expect(changes).toBeGreaterThan(100);
  });
});
