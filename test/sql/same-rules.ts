import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { definePolicy } from '../../src/policy/define-policy.ts';
import { agreedVerdicts } from './agreed-verdicts.ts';
import type { Engine } from './engines.ts';
import { randomCase, rowsOf } from './random-cases.ts';
import { calendar } from './random-policies.ts';
import { bounds, notices } from './random-rules.ts';
import { type Rule, ruleTraits, wantedOf } from './rule-traits.ts';
import { countTraits } from './traits.ts';

interface Effort {
  readonly policies: number;
  readonly cases: number;
  /** Of a kind's verdicts each of its options has to be in such a share. */
  readonly share: number;
}

const world = (cases: number) =>
  fc.record({
    calendar,
    side: calendar,
    rules: fc.tuple(bounds, notices).map((lists) => lists.flat() as unknown as Rule[]),
    drawn: fc.array(randomCase, { minLength: cases, maxLength: cases }),
  });

type World = ReturnType<typeof world> extends fc.Arbitrary<infer W> ? W : never;

async function judge(open: () => Promise<Engine>, { calendar, side, rules, drawn }: World) {
  const policy = definePolicy({
    id: 'random',
    version: '1',
    calendar,
    calendars: { side },
    parameters: { set: '2 working days', number: 2, unset: null },
    standards: rules.map((rule, n) => ({ id: `r${n}`, ...rule })),
  } as never);
  return agreedVerdicts(open, policy, rowsOf(drawn));
}

/** Bounds and notices of every sort: what the view says is what `assess` says. */
export function sameRules(open: () => Promise<Engine>, { policies, cases, share }: Effort): void {
  describe('the view of verdicts', () => {
    const seen = { bound: countTraits(wantedOf.bound), notice: countTraits(wantedOf.notice) };

    it('says of bounds and notices of every sort what assess says', { timeout: 300_000 }, () =>
      fc.assert(
        fc.asyncProperty(world(cases), async (drawn) => {
          for (const { kind, standard, status } of await judge(open, drawn)) {
            const rule = drawn.rules[Number(String(standard).slice(1))]!;
            seen[kind as 'bound'].add([`status ${status}`, ...ruleTraits(rule)]);
          }
        }),
        { numRuns: policies, endOnFailure: true },
      ),
    );

    afterAll(() => {
      expect([...seen.bound.rare(share), ...seen.notice.rare(share)]).toEqual([]);
    });
  });
}
