import { definePolicy } from '../policy/define-policy.ts';
import { officeCalendar } from './office-calendar.ts';

const attended = ['handed-over', 'reception-started', 'resolved'];

/** What the waiting are owed: the event, and its titles. */
const whileWaiting = [
  ['owner-called', 'the person in charge is reminded', '提醒负责人'],
  ['told', 'the customer is told why', '向客户说明原因'],
  ['tea-refilled', 'the tea is refilled', '续茶'],
] as const;

/**
 * Reception standard of a property service centre. Rows follow the rulebook's own order; `note` says where a reading is
 * ours.
 */
export const propertyReception = /* @__PURE__ */ definePolicy({
  format: 'duly-policy/1',
  id: 'property-reception',
  version: '2026-11',
  title: { en: 'Reception at a property service centre', 'zh-CN': '物业服务中心接待标准' },
  source: { 'zh-CN': '物業服務中心接待標準（KF-1）' },
  calendar: officeCalendar(),
  counting: 'prc-civil-code',
  parameters: {
    urgentTakeOver: null,
    moveUp: null,
    ownerCall: null,
    messagePassed: null,
    waitingCare: null,
  },
  standards: [
    {
      id: 'visitor-taken-over',
      kind: 'deadline',
      row: '2.1',
      weight: 'S',
      clause: '標準2 場景二',
      title: {
        en: 'Visitor who waits while staff are on the phone: a colleague takes over',
        'zh-CN': '员工通话时来访客户由同事接手',
      },
      note: {
        en: 'Taken over within the 3 minutes: our reading. How soon for urgent ones isn’t printed: set the parameter urgentTakeOver.',
        'zh-CN': '“3分钟内已接手”为本预设的理解；紧急客户未规定时限，由参数 urgentTakeOver 给出。',
      },
      from: 'arrived',
      to: attended,
      within: {
        table: [
          { when: { urgent: { exists: false } }, limit: '3 minutes' },
          { when: { urgent: true }, limit: { parameter: 'urgentTakeOver' } },
        ],
        otherwise: '3 minutes',
      },
    },
    {
      id: 'moved-up',
      kind: 'deadline',
      row: '2.3',
      weight: 'S',
      clause: '標準2-4',
      title: {
        en: 'Visitor dissatisfied or insisting on somebody else: moved up',
        'zh-CN': '客户不满或坚持找他人时上报',
      },
      note: {
        en: 'No number is printed: set the parameter moveUp.',
        'zh-CN': '未规定时限，由参数 moveUp 给出。',
      },
      from: ['dissatisfied', 'insisted'],
      to: 'escalated',
      within: { parameter: 'moveUp' },
    },
    {
      id: 'owner-called',
      kind: 'deadline',
      row: '2.4',
      weight: 'S',
      clause: '標準3 情況二',
      title: {
        en: 'Customer urgent, person in charge out: phoned at once',
        'zh-CN': '客户有急事而负责人外出时立即致电告知',
      },
      note: {
        en: 'No number is printed: set the parameter ownerCall. The attribute ownerOut is true where the person in charge is out.',
        'zh-CN': '未规定时限，由参数 ownerCall 给出；负责人外出以 ownerOut 为是表示。',
      },
      when: { urgent: true, ownerOut: true },
      from: 'arrived',
      to: 'owner-called',
      within: { parameter: 'ownerCall' },
    },
    {
      id: 'message-passed',
      kind: 'deadline',
      row: '2.5',
      weight: 'S',
      clause: '標準3 情況二',
      title: { en: 'Person in charge out: message passed on', 'zh-CN': '负责人外出时转达留言' },
      note: {
        en: 'No number is printed: set the parameter messagePassed. The attribute ownerOut is true where the person in charge is out.',
        'zh-CN': '未规定时限，由参数 messagePassed 给出；负责人外出以 ownerOut 为是表示。',
      },
      when: { ownerOut: true },
      from: 'arrived',
      to: 'message-passed',
      within: { parameter: 'messagePassed' },
    },
    {
      id: 'contact-taken',
      kind: 'order',
      row: '2.5',
      weight: 'S',
      clause: '標準3 情況二',
      title: {
        en: 'Person in charge out: name and contact taken before the message is passed on',
        'zh-CN': '负责人外出时先登记姓名与联系方式再转达',
      },
      when: { ownerOut: true },
      first: 'contact-taken',
      then: 'message-passed',
    },
    {
      id: 'interrupted-caller',
      kind: 'order',
      row: '2.6',
      weight: 'M',
      clause: '標準2 場景二',
      title: {
        en: 'Interrupted caller: consent, number taken, called back',
        'zh-CN': '中断通话：征得同意、记下号码、回电',
      },
      steps: ['consented', 'number-taken', 'called-back'],
    },
    ...whileWaiting.map(
      ([event, en, zh]) =>
        ({
          id: `waiting-${event}`,
          kind: 'cadence',
          row: '2.7',
          weight: 'M',
          clause: '標準3 情況三',
          title: { en: `Waiting for the person in charge: ${en}`, 'zh-CN': `等候负责人期间${zh}` },
          note: {
            en: 'How often isn’t printed: set the parameter waitingCare. The wait ends when somebody takes over.',
            'zh-CN': '未规定间隔，由参数 waitingCare 给出；有人接手即不再等候。',
          },
          from: 'arrived',
          until: attended,
          event,
          every: { parameter: 'waitingCare' },
        }) as const,
    ),
    {
      id: 'reception-manners',
      kind: 'checklist',
      row: '2.8',
      weight: 'M',
      clause: '標準1-5; 細節',
      title: { en: 'Manners and premises', 'zh-CN': '接待礼仪与环境' },
      items: [
        { item: 'stands' },
        { item: 'smiles' },
        { item: 'eye-contact' },
        { item: 'nods-when-busy' },
        { item: 'apologises-after-waits' },
        { item: 'documents-with-both-hands' },
        { item: 'tea-70-percent-full' },
        { item: 'copies-stamped-before-customer' },
        { item: 'sees-out-before-sitting' },
        { item: 'premises-bright' },
        { item: 'premises-quiet' },
      ],
    },
    {
      id: 'taboo',
      kind: 'wording',
      row: '2.9',
      weight: 'M',
      clause: '細節9',
      title: { en: 'Words never said', 'zh-CN': '服务忌语' },
      note: {
        en: 'Looked for in what the role agent says.',
        'zh-CN': '检查角色为 agent 的发言。',
      },
      role: 'agent',
      forbidden: [
        '不关我的事',
        '不關我的事',
        '不知道',
        '不清楚',
        '与我无关',
        '與我無關',
        'not my business',
        "don't know",
        'don’t know',
        'not clear',
        'nothing to do with me',
      ],
    },
  ],
  ladders: [
    {
      id: 'unsettled',
      row: '2.2',
      weight: 'C',
      clause: '標準4',
      title: {
        en: 'Question not settled: supervisor, then head of the office',
        'zh-CN': '问题未解决：客服主管，再管理处负责人',
      },
      note: {
        en: 'The event unresolved says that the one who has it can’t settle it: first the reception, then the supervisor.',
        'zh-CN': '“未解决”（unresolved）指当前一级无法解决：第一次为前台，第二次为主管。',
      },
      rungs: [
        { id: 'supervisor', level: 1, to: 'supervisor', on: 'unresolved' },
        { id: 'head', level: 2, to: 'office-head', on: { event: 'unresolved', count: 2 } },
      ],
    },
    {
      id: 'dissatisfied-visitor',
      row: '2.3',
      weight: 'S',
      clause: '標準2-4',
      title: {
        en: 'Visitor dissatisfied or insisting on somebody else: person concerned or supervisor',
        'zh-CN': '客户不满或坚持找他人：当事人或主管',
      },
      note: {
        en: 'To the person concerned where the attribute concerned names one, else to the supervisor.',
        'zh-CN': '已注明当事人（concerned）的交当事人，否则交主管。',
      },
      rungs: [
        {
          id: 'up',
          level: 1,
          to: {
            table: [{ when: { concerned: { exists: true } }, to: 'person-concerned' }],
            otherwise: 'supervisor',
          },
          on: { event: ['dissatisfied', 'insisted'], count: 1 },
        },
      ],
    },
  ],
});
