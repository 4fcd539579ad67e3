import fc from 'fast-check';
import { createAudit } from '../../src/audit/create-audit.ts';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { china } from '../../src/china/index.ts';
import { definePolicy } from '../../src/policy/define-policy.ts';

/** An office in Shanghai, Monday to Friday, with a lunch break and the official holidays. */
const hours = ['09:00-12:00', '13:00-18:00'] as const;
const office = defineCalendar({
  timeZone: 'Asia/Shanghai',
  week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  holidays: [china()],
});

/** One promise: an answer within 4 working hours of the office. */
const policy = definePolicy({
  id: 'acme-service',
  version: '2026-07',
  calendar: office,
  standards: [{ id: 'answer', kind: 'deadline', from: 'received', to: 'replied', within: '4 working hours' }],
  kpis: [
    { id: 'answered-in-time', measure: 'timelinessRate', of: 'answer', goal: '>= 90%', period: 'month' },
  ],
});

const ticket = {
  id: 'T-1',
  kind: 'complaint',
  events: [
    { type: 'received', at: '2026-07-06T09:00:00+08:00' },
    { type: 'replied', at: '2026-07-06T15:30:00+08:00' },
  ],
};

const audit = createAudit(policy, { asOf: '2026-08-01T00:00:00+08:00' });
audit.add(ticket);

/**
 * What the examples in the documentation of the sources may use without defining it: `office`, `policy`, a `ticket`
 * answered an hour and a half late, the `report` of its audit, and fast-check as `fc`.
 */
export const exampleScope = { fc, office, policy, ticket, report: audit.report() };
