import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess/assess.ts';
import { explain } from '../../../src/explain/explain.ts';
import { at, caseOf } from '../../support/naive-service.ts';
import { described, policyOfOne } from '../../support/one-standard.ts';
import { delay, delays, promised, received } from './delay.ts';

describe('a notice in words', () => {
  it.each([
    [
      delay,
      'delay-told before the time in promisedAt; unless delivered comes first',
      '承诺时间所载时间之前告知延误；已送达的除外',
    ],
    [
      { kind: 'notice', event: 'told', before: 'visited', atLeast: '1 day', clearDays: true },
      'told at least 1 day before visited; the days between are whole ones',
      '上门之前至少1天告知客户；其间须为整日',
    ],
    [
      { kind: 'notice', event: 'told', before: 'visited', atLeast: '0 hours', unless: [] },
      'told before visited',
      '上门之前告知客户',
    ],
    [
      {
        kind: 'notice',
        event: 'told',
        before: 'visited',
        atLeast: '0 hours',
        unless: { parameter: 'needless' },
      },
      'told before visited',
      '上门之前告知客户',
    ],
    [
      { kind: 'notice', event: 'told', before: 'visited', atLeast: '10 days' },
      'told at least 10 days before visited',
      '上门之前至少10天告知客户',
    ],
  ])('%j', (standard, english, chinese) => expect(described(standard)).toEqual([english, chinese]));

  it('is explained backward from what it comes before', () => {
    const policy = policyOfOne({ ...delay, atLeast: '1 working day' });
    const [verdict] = assess(caseOf([received], promised), policy, { asOf: at('09-28 12:00') }).verdicts;
    for (const one of [verdict!, JSON.parse(JSON.stringify(verdict))])
      expect(explain(one, { locale: 'en' })).toBe(
        [
          's: pending, due Tue 29 Sep 2026 18:00, 15 h of working time left.',
          'It has to come before Wed 30 Sep 10:00.',
          'At least 1 working day before Wed 30 Sep 2026 10:00: Tue 29 Sep 18:00 at the latest.',
          'Times in Asia/Shanghai; the day of the event is not counted.',
          'Wed 30 Sep: day of the event, not counted',
          'Tue 29 Sep: day 1',
          'Close of business: Tue 29 Sep 18:00 at the latest.',
        ].join('\n'),
      );
  });

  it('is explained in Chinese, too, by what it comes before', () => {
    const [verdict] = assess(caseOf([received], promised), delays, { asOf: at('09-28 12:00') }).verdicts;
    expect(explain(verdict!, { locale: 'zh-CN' }).split('\n')[1]).toBe('应在9月30日（周三）10:00之前。');
  });

  it('says that it is not known yet what it comes before', () => {
    const [verdict] = assess(caseOf([received]), delays, { asOf: at('09-28 12:00') }).verdicts;
    expect(explain(verdict!, { locale: 'zh-CN' })).toBe('s：进行中。\n尚不知应在何时之前。');
    expect(explain(verdict!, { locale: 'en' })).toBe(
      's: pending.\nNot known yet what it has to come before.',
    );
  });
});
