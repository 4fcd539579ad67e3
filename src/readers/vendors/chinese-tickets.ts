import type { Mapping } from '../schema.ts';

const format = ['yyyy-MM-dd HH:mm:ss', 'yyyy/M/d H:mm'];
const at = (column: string) => ({ column, format });

/** A Chinese service desk's ticket export, a row per case, with the column names of `examples/data/tickets.csv`. */
export const chineseTickets = {
  format: 'duly-mapping/1',
  title: { en: 'Chinese ticket export, a row per case', 'zh-CN': '中文工单导出，每行一个工单' },
  rows: 'case',
  timeZone: 'Asia/Shanghai',
  encoding: 'auto',
  id: '工单编号',
  attributes: {
    kind: {
      column: '业务类型',
      values: {
        咨询: 'inquiry',
        投诉: 'complaint',
        退货: 'return',
        换货: 'exchange',
        维修: 'repair',
        建议: 'suggestion',
        查询: 'query',
      },
      otherwise: 'reject',
    },
    channel: {
      column: '渠道',
      values: {
        电话: 'phone',
        邮件: 'email',
        在线: 'chat',
        网站: 'web',
        来访: 'visit',
        信函: 'letter',
        传真: 'fax',
      },
      otherwise: 'reject',
    },
    customer: '客户',
    subject: '主题',
    complexity: { column: '复杂程度', values: { 简单: 'simple', 复杂: 'complex' }, otherwise: 'reject' },
    repeatOf: '关联原工单',
    agent: '经办人',
    department: '部门',
  },
  events: {
    received: at('受理时间'),
    // A call becomes a ticket as it comes in.
    offered: { ...at('受理时间'), when: { 渠道: '电话' } },
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
    rated: {
      column: '回访时间',
      format,
      when: { 满意度: ['非常满意', '满意', '基本满意', '不满意'] },
      attributes: {
        satisfaction: {
          column: '满意度',
          values: {
            非常满意: 'satisfied',
            满意: 'satisfied',
            基本满意: 'basically-satisfied',
            不满意: 'dissatisfied',
          },
        },
      },
    },
  },
} satisfies Mapping;
