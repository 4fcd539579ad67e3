import type { Mapping } from '../schema.ts';

const format = ['yyyy-MM-dd HH:mm:ss', 'iso'];
const at = (column: string) => ({ column, format });

/**
 * The incident list of ServiceNow as CSV, whose header holds the names of the fields. Its stamps are in the time zone
 * of the person who exports, which has to be stated.
 */
export const servicenow = {
  format: 'duly-mapping/1',
  title: { en: 'ServiceNow: CSV export of incidents', 'zh-CN': 'ServiceNow 事件 CSV 导出' },
  note: 'State the time zone of the person who exported.',
  rows: 'case',
  optional: true,
  // An export to Excel has the labels of the fields.
  synonyms: {
    number: ['Number'],
    opened_at: ['Opened'],
    resolved_at: ['Resolved'],
    closed_at: ['Closed'],
    contact_type: ['Channel', 'Contact type'],
    caller_id: ['Caller'],
    short_description: ['Short description'],
    priority: ['Priority'],
    assignment_group: ['Assignment group'],
    assigned_to: ['Assigned to'],
    state: ['State', 'Incident state'],
    made_sla: ['Made SLA'],
  },
  missing: ['?'],
  id: 'number',
  attributes: {
    kind: { value: 'repair' },
    channel: {
      column: 'contact_type',
      values: {
        Phone: 'phone',
        phone: 'phone',
        Email: 'email',
        email: 'email',
        'Self-service': 'web',
        'self-service': 'web',
        Chat: 'chat',
        chat: 'chat',
        'Walk-in': 'visit',
        walk_in: 'visit',
      },
    },
    customer: 'caller_id',
    subject: 'short_description',
    priority: {
      column: 'priority',
      values: {
        '1 - Critical': 'critical',
        '2 - High': 'high',
        '3 - Moderate': 'moderate',
        '4 - Low': 'low',
        '5 - Planning': 'planning',
      },
    },
    department: 'assignment_group',
    agent: 'assigned_to',
    status: 'state',
    madeSla: { column: 'made_sla', type: 'boolean' },
  },
  events: {
    received: at('opened_at'),
    resolved: at('resolved_at'),
    closed: at('closed_at'),
  },
} satisfies Mapping;
