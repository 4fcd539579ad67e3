import { definePolicy } from '../policy/define-policy.ts';
import { officeCalendar } from './office-calendar.ts';

const callEnded = ['abandoned', 'hung-up', 'withdrawn', 'merged', 'invalidated'];
const hungUp = {
  en: 'Who hangs up within the 3 minutes has not been kept waiting longer.',
  'zh-CN': '3分钟内自行挂断的，不计为超时。',
};

/** What becomes of goods that come back, for which kind of case, the event, its limit and titles. */
const remedies = [
  ['refund', 'return', 'refunded', '3 working days', 'Refund paid', '退款'],
  ['exchange', 'exchange', 'exchanged', '5 working days', 'Goods exchanged', '换货'],
] as const;

const chosen = {
  en: 'Where the attribute remedy is given it says which; else the kind of the case does.',
  'zh-CN': '退款或换货取 remedy，未注明的按工单类型。',
};

const applied = <Kind extends string, Remedy extends string>(kind: Kind, remedy: Remedy) =>
  [
    { event: 'received', when: { kind, remedy: { exists: false } } },
    { event: 'received', when: { remedy } },
  ] as const;

/** What the service does regularly: the event, its titles, and how often. */
const regular = [
  ['survey-run', 'Satisfaction survey', '满意度调查', 'month'],
  ['analysed', 'Survey analysed', '调查结果分析', 'month'],
  ['performance-assessed', 'Performance assessment', '绩效考核', 'month'],
  ['consequences-drawn', 'Consequences of the assessment', '考核结果奖惩', 'month'],
  ['review-held', 'Review meeting', '总结会议', 'month'],
  ['measures-taken', 'Measures after the review', '改进措施', 'month'],
  ['training-held', 'Training', '培训', 'quarter'],
  ['training-evaluated', 'Training evaluated', '培训效果评估', 'quarter'],
] as const;

const perAgent = {
  en: 'Per agent and month; no goal is printed.',
  'zh-CN': '按客服、按月统计；未规定目标值。',
};

/** The standards whose used time is the response time. */
const responses = [
  ['inquiry-response-time', 'inquiry-answer', 'inquiries', '咨询'],
  ['complaint-response-time', 'complaint-receipt', 'complaints', '投诉'],
] as const;

/** Repairs, asked for or chosen as the remedy of something else. */
const repairs = [
  ['repair', { kind: 'repair' }],
  ['remedy', { kind: { not: 'repair' }, remedy: 'repair' }],
] as const;

/**
 * Customer service rules of a textile company. Rows follow the rulebook's own order; `note` says where a reading is ours.
 */
