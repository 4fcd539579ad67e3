import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { definePolicy } from '../../src/policy/define-policy.ts';
import { compileSql } from '../../src/sql/compile-sql.ts';
import { compareVerdicts } from './compare.ts';
import type { Engine } from './engines.ts';
import { load, tables } from './load.ts';
import { AS_OF, inputsOf, randomCase, rowsOf } from './random-cases.ts';
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
  const rows = rowsOf(drawn);
  const engine = await open();
  try {
    await load(engine, rows);
    const compiled = compileSql(policy, {
      dialect: engine.name,
      tables,
      asOf: AS_OF,
      calendars: { from: '2026-08-01', to: '2027-02-28' },
    });
    const { differences, verdicts } = await compareVerdicts(engine, compiled, {
      inputs: inputsOf(rows),
      policy,
      asOf: AS_OF,
    });
    expect(differences.slice(0, 1)).toEqual([]);
    return verdicts;
  } finally {
    await engine.close();
  }
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
