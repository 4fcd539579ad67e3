import { describe, expect, it } from 'vitest';
import { createTally, type TallyPolicy } from '../../src/kpi/create-tally.ts';
import type { KpiSpec } from '../../src/kpi/types.ts';
import { asOf, caseOf, policyOf } from './build.ts';

const cases = [
  caseOf(['07-10 10:00 received', '07-11 10:00 replied'], { channel: 'web' }),
  caseOf(['08-10 10:00 received'], { channel: 'web' }),
  caseOf(['09-10 10:00 received', '09-11 10:00 resolved'], { channel: 'web' }),
];
const reply: KpiSpec = { id: 'reply', measure: 'replyRate' };
const resolved: KpiSpec = { id: 'resolved', measure: 'resolutionRate' };

function rowsOf(kpis: readonly KpiSpec[], groupBy: readonly string[] = []) {
  const tally = createTally(policyOf(...kpis), { groupBy });
  for (const timeline of cases) tally.add({ timeline, verdicts: [] });
  return tally.kpis(asOf);
}
const valuesOf = (kpis: readonly KpiSpec[]) =>
  rowsOf(kpis).map(({ id, period, value }) => [id, period, value]);

describe('a composite', () => {
  it('weighs the one it names by its own quarter, though others come before it and that has its months', () => {
    const total: KpiSpec = { id: 'total', measure: 'composite', weights: { resolved: 1 }, period: 'quarter' };
    expect(valuesOf([reply, resolved, total])).toEqual([
      ['reply', '2026-07', 1],
      ['reply', '2026-08', 0],
      ['reply', '2026-09', 0],
      ['resolved', '2026-07', 0],
      ['resolved', '2026-08', 0],
      ['resolved', '2026-09', 1],
      ['total', '2026-Q3', 0.333333333333333],
    ]);
  });

  it('begins the day at 10:01, so that 10:00 is of the day before, and at -13:59, so that 10:01 is of the next', () => {
    const first = (dayStart: string) => rowsOf([{ ...reply, dayStart, period: 'day' }])[0]?.period;
    expect(['10:00', '10:01', '09:59'].map(first)).toEqual(['2026-07-10', '2026-07-09', '2026-07-10']);
    expect(['-14:00', '-14:01', '-13:59'].map(first)).toEqual(['2026-07-11', '2026-07-11', '2026-07-10']);
  });

  it('weighs days that begin as its own do', () => {
    const early: KpiSpec = { ...reply, dayStart: '12:00', period: 'day' };
    const total: KpiSpec = { id: 'total', measure: 'composite', weights: { reply: 1 }, period: 'day' };
    expect(valuesOf([early, total]).filter(([, period]) => String(period).startsWith('2026-07'))).toEqual([
      ['reply', '2026-07-09', 1],
      ['total', '2026-07-10', 1],
    ]);
  });

  it('is compared with its goal before it is rounded: a third is over 33.3333333333333%', () => {
    const total: KpiSpec = {
      ...{ id: 'total', measure: 'composite', weights: { reply: 1 }, period: 'year' },
      goal: '<= 33.3333333333333%',
    };
    expect(rowsOf([reply, total]).at(-1)).toMatchObject({ value: 0.333333333333333, met: false });
  });

  it('is left out where a part of it has a parameter that nobody has set', () => {
    const parameters = { seconds: null };
    const level = { id: 'level', measure: 'serviceLevel', formula: 1, threshold: { parameter: 'seconds' } };
    const total: KpiSpec = { id: 'total', measure: 'composite', weights: { level: 0.5, reply: 0.5 } };
    const policy = { ...policyOf(reply, level as never, total), parameters };
    expect(createTally(policy).definition.kpis.map(({ spec }) => spec.id)).toEqual(['reply']);
  });
});

describe('createTally', () => {
  it('shows by two further groups where one of them is known', () => {
    const rows = rowsOf([{ ...reply, period: 'year' }], ['tier', 'channel']);
    expect(rows.map(({ group, denominator }) => [group, denominator])).toEqual([
      [null, 3],
      [{ tier: null, channel: 'web' }, 3],
    ]);
  });

  it('says of what is no policy that it should be one', () => {
    expect(() => createTally({} as TallyPolicy)).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ code: 'policy.shape', path: [] })] }),
    );
  });
});
