import { describe, expect, it } from 'vitest';
import { shapeProblems } from '../../src/errors/shape.ts';
import { kpiShape } from '../../src/kpi/shape.ts';

/** The problems of a KPI: path and code. */
function problemsOf(kpi: Record<string, unknown>): string[] {
  const terms = {
    layer: 'policy',
    parameterOf: (value: unknown) => (value as { parameter?: string } | null)?.parameter,
    known: { standard: ['s'], kpi: ['a', 'b'] },
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
    [{ measure: 'repeatComplaintRate', key: ['customer'], window: 'P7D', mergeWindow: '1 hour' }],
    [{ measure: 'repeatComplaintRate', denominator: 'all' }],
    [{ measure: 'mean', of: 's', goal: '< 90 seconds' }],
    [{ measure: 'mean', of: 's', goal: '<=1 week' }],
    [{ measure: 'composite', weights: { a: 0.1, b: 0.9 } }],
    [{ measure: 'composite', weights: { a: 10, b: 90 }, goal: '>= 78.6' }],
  ])('takes %o', (kpi) => {
    expect(problemsOf(kpi)).toEqual([]);
  });

  it.each([
    [{ golas: '>= 90%' }, 'golas policy.unknown-key'],
    [{ goal: '90%' }, 'goal policy.shape'],
    [{ goal: '>= 90 %' }, 'goal policy.shape'],
    [{ goal: '<= 24 hours' }, 'goal policy.shape'],
    [{ measure: 'mean', of: 's', goal: '<= 90%' }, 'goal policy.shape'],
    [{ measure: 'mean', of: 's', goal: '<= 5 working days' }, 'goal policy.shape'],
    [{ measure: 'mean', of: 's', goal: '<= 1 month' }, 'goal policy.shape'],
    [{ measure: 'mean', of: 's', goal: '<= 0.000001 minutes' }, 'goal limit.not-whole'],
    [{ measure: 'count', event: 'transferred', goal: '<= 5%' }, 'goal policy.shape'],
    [{ measure: 'replyrate' }, 'measure policy.unknown-measure'],
    [{ formula: 1 }, 'formula policy.unknown-key'],
    [{ measure: 'percentile', of: 's' }, 'p policy.shape'],
    [{ measure: 'percentile', p: 90 }, 'of policy.shape'],
    [{ measure: 'percentile', of: 'x', p: 90 }, 'of policy.unknown-standard'],
    [{ measure: 'count' }, 'event policy.shape'],
    [{ measure: 'serviceLevel', threshold: '20 seconds' }, 'formula policy.shape'],
    [{ measure: 'satisfactionRate', basicWeight: 0.33333 }, 'basicWeight policy.shape'],
    [{ measure: 'satisfactionRate', basicWeight: 1.1 }, 'basicWeight policy.shape'],
    [{ measure: 'satisfactionRate', denominator: 'including-repeats' }, 'denominator policy.shape'],
    [{ measure: 'repeatComplaintRate', denominator: 'surveyed' }, 'denominator policy.shape'],
    [{ measure: 'repeatComplaintRate', key: ['customer'] }, 'window policy.shape'],
    [{ measure: 'repeatComplaintRate', mergeWindow: '1 hour' }, 'mergeWindow policy.unknown-key'],
    [{ measure: 'repeatComplaintRate', key: ['customer'], window: '7 working days' }, 'window policy.shape'],
    [{ measure: 'firstContactResolutionRate', window: 'P1M' }, 'window policy.shape'],
    [
      { measure: 'firstContactResolutionRate', window: { amount: 1, unit: 'months' } },
      'window.unit policy.shape',
    ],
    [{ measure: 'composite', weights: { a: 0.12345 } }, 'weights.a policy.shape'],
    [{ measure: 'composite', weights: { a: 0 } }, 'weights.a policy.shape'],
    [{ measure: 'composite', weights: { a: 0.5, c: 0.5 } }, 'weights.c policy.unknown-kpi'],
    [{ measure: 'percentile', of: 's', p: 101 }, 'p policy.shape'],
    [{ measure: 'percentile', of: 's', p: 99.99999 }, 'p policy.shape'],
    [{ dayStart: '4:00' }, 'dayStart policy.shape'],
    [{ groupBy: [] }, 'groupBy policy.shape'],
  ])('refuses %o', (kpi, problem) => {
    expect(problemsOf(kpi)).toContain(problem);
  });
});
