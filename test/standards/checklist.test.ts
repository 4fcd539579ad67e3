import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { createAudit } from '../../src/audit/create-audit.ts';
import { checkPolicy } from '../../src/policy/check-policy.ts';
import { detailOf, explained, ruleOf, told } from '../support/kind-service.ts';
import { always, at, caseOf, type EventRow, judged, lines } from '../support/naive-service.ts';

const items = [{ item: 'badge', points: 1 }, { item: 'greeting', points: 2 }, { item: 'posture' }];
const strict = ruleOf({ kind: 'checklist', items });

const seen = (item: string, passed: unknown, more = {}): EventRow => [
  'observed',
  '09-01 10:00',
  { item, passed, ...more },
];
const times = (count: number, row: EventRow): EventRow[] => Array.from({ length: count }, () => row);
const verdicts = (policy: typeof strict, events: readonly EventRow[]) =>
  lines(judged(policy, events, '09-05'));

describe('checklist', () => {
  it('is met at the last of 2 observations that pass', () => {
    const events: EventRow[] = [
      seen('badge', true),
      ['observed', '09-02 08:30', { item: 'posture', passed: true }],
    ];
    expect(verdicts(strict, events)).toEqual(['1 met done 09-02 08:30']);
  });

  it('is broken by 1 failed item of 3 where nothing may fail', () => {
    const events = [seen('badge', true), seen('greeting', false), seen('posture', true)];
    expect(verdicts(strict, events)).toEqual(['1 broken']);
    expect(detailOf(judged(strict, events, '09-05'))).toEqual({
      passed: 2,
      failed: 1,
      rate: 2 / 3,
      score: 2,
      deducted: 2,
      failures: [{ item: 'greeting', points: 2, event: 1 }],
    });
  });

  it('is broken by a failed item that costs 0 points', () => {
    const free = ruleOf({ kind: 'checklist', items: [{ item: 'badge', points: 0 }] });
    expect(verdicts(free, [seen('badge', false)])).toEqual(['1 broken']);
  });

  it('with pass >= 90% is met by 9 of 10 observations and broken by 8 of 9', () => {
    const policy = ruleOf({ kind: 'checklist', items, pass: '>= 90%' });
    expect(verdicts(policy, [...times(9, seen('badge', true)), seen('badge', false)])).toEqual([
      '1 met done 09-01 10:00',
    ]);
    expect(verdicts(policy, [...times(8, seen('badge', true)), seen('badge', false)])).toEqual(['1 broken']);
  });

  it('meets 99.9% with 999 of 1000, exactly', () => {
    const policy = ruleOf({ kind: 'checklist', items, pass: '>=99.9%' });
    const events = [...times(999, seen('badge', true)), seen('badge', false)];
    expect(verdicts(policy, events)).toEqual(['1 met done 09-01 10:00']);
  });

  it('weighs items: of weights 0.1, 0.2 and 0.7 the first failing leaves exactly 90%', () => {
    const weighed = [
      { item: 'a', weight: 0.1 },
      { item: 'b', weight: 0.2 },
      { item: 'c', weight: 0.7 },
    ];
    const policy = ruleOf({ kind: 'checklist', items: weighed, pass: '>= 90%' });
    expect(verdicts(policy, [seen('a', false), seen('b', true), seen('c', true)])).toEqual([
      '1 met done 09-01 10:00',
    ]);
    expect(verdicts(policy, [seen('a', true), seen('b', false), seen('c', true)])).toEqual(['1 broken']);
  });

  it('takes off each omission: 2 observations that fail at 1 point each leave 2 of 4 points', () => {
    const events = [seen('badge', false), seen('badge', false)];
    expect(detailOf(judged(strict, events, '09-05'))).toMatchObject({ failed: 2, deducted: 2, score: 2 });
  });

  it('takes off the points that an observation states itself, 1.5 rather than 1', () => {
    const events = [seen('badge', false, { points: 1.5 })];
    expect(detailOf(judged(strict, events, '09-05'))).toMatchObject({ deducted: 1.5, score: 2.5 });
  });

  it('adds up 0.1 and 0.2 to 0.3', () => {
    const policy = ruleOf({
      kind: 'checklist',
      items: [
        { item: 'a', points: 0.1 },
        { item: 'b', points: 0.2 },
      ],
    });
    expect(detailOf(judged(policy, [seen('a', false), seen('b', false)], '09-05'))).toMatchObject({
      deducted: 0.3,
      score: 0,
    });
  });

  it('is undetermined while nothing on the list was observed', () => {
    expect(verdicts(strict, [['received', '09-01 09:00']])).toEqual(['1 undetermined missing observed']);
    expect(verdicts(strict, [seen('something-else', false)])).toEqual(['1 undetermined missing observed']);
  });

  it('leaves out an observation that says neither passed nor failed, and says so', () => {
    const assessment = judged(strict, [seen('badge', 'maybe'), seen('posture', true)], '09-05');
    expect(lines(assessment)).toEqual(['1 met done 09-01 10:00']);
    expect(assessment.findings).toEqual([
      { code: 'observed.passed', message: 'neither passed nor failed', events: [0] },
    ]);
    expect(verdicts(strict, [seen('badge', undefined)])).toEqual(['1 undetermined missing observed']);
  });

  it('is undetermined while the pass rate is a parameter that nobody has set, and judged once it is 50%', () => {
    const rule = { kind: 'checklist', items, pass: { parameter: 'enough' } };
    const events = [seen('badge', true), seen('posture', false)];
    expect(verdicts(ruleOf(rule, { parameters: { enough: null } }), events)).toEqual([
      '1 undetermined missing enough',
    ]);
    expect(verdicts(ruleOf(rule, { parameters: { enough: '>= 50%' } }), events)).toEqual([
      '1 met done 09-01 10:00',
    ]);
  });

  it('takes only what was observed: a visit that names an item observes none', () => {
    const visit: EventRow = ['visited', '09-01 10:00', { item: 'badge', passed: false }];
    expect(verdicts(strict, [visit])).toEqual(['1 undetermined missing observed']);
    expect(verdicts(strict, [visit, seen('badge', true)])).toEqual(['1 met done 09-01 10:00']);
  });

  it('applies as things stood at the first observation, whatever was changed since', () => {
    const phone = ruleOf({ kind: 'checklist', items, when: { channel: 'phone' } });
    const changed: EventRow = ['changed', '09-02 10:00', { set: { channel: 'email' } }];
    expect(lines(judged(phone, [seen('badge', true), changed], '09-05', { channel: 'phone' }))).toEqual([
      '1 met done 09-01 10:00',
    ]);
  });

  it('gives no verdict on a case that it is not about', () => {
    const phone = ruleOf({ kind: 'checklist', items, when: { channel: 'phone' } });
    expect(lines(judged(phone, [seen('badge', false)], '09-05', { channel: 'email' }))).toEqual([]);
    expect(lines(judged(phone, [seen('badge', false)], '09-05', { channel: 'phone' }))).toEqual(['1 broken']);
  });

  it.each([
    [{ items: [] }, 'standards.0.items'],
    [{ items: ['badge'] }, 'standards.0.items.0'],
    [{ items: [{ item: 'badge', points: -1 }] }, 'standards.0.items.0.points'],
    [{ items: [{ item: 'badge', weight: 0 }] }, 'standards.0.items.0.weight'],
    [{ items, pass: '90%' }, 'standards.0.pass'],
    [{ items, pass: '>= 90' }, 'standards.0.pass'],
  ])('is refused as %j, at %s', (keys, path) => {
    const standards = [{ id: 'rule', kind: 'checklist', ...keys }];
    const { policy, problems } = checkPolicy({ id: 'p', version: '1', calendar: always, standards });
    expect(policy).toBeNull();
    expect(problems.map((problem) => problem.path.join('.'))).toEqual([path]);
  });

  it('is told in words, and so is what was observed', () => {
    expect(told(ruleOf({ kind: 'checklist', items, pass: '>= 90%', when: { channel: 'visit' } }))).toEqual([
      'channel visit: badge (1 point), greeting (2 points) and posture: pass rate at least 90%',
      '渠道为上门：工牌（1分）、greeting（2分）和仪态：合格率不低于90%',
    ]);
    expect(
      told(ruleOf({ kind: 'checklist', items: { parameter: 'list' }, pass: { parameter: 'enough' } })),
    ).toEqual(['list: pass rate enough', 'list：合格率enough']);
    expect(told(strict)[0]).toBe('badge (1 point), greeting (2 points) and posture: all pass');
    const policy = ruleOf({ kind: 'checklist', items, pass: '>= 90%' });
    const { verdicts } = assess(caseOf([seen('badge', true), seen('greeting', false)]), policy, {
      asOf: at('09-05'),
    });
    expect(explained(verdicts[0])).toEqual([
      'rule: broken.\n1 of 2 observations passed, 50% (at least 90% needed); 2 points off, score 2.\nFailed: greeting (2 points).',
      'rule：未达标。\n检查2次，合格1次，合格率50%（应不低于90%）；扣2分，得2分。\n不合格：greeting（2分）。',
    ]);
  });

  it('is told without failures where there were none, and with each where there were two', () => {
    const sentences = (...events: EventRow[]) =>
      explained(assess(caseOf(events), strict, { asOf: at('09-05') }).verdicts[0]).map((text) =>
        text.split('\n').slice(1),
      );
    expect(sentences(seen('badge', true))).toEqual([
      ['1 of 1 observations passed, 100%; 0 points off, score 4.'],
      ['检查1次，合格1次，合格率100%；扣0分，得4分。'],
    ]);
    expect(sentences(seen('badge', false), seen('greeting', false)).map((lines) => lines[1])).toEqual([
      'Failed: badge (1 point), greeting (2 points).',
      '不合格：工牌（1分）、greeting（2分）。',
    ]);
  });

  it('takes a pass rate with and without a space: at least 90%', () => {
    const rule = { kind: 'checklist', items, pass: '>=90%' };
    expect(told(ruleOf(rule))[0]).toMatch(/: pass rate at least 90%$/);
    expect(verdicts(ruleOf(rule), [seen('badge', true)])).toEqual(['1 met done 09-01 10:00']);
  });

  it('is undetermined while its items are a parameter that nobody has set', () => {
    const rule = { kind: 'checklist', items: { parameter: 'list' } };
    expect(verdicts(ruleOf(rule, { parameters: { list: null } }), [seen('badge', true)])).toEqual([
      '1 undetermined missing list',
    ]);
  });

  it('gives the KPI score the mean of 4 and 2 points: 3', () => {
    const policy = ruleOf(
      { kind: 'checklist', items },
      { kpis: [{ id: 'points', measure: 'score', of: 'rule', period: 'year' }] },
    );
    const audit = createAudit(policy, { asOf: at('09-05') });
    audit.add({ ...caseOf([seen('badge', true)]), id: 'A' });
    audit.add({ ...caseOf([seen('greeting', false)]), id: 'B' });
    expect(audit.report().kpis).toMatchObject([{ id: 'points', value: 3 }]);
  });

  it('agrees with counting by hand', () => {
    const observation = fc.record({ item: fc.constantFrom('a', 'b', 'c', 'x'), passed: fc.boolean() });
    const hundredths = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(
        fc.array(observation, { maxLength: 12 }),
        fc.tuple(hundredths, hundredths, hundredths),
        fc.integer({ min: 0, max: 100 }),
        (observations, weights, percent) => {
          const list = ['a', 'b', 'c'].map((item, n) => ({ item, weight: weights[n]! / 100, points: n + 1 }));
          const policy = ruleOf({ kind: 'checklist', items: list, pass: `>= ${percent}%` });
          const { verdicts } = judged(
            policy,
            observations.map(({ item, passed }) => seen(item, passed)),
            '09-05',
          );
          const counted = observations.filter(({ item }) => item !== 'x');
          const sum = (of: typeof counted) =>
            of.reduce((total, { item }) => total + weights['abc'.indexOf(item)]!, 0);
          if (counted.length === 0) {
            expect(verdicts[0]?.status).toBe('undetermined');
            return;
          }
          const [kept, all] = [sum(counted.filter(({ passed }) => passed)), sum(counted)];
          const lost = counted.filter(({ passed }) => !passed);
          expect(verdicts[0]?.status).toBe(100 * kept >= percent * all ? 'met' : 'broken');
          expect(verdicts[0]?.detail).toMatchObject({
            passed: counted.length - lost.length,
            failed: lost.length,
            rate: kept / all,
            score: 6 - lost.reduce((total, { item }) => total + 'abc'.indexOf(item) + 1, 0),
          });
        },
      ),
      { numRuns: 500 },
    );
  });
});
