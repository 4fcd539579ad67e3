import type { Mapping } from './schema.ts';
import { chineseTickets } from './vendors/chinese-tickets.ts';
import { freshdesk } from './vendors/freshdesk.ts';
import { jiraServiceManagement } from './vendors/jira-service-management.ts';
import { servicenow } from './vendors/servicenow.ts';
import { zendesk } from './vendors/zendesk.ts';

/** The names of the built-in mappings. */
export type MappingName =
  | 'chinese-tickets'
  | 'zendesk'
  | 'freshdesk'
  | 'jira-service-management'
  | 'servicenow';

/** The built-in mappings by name: one that is written out is known to be there, any other may be missing. */
export const mappings: Readonly<Record<MappingName, Mapping>> & Readonly<Record<string, Mapping>> = {
  'chinese-tickets': chineseTickets,
  zendesk,
  freshdesk,
  'jira-service-management': jiraServiceManagement,
  servicenow,
};
