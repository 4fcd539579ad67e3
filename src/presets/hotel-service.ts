import { definePolicy } from '../policy/define-policy.ts';

const promisedTime = {
  en: 'The promised time is the attribute promisedAt of the case, or of its event promised.',
  'zh-CN': '约定时间取工单或“承诺”事件的 promisedAt。',
};

/**
 * Reception and meeting service of a hotel: open at all hours, no day rolls. Rows follow the rulebook's own order; `note`
 * says where a reading is ours.
 */
export const hotelService = /* @__PURE__ */ definePolicy({
  format: 'duly-policy/1',
  id: 'hotel-service',
  version: '2026-11',
  title: { en: 'Reception and meeting service of a hotel', 'zh-CN': '酒店接待与会议服务规范' },
  source: { 'zh-CN': '会服人员服务规范; 接待服务规范' },
  calendar: { timeZone: 'Asia/Shanghai', week: 'always' },
  counting: 'calendar-24-7',
  parameters: { earliestWakeCall: null, rackSlipChange: null },
  standards: [
    {
      id: 'wake-call',
      kind: 'deadline',
      row: '8.1',
      weight: 'S',
      clause: '篇4 (6)',
      title: { en: 'Wake-up call not later than promised', 'zh-CN': '叫醒不晚于约定时间' },
      note: promisedTime,
      when: { kind: 'wake-up' },
      from: ['received', 'promised'],
      to: 'wake-called',
      within: { promised: 'promisedAt' },
    },
    {
      id: 'wake-call-not-early',
      kind: 'bound',
      row: '8.1',
      weight: 'S',
      clause: '篇4 (6)',
      title: { en: 'Wake-up call not too early', 'zh-CN': '叫醒不过早' },
      note: {
        en: 'How early is too early isn’t printed: set the parameter earliestWakeCall.',
        'zh-CN': '未规定可提前多久，由参数 earliestWakeCall 给出。',
      },
      when: { kind: 'wake-up' },
      measure: { from: 'wake-called', to: { attribute: 'promisedAt' } },
      max: { parameter: 'earliestWakeCall' },
    },
    {
      id: 'room-ready',
      kind: 'deadline',
      row: '8.2',
      weight: 'S',
      clause: '篇4 (6)',
      title: { en: 'Room ready at the promised time', 'zh-CN': '约定入住时间客房备妥' },
      note: {
        en: 'Due at the promised time whenever the guest comes; promisedAt holds it.',
        'zh-CN': '以约定时间为准，与客人何时到店无关；时间取 promisedAt。',
      },
      when: { kind: 'check-in' },
      from: ['received', 'promised'],
      to: 'room-ready',
      within: { promised: 'promisedAt' },
    },
    ...(
      [
        ['night-report-read', 'night report read', '查阅夜班报表'],
        ['room-rack-checked', 'room rack checked', '核对房态架'],
        ['departures-checked', 'departures checked', '核对当日离店'],
        ['bookings-checked', 'bookings checked', '核对预订'],
        ['arrangements-made', 'arrangements made', '安排当日工作'],
      ] as const
    ).map(
      ([event, en, zh]) =>
        ({
          id: event,
          kind: 'duty',
          row: '8.3',
          weight: 'S',
          clause: '篇4',
          title: { en: `Front-desk supervisor, every morning: ${en}`, 'zh-CN': `前台主管每日早晨：${zh}` },
          note: { en: 'The morning ends at 12:00.', 'zh-CN': '早晨指12:00之前。' },
          event,
          times: 1,
          per: 'day',
          windows: ['00:00-12:00'],
        }) as const,
    ),
    {
      id: 'id-before-key',
      kind: 'order',
      row: '8.4',
      weight: 'S',
      clause: '篇4',
      title: { en: 'Identity checked before the key is given', 'zh-CN': '先核对证件再交房匙' },
      first: 'id-checked',
      then: 'key-issued',
    },
    {
      id: 'no-key-to-occupied-room',
      kind: 'bound',
      row: '8.4',
      weight: 'S',
      clause: '篇4',
      title: { en: 'No key to an occupied room', 'zh-CN': '住客房不得再发房匙' },
      note: {
        en: 'The room is occupied where the attribute occupied of key-issued says so.',
        'zh-CN': '房间是否在住取“发匙”事件的 occupied。',
      },
      measure: { count: { event: 'key-issued', when: { occupied: true } } },
      max: 0,
    },
    {
      id: 'rack-slip-changed',
      kind: 'deadline',
      row: '8.4',
      weight: 'S',
      clause: '篇4',
      title: { en: 'Rack slip changed at once after check-out', 'zh-CN': '退房后即时更换房态卡' },
      note: {
        en: 'No number is printed: set the parameter rackSlipChange.',
        'zh-CN': '未规定时限，由参数 rackSlipChange 给出。',
      },
      from: 'checked-out',
      to: 'rack-slip-changed',
      within: { parameter: 'rackSlipChange' },
    },
    {
      id: 'reception-manners',
      kind: 'checklist',
      row: '8.5',
      weight: 'M',
      clause: '篇2',
      title: { en: 'Manners of reception', 'zh-CN': '接待礼仪' },
      items: [
        { item: 'escort-at-3-metres' },
        { item: 'guests-seated' },
        { item: 'rank-and-centre-first' },
        { item: 'tea-70-percent-full' },
        { item: 'doors-closed-quietly' },
        { item: 'lift-doors-held' },
      ],
    },
  ],
});
