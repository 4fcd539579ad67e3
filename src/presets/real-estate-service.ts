import { definePolicy } from '../policy/define-policy.ts';
import { officeCalendar } from './office-calendar.ts';
import { conduct } from './real-estate-conduct.ts';
import { kpis } from './real-estate-kpis.ts';
import { ladders } from './real-estate-ladders.ts';

const promised = [{ when: { promisedAt: { exists: true } }, limit: { promised: 'promisedAt' } }] as const;

/**
 * Customer service system of a property developer. Rows follow the rulebook's own order; `note` says where a reading is
 * ours.
 *
 * What a company may choose is a parameter: `complaintKinds` (the rulebook also calls repairs, inquiries, suggestions
 * and queries complaints), `specialClaims`, `replyFlow` (`true`: the printed reply rate), `repeatDenominator`. What is
 * printed without a number is `null` until the company sets it.
 */
export const realEstateService = /* @__PURE__ */ definePolicy({
  format: 'duly-policy/1',
  id: 'real-estate-service',
  version: '2026-11',
  title: { en: 'Customer service of a property developer', 'zh-CN': '房地产客户服务管理体系' },
  source: { 'zh-CN': '客戶服務管理體系' },
  calendar: officeCalendar(),
  counting: 'prc-civil-code',
  parameters: {
    complaintKinds: ['complaint'],
    specialClaims: ['design-change', 'compensation'],
    replyFlow: false,
    repeatDenominator: 'excluding-repeats',
    answerAtOnce: null,
    reminderLead: null,
    toProject: null,
    toVicePresident: null,
    toGeneralManager: null,
    libraryUpdates: null,
    wrongAnswer: null,
    droppedLine: null,
  },
  standards: [
    {
      id: 'complaint-solved',
      kind: 'deadline',
      row: '4.1',
      weight: 'C',
      clause: '答復時間; 投訴處理 2',
      title: { en: 'Complaint solved and the customer told', 'zh-CN': '投诉处理完毕并答复客户' },
      note: {
        en: 'The rulebook also calls repairs, inquiries, suggestions and queries complaints; here only complaints proper, widened by the parameter complaintKinds. A case that becomes one before it is due counts from its own start.',
        'zh-CN':
          '原文的投诉含报修、咨询、建议、质疑；此处仅指狭义投诉，可由参数 complaintKinds 扩大。到期前改为投诉的，仍自受理起算。',
      },
      when: { kind: { parameter: 'complaintKinds' } },
      from: 'received',
      to: { all: ['resolved', 'told'] },
      within: '48 hours',
      onChange: 'recalculate',
    },
    {
      id: 'answer-at-once',
      kind: 'deadline',
      row: '4.2',
      weight: 'C',
      clause: '投訴處理; 特殊問題',
      title: { en: 'Answered at once, or a time agreed', 'zh-CN': '当即答复，否则说明并约定时间' },
      note: {
        en: 'At once is no number: set the parameter answerAtOnce. An agreed time (promised) keeps it as an answer does.',
        'zh-CN': '“当即”未定时限，由参数 answerAtOnce 给出；约定时间（promised）与答复同样视为履行。',
      },
      when: { kind: ['inquiry', 'complaint'] },
      from: 'received',
      to: ['replied', 'resolved', 'promised'],
      within: { parameter: 'answerAtOnce' },
    },
    {
      id: 'agreed-time',
      kind: 'deadline',
      row: '4.2',
      weight: 'C',
      clause: '投訴處理; 特殊問題',
      title: { en: 'Answered by the time agreed', 'zh-CN': '按约定时间答复' },
      note: {
        en: 'The agreed time is promisedAt, of the case or of its event promised. Agreeing on another one before it has come replaces it. Where none was agreed, see answer-at-once.',
        'zh-CN':
          '约定时间取工单或 promised 事件的 promisedAt；到期前另行约定的以新约定为准；未约定的见 answer-at-once。',
      },
      when: { kind: ['inquiry', 'complaint'], promisedAt: { exists: true } },
      from: 'received',
      to: ['replied', 'resolved'],
      within: { promised: 'promisedAt' },
      onChange: 'recalculate',
    },
    {
      id: 'inquiry-answer',
      kind: 'deadline',
      row: '4.4',
      weight: 'C',
      clause: '回復及時率',
      title: { en: 'Inquiry answered in time', 'zh-CN': '咨询及时答复' },
      note: {
        en: 'No limit for inquiries is printed: the agreed time, else 48 hours as for complaints.',
        'zh-CN': '未规定咨询时限：以约定时间为准，未约定的比照投诉按48小时。',
      },
      when: { kind: 'inquiry' },
      from: 'received',
      to: ['replied', 'resolved'],
      within: { table: promised, otherwise: '48 hours' },
      onChange: 'recalculate',
    },
    ...conduct,
  ],
  ladders,
  kpis,
});
