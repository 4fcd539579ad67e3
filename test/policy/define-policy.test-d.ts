import { describe, expectTypeOf, it } from 'vitest';
import { definePolicy } from '../../src/policy/define-policy.ts';

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
});
