import { describe, expectTypeOf, it } from 'vitest';
import {
  assessOrganisation,
  type DutyDetail,
  definePolicy,
  type OrganisationInput,
} from '../../src/index.ts';

const calendar = { timeZone: 'UTC', week: 'always' } as const;

describe('policies with the kinds without a due instant', () => {
  const policy = definePolicy({
    id: 'p',
    version: '1',
    calendar,
    standards: [
      { id: 'first-asked', kind: 'ownership', from: 'received', until: 'closed' },
      { id: 'uniform', kind: 'checklist', items: [{ item: 'badge', points: 1 }], pass: '>= 90%' },
      {
        id: 'taboo',
        kind: 'wording',
        role: 'agent',
        forbidden: ['I think'],
        required: { parameter: 'lines' },
      },
      { id: 'survey', kind: 'duty', event: 'survey-run', times: { parameter: 'often' }, per: 'month' },
      { id: 'desk', kind: 'coverage', post: 'desk', atLeast: 1, when: { standing: true } },
    ],
    kpis: [{ id: 'score', measure: 'score', of: 'uniform' }],
  });

  it('compile, and keep the ids of their standards', () => {
    const log: OrganisationInput = { shifts: [{ who: 'Li', from: 0, to: null, standing: true }] };
    const { verdicts } = assessOrganisation(log, policy, { asOf: 0, range: { from: '2026-01-01' } });
    expectTypeOf(verdicts[0]!.standard).toEqualTypeOf<
      'first-asked' | 'uniform' | 'taboo' | 'survey' | 'desk'
    >();
    expectTypeOf<DutyDetail['count']>().toEqualTypeOf<number>();
  });

  it('do not compile with a period that is none, or items without a name', () => {
    definePolicy({
      id: 'p',
      version: '1',
      calendar,
      standards: [
        // @ts-expect-error there is no such period
        { id: 'a', kind: 'duty', event: 'x', times: 1, per: 'hour' },
        // @ts-expect-error an item has a name
        { id: 'b', kind: 'checklist', items: [{ points: 1 }] },
      ],
    });
  });
});
