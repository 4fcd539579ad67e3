import type { Mapping } from '../schema.ts';

const format = ['dd/MMM/yy h:mm a', 'yyyy-MM-dd HH:mm:ss', 'yyyy-MM-dd HH:mm', 'iso'];
const at = (column: string) => ({ column, format });

/**
 * The issues of Jira Service Management's CSV export of a search. Its stamps look as the instance's own date format
 * says, by default 22/Nov/26 9:05 AM, in the time zone of the person who exports, which has to be stated.
 */
export const jiraServiceManagement = {
  format: 'duly-mapping/1',
  title: {
    en: 'Jira Service Management: CSV export of a search',
    'zh-CN': 'Jira Service Management 搜索结果 CSV 导出',
  },
  note: 'State the time zone of the person who exported.',
  rows: 'case',
  optional: true,
  id: 'Issue key',
  attributes: {
    kind: {
      column: 'Issue Type',
      values: {
        Incident: 'repair',
        '[System] Incident': 'repair',
        'Service Request': 'query',
        '[System] Service request': 'query',
        Complaint: 'complaint',
        Question: 'inquiry',
      },
    },
    customer: 'Reporter',
    subject: 'Summary',
    priority: {
      column: 'Priority',
      values: { Highest: 'highest', High: 'high', Medium: 'medium', Low: 'low', Lowest: 'lowest' },
    },
    department: 'Project key',
    agent: 'Assignee',
    status: 'Status',
    requestType: 'Custom field (Request Type)',
  },
  events: {
    received: at('Created'),
    replied: at('Custom field ([CHART] Date of First Response)'),
    resolved: at('Resolved'),
    rated: {
      ...at('Custom field (Satisfaction date)'),
      when: { 'Satisfaction rating': ['1', '2', '3', '4', '5'] },
      attributes: {
        satisfaction: {
          column: 'Satisfaction rating',
          values: {
            '5': 'satisfied',
            '4': 'satisfied',
            '3': 'basically-satisfied',
            '2': 'dissatisfied',
            '1': 'dissatisfied',
          },
        },
      },
    },
  },
} satisfies Mapping;
