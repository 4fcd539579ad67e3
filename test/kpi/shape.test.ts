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

/** What each measure takes beside what all take: values of the keys it needs, and of those it may have. */
const keysOf: Readonly<Record<string, readonly [needed: Record<string, unknown>, optional: object]>> = {
  replyRate: [{}, { flow: true }],
  timelinessRate: [{}, { of: 's', basis: 'closed' }],
  repeatComplaintRate: [
    {},
    { denominator: 'all', key: ['customer'], window: '30 days', mergeWindow: '1 hour', countFirst: true },
  ],
  satisfactionRate: [{}, { denominator: 'surveyed', basicWeight: 0.9 }],
  resolutionRate: [{}, {}],
  firstContactResolutionRate: [{}, { window: '7 days' }],
  connectRate: [{}, {}],
  abandonRate: [{}, { shortAbandoned: '5 seconds' }],
  returnVisitRate: [{}, {}],
  responseRate: [{}, {}],
  count: [{ event: 'transferred' }, {}],
  serviceLevel: [{ formula: 5, threshold: '20 seconds' }, { shortAbandoned: '5 seconds' }],
  percentile: [{ of: 's', p: 90 }, { basis: 'received' }],
  mean: [{ of: 's' }, { basis: 'due' }],
  passRate: [{ of: 's' }, { basis: 'due' }],
  score: [{ of: 's' }, { basis: 'due' }],
  composite: [{ weights: { a: 1 } }, {}],
};
const strange = {
  ...{ flow: 1, of: 1, basis: 'asked', denominator: 'some', basicWeight: -0.1, window: '7', event: 7 },
  ...{ shortAbandoned: 'short', formula: 6, threshold: '20', p: 0, weights: [] },
};

describe('each measure', () => {
  it.each(Object.entries(keysOf))('%s takes its own keys and no others', (measure, [needed, optional]) => {
    expect(problemsOf({ measure, ...needed })).toEqual([]);
    const full = { measure, ...needed, ...optional };
    expect(problemsOf(full)).toEqual([]);
    for (const key of Object.keys(needed)) {
      const { [key]: _, ...rest } = full as Record<string, unknown>;
      expect(problemsOf(rest), key).toEqual([`${key} policy.shape`]);
    }
    for (const [key, value] of Object.entries(strange)) {
      const found = problemsOf({ ...full, [key]: value });
      expect(found.join(), key).toMatch(
        new RegExp(`${key} ${key in full ? '(policy|limit)' : 'policy.unknown-key'}`),
      );
    }
  });

  it.each([
    ['month', 'quarter', 'year', 'week', 'day'].map((period) => ({ period })),
    ['-12:00', '00:00', '09:30', '19:59', '23:00'].map((dayStart) => ({ dayStart })),
    ['>= 1%', '> 1', '<= 12.5%', '<1', '= 100%'].map((goal) => ({ goal })),
    [
      '1 minute',
      '2 minutes',
      '1 working minute',
      '90 seconds',
      '1 hour',
      '8.5 working hours',
      '3 days',
      '2 weeks',
    ].map((time) => ({ measure: 'mean', of: 's', goal: `<= ${time}` })),
    ['seconds', 'minutes', 'hours', 'days', 'weeks'].map((unit) => ({
      measure: 'abandonRate',
      shortAbandoned: { amount: 1, unit },
    })),
    ['excluding-repeats', 'all', 'including-repeats'].map((denominator) => ({
      measure: 'repeatComplaintRate',
      denominator,
    })),
    ['surveyed', 'all'].map((denominator) => ({ measure: 'satisfactionRate', denominator })),
    [1, 2, 3, 4, 5].map((formula) => ({ measure: 'serviceLevel', formula, threshold: '20 seconds' })),
    ['due', 'received', 'closed'].map((basis) => ({ measure: 'timelinessRate', basis })),
    [
      { p: 100, of: 's', measure: 'percentile' },
      { p: 0.0001, of: 's', measure: 'percentile' },
    ],
    [0, 1, 0.1234].map((basicWeight) => ({ measure: 'satisfactionRate', basicWeight })),
  ])('takes each of %j, %j and so on', (...choices) => {
    for (const kpi of choices) expect(problemsOf(kpi)).toEqual([]);
  });

  it.each([
    [['24:00', '29:00', '9:30', '09:60', '09:3', 'x09:30', '09:30x'].map((dayStart) => ({ dayStart }))],
    [['>= x', '>= 1.', '>= .5', '=> 1', '>=  1', 'x>= 1', '>= 1x', '>= 1.x'].map((goal) => ({ goal }))],
    [
      ['1 year', '1', '1 working', '1 working day', '1  hour', '1 hours x'].map((time) => ({
        measure: 'mean',
        of: 's',
        goal: `<= ${time}`,
      })),
    ],
    [
      ['1 working hour', '1 month', 'P1M', 'PM', '1 year'].map((window) => ({
        measure: 'firstContactResolutionRate',
        window,
      })),
    ],
  ])('refuses each of %j', (choices) => {
    for (const kpi of choices) expect(problemsOf(kpi), JSON.stringify(kpi)).not.toEqual([]);
  });

  it('says what it looks for', () => {
    const said = (kpi: Record<string, unknown>) =>
      shapeProblems(kpiShape, { id: 'k', ...kpi }, { layer: 'policy', known: { standard: ['s'] } })[0]
        ?.message;
    expect(said({ measure: 'replyRate', goal: 'x' })).toContain('like >= 90%');
    expect(said({ measure: 'replyRate', dayStart: 'x' })).toContain('like 04:00');
    expect(said({ measure: 'count', event: 'e', goal: 'x' })).toContain('like <= 5');
    expect(said({ measure: 'mean', of: 's', goal: 'x' })).toContain('like <= 8 working hours');
    expect(said({ measure: 'abandonRate', shortAbandoned: '1 month' })).toContain('like 30 days');
  });
});
