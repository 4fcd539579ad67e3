import type { Mapping } from '../schema.ts';

const format = ['yyyy-MM-dd HH:mm:ss', 'yyyy-MM-dd HH:mm', 'iso'];
const at = (column: string) => ({ column, format });

/** The tickets of Freshdesk's CSV export. Its stamps are in the account's time zone, which has to be stated. */
export const freshdesk = {
  format: 'duly-mapping/1',
  title: { en: 'Freshdesk: CSV export of tickets', 'zh-CN': 'Freshdesk 工单 CSV 导出' },
  note: "State the account's time zone.",
  rows: 'case',
  optional: true,
  synonyms: {
    'Ticket ID': ['Ticket Id'],
    'Created time': ['Created Time'],
    'Initial response time': ['Initial Response Time'],
    'Resolved time': ['Resolved Time'],
    'Closed time': ['Closed Time'],
  },
  id: 'Ticket ID',
  attributes: {
    kind: {
      column: 'Type',
      values: {
        Question: 'inquiry',
        Incident: 'repair',
        Problem: 'complaint',
        'Feature Request': 'suggestion',
      },
    },
    channel: {
      column: 'Source',
      values: {
        Email: 'email',
        Portal: 'web',
        'Feedback Widget': 'web',
        Phone: 'phone',
        Chat: 'chat',
        'Outbound Email': 'email',
      },
    },
    customer: 'Email',
    subject: 'Subject',
    priority: {
      column: 'Priority',
      values: { Urgent: 'urgent', High: 'high', Medium: 'medium', Low: 'low' },
    },
    department: 'Group',
    agent: 'Agent',
    status: 'Status',
    dueBy: { column: 'Due by Time', type: 'instant', format },
  },
  events: {
    received: at('Created time'),
    replied: at('Initial response time'),
    resolved: at('Resolved time'),
    closed: at('Closed time'),
  },
} satisfies Mapping;
