import { describe, expect, it } from 'vitest';
import { assess, checkPolicy, createAudit, parsePolicy } from '../../src/index.ts';

const calendar = { timeZone: 'UTC', week: 'always' };
const answer = { id: 'answer', kind: 'deadline', from: 'received', to: 'replied', within: '4 hours' };
const documentOf = (standard: object, q: unknown, kpi?: object, more?: object) => ({
  ...{ id: 'p', version: '1', calendar, parameters: { q }, standards: [standard] },
  ...(kpi && { kpis: [kpi] }),
  ...more,
});
const complaint = {
  ...{ id: 'c1', priority: 'high', channel: 'phone', rings: 2 },
  events: [
    { type: 'received', at: '2026-07-01T09:00:00Z' },
    { type: 'told', at: '2026-07-01T10:00:00Z' },
    { type: 'replied', at: '2026-07-01T12:00:00Z' },
  ],
};
const asOf = '2026-07-02T09:00:00Z';
const verdictsOf = (standard: object, q: unknown) =>
  assess(complaint, parsePolicy(documentOf(standard, q)), { asOf }).verdicts.map((verdict) => ({
    status: verdict.status,
    due: verdict.due?.toISOString(),
    missing: 'missing' in verdict ? verdict.missing : undefined,
  }));

const q = { parameter: 'q' };
const high = { when: { priority: 'high' }, limit: '2 hours' };

describe('a parameter that stands for a part of a standard', () => {
  it.each([
    ['the rows of a table', { ...answer, within: { table: q } }, [high], 'late', '11:00'],
    ['one row of a table', { ...answer, within: { table: [q] } }, high, 'late', '11:00'],
    [
      'the condition of a row',
      { ...answer, within: { table: [{ ...high, when: q }] } },
      high.when,
      'late',
      '11:00',
    ],
    [
      'the limit of a row',
      { ...answer, within: { table: [{ ...high, limit: q }] } },
      '2 hours',
      'late',
      '11:00',
    ],
    ['what fulfils it', { ...answer, to: q }, ['told', 'replied'], 'met', '13:00'],
  ])(
    '%s: its value counts, and the verdict is undetermined while nobody has set it',
    (_, standard, value, status, due) => {
      expect(verdictsOf(standard, value)).toEqual([
        { status, due: `2026-07-01T${due}:00.000Z`, missing: undefined },
      ]);
      expect(verdictsOf(standard, null)).toEqual([
        { status: 'undetermined', due: undefined, missing: ['q'] },
      ]);
    },
  );

  it('lets an earlier row win over one that nobody has given yet', () => {
    const within = { table: [high, q], otherwise: '1 hour' };
    expect(verdictsOf({ ...answer, within }, null)).toMatchObject([{ status: 'late' }]);
  });

  it.each([
    ['the measure', { measure: q, max: 3 }, 'rings'],
    ['the events counted', { measure: { count: q }, max: 1 }, 'told'],
  ])('says of a bound that %s is missing', (_, keys, value) => {
    const bound = { id: 'b', kind: 'bound', ...keys };
    expect(verdictsOf(bound, value)[0]!.status).not.toBe('undetermined');
    expect(verdictsOf(bound, null)).toMatchObject([{ status: 'undetermined', missing: ['q'] }]);
  });

  it('opens no run while nobody has said what starts it', () => {
    expect(verdictsOf({ ...answer, from: q }, null)).toEqual([]);
    expect(verdictsOf({ ...answer, from: q }, 'told')).toMatchObject([{ status: 'met' }]);
  });
});

describe('a parameter that stands for the condition of a ladder', () => {
  const rungs = [{ id: 'r', level: 1, to: 'x', at: { after: 'answer', by: '0 hours' } }];
  const listed = (value: unknown) => {
    const more = { ladders: [{ id: 'l', when: q, rungs }] };
    return assess(complaint, parsePolicy(documentOf(answer, value, undefined, more)), { asOf }).escalations
      .length;
  };

  it('lists its rungs where the condition holds, none while nobody has set it', () => {
    expect([listed({ priority: 'high' }), listed({ priority: 'low' }), listed(null)]).toEqual([1, 0, 0]);
  });
});

describe('a parameter that stands for a list or a goal of a KPI', () => {
  const share = { id: 'k', measure: 'timelinessRate', of: 'answer', period: 'month' };
  const repeats = { id: 'k', measure: 'repeatComplaintRate', window: '7 days', period: 'month' };
  const median = { id: 'k', measure: 'percentile', of: 'answer', p: 50, period: 'month' };

  it.each([
    ['groupBy', { ...share, groupBy: q }, ['channel']],
    ['key', { ...repeats, key: q }, ['channel']],
    ['goal', { ...median, goal: q }, '<= 4 hours'],
  ])('%s: it is counted once the parameter is set, and checked without a fault before', (_, kpi, value) => {
    const kpisOf = (given: unknown) => {
      const { policy, problems } = checkPolicy(documentOf(answer, given, kpi));
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      const night = createAudit(policy!, { asOf });
      night.add(complaint);
      return night.report().kpis.length;
    };
    expect([kpisOf(value), kpisOf(null)]).toEqual([1, 0]);
  });
});

describe('a parameter that stands for a calendar or a counting', () => {
  const row = { when: {}, limit: '2 hours' };
  it.each([
    ['the calendar of a standard', { ...answer, calendar: q }, ['calendar']],
    ['its counting', { ...answer, counting: q }, ['counting', 'parameter']],
    [
      'a field of its counting',
      { ...answer, counting: { start: q, end: 'end-of-day', roll: 'none', months: 'corresponding' } },
      ['counting', 'start'],
    ],
    [
      'the calendar of a row',
      { ...answer, within: { table: [{ ...row, calendar: q }] } },
      ['within', 'table', 0, 'calendar'],
    ],
    [
      'the counting of a row',
      { ...answer, within: { table: [{ ...row, counting: q }] } },
      ['within', 'table', 0, 'counting', 'parameter'],
    ],
  ])('%s: is refused, as these are known before any case is', (_, standard, path) => {
    const { policy, problems } = checkPolicy(documentOf(standard, null));
    expect(policy).toBeNull();
    expect(problems.map((problem) => problem.path)).toContainEqual(['standards', 0, ...path]);
  });

  it('stands in conditions on attributes of such names, of a row too', () => {
    const within = { table: [{ when: { calendar: q }, limit: '2 hours' }], otherwise: '4 hours' };
    for (const standard of [
      { ...answer, within },
      { ...answer, when: { counting: q } },
    ])
      expect(checkPolicy(documentOf(standard, null)).policy).not.toBeNull();
  });
});
