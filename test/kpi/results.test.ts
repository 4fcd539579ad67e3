import { describe, expect, it } from 'vitest';
import { createTally } from '../../src/kpi/create-tally.ts';
import type { KpiSpec } from '../../src/kpi/types.ts';
import type { Status } from '../../src/standards/verdict.ts';
import { asOf, caseOf, policyOf, verdictOf } from './build.ts';

const HOUR = 3_600_000;
const timeline = caseOf(['09-30 10:00 received'], { channel: null, area: 'north' });

describe('a pass rate', () => {
  const rateOf = (...statuses: Status[]) => {
    const tally = createTally(policyOf({ id: 'k', measure: 'passRate', of: 's' }));
    tally.add({ timeline, verdicts: statuses.map((status) => verdictOf(status)) });
    return tally.kpis(asOf)[0];
  };

  it.each([
    ['met', 1],
    ['late', 0],
    ['overdue', 0],
    ['broken', 0],
  ] as const)('of a kind that observes nothing counts the runs: of one %s %i is met', (status, met) => {
    expect(rateOf(status)).toMatchObject({ numerator: met, denominator: 1, basis: 'due' });
  });

  it.each(['pending', 'undetermined'] as const)('of one run that is %s is 0 of 0 observed', (status) => {
    expect(rateOf(status)).toMatchObject({ numerator: 0, denominator: 0, value: null, basis: 'observed' });
  });
});

describe('a percentile that misses its goal', () => {
  const rowOf = (goal: KpiSpec['goal']) => {
    const tally = createTally(policyOf({ id: 'k', of: 's', measure: 'percentile', p: 50, goal } as KpiSpec));
    tally.add({ timeline, verdicts: [1, 2, 9].map((hours) => verdictOf('met', { usedMs: hours * HOUR })) });
    return tally.kpis(asOf)[0];
  };

  it('says how many runs more would have had to be quick, not how many would have had to be slow', () => {
    expect(rowOf('<= 1 hour')).toMatchObject({ met: false, shortBy: 1 });
    expect(rowOf('< 1 hour')).toMatchObject({ met: false, shortBy: 2 });
    for (const goal of ['>= 3 hours', '> 2 hours', '= 3 hours'] as const) {
      expect(rowOf(goal)).toMatchObject({ met: false });
      expect(rowOf(goal)).not.toHaveProperty('shortBy');
    }
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
});

describe('the cells of a tally', () => {
  it('of a composite are none: it weighs those of others, of runs as of cases', () => {
    const kpis: KpiSpec[] = [
      { id: 'reply', measure: 'replyRate' },
      { id: 'timely', measure: 'timelinessRate', of: 's' },
      { id: 'all', measure: 'composite', weights: { reply: 0.5, timely: 0.5 } },
    ];
    const tally = createTally(policyOf(...kpis));
    tally.add({ timeline, verdicts: [verdictOf('met')] });
    const { cells } = tally.snapshot();
    const whole = tally.definition.kpis.findIndex(({ spec }) => spec.id === 'all');
    expect(cells.map((list) => list.length)).toEqual(cells.map((_, at) => (at === whole ? 0 : 1)));
  });
});
