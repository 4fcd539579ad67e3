import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import type { Assessment } from '../../src/assess/types.ts';
import type { CaseInput } from '../../src/case/types.ts';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import type { Policy } from '../../src/policy/types.ts';
import { documentOf, situations } from '../support/naive-arbitraries.ts';
import type { NaiveCase } from '../support/naive-deadline.ts';

const runs = { numRuns: 250 };

const frozen = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
};

const at = (input: NaiveCase, policy: Policy, asOf: number): Assessment =>
  assess(input as unknown as CaseInput, policy, { asOf, trace: false });

/** What `nextChange` speaks of: runs with their status, rungs with their state. */
const statesOf = ({ verdicts, escalations }: Assessment): string[] => [
  ...verdicts.map(({ standard, run, status }) => `${standard} ${run} ${status}`),
  ...escalations.map(({ key, state }) => `${key} ${state}`),
];

const withLadder = (document: ReturnType<typeof documentOf>) => ({
  ...document,
  ladders: [
    {
      id: 'up',
      rungs: [
        { id: 'remind', level: 1, to: 'handler', at: { before: 'answer', by: '3 hours' } },
        { id: 'warn', level: 2, to: 'manager', at: { share: 0.8, of: 'answer' } },
        {
          id: 'boss',
          level: 3,
          to: 'boss',
          at: { after: 'answer', by: '2 working hours' },
          every: '1 day',
          times: 2,
        },
        { id: 'often', level: 2, to: 'manager', on: { event: 'rejected', count: 2 } },
        { id: 'low', level: 1, to: 'manager', when: { priority: 'low' } },
      ],
    },
  ],
});

describe('assess, for any policy of one deadline and any case', () => {
  it('gives the same twice, from inputs that nobody may change', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const policy = parsePolicy(frozen(withLadder(documentOf(situation))));
        const input = frozen(structuredClone(situation.input));
        for (const asOf of situation.moments) {
          expect(at(input, policy, asOf)).toEqual(at(input, policy, asOf));
        }
      }),
      runs,
    );
  });

  it('does not mind the order of events, as long as equal instants keep theirs', () => {
    fc.assert(
      fc.property(situations, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (situation, keys) => {
        const policy = parsePolicy(withLadder(documentOf(situation)));
        const { input, moments } = situation;
        const asOf = moments[0]!;
        const instants = [...new Set(input.events.map((event) => event.at))];
        const shuffled = instants
          .map((instant, index) => ({ instant, key: keys[index % keys.length]! * 31 + index }))
          .sort((a, b) => a.key - b.key)
          .flatMap(({ instant }) => input.events.filter((event) => event.at === instant));
        const want = at(input, policy, asOf);
        const found = at({ ...input, events: shuffled }, policy, asOf);
        expect(found.verdicts).toEqual(want.verdicts);
        expect(found.escalations).toEqual(want.escalations);
        expect(found.nextChange).toEqual(want.nextChange);
        expect(found.findings.map(({ code }) => code)).toEqual(want.findings.map(({ code }) => code));
      }),
      runs,
    );
  });

  it('is final about met and late as time goes on, and turns overdue only into late', () => {
    fc.assert(
      fc.property(situations, ({ policy, standard, input, ...rest }) => {
        const checked = parsePolicy(documentOf({ policy, standard, input, ...rest }));
        const last = Math.max(...rest.moments);
        const moments = [...new Set(input.events.flatMap((event) => [event.at, event.at + 1]))].concat(last);
        const before = new Map<string, { status: string; due: Date | null; done: Date | null }>();
        for (const asOf of moments.sort((a, b) => a - b)) {
          for (const { run, status, from, due, done } of at(input, checked, asOf).verdicts) {
            if (from === null) continue;
            const key = `${run} ${from.getTime()}`;
            const was = before.get(key);
            if (was?.status === 'met' || was?.status === 'late') expect({ status, due, done }).toEqual(was);
            if (was?.status === 'overdue') {
              expect(['overdue', 'late']).toContain(status);
              expect(due).toEqual(was.due);
            }
            before.set(key, { status, due, done });
          }
        }
      }),
      runs,
    );
  });

  it('changes nothing until nextChange and something at it', () => {
    let changes = 0;
    fc.assert(
      fc.property(situations, fc.double({ min: 0, max: 1, noNaN: true }), (situation, part) => {
        const policy = parsePolicy(withLadder(documentOf(situation)));
        // At its events a case is young, and most of its runs are pending.
        const moments = situation.input.events.map((event) => event.at);
        for (const asOf of new Set([...situation.moments, ...moments])) {
          const known = {
            ...situation.input,
            events: situation.input.events.filter((event) => event.at <= asOf),
          };
          const now = at(known, policy, asOf);
          const next = now.nextChange?.getTime() ?? null;
          const until = next ?? asOf + 400 * 86_400_000;
          const between = asOf + Math.floor((until - 1 - asOf) * part);
          expect(next === null || next > asOf).toBe(true);
          for (const moment of [between, until - 1]) {
            expect(statesOf(at(known, policy, moment))).toEqual(statesOf(now));
          }
          if (next === null) continue;
          changes += 1;
          expect(statesOf(at(known, policy, next))).not.toEqual(statesOf(now));
        }
      }),
      runs,
    );
    expect(changes).toBeGreaterThan(100);
  });

  it('never throws on a case whose attributes are anything that JSON can hold', () => {
    fc.assert(
      fc.property(
        situations,
        fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })),
        (situation, junk) => {
          const policy = parsePolicy(withLadder(documentOf(situation)));
          const { input, moments } = situation;
          const events = input.events.map((event, index) => ({
            ...event,
            ...(index % 3 === 0
              ? { set: junk.set, until: junk.until, duration: junk.duration, to: junk }
              : {}),
            ...(index % 3 === 1 ? { set: Object.values(junk)[0], promisedAt: Object.values(junk)[1] } : {}),
          }));
          const { id: _, events: __, ...rest } = junk;
          at(
            { ...rest, id: input.id, priority: junk, promisedAt: junk, events } as NaiveCase,
            policy,
            moments[0]!,
          );
        },
      ),
      runs,
    );
  });
});
