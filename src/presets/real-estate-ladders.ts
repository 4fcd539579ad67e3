/** What makes a case special is the first two rungs; the others follow one another. */
const talks = [{ event: 'escalated', when: { level: { gte: 1 } } }, 'talks-held'] as const;

/** Who takes over, when: rows 4.9 to 4.11 and 4.17 of the customer service system. */
export const ladders = [
  {
    id: 'special-case',
    row: '4.9',
    weight: 'C',
    clause: '特殊問題',
    title: { en: 'Special case', 'zh-CN': '特殊问题处理' },
    note: {
      en: 'Special are 2 rejected answers or solutions, and claims of the parameter specialClaims (attribute claim). The manager names the handler (assigned) and the time (promised) in the role manager.',
      'zh-CN':
        '答复或方案被拒绝两次以上，或 claim 属于参数 specialClaims 的，为特殊问题。经理以 manager 角色指定处理人（assigned）与时间（promised）。',
    },
    rungs: [
      {
        id: 'rejected-twice',
        level: 1,
        to: 'reception',
        action: 'talks',
        on: { event: 'rejected', count: 2 },
        takenBy: talks,
      },
      {
        id: 'claim',
        level: 1,
        to: 'reception',
        action: 'talks',
        when: { claim: { parameter: 'specialClaims' } },
        takenBy: talks,
      },
      {
        id: 'record-signed',
        level: 1,
        to: 'reception',
        action: 'sign-record',
        on: 'talks-held',
        takenBy: 'signed',
      },
      {
        id: 'approval',
        level: 2,
        to: 'manager',
        action: 'approve',
        on: 'signed',
        takenBy: 'approved',
      },
      {
        id: 'handler',
        level: 2,
        to: 'manager',
        action: 'name-handler',
        on: 'approved',
        takenBy: { event: 'assigned', when: { role: 'manager' } },
      },
      {
        id: 'time',
        level: 2,
        to: 'manager',
        action: 'name-time',
        on: 'approved',
        takenBy: { event: 'promised', when: { role: 'manager' } },
      },
    ],
  },
  {
    id: 'handler-reminder',
    row: '4.10',
    weight: 'C',
    clause: '特殊問題',
    title: { en: 'Handler reminded of the agreed time', 'zh-CN': '督促处理人按约定时间办理' },
    note: {
      en: 'How long before isn’t printed: set the parameter reminderLead.',
      'zh-CN': '未规定提前多久，由参数 reminderLead 给出。',
    },
    rungs: [
      {
        id: 'remind',
        level: 1,
        to: 'handler',
        action: 'remind',
        at: { before: 'agreed-time', by: { parameter: 'reminderLead' } },
        takenBy: 'reminded',
      },
    ],
  },
  {
    id: 'complaint-escalation',
    row: '4.11',
    weight: 'C',
    clause: '投訴處理 4',
    title: { en: 'Complaint not solved in time', 'zh-CN': '投诉逾期升级' },
    note: {
      en: 'The order department, project or subsidiary general manager (attribute unit: subsidiary), vice president, general manager is our reading: the sentence is cut off. The department’s turn is at due; how long after it the others’ are, is not printed: set the parameters toProject, toVicePresident and toGeneralManager.',
      'zh-CN':
        '原句不全，部门、项目或子公司总经理（unit: subsidiary）、副总裁、总经理的次序为我方理解。到期即升至部门；其后各级未规定时限，由参数 toProject、toVicePresident、toGeneralManager 给出。',
    },
    rungs: [
      { id: 'department', level: 1, to: 'department', at: { after: 'complaint-solved', by: '0 hours' } },
      {
        id: 'project',
        level: 2,
        to: {
          table: [
            { when: { unit: { exists: false } }, to: 'project-general-manager' },
            { when: { unit: 'subsidiary' }, to: 'subsidiary-general-manager' },
          ],
          otherwise: 'project-general-manager',
        },
        at: { after: 'complaint-solved', by: { parameter: 'toProject' } },
      },
      {
        id: 'vice-president',
        level: 3,
        to: 'vice-president',
        at: { after: 'complaint-solved', by: { parameter: 'toVicePresident' } },
      },
      {
        id: 'general-manager',
        level: 4,
        to: 'general-manager',
        at: { after: 'complaint-solved', by: { parameter: 'toGeneralManager' } },
      },
    ],
  },
  {
    id: 'unanswerable',
    row: '4.17',
    weight: 'S',
    clause: '職責; 用語',
    title: { en: 'Can’t be answered exactly, or is slow', 'zh-CN': '不能准确答复或短期难以解决的上报' },
    note: {
      en: 'The event unresolved: nobody can answer exactly. The attribute delay is justified where a claim is right and takes its time.',
      'zh-CN': 'unresolved 事件表示不能准确答复；delay 为 justified 表示诉求合理但短期难以解决。',
    },
    rungs: [
      { id: 'leader', level: 1, to: 'leader', on: 'unresolved' },
      {
        id: 'department-above',
        level: 2,
        to: 'department-above',
        action: 'dedicated-handler',
        when: { delay: 'justified' },
      },
    ],
  },
] as const;
