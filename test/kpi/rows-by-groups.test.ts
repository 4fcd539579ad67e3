import { describe, expect, it } from 'vitest';
import { createTally } from '../../src/kpi/create-tally.ts';
import type { KpiSpec } from '../../src/kpi/types.ts';
import { asOf, caseOf, policyOf } from './build.ts';
import { received, rowsOf } from './whole-row.ts';

describe('rows by groups', () => {
  const cases = [
    caseOf([received, '09-11 10:00 replied'], { a: 1, bc: 2, ab: 3, c: 4 }),
    caseOf([received], { a: 1, bc: 9, ab: 3, c: 9 }),
  ];

  it('tells groups apart whose names only run together alike: a and bc, ab and c', () => {
    const kpis: KpiSpec[] = [
      { id: 'reply', measure: 'replyRate', groupBy: ['ab', 'c'] },
      { id: 'total', measure: 'composite', weights: { reply: 1 }, groupBy: ['a', 'bc'] },
    ];
    const rows = rowsOf(kpis, { cases }).map(({ id, group, value }) => [id, group, value]);
    expect(rows).toEqual([
      ['reply', { ab: 3, c: 4 }, 1],
      ['reply', { ab: 3, c: 9 }, 0],
      ['total', { a: 1, bc: 2 }, 1],
      ['total', { a: 1, bc: 9 }, 0],
    ]);
  });

  it('weighs parts that state what is the default like parts that leave it out', () => {
    const kpis: KpiSpec[] = [
      { id: 'reply', measure: 'replyRate', period: 'month', dayStart: '00:00' },
      { id: 'total', measure: 'composite', weights: { reply: 1 } },
    ];
    const tally = createTally(policyOf(...kpis));
    expect(tally.definition.kpis).toHaveLength(2);
    for (const timeline of cases) tally.add({ timeline, verdicts: [] });
    expect(tally.kpis(asOf).map(({ id, value }) => [id, value])).toEqual([
      ['reply', 0.5],
      ['total', 0.5],
    ]);
  });

  it('shows once more by channel what has one, not again what is by channel already', () => {
    const kpis: KpiSpec[] = [
      { id: 'reply', measure: 'replyRate' },
      { id: 'by', measure: 'replyRate', groupBy: ['channel'] },
    ];
    const rows = rowsOf(kpis, { cases: [caseOf([received], { channel: 'web' })] }, ['channel']);
    expect(rows.map(({ id, group }) => [id, group])).toEqual([
      ['reply', null],
      ['reply', { channel: 'web' }],
      ['by', { channel: 'web' }],
    ]);
  });

  it('says which attribute no case has, once, and nothing where nothing was counted', () => {
    const tally = createTally(
      policyOf({ id: 'a', measure: 'replyRate' }, { id: 'b', measure: 'resolutionRate' }),
      {
        groupBy: ['tier', 'bc'],
      },
    );
    expect(tally.findings()).toEqual([]);
    for (const timeline of cases) tally.add({ timeline, verdicts: [] });
    expect(tally.findings()).toEqual([
      {
        code: 'kpi.group-by',
        message: 'no case that a KPI counts has the attribute "tier": nothing is shown by it',
      },
    ]);
  });
});
