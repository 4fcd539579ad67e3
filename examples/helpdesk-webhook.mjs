// @ts-check
// A help desk posts a ticket with its audits, Zendesk's way; which promises does it keep, and when to look again?
import { assess, definePolicy } from 'duly';

const hours = ['09:00-17:00'];
const policy = definePolicy({
  id: 'helpdesk',
  version: '1',
  calendar: {
    timeZone: 'America/New_York',
    week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  },
  standards: [
    {
      id: 'first-reply',
      kind: 'deadline',
      from: 'received',
      to: 'replied',
      within: {
        table: [{ when: { priority: ['urgent', 'high'] }, limit: '1 working hour' }],
        otherwise: '8 working hours',
      },
    },
    {
      id: 'solved',
      kind: 'deadline',
      from: 'received',
      to: 'resolved',
      within: '12 working hours',
      pause: { while: { status: 'pending' } },
    },
  ],
  ladders: [
    { id: 'up', rungs: [{ id: 'lead', level: 1, to: 'team-lead', at: { share: 0.75, of: 'solved' } }] },
  ],
});

/** @typedef {{ type: 'Comment', public: boolean, body: string }} Comment */
/** @typedef {{ type: 'Change', field_name: string, value: string }} Change */
/** @typedef {{ created_at: string, author_id: number, events: (Comment | Change)[] }} Audit */

/**
 * What happened to a ticket, in the words of a policy.
 * @param {{ ticket: typeof payload.ticket, audits: Audit[] }} payload
 * @returns {import('duly').CaseInput}
 */
function caseOf({ ticket, audits }) {
  const { id, requester_id, priority, via, created_at } = ticket;
  return {
    id: String(id),
    channel: via.channel === 'voice' ? 'phone' : via.channel,
    customer: String(requester_id),
    priority,
    events: [{ type: 'received', at: created_at }, ...audits.flatMap(eventsOf)],
  };

  /** @param {Audit} audit */
  function eventsOf({ created_at: at, author_id, events }) {
    const by = String(author_id);
    return events.flatMap((event) => {
      if (event.type === 'Comment') {
        if (!event.public) return [];
        const role = author_id === requester_id ? 'customer' : 'agent';
        return role === 'agent'
          ? [{ type: 'replied', at, by }]
          : [{ type: 'said', at, by, role, text: event.body }];
      }
      const changed = { type: 'changed', at, by, set: { [event.field_name]: event.value } };
      return event.value === 'solved' ? [changed, { type: 'resolved', at, by }] : [changed];
    });
  }
}

const payload = {
  ticket: {
    id: 4711,
    requester_id: 20,
    priority: 'high',
    via: { channel: 'web' },
    created_at: '2026-10-12T14:00:00Z',
  },
  audits: /** @type {Audit[]} */ ([
    {
      created_at: '2026-10-12T14:40:00Z',
      author_id: 7,
      events: [
        { type: 'Comment', public: true, body: 'Which order is it?' },
        { type: 'Change', field_name: 'status', value: 'pending' },
      ],
    },
    {
      created_at: '2026-10-12T18:40:00Z',
      author_id: 20,
      events: [
        { type: 'Comment', public: true, body: 'Number 12.' },
        { type: 'Change', field_name: 'status', value: 'open' },
      ],
    },
  ]),
};

const { verdicts, escalations, nextChange } = assess(caseOf(payload), policy, {
  asOf: '2026-10-12T19:00:00Z',
});
for (const { standard, status, due } of verdicts)
  console.log(`${standard} ${status}, due ${due?.toISOString()}`);
// => first-reply met, due 2026-10-12T15:00:00.000Z
// => solved pending, due 2026-10-14T14:00:00.000Z
for (const { to, at, state } of escalations) console.log(`${to} ${state} at ${at.toISOString()}`);
// => team-lead upcoming at 2026-10-13T19:00:00.000Z
console.log(nextChange?.toISOString()); // => 2026-10-13T19:00:00.000Z
