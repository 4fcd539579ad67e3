import { describe, expect, it } from 'vitest';
import { describeStandard } from '../../src/explain/describe-standard.ts';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import { presets } from '../../src/presets/index.ts';
import { defineStandardKind } from '../../src/standards/define-standard-kind.ts';
import { office, policyOf } from '../support/naive-service.ts';

const told = (standard: Record<string, unknown>, more: Record<string, unknown> = {}) => {
  const policy = policyOf(standard, more);
  return [describeStandard(policy, 'answer', 'en'), describeStandard(policy, 'answer', 'zh-CN')];
};

describe('a deadline in words', () => {
  it.each([
    [{}, 'replied within 24 hours of received', '受理后24小时内答复'],
    [
      { when: { kind: ['complaint', 'repair'], priority: { not: 'low' } }, to: ['replied', 'resolved'] },
      'kind complaint or repair, priority not low: replied or resolved within 24 hours of received',
      '类型为投诉或报修，优先级不为低：受理后24小时内答复或解决',
    ],
    [
      { to: { all: ['resolved', 'told', 'labelled'] }, within: '7 working days' },
      'resolved, told and labelled within 7 working days of received',
      '受理后7个工作日内解决、告知客户和labelled',
    ],
    [
      { from: { event: 'said', when: { role: 'customer' } }, each: 'oldest-unanswered' },
      'replied within 24 hours of said (role customer); from the oldest one not yet answered',
      '发言（角色为客户）后24小时内答复；自最早未答复的一次起算',
    ],
    [
      { within: { promised: 'promisedAt' } },
      'replied by the time promised in promisedAt',
      '在承诺时间所载时间之前答复',
    ],
    [
      {
        within: {
          table: [{ when: { amount: { gte: 5, lt: 9 } }, limit: '8 working hours' }],
          otherwise: '3 days',
        },
      },
      'replied within 8 working hours (amount at least 5 and under 9), otherwise 3 days of received',
      '受理后amount不低于5和低于9的8个工作小时、其余3天内答复',
    ],
    [
      { each: 'run', restartOn: 'returned', pause: { on: 'paused', off: ['resumed', 'replied'] } },
      'replied within 24 hours of received; each time anew; starts again with returned; the clock stands from paused to resumed or replied',
      '受理后24小时内答复；每次分别计算；退回后重新计时；暂停至恢复或答复期间暂停计时',
    ],
    [
      { pause: { while: { waiting: true } }, when: { tier: { exists: true } } },
      'tier given: replied within 24 hours of received; the clock stands while waiting yes',
      '等级已填：受理后24小时内答复；waiting为是期间暂停计时',
    ],
    [
      { to: { event: 'replied' }, when: { vip: false, amount: { not: { gte: 5 } } } },
      'vip no, amount not at least 5: replied within 24 hours of received',
      'vip为否，amount并非不低于5：受理后24小时内答复',
    ],
    [
      { when: { tier: { not: { exists: true } } } },
      'tier not given: replied within 24 hours of received',
      '等级未填：受理后24小时内答复',
    ],
    [
      { within: { table: [{ when: {}, limit: '1 hour' }] } },
      'replied within 1 hour of received',
      '受理后1小时内答复',
    ],
  ])('%j', (standard, english, chinese) => expect(told(standard)).toEqual([english, chinese]));

  it('names the parameters that its condition waits for', () => {
    const when = { tier: { parameter: 'tiers' }, amount: { not: { parameter: 'sums' } } };
    expect(told({ when }, { parameters: { tiers: null, sums: null } })).toEqual([
      'tier as in tiers, amount not as in sums: replied within 24 hours of received',
      '等级为参数tiers，amount不为参数sums：受理后24小时内答复',
    ]);
  });

  it('has its parameters put in as far as they are set', () => {
    const within = { parameter: 'callBack' };
    expect(told({ within }, { parameters: { callBack: '2 hours' } })[0]).toBe(
      'replied within 2 hours of received',
    );
    expect(told({ within })).toEqual([
      'replied within a time not set yet (callBack) of received',
      '受理后规定时限（callBack，未设定）内答复',
    ]);
  });
});

describe('other kinds in words, as far as their parameters are set', () => {
  const parameters = { when: null, who: null, lines: null, hours: null };
  const post = { kind: 'coverage', post: { parameter: 'who' }, atLeast: 1 };
  const duty = { kind: 'duty', event: 'survey-run', times: 1 };
  const replied = { kind: 'cadence', from: 'received', until: 'closed', event: 'replied' };

  it.each([
    [post, 'at least 1 person on duty at who in all working hours', '工作时间内who至少1人在岗'],
    [
      { ...post, atLeast: 2 },
      'at least 2 people on duty at who in all working hours',
      '工作时间内who至少2人在岗',
    ],
    [{ ...duty, per: { parameter: 'when' } }, 'survey-run at least once per when', 'when至少1次满意度调查'],
    [
      { ...duty, per: 'day', windows: { parameter: 'hours' } },
      'survey-run at least once in hours of each day',
      '每日hours各至少1次满意度调查',
    ],
    [{ kind: 'wording', forbidden: { parameter: 'lines' } }, 'everybody never says lines', '不得说lines'],
    [
      { ...replied, times: 1, per: { parameter: 'when' } },
      'replied at least once a when, from received until closed',
      '自受理起至结案止，when至少1次答复',
    ],
    [
      {
        kind: 'checklist',
        items: [
          { item: 'badge', weight: 2 },
          { item: 'tie', points: 1, weight: 3 },
        ],
      },
      'badge (weight 2) and tie (1 point, weight 3): all pass',
      '工牌（权重2）和tie（1分，权重3）：均须合格',
    ],
  ])('%j', (standard, english, chinese) => {
    const policy = parsePolicy({
      id: 'p',
      version: '1',
      calendar: office,
      standards: [{ id: 'answer', ...standard }],
      parameters,
    });
    expect(describeStandard(policy, 'answer', 'en')).toBe(english);
    expect(describeStandard(policy, 'answer', 'zh-CN')).toBe(chinese);
  });
});

describe('every standard', () => {
  it.each(Object.values(presets))('of preset $id has its promise in both languages', (preset) => {
    for (const { id, kind } of preset.standards) {
      if (kind !== 'deadline') continue;
      for (const locale of ['en', 'zh-CN'] as const) {
        const text = describeStandard(preset, id, locale);
        expect(text, id).toBeTruthy();
        expect(text, id).not.toMatch(/undefined|\[object|null/);
      }
    }
  });

  it("of a company's own kind has the words of that kind, and one that is not there has none", () => {
    const hands = defineStandardKind<'hands', { most: number }>({
      kind: 'hands',
      schema: { type: 'object', keys: { most: { type: 'number' } }, needed: ['most'] },
      judge: () => [],
      describe: ({ most }) => ({ en: `at most ${most} hands` }),
    });
    const standards = [{ id: 'few', kind: 'hands', most: { parameter: 'hands' } }];
    const document = { id: 'p', version: '1', calendar: office, standards, parameters: { hands: 3 } };
    const policy = parsePolicy(document, { kinds: [hands] });
    expect(describeStandard(policy, 'few', 'zh-CN')).toBe('at most 3 hands');
    expect(describeStandard(policy, 'many', 'en')).toBeUndefined();
  });
});
