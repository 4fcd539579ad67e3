import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../../src/policy/check-policy.ts';
import { base, one, places } from './warnings.ts';

describe('KPIs over nothing', () => {
  const kpi = (document: object, more: object) =>
    places({ ...document, kpis: [{ id: 'k', measure: 'timelinessRate', of: 'answer', ...more }] });

  it('of inquiries, over a standard for complaints', () =>
    expect(kpi(one({ when: { kind: 'complaint' } }), { when: { kind: 'inquiry' } })).toEqual([
      'kpi-over-nothing kpis.0.of',
    ]));

  it('over a standard that never applies', () =>
    expect(kpi(one({ when: { tier: [] } }), {})).toContain('kpi-over-nothing kpis.0.of'));

  it('that weigh no other', () =>
    expect(places({ ...base, kpis: [{ id: 'k', measure: 'composite', weights: {} }] })).toEqual([
      'kpi-over-nothing kpis.0.weights',
    ]));
});

describe('goals in another time than what is measured', () => {
  const p90 = (within: unknown, goal: string) =>
    places({ ...one({ within }), kpis: [{ id: 'k', measure: 'percentile', of: 'answer', p: 90, goal }] });

  it.each([
    ['24 hours', '<= 8 working hours'],
    ['8 working hours', '<= 24 hours'],
    ['3 working days', '<= 2 days'],
    [{ amount: 24, unit: 'hours' }, '<= 8 working hours'],
    [{ table: [{ when: { priority: 'high' }, limit: '8 hours' }], otherwise: '1 day' }, '<= 4 working hours'],
  ])('a limit of %j and a goal of %s', (within, goal) =>
    expect(p90(within, goal)).toEqual(['kpi-other-time kpis.0.goal']),
  );

  it.each([
    ['24 hours', '<= 8 hours'],
    ['3 working days', '<= 8 working hours'],
    [
      { table: [{ when: { priority: 'high' }, limit: '8 working hours' }], otherwise: '1 day' },
      '<= 4 working hours',
    ],
    [{ promised: 'promisedAt' }, '<= 4 working hours'],
  ])('not a limit of %j and a goal of %s', (within, goal) => expect(p90(within, goal)).toEqual([]));
});

describe('a goal for a standard with a mistake', () => {
  it('is left alone: the mistake is told', () => {
    const kpis = [{ id: 'k', measure: 'mean', of: 'answer', goal: '<= 8 working hours' }];
    const { problems } = checkPolicy({ ...one({ within: '5 dyas' }), kpis });
    expect(problems.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'limit.unit standards.0.within',
    ]);
  });
});
