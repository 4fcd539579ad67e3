import { describe, expect, it } from 'vitest';
import { shapeProblems } from '../../src/errors/shape.ts';
import { kpiShape } from '../../src/kpi/shape.ts';

/** The problems of a KPI: path and code. */
function problemsOf(kpi: Record<string, unknown>): string[] {
  const terms = {
    layer: 'policy',
    parameterOf: (value: unknown) => (value as { parameter?: string } | null)?.parameter,
    known: { standard: ['s'] },
  };
  return shapeProblems(kpiShape, { id: 'k', measure: 'replyRate', ...kpi }, terms).map(
    ({ path, code }) => `${path.join('.')} ${code}`,
  );
}

describe('kpiShape', () => {
  it.each([
    [{ goal: '>= 90%', period: 'week', groupBy: ['channel'], when: { kind: 'complaint' } }],
    [
      {
        title: { en: 'Reply', 'zh-CN': '回复率' },
        clause: '4',
        row: '4.3',
        note: 'n',
        weight: 'C',
        severity: 'soft',
      },
    ],
    [{ measure: 'timelinessRate', of: 's', basis: 'received', dayStart: '-12:00' }],
    [{ measure: 'percentile', of: 's', p: 99.9, goal: '<= 8 working hours' }],
    [
      {
        measure: 'serviceLevel',
        formula: 3,
        threshold: '20 seconds',
        shortAbandoned: { parameter: 'short' },
      },
    ],
    [{ measure: 'repeatComplaintRate', key: ['customer', 'subject'], window: '30 days', countFirst: false }],
    [{ measure: 'count', event: { event: 'escalated', when: { level: { gte: 2 } } }, goal: '<= 5' }],
    [{ measure: 'composite', weights: { a: 0.1, b: 0.9 } }],
  ])('takes %o', (kpi) => {
    expect(problemsOf(kpi)).toEqual([]);
  });

  it.each([
    [{ golas: '>= 90%' }, 'golas policy.unknown-key'],
    [{ goal: '90%' }, 'goal kpi.goal'],
    [{ goal: '<= 24 hours' }, 'goal kpi.goal-unit'],
    [{ measure: 'replyrate' }, 'measure policy.shape'],
    [{ formula: 1 }, 'formula kpi.key'],
    [{ measure: 'percentile', of: 's' }, ' kpi.missing'],
    [{ measure: 'satisfactionRate', basicWeight: 0.33333 }, 'basicWeight kpi.weight'],
    [{ measure: 'satisfactionRate', denominator: 'including-repeats' }, 'denominator kpi.option'],
    [{ measure: 'percentile', of: 's', p: 101 }, 'p policy.shape'],
    [{ dayStart: '4:00' }, 'dayStart policy.shape'],
    [{ groupBy: [] }, 'groupBy policy.shape'],
  ])('refuses %o', (kpi, problem) => {
    expect(problemsOf(kpi)).toContain(problem);
  });
});
