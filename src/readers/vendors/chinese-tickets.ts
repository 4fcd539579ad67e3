import { synonymsOf } from '../chinese-columns.ts';
import type { Mapping } from '../schema.ts';

const format = [
  'yyyy-MM-dd HH:mm:ss',
  'yyyy/M/d H:mm',
  'yyyy/M/d H:mm:ss',
  'yyyy-MM-dd HH:mm',
  'yyyy年M月d日 H:mm:ss',
  'yyyy年M月d日 H:mm',
];
const at = (column: string) => ({ column, format });

const byPhone = ['电话', '来电', '电话呼入', '呼入', '热线', '热线电话', '400电话', '呼叫中心'];
const online = [
  '在线',
  '在线客服',
  '在线咨询',
  '微信',
  '微信公众号',
  '公众号',
  '小程序',
  '企业微信',
  'APP',
  'App',
];
const channels = {
  ...all(byPhone, 'phone'),
  ...all(online, 'chat'),
  ...all(['邮件', '电子邮件', '邮箱'], 'email'),
  ...all(['网站', '网页', '官网', '门户网站'], 'web'),
  ...all(['来访', '现场', '上门'], 'visit'),
  ...all(['信函', '来信', '信件'], 'letter'),
  传真: 'fax',
};
const ratings = {
  ...all(['非常满意', '很满意', '十分满意', '满意', '比较满意', '好评'], 'satisfied'),
  ...all(['基本满意', '一般', '中评'], 'basically-satisfied'),
  ...all(['不满意', '不太满意', '很不满意', '非常不满意', '差评'], 'dissatisfied'),
};
const rated = (column: string) => ({
  ...at(column),
  when: { 满意度: Object.keys(ratings) },
  attributes: { satisfaction: { column: '满意度', values: ratings } },
});

function all<To extends string>(words: readonly string[], to: To): Record<string, To> {
  return Object.fromEntries(words.map((word) => [word, to]));
}

/**
 * A Chinese service desk's ticket export, a row per case. The columns have the names of `examples/data/tickets.csv`, or
 * any of their common synonyms; all but the id and the time of receipt may be missing.
 */
export const chineseTickets = {
  format: 'duly-mapping/1',
  title: { en: 'Chinese ticket export, a row per case', 'zh-CN': '中文工单导出，每行一个工单' },
  rows: 'case',
  timeZone: 'Asia/Shanghai',
  encoding: 'auto',
  missing: ['-', '--', '/', '无', '暂无'],
  optional: true,
  synonyms: {
    ...synonymsOf('id', 'received', 'acknowledged', 'replied', 'progressed', 'paused', 'resumed', 'proposed'),
    ...synonymsOf('rejected', 'reopened', 'told', 'closed', 'withdrawn', 'return-visited', 'answered'),
    ...synonymsOf('abandoned', 'kind', 'channel', 'customer', 'subject', 'complexity', 'department', 'agent'),
    ...synonymsOf('repeatOf', 'satisfaction', 'resolved', 'priority'),
    承诺时间: ['要求完成时间', '截止时间', '到期时间'],
    // A rating that has no time of its own was given when the customer was asked.
    评价时间: ['满意度评价时间', '回访时间'],
  },
  id: '工单编号',
  attributes: {
    kind: {
      column: '业务类型',
      values: {
        ...all(['咨询', '业务咨询', '咨询类'], 'inquiry'),
        ...all(['投诉', '投诉举报', '投诉类', '客诉'], 'complaint'),
        ...all(['退货', '退款', '退款退货'], 'return'),
        换货: 'exchange',
        ...all(['维修', '报修', '售后维修'], 'repair'),
        ...all(['建议', '意见建议', '意见'], 'suggestion'),
        查询: 'query',
        求助: 'help',
        举报: 'report',
        表扬: 'praise',
      },
      otherwise: 'reject',
    },
    channel: { column: '渠道', values: channels, otherwise: 'reject' },
    customer: '客户',
    subject: '主题',
    priority: '优先级',
    complexity: { column: '复杂程度', values: { 简单: 'simple', 复杂: 'complex' }, otherwise: 'reject' },
    repeatOf: '关联原工单',
    agent: '经办人',
    department: '部门',
    promisedAt: { column: '承诺时间', type: 'instant', format },
  },
  events: {
    received: at('受理时间'),
    // A call becomes a ticket as it comes in.
    offered: { ...at('受理时间'), when: { 渠道: byPhone } },
    answered: at('接听时间'),
    abandoned: at('放弃时间'),
    acknowledged: at('告知受理时间'),
    replied: [
      at('首次响应时间'),
      {
        column: '电话/在线联系时间',
        format,
        attributes: {
          channel: { column: '联系方式', values: { 电话: 'phone', 在线: 'chat' }, otherwise: 'ignore' },
        },
      },
    ],
    progressed: at('进展告知时间'),
    inspected: at('验货时间'),
    paused: at('挂起时间'),
    resumed: at('恢复时间'),
    proposed: at('方案提出时间'),
    rejected: at('客户不认可时间'),
    reopened: at('重开时间'),
    refunded: at('退款时间'),
    exchanged: at('换货时间'),
    resolved: at('办结时间'),
    told: at('告知客户时间'),
    withdrawn: at('撤单时间'),
    closed: at('关闭时间'),
    'return-visited': at('回访时间'),
    rated: rated('评价时间'),
  },
} satisfies Mapping;
