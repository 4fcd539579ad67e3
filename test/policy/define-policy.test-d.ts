import { describe, expectTypeOf, it } from 'vitest';
import * as z from 'zod/mini';
import { definePolicy } from '../../src/policy/define-policy.ts';
import { extendPolicy } from '../../src/policy/extend-policy.ts';
import { defineStandardKind } from '../../src/standards/define-standard-kind.ts';

const base = { id: 'p', version: '1', calendar: { timeZone: 'UTC', week: 'always' } } as const;
const answer = {
  id: 'answer',
  kind: 'deadline',
  from: 'received',
  to: 'replied',
  within: '24 hours',
} as const;

describe('definePolicy', () => {
  it('keeps the ids of its standards', () => {
    const policy = definePolicy({ ...base, standards: [answer, { ...answer, id: 'contact' }] });
    expectTypeOf(policy.standards[0]!.id).toEqualTypeOf<'answer' | 'contact'>();
  });

  it('refuses a KPI or a rung on a standard that is not there', () => {
    definePolicy({
      ...base,
      standards: [answer],
      kpis: [{ id: 'k', measure: 'timelinessRate', of: 'answer' }],
    });
    definePolicy({
      ...base,
      standards: [answer],
      // @ts-expect-error: the standard is called answer
      kpis: [{ id: 'k', measure: 'timelinessRate', of: 'answr' }],
    });
    definePolicy({
      ...base,
      standards: [answer],
      ladders: [
        {
          id: 'l',
          // @ts-expect-error: the standard is called answer
          rungs: [{ id: 'r', level: 1, to: 'boss', at: { before: 'answr', by: '1 hour' } }],
        },
      ],
    });
  });

  it('refuses a limit without a unit', () => {
    definePolicy({
      ...base,
      // @ts-expect-error: 5 of what?
      standards: [{ ...answer, within: '5' }],
    });
  });

  it('takes parameters for conditions, lists, offsets, shares and times', () => {
    definePolicy({
      ...base,
      standards: [
        {
          ...answer,
          when: { kind: { parameter: 'kinds' } },
          restartOn: { parameter: 'restarts' },
          exemptOn: [],
        },
      ],
      ladders: [
        {
          id: 'l',
          rungs: [
            { id: 'r', level: 1, to: 'boss', at: { before: 'answer', by: { parameter: 'lead' } } },
            { id: 's', level: 1, to: 'boss', at: { share: { parameter: 'part' }, of: 'answer' } },
            { id: 't', level: 1, to: 'boss', on: { event: 'rejected', count: { parameter: 'often' } } },
          ],
        },
      ],
    });
  });

  it("checks the standards of a company's own kinds by their schema", () => {
    const hands = defineStandardKind({
      kind: 'hands',
      schema: z.object({ most: z.number(), within: z.optional(z.string()) }),
      judge: ({ most }) => {
        expectTypeOf(most).toEqualTypeOf<number>();
        return [];
      },
      describe: ({ most }) => `${most} hands`,
    });
    const few = { id: 'few', kind: 'hands', most: 1 } as const;
    const kinds = [hands];
    definePolicy(
      { ...base, standards: [few, answer], kpis: [{ id: 'k', measure: 'passRate', of: 'few' }] },
      { kinds },
    );
    // @ts-expect-error: the kind isn't passed
    definePolicy({ ...base, standards: [few] });
    // @ts-expect-error: most is a number
    definePolicy({ ...base, standards: [{ ...few, most: 'one' }] }, { kinds });
    const kpi = { id: 'k', measure: 'passRate', of: 'fw' } as const;
    // @ts-expect-error: the standard is called few
    definePolicy({ ...base, standards: [few], kpis: [kpi] }, { kinds });
  });

  it('knows the standards of the base in an extension', () => {
    const policy = definePolicy({ ...base, standards: [answer] });
    const told = { ...answer, id: 'told' } as const;
    const ours = extendPolicy(policy, {
      standards: [told],
      kpis: [{ id: 'k', measure: 'mean', of: 'answer' }],
    });
    expectTypeOf(ours.standards[0]!.id).toEqualTypeOf<'answer' | 'told'>();
    // @ts-expect-error: the standards are called answer and told
    extendPolicy(policy, { standards: [told], kpis: [{ id: 'k', measure: 'mean', of: 'anser' }] });
  });
});