export const textileService = /* @__PURE__ */ definePolicy({
  format: 'duly-policy/1',
  id: 'textile-service',
  version: '2026-11',
  title: { en: 'Customer service of a textile company', 'zh-CN': '纺织品客户服务规定' },
  source: { 'zh-CN': '紡織品客戶服務規定' },
  calendar: officeCalendar(),
  counting: 'prc-civil-code',
  parameters: { orderNews: null },
  standards: [
    {
      id: 'inquiry-answer',
      kind: 'deadline',
      row: '3.1',
      weight: 'C',
      clause: '二(一)1; 三(一)1',
      title: { en: 'E-mail or online inquiry answered', 'zh-CN': '邮件及在线咨询答复' },
      when: { kind: 'inquiry', channel: ['email', 'chat', 'web'] },
      from: 'received',
      to: ['replied', 'resolved'],
      within: '24 hours',
    },
    {
      id: 'complex-inquiry-progress',
      kind: 'deadline',
      row: '3.2',
      weight: 'C',
      clause: '三(一)1',
      title: { en: 'Complex inquiry: progress told', 'zh-CN': '复杂咨询告知进展' },
      when: { kind: 'inquiry', complexity: 'complex' },
      from: 'received',
      to: ['progressed', 'replied', 'told', 'resolved'],
      within: '24 hours',
      onChange: 'recalculate',
    },
    {
      id: 'complex-inquiry-solution',
      kind: 'deadline',
      row: '3.2',
      weight: 'C',
      clause: '三(一)1',
      title: {
        en: 'Complex inquiry that needs further help: solution',
        'zh-CN': '需进一步协助的复杂咨询给出方案',
      },
      note: {
        en: 'Every complex inquiry is taken to need further help.',
        'zh-CN': '复杂咨询一律视为需要进一步协助。',
      },
      when: { kind: 'inquiry', complexity: 'complex' },
      from: 'received',
      to: ['proposed', 'resolved'],
      within: '48 hours',
      onChange: 'recalculate',
    },
    {
      id: 'phone-answer',
      kind: 'deadline',
      row: '3.3',
      weight: 'S',
      clause: '二(一)1',
      title: { en: 'Phone: a human after the call comes in', 'zh-CN': '来电人工接听' },
      when: { channel: 'phone' },
      from: 'offered',
      to: 'answered',
      within: '3 minutes',
      exemptOn: callEnded,
      note: hungUp,
    },
    {
      id: 'phone-answer-connected',
      kind: 'deadline',
      row: '3.4',
      weight: 'S',
      clause: '三(一)2',
      title: { en: 'Phone: a human after the line is connected', 'zh-CN': '接通后人工应答' },
      when: { channel: 'phone' },
      from: 'connected',
      to: 'answered',
      within: '3 minutes',
      exemptOn: callEnded,
      note: hungUp,
    },
    {
      id: 'complaint-receipt',
      kind: 'deadline',
      row: '3.6',
      weight: 'C',
      clause: '三(一)3',
      title: { en: 'Complaint: receipt and process told', 'zh-CN': '投诉受理及流程告知' },
      when: { kind: 'complaint' },
      from: 'received',
      to: ['acknowledged', 'replied', 'told', 'resolved'],
      within: '48 hours',
    },
    {
      id: 'complaint-contact',
      kind: 'deadline',
      row: '3.7',
      weight: 'C',
      clause: '二(三)2',
      title: { en: 'Complaint: customer contacted by phone or chat', 'zh-CN': '投诉电话或在线联系客户' },
      when: { kind: 'complaint' },
      from: 'received',
      to: ['acknowledged', 'replied', 'told', 'called-back'].map(
        (event) => ({ event, when: { channel: ['phone', 'chat'] } }) as const,
      ),
      within: '48 hours',
    },
    {
      id: 'complaint-solution',
      kind: 'deadline',
      row: '3.8',
      weight: 'C',
      clause: '三(一)3',
      title: { en: 'Complaint: final solution', 'zh-CN': '投诉最终解决方案' },
      when: { kind: 'complaint' },
      from: 'received',
      to: 'resolved',
      within: '7 working days',
    },
    ...remedies.map(
      ([remedy, kind, event, , en, zh]) =>
        ({
          id: `${remedy}-told`,
          kind: 'deadline',
          row: '3.9',
          weight: 'C',
          clause: '二(三)1',
          title: { en: `${en} and told, with voucher`, 'zh-CN': `${zh}办结并告知（附凭证）` },
          note: chosen,
          when: { kind: ['return', 'exchange'] },
          from: applied(kind, remedy),
          to: { all: [event, 'told'] },
          within: '7 working days',
        }) as const,
    ),
    ...remedies.map(
      ([remedy, kind, event, within, en, zh]) =>
        ({
          id: remedy,
          kind: 'deadline',
          row: '3.9',
          weight: 'C',
          clause: '二(三)1',
          title: { en, 'zh-CN': zh },
          note: {
            en: `Counted from the inspection where there is one, else from the application. ${chosen.en}`,
            'zh-CN': `有验货的自验货起算，否则自申请起算。${chosen['zh-CN']}`,
          },
          when: { kind: ['return', 'exchange'] },
          from: applied(kind, remedy),
          to: event,
          within,
          restartOn: 'inspected',
        }) as const,
    ),
    {
      id: 'inspected-first',
      kind: 'order',
      row: '3.10',
      weight: 'S',
      clause: '二(三)1',
      title: { en: 'Goods inspected before refund or exchange', 'zh-CN': '先验货后退换' },
      note: {
        en: 'The event inspected says that the goods are within the policy, intact and unused.',
        'zh-CN': '“验货”（inspected）指已查明符合退换政策、完好且未使用。',
      },
      when: { kind: ['return', 'exchange'] },
      first: 'inspected',
      then: ['refunded', 'exchanged'],
    },
    {
      id: 'logistics',
      kind: 'cadence',
      row: '3.11',
      weight: 'S',
      clause: '二(二)2',
      title: { en: 'Logistics state updated every day', 'zh-CN': '每日更新物流状态' },
      note: {
        en: 'Until delivery, which isn’t printed; the civil days that lie wholly in between count.',
        'zh-CN': '“至送达为止”为本预设的理解；只计其间完整的自然日。',
      },
      from: 'shipped',
      until: 'delivered',
      event: 'progressed',
      times: 1,
      per: 'day',
    },
    {
      id: 'delay-notice',
      kind: 'notice',
      row: '3.12',
      weight: 'S',
      clause: '二(二)2',
      title: { en: 'Delay told before the promised delivery', 'zh-CN': '交期之前告知延误' },
      note: {
        en: 'With the reason, force majeure included; promisedAt holds the promised delivery.',
        'zh-CN': '须说明原因，不可抗力亦同；约定交期取 promisedAt。',
      },
      event: 'delay-told',
      before: { attribute: 'promisedAt' },
      atLeast: '0 hours',
      unless: 'delivered',
    },
    {
      id: 'order-news',
      kind: 'deadline',
      row: '3.13',
      weight: 'S',
      clause: '一(二)2; 二(二)',
      title: { en: 'Order status and exceptions told promptly', 'zh-CN': '订单状态及异常及时告知' },
      note: {
        en: 'No number is printed: set the parameter orderNews.',
        'zh-CN': '未规定时限，由参数 orderNews 给出。',
      },
      from: ['order-changed', 'out-of-stock', 'wrong-order', 'logistics-exception'],
      to: 'told',
      within: { parameter: 'orderNews' },
      each: 'run',
    },
    ...repairs.map(
      ([id, when]) =>
        ({
          id: `${id}-quote-first`,
          kind: 'order',
          row: '3.14',
          weight: 'S',
          clause: '二(三)2',
          title: {
            en: 'Repair: cost and time confirmed before work starts',
            'zh-CN': '维修前客户确认费用与时间',
          },
          note: {
            en: 'The event quote-accepted says that the customer has confirmed both.',
            'zh-CN': '“同意报价”（quote-accepted）指客户对费用与时间均已确认。',
          },
          when,
          first: 'quote-accepted',
          then: 'work-started',
        }) as const,
    ),
    ...regular.map(
      ([event, en, zh, per]) =>
        ({
          id: event,
          kind: 'duty',
          row: '3.15',
          weight: 'S',
          clause: '三(三); 四(二)',
          title: {
            en: `${en}, every ${per}`,
            'zh-CN': `${zh}，每${per === 'month' ? '月' : '季度'}一次`,
          },
          note: {
            en: 'A follow-up is looked for in the same period as what it follows.',
            'zh-CN': '后续措施与所跟进事项计入同一周期。',
          },
          event,
          times: 1,
          per,
        }) as const,
    ),
    {
      id: 'service-routine',
      kind: 'checklist',
      row: '3.18',
      weight: 'M',
      clause: '三(三)1; 二(一)1; 四(一)',
      title: { en: 'Records, specialists, templates and reports', 'zh-CN': '记录、专人、模板与上报' },
      items: [
        { item: 'customer-recorded' },
        { item: 'problem-recorded' },
        { item: 'handling-recorded' },
        { item: 'specialist-for-complex-inquiries' },
        { item: 'templates-used' },
        { item: 'support-reports-promptly' },
        { item: 'logistics-reports-promptly' },
      ],
    },
  ],
  ladders: [
    {
      id: 'agitated-customer',
      row: '3.17',
      weight: 'S',
      severity: 'soft',
      clause: '三(二)3',
      title: { en: 'Agitated customer raised to the superior', 'zh-CN': '客户情绪激动上报上级' },
      rungs: [{ id: 'superior', level: 1, to: 'superior', on: 'agitated' }],
    },
  ],
  kpis: [
    {
      id: 'connect-rate',
      row: '3.5',
      weight: 'S',
      clause: '三(一)2',
      title: { en: 'Phone connect rate', 'zh-CN': '电话接通率' },
      measure: 'connectRate',
      when: { channel: 'phone' },
      goal: '>= 90%',
    },
    ...responses.map(
      ([id, of, en, zh]) =>
        ({
          id,
          row: '3.16',
          weight: 'S',
          clause: '四(二)1',
          title: { en: `Response time, ${en}`, 'zh-CN': `${zh}响应时间` },
          note: {
            en: 'The mean of elapsed time per agent and month; no goal is printed.',
            'zh-CN': '按客服、按月取平均历时；未规定目标值。',
          },
          measure: 'mean',
          of,
          period: 'month',
          groupBy: ['agent'],
        }) as const,
    ),
    ...(
      [
        ['agent-resolution-rate', 'Resolution rate per agent', '客服解决率', 'resolutionRate'],
        ['agent-satisfaction', 'Satisfaction per agent', '客服满意率', 'satisfactionRate'],
      ] as const
    ).map(
      ([id, en, zh, measure]) =>
        ({
          id,
          row: '3.16',
          weight: 'S',
          clause: '四(二)1',
          title: { en, 'zh-CN': zh },
          note: perAgent,
          measure,
          period: 'month',
          groupBy: ['agent'],
        }) as const,
    ),
    ...(
      [
        ['reply-rate', 'Reply rate', '回复率', { measure: 'replyRate' }],
        [
          'inquiry-timeliness',
          'Inquiries answered in time',
          '咨询及时率',
          { measure: 'timelinessRate', of: 'inquiry-answer' },
        ],
        [
          'complaint-timeliness',
          'Complaints solved in time',
          '投诉按时办结率',
          { measure: 'timelinessRate', of: 'complaint-solution' },
        ],
        ['resolution-rate', 'Resolution rate', '解决率', { measure: 'resolutionRate' }],
        ['satisfaction', 'Satisfaction', '满意率', { measure: 'satisfactionRate' }],
        [
          'repeat-complaints',
          'Repeat complaints',
          '重复投诉率',
          { measure: 'repeatComplaintRate', when: { kind: 'complaint' } },
        ],
      ] as const
    ).map(
      ([id, en, zh, rule]) =>
        ({
          id,
          row: '3.16',
          weight: 'S',
          clause: '四(二)1',
          title: { en, 'zh-CN': zh },
          note: {
            en: 'The figure of the whole service, beside those per agent; no goal is printed.',
            'zh-CN': '全体客服的数字，与各客服的并列；未规定目标值。',
          },
          ...rule,
          period: 'month',
        }) as const,
    ),
  ],
});
