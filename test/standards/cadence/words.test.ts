import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess/assess.ts';
import { explain } from '../../../src/explain/explain.ts';
import { at, caseOf } from '../../support/naive-service.ts';
import { described, policyOfOne } from '../../support/one-standard.ts';
import { daily, gaps, shipped, tracking } from './tracking.ts';

describe('a cadence in words', () => {
  it.each([
    [
      daily,
      'progressed at least every day, from shipped until delivered',
      '自发货起至送达止，每1天至少一次告知进展',
    ],
    [
      { ...tracking, per: 'day', when: { kind: 'exchange' } },
      'kind exchange: progressed at least once a day, from shipped until delivered',
      '类型为换货：自发货起至送达止，每日至少1次告知进展',
    ],
    [
      { ...tracking, times: 2, per: 'half-day', windows: ['08:00-12:00', '14:00-18:00'] },
      'progressed at least 2 times in each of 08:00-12:00 and 14:00-18:00, from shipped until delivered',
      '自发货起至送达止，每日08:00-12:00和14:00-18:00至少2次告知进展',
    ],
    [
      { ...tracking, times: { parameter: 'often' }, per: 'week' },
      'progressed at least a number not set yet (often) times a week, from shipped until delivered',
      '自发货起至送达止，每周至少规定数（often，未设定）次告知进展',
    ],
    [
      { ...daily, every: '21 hours' },
      'progressed at least every 21 hours, from shipped until delivered',
      '自发货起至送达止，每21小时至少一次告知进展',
    ],
  ])('%j', (standard, english, chinese) => expect(described(standard)).toEqual([english, chinese]));

  it.each([
    ['half-day', '每半日'],
    ['month', '每月'],
    ['quarter', '每季度'],
    ['year', '每年'],
  ])('names its slot: %s', (per, chinese) =>
    expect(described({ ...tracking, per })).toEqual([
      `progressed at least once a ${per}, from shipped until delivered`,
      `自发货起至送达止，${chinese}至少1次告知进展`,
    ]),
  );

  it('explains a gap by how its due came about', () => {
    const [verdict] = assess(caseOf([shipped]), gaps, { asOf: at('09-28 22:00') }).verdicts;
    expect(explain(verdict!, { locale: 'en' })).toBe(
      [
        's: pending, due Tue 29 Sep 2026 10:00, 12 h left.',
        '1 day from Mon 28 Sep 2026 10:00: due Tue 29 Sep 10:00.',
        'Times in Asia/Shanghai; counted by rolling.',
        'Mon 28 Sep 10:00 to Tue 29 Sep 10:00: 1 day',
        'Same time of day: due Tue 29 Sep 10:00.',
      ].join('\n'),
    );
  });

  it('explains a slot by what happened in it', () => {
    const policy = policyOfOne({ ...tracking, times: 2, per: 'half-day' });
    const log = caseOf([shipped, ['progressed', '09-28 13:00'], ['delivered', '09-29 13:00']]);
    const { verdicts } = assess(log, policy, { asOf: at('10-05 00:00') });
    const told = (locale: 'en' | 'zh-CN') => explain(verdicts[1]!, { locale }).split('\n');
    expect(verdicts).toHaveLength(2);
    expect(told('en')).toEqual(['s, run 2: broken.', 'Tue 29 Sep 00:00 to 12:00: 0 of at least 2.']);
    expect(told('zh-CN')).toEqual(['s（第2轮）：未达标。', '9月29日（周二）00:00至12:00：0次，应至少2次。']);
  });
});
