/** Event types that the standard vocabulary knows; any other string may be used as well. */
export const standardEventTypes = [
  'received',
  'acknowledged',
  'replied',
  'progressed',
  'transferred',
  'department-replied',
  'proposed',
  'accepted',
  'rejected',
  'resolved',
  'closed',
  'reopened',
  'withdrawn',
  'merged',
  'invalidated',
  'paused',
  'resumed',
  'extended',
  'escalated',
  'assigned',
  'promised',
  'reminded',
  'told',
  'returned',
  'answered',
  'abandoned',
  'visited',
  'return-visited',
  'rated',
  'changed',
  'said',
  'observed',
] as const;

/** Kinds of cases and channels that the vocabulary knows; open, like event types. */
export const standardCaseKinds = [
  'inquiry',
  'complaint',
  'repair',
  'suggestion',
  'query',
  'return',
  'exchange',
] as const;
export const standardChannels = ['phone', 'email', 'chat', 'visit', 'letter', 'fax', 'web'] as const;

/** The attributes that every case shares. */
export const standardAttributes = [
  'kind',
  'channel',
  'customer',
  'subject',
  'complexity',
  'priority',
  'tier',
  'department',
  'owner',
  'agent',
  'repeatOf',
  'promisedAt',
] as const;

/** Whether an attribute is one of the vocabulary that every case shares. */
export const isStandardAttribute = (name: string): boolean =>
  (standardAttributes as readonly string[]).includes(name);
