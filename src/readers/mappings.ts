import type { Mapping } from './schema.ts';
import { chineseTickets } from './vendors/chinese-tickets.ts';
import { freshdesk } from './vendors/freshdesk.ts';
import { jiraServiceManagement } from './vendors/jira-service-management.ts';
import { servicenow } from './vendors/servicenow.ts';
import { zendesk } from './vendors/zendesk.ts';

/** The built-in mappings by name. */
export const mappings: Readonly<Record<string, Mapping>> = {
  'chinese-tickets': chineseTickets,
  zendesk,
  freshdesk,
  'jira-service-management': jiraServiceManagement,
  servicenow,
};
