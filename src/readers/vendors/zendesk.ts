import type { Mapping } from '../schema.ts';

const format = ['yyyy-MM-dd HH:mm:ss', 'yyyy-MM-dd HH:mm', 'iso'];
const at = (column: string) => ({ column, format });

/** The tickets of Zendesk's CSV export. Its stamps are in the account's time zone, which has to be stated. */
export const zendesk = {
  format: 'duly-mapping/1',
  title: { en: 'Zendesk: CSV export of tickets', 'zh-CN': 'Zendesk 工单 CSV 导出' },
  note: "A ticket that was reopened shows when it was solved last. State the account's time zone.",
  rows: 'case',
  optional: true,
  missing: ['-'],
  synonyms: { Id: ['ID'] },
  id: 'Id',
  attributes: {
    kind: {
      column: 'Ticket type',
      values: { Question: 'inquiry', Incident: 'repair', Problem: 'complaint', Task: 'task' },
    },
    channel: {
      column: 'Via',
      values: {
        Mail: 'email',
        Email: 'email',
        'Web form': 'web',
        'Web Form': 'web',
        'Web service (API)': 'web',
        'Web widget': 'web',
        'Web Widget': 'web',
        Phone: 'phone',
        'Phone call (incoming)': 'phone',
        'Phone Call (Incoming)': 'phone',
        Voicemail: 'phone',
        Chat: 'chat',
        Messaging: 'chat',
      },
    },
    customer: 'Requester id',
    subject: 'Subject',
    priority: {
      column: 'Priority',
      values: { Urgent: 'urgent', High: 'high', Normal: 'normal', Low: 'low' },
    },
    department: 'Group',
    agent: 'Assignee',
    status: 'Status',
  },
  events: {
    received: at('Created at'),
    assigned: at('Initially assigned at'),
    replied: { column: 'First reply time in minutes', after: at('Created at') },
    resolved: at('Solved at'),
    closed: { ...at('Updated at'), when: { Status: 'Closed' } },
    rated: {
      ...at('Updated at'),
      when: { 'Satisfaction Score': ['Good', 'Bad'] },
      attributes: {
        satisfaction: { column: 'Satisfaction Score', values: { Good: 'satisfied', Bad: 'dissatisfied' } },
      },
    },
  },
} satisfies Mapping;
