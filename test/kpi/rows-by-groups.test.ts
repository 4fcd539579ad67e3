import { describe, expect, it } from 'vitest';
import { createTally } from '../../src/kpi/create-tally.ts';
import type { KpiSpec } from '../../src/kpi/types.ts';
import { asOf, caseOf, policyOf, verdictOf } from './build.ts';
import { received, rowsOf } from './whole-row.ts';

const timeline = caseOf(['09-30 10:00 received'], { channel: null, area: 'north' });

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

describe('further groups', () => {
  const findings = (kpis: KpiSpec[], groupBy: string[]) => {
    const tally = createTally(policyOf(...kpis), { groupBy });
    tally.add({ timeline, verdicts: [verdictOf('met', { owner: 'li' })] });
    return tally.findings().map(({ message }) => /"(.*)"/.exec(message)?.[1]);
  };

  it('are looked for behind the own ones, of which nothing is said', () => {
    const kpi: KpiSpec = { id: 'k', measure: 'replyRate', groupBy: ['channel'] };
    expect(findings([kpi], ['area', 'tier'])).toEqual(['tier']);
    expect(findings([kpi], ['tier', 'area'])).toEqual(['tier']);
    expect(findings([kpi], ['area'])).toEqual([]);
  });

  it('that one KPI alone can show are nothing odd: a case has no owner, its run has', () => {
    const kpis: KpiSpec[] = [
      { id: 'reply', measure: 'replyRate' },
      { id: 'timely', measure: 'timelinessRate', of: 's' },
    ];
    expect(findings(kpis, ['owner'])).toEqual([]);
    expect(findings(kpis.reverse(), ['owner'])).toEqual([]);
    expect(
      findings(
        kpis.filter(({ id }) => id === 'reply'),
        ['owner'],
      ),
    ).toEqual(['owner']);
  });

  it('that some cases have and others have not are shown, whichever comes first', () => {
    const cases = [timeline, caseOf(['09-30 11:00 received'])];
    for (const list of [cases, [...cases].reverse()]) {
      const tally = createTally(policyOf({ id: 'k', measure: 'replyRate' }), { groupBy: ['area'] });
      for (const one of list) tally.add({ timeline: one, verdicts: [] });
      expect(tally.findings()).toEqual([]);
      expect(tally.kpis(asOf).map(({ group }) => group?.area)).toEqual([undefined, null, 'north']);
    }
  });

  it('of a run are those of its case, but for the owner; where there is no case they are unknown', () => {
    const kpi: KpiSpec = { id: 'k', measure: 'timelinessRate', of: 's', groupBy: ['area', 'owner'] };
    const groupOf = (given: typeof timeline | null) => {
      const tally = createTally(policyOf(kpi));
      tally.add({ timeline: given, verdicts: [verdictOf('met', { owner: 'li' })] });
      return tally.kpis(asOf)[0]?.group;
    };
    expect(groupOf(timeline)).toEqual({ area: 'north', owner: 'li' });
    expect(groupOf(null)).toEqual({ area: null, owner: 'li' });
  });
});
