import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess/assess.ts';
import { explain } from '../../../src/explain/explain.ts';
import { at, caseOf } from '../../support/naive-service.ts';
import { described, policyOfOne } from '../../support/one-standard.ts';
import { rings } from './bounds.ts';

describe('a bound in words', () => {
  const reception = { from: 'reception-started', to: { attribute: 'promisedAt' } };
  it.each([
    [rings, 'channel phone: rings at most 3', '渠道为电话：铃响次数不超过3'],
    [
      { kind: 'bound', measure: 'rings', event: 'answered', min: 1, max: 3 },
      'rings of answered at least 1 and at most 3',
      '接听的铃响次数不少于1且不超过3',
    ],
    [
      { kind: 'bound', measure: reception, max: '2 hours' },
      'from reception-started to the time in promisedAt at most 2 hours',
      '自开始接待至承诺时间所载时间不超过2小时',
    ],
    [
      { kind: 'bound', measure: { count: 'transferred' }, max: { parameter: 'most' } },
      'number of times transferred at most a number not set yet (most)',
      '转办次数不超过规定数（most，未设定）',
    ],
    [{ kind: 'bound', measure: 'rings', min: 1 }, 'rings at least 1', '铃响次数不少于1'],
    [
      { kind: 'bound', measure: { from: 'a', to: 'b' }, min: '1 minute', max: '2 hours' },
      'from a to b at least 1 minute and at most 2 hours',
      '自a至b不少于1分钟且不超过2小时',
    ],
  ])('%j', (standard, english, chinese) => expect(described(standard)).toEqual([english, chinese]));

  it('is explained by what was measured and what is asked', () => {
    const policy = policyOfOne({ kind: 'bound', measure: { from: 'a', to: 'b' }, max: '2 hours' });
    const log = caseOf([
      ['a', '09-28 10:00'],
      ['b', '09-28 12:10'],
    ]);
    const [verdict] = assess(log, policy, { asOf: at('09-29 00:00') }).verdicts;
    const told = (locale: 'en' | 'zh-CN') => explain(JSON.parse(JSON.stringify(verdict)), { locale });
    expect(told('en')).toBe('s: broken.\nMeasured 2 h 10 min; at most 2 hours is asked.');
    expect(told('zh-CN')).toBe('s：未达标。\n实测2小时10分钟；要求不超过2小时。');
  });

  it.each([
    [
      { measure: 'rings', min: 1, max: 3 },
      'Measured 4; at least 1 and at most 3 is asked.',
      '实测4；要求不少于1且不超过3。',
    ],
    [
      { measure: { from: 'answered', to: { attribute: 'visitAt' } }, max: '5 minutes' },
      'Measured -1 min; at most 5 minutes is asked.',
      '实测-1分钟；要求不超过5分钟。',
    ],
    [
      { measure: { from: 'answered', to: 'replied' }, min: '5 minutes' },
      'Measured 0 h; at least 5 minutes is asked.',
      '实测0小时；要求不少于5分钟。',
    ],
  ])('explains %j by what was measured, be it negative or nothing', (standard, english, chinese) => {
    const policy = policyOfOne({ kind: 'bound', ...standard });
    const log = caseOf(
      [
        ['answered', '09-28 10:01', { rings: 4 }],
        ['replied', '09-28 10:01'],
      ],
      { visitAt: at('09-28 10:00') },
    );
    const [verdict] = assess(log, policy, { asOf: at('09-29 00:00') }).verdicts;
    expect(explain(verdict!, { locale: 'en' }).split('\n')[1]).toBe(english);
    expect(explain(verdict!, { locale: 'zh-CN' }).split('\n')[1]).toBe(chinese);
  });
});
