import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { assessOrganisation } from '../../src/assess/assess-organisation.ts';
import { checkPolicy } from '../../src/policy/check-policy.ts';
import { explained, judgedOf, ruleOf, surveys, told } from '../support/kind-service.ts';
import { always, at, caseOf, lines, wall } from '../support/naive-service.ts';

describe('duty', () => {
  const monthly = ruleOf({ kind: 'duty', event: 'survey-run', times: 1, per: 'month' });
  const range = { from: '2026-07-01', to: '2026-11-01' };

  it('is met at the event of its month, broken without one, pending in the month under way', () => {
    const log = { events: surveys('07-31 23:59', '09-01') };
    expect(lines(judgedOf(monthly, log, '10-15', range))).toEqual([
      '1 met done 07-31 23:59',
      '2 broken',
      '3 met done 09-01 00:00',
      '4 pending',
    ]);
  });

  it('is pending in the month under way though it is done, and counts no event at 24:00 for the month before', () => {
    expect(
      lines(
        judgedOf(monthly, { events: surveys('10-01') }, '10-15', { from: '2026-09-01', to: '2026-11-01' }),
      ),
    ).toEqual(['1 broken', '2 pending']);
  });

  it('judges only months wholly in the range: of 15 July to 15 October, August and September', () => {
    const [first, second, ...none] = judgedOf(monthly, { events: [] }, '12-01', {
      from: '2026-07-15',
      to: '2026-10-15',
    }).verdicts;
    expect([first, second].map((verdict) => wall(verdict?.from ?? null))).toEqual([
      '08-01 00:00',
      '09-01 00:00',
    ]);
    expect(none).toEqual([]);
  });

  it('counts to 2 times a week, met at the second event of Monday to Sunday', () => {
    const weekly = ruleOf({ kind: 'duty', event: 'survey-run', times: 2, per: 'week' });
    const log = { events: surveys('09-07', '09-13 23:59:59', '09-14', '09-21', '09-22', '09-23') };
    expect(lines(judgedOf(weekly, log, '10-01'))).toEqual([
      '1 met done 09-13 23:59:59',
      '2 broken',
      '3 met done 09-22 00:00',
    ]);
  });

  it('wants each half-day: 2 in one morning leave the afternoon broken', () => {
    const halves = ruleOf({ kind: 'duty', event: 'survey-run', times: 1, per: 'half-day' });
    const log = { events: surveys('09-01 09:00', '09-01 11:59', '09-02 12:00') };
    const day = { from: '2026-09-01', to: '2026-09-03' };
    expect(lines(judgedOf(halves, log, '09-03', day))).toEqual([
      '1 met done 09-01 09:00',
      '2 broken',
      '3 broken',
      '4 met done 09-02 12:00',
    ]);
  });

  it('wants each window of each day: every morning from 06:00 to 09:00', () => {
    const mornings = ruleOf({
      kind: 'duty',
      event: 'survey-run',
      times: 1,
      per: 'day',
      windows: ['06:00-09:00'],
    });
    const log = { events: surveys('09-01 05:59', '09-02 06:00', '09-03 09:00') };
    const days = { from: '2026-09-01', to: '2026-09-04' };
    expect(lines(judgedOf(mornings, log, '09-04', days))).toEqual([
      '1 broken',
      '2 met done 09-02 06:00',
      '3 broken',
    ]);
  });

  it('counts selected events only, by their attributes', () => {
    const rounds = ruleOf({
      kind: 'duty',
      event: { event: 'round', when: { by: ['chief', 'deputy'] } },
      times: 1,
      per: 'week',
    });
    const week = { from: '2026-09-07', to: '2026-09-14' };
    const round = (by: string) => ({ events: [{ type: 'round', by, at: at('09-08') }] });
    expect(lines(judgedOf(rounds, round('chief'), '09-20', week))).toEqual(['1 met done 09-08 00:00']);
    expect(lines(judgedOf(rounds, round('nurse'), '09-20', week))).toEqual(['1 broken']);
  });

  it('says what it counted, and when it may change: at the end of the month, and when the next begins', () => {
    const pending = judgedOf(monthly, { events: [] }, '09-10');
    expect(pending.verdicts[0]?.detail).toEqual({
      from: new Date(at('09-01')),
      to: new Date(at('10-01')),
      count: 0,
      times: 1,
    });
    expect(wall(pending.nextChange)).toBe('10-01 00:00');
    const done = judgedOf(monthly, { events: surveys('09-02') }, '09-10');
    expect(done.verdicts[0]).toMatchObject({ status: 'pending', detail: { count: 1, times: 1 } });
    expect(wall(done.nextChange)).toBe('10-01 00:00');
    const over = judgedOf(monthly, { events: surveys('09-02') }, '10-01', {
      from: '2026-09-01',
      to: '2026-12-01',
    });
    expect(lines(over)).toEqual(['1 met done 09-02 00:00', '2 pending']);
  });

  it('is undetermined while the number of times is a parameter that nobody has set', () => {
    const rule = { kind: 'duty', event: 'survey-run', times: { parameter: 'often' }, per: 'month' };
    const unset = ruleOf(rule, { parameters: { often: null } });
    expect(lines(judgedOf(unset, { events: [] }, '10-15'))).toEqual(['1 undetermined missing often']);
    const set = ruleOf(rule, { parameters: { often: 2 } });
    expect(lines(judgedOf(set, { events: surveys('09-01', '09-02') }, '10-15'))).toEqual([
      '1 met done 09-02 00:00',
    ]);
  });

  it('without a range begins with the first event, and has the month under way pending', () => {
    const open = assessOrganisation({ events: surveys('08-15', '09-10') }, monthly, { asOf: at('10-15') });
    expect(lines(open)).toEqual(['1 met done 09-10 00:00', '2 pending']);
  });

  it('gives no verdict on cases, and a standard about cases none on the organisation', () => {
    const closed = caseOf([
      ['received', '09-01'],
      ['survey-run', '09-02'],
    ]);
    expect(assess(closed, monthly, { asOf: at('10-01') }).verdicts).toEqual([]);
    const answer = ruleOf({ kind: 'deadline', from: 'received', to: 'replied', within: '1 day' });
    expect(judgedOf(answer, { events: [{ type: 'received', at: at('09-01') }] }, '10-01').verdicts).toEqual(
      [],
    );
  });

  it.each([
    [{ times: 0 }, 'standards.0.times'],
    [{ times: 1.5 }, 'standards.0.times'],
    [{ per: 'fortnight' }, 'standards.0.per'],
    [{ windows: ['8-12'] }, 'standards.0.windows.0'],
    [{ windows: ['08:00-12:00', '11:00-13:00'] }, 'standards.0.windows.1'],
  ])('is refused with %j, at %s', (keys, path) => {
    const standards = [{ id: 'rule', kind: 'duty', event: 'survey-run', times: 1, per: 'day', ...keys }];
    const { policy, problems } = checkPolicy({ id: 'p', version: '1', calendar: always, standards });
    expect(policy).toBeNull();
    expect(problems.map((problem) => problem.path.join('.'))).toEqual([path]);
  });

  it.each([
    ['day', '每日'],
    ['half-day', '每半日'],
    ['week', '每周'],
    ['quarter', '每季度'],
    ['year', '每年'],
  ])('is told in words by the %s', (per, chinese) =>
    expect(told(ruleOf({ kind: 'duty', event: 'told', times: 2, per }))).toEqual([
      `told at least 2 times per ${per}`,
      `${chinese}至少2次告知客户`,
    ]),
  );

  it('is told in words, and so is what was counted', () => {
    expect(told(monthly)).toEqual(['survey-run at least once per month', '每月至少1次满意度调查']);
    expect(
      told(
        ruleOf({
          kind: 'duty',
          event: 'told',
          times: 2,
          per: 'day',
          windows: ['08:00-12:00', '14:00-18:00'],
        }),
      ),
    ).toEqual([
      'told at least 2 times in 08:00-12:00 and 14:00-18:00 of each day',
      '每日08:00-12:00和14:00-18:00各至少2次告知客户',
    ]);
    const [broken] = judgedOf(monthly, { events: [] }, '10-15').verdicts;
    expect(explained(broken)).toEqual([
      'rule: broken.\nTue 1 Sep 00:00 to Wed 30 Sep 24:00: 0 of at least 1.',
      'rule：未达标。\n9月1日（周二）00:00至9月30日（周三）24:00：应至少1次，实际0次。',
    ]);
    const [pending] = judgedOf(monthly, { events: [] }, '09-15').verdicts;
    expect(explained(pending)[0]).toContain('rule: pending.\n');
  });

  it('agrees with counting the events of each calendar day', () => {
    const hours = fc.array(fc.integer({ min: 0, max: 240 }), { maxLength: 20 });
    const days = fc.integer({ min: 0, max: 10 });
    fc.assert(
      fc.property(hours, fc.integer({ min: 1, max: 3 }), days, (whens, times, today) => {
        const policy = ruleOf({ kind: 'duty', event: 'survey-run', times, per: 'day' });
        const instant = (hour: number) => Date.UTC(2026, 8, 1, hour - 8);
        const log = { events: whens.map((hour) => ({ type: 'survey-run', at: instant(hour) })) };
        const { verdicts } = assessOrganisation(log, policy, {
          asOf: instant(today * 24),
          range: { from: '2026-09-01', to: '2026-09-11' },
        });
        const expected = Array.from({ length: Math.min(10, today + 1) }, (_, day) => {
          const known = whens.filter((hour) => hour <= today * 24 && Math.floor(hour / 24) === day).length;
          return day === today ? 'pending' : known >= times ? 'met' : 'broken';
        });
        expect(verdicts.map(({ status }) => status)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});
