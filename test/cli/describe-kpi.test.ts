import { describe, expect, it } from 'vitest';
import { describeKpi } from '../../src/cli/describe-kpi.ts';
import { policyOf } from '../support/naive-service.ts';

const policy = policyOf({ title: { en: 'Answered in time', 'zh-CN': '按时答复' } });
const told = (kpi: object) => {
  const spec = { id: 'k', ...kpi } as Parameters<typeof describeKpi>[1];
  return [describeKpi(policy, spec, 'en'), describeKpi(policy, spec, 'zh-CN')];
};

describe('a KPI in words', () => {
  it.each([
    [
      { measure: 'timelinessRate', of: 'answer', basis: 'received', goal: '>= 95%' },
      'timelinessRate of “Answered in time”, by month, basis received; goal >= 95%',
      '及时率（“按时答复”），按月，口径 已受理；目标值 >= 95%',
    ],
    [
      {
        measure: 'satisfactionRate',
        period: 'quarter',
        groupBy: ['agent', 'channel'],
        when: { kind: 'inquiry' },
      },
      'kind inquiry: satisfactionRate, by quarter, per agent and channel; no goal',
      '类型为咨询：满意率，按季，按客服和渠道；无目标值',
    ],
    [
      { measure: 'count', event: 'escalated' },
      'count of escalated, by month; no goal',
      '件数（升级），按月；无目标值',
    ],
    [
      { measure: 'repeatComplaintRate', key: ['customer', 'subject'], window: '30 days', denominator: 'all' },
      'repeatComplaintRate, by month, denominator all, window 30 days, key customer, subject; no goal',
      '重复投诉率，按月，分母 全部，窗口 30天，按相同 客户、主题；无目标值',
    ],
    [
      { measure: 'composite', weights: { a: 0.4, b: 0.6 }, goal: '>= 0.9' },
      'composite, by month, weights a 0.4, b 0.6; goal >= 0.9',
      '综合，按月，权重 a 0.4、b 0.6；目标值 >= 0.9',
    ],
    [
      { measure: 'replyRate', flow: true },
      'replyRate, by month, flow; no goal',
      '回复率，按月，按当期流量；无目标值',
    ],
  ])('%j', (kpi, english, chinese) => expect(told(kpi)).toEqual([english, chinese]));
});
