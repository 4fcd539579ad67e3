import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { definePolicy } from '../../src/policy/define-policy.ts';
import { agreedVerdicts } from './agreed-verdicts.ts';
import type { Engine } from './engines.ts';
import { tables } from './load.ts';
import { randomCase, rowsOf } from './random-cases.ts';
import { calendar, deadline } from './random-policies.ts';
import { order } from './random-rules.ts';
import { countTraits, traitsOf } from './traits.ts';
import { inVocabularyOrder, unorderedTables } from './vocabulary-order.ts';

/** Policies of which each judges cases of its own. */
const world = (standards: number, cases: number) =>
  fc.record({
    calendar,
    side: calendar,
    standards: fc.array(deadline, { minLength: standards, maxLength: standards }),
    orders: fc.array(order, { minLength: 2, maxLength: 2 }),
    cases: fc.array(randomCase, { minLength: cases, maxLength: cases }),
    ordered: fc.boolean(),
  });

type Drawn = ReturnType<typeof world> extends fc.Arbitrary<infer D> ? D : never;

async function judge(open: () => Promise<Engine>, drawn: Drawn, seen: ReturnType<typeof countTraits>) {
  const policy = definePolicy({
    id: 'random',
    version: '1',
    calendar: drawn.calendar,
    calendars: { side: drawn.side },
    parameters: { set: '2 working days', unset: null },
    standards: [
      ...drawn.standards.map((standard, n) => ({ id: `s${n}`, kind: 'deadline', ...standard })),
      ...drawn.orders.map((standard, n) => ({ id: `o${n}`, ...standard })),
    ],
  } as never);
  const drawnRows = rowsOf(drawn.cases);
  const rows = drawn.ordered ? drawnRows : inVocabularyOrder(drawnRows);
  const named = drawn.ordered ? tables : unorderedTables;
  for (const verdict of await agreedVerdicts(open, policy, rows, named)) {
    const standard = policy.standards.find(({ id }) => id === verdict.standard)!;
    seen.add([`status ${verdict.status}`, ...traitsOf(standard as never)]);
  }
}

/** Deadlines and orders by any rule: what the view says is what `assess` says. */
export function sameVerdicts(
  open: () => Promise<Engine>,
  {
    policies,
    standards,
    cases,
    share,
  }: { policies: number; standards: number; cases: number; share: number },
): void {
  describe('the view of verdicts', () => {
    const seen = countTraits();

    it('says of deadlines and orders by any rule what assess says', { timeout: 600_000 }, () =>
      fc.assert(
        fc.asyncProperty(world(standards, cases), (drawn) => judge(open, drawn, seen)),
        { numRuns: policies, endOnFailure: true },
      ),
    );

    afterAll(() => {
      expect(seen.rare(share)).toEqual([]);
    });
  });
}
