const hours = ['09:00-12:00', '13:00-18:00'];

/** Promises and KPIs of many kinds, most of which statements tell. */
export const policy = {
  id: 'own',
  version: '1',
  calendar: {
    timeZone: 'Asia/Shanghai',
    week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  },
  standards: [
    {
      id: 'first-reply',
      kind: 'deadline',
      from: 'received',
      to: 'replied',
      within: {
        table: [{ when: { kind: 'complaint' }, limit: '4 working hours' }],
        otherwise: '1 working day',
      },
    },
    {
      id: 'solved',
      kind: 'deadline',
      when: { complexity: 'simple' },
      from: 'received',
      to: 'resolved',
      within: '3 days',
    },
    { id: 'closed-last', kind: 'order', first: 'resolved', then: 'closed' },
    { id: 'one-answer', kind: 'bound', measure: { count: ['replied', 'told'] }, max: 3 },
    {
      id: 'soon',
      kind: 'bound',
      measure: { from: 'received', to: 'replied' },
      max: '30 hours',
      when: { channel: 'phone' },
    },
    { id: 'answered-first', kind: 'notice', event: 'replied', before: 'resolved', atLeast: '1 minute' },
  ],
  kpis: [
    {
      id: 'in-time',
      measure: 'timelinessRate',
      of: 'first-reply',
      goal: '>= 90%',
      period: 'month',
      groupBy: ['channel'],
    },
    { id: 'satisfied', measure: 'satisfactionRate', period: 'quarter' },
    { id: 'slow', measure: 'percentile', of: 'solved', p: 90 },
  ],
};

/** Exports of one case a row, a column for each event. */
export const wide = {
  rows: 'case',
  timeZone: 'Asia/Shanghai',
  id: 'no',
  attributes: { kind: 'kind', complexity: 'complexity', channel: 'channel' },
  events: Object.fromEntries(
    Object.entries({ received: 'opened', replied: 'answered', resolved: 'solved' }).map(([type, column]) => [
      type,
      { column, format: 'yyyy-MM-dd HH:mm:ss' },
    ]),
  ),
};
