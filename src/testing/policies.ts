import fc from 'fast-check';
import type { CalendarSpec } from '../calendar/spec.ts';
import type { Ladder } from '../escalation/types.ts';
import { definePolicy } from '../policy/define-policy.ts';
import type { Policy } from '../policy/types.ts';
import type { Standard } from '../standards/kinds.ts';
import { deadlines, limitTexts } from './deadlines.ts';

const day = ['09:00-18:00'];
/** The office of Shanghai in autumn 2026, without the other years. */
const office: CalendarSpec = {
  timeZone: 'Asia/Shanghai',
  week: { mon: day, tue: day, wed: day, thu: day, fri: day },
  holidays: [
    { from: '2026-09-25', to: '2026-09-27' },
    { from: '2026-10-01', to: '2026-10-07' },
  ],
  exceptions: { '2026-10-10': 'working' },
};
const round: CalendarSpec = { timeZone: 'Asia/Shanghai', week: 'always' };

/** One standard of each other form that judges cases. */
const others: readonly Standard[] = [
  { id: 'gaps', kind: 'cadence', from: 'received', until: 'closed', event: 'replied', every: '7 hours' },
  {
    id: 'worked',
    kind: 'cadence',
    from: 'received',
    until: 'closed',
    event: 'replied',
    every: '3 working hours',
  },
  { id: 'days', kind: 'cadence', from: 'received', until: 'closed', event: 'replied', times: 1, per: 'day' },
  { id: 'visit', kind: 'notice', event: 'replied', before: { attribute: 'promisedAt' }, atLeast: '1 day' },
  {
    id: 'event',
    kind: 'notice',
    event: 'replied',
    before: 'shipped',
    atLeast: '5 hours',
    unless: 'resolved',
  },
  { id: 'span', kind: 'bound', measure: { from: 'received', to: 'replied' }, min: '1 hour', max: '9 hours' },
  { id: 'count', kind: 'bound', measure: { count: 'replied' }, min: 1, max: 2 },
  { id: 'level', kind: 'bound', measure: 'level', max: 2 },
  { id: 'pair', kind: 'order', first: 'replied', then: 'resolved' },
  { id: 'held', kind: 'ownership', from: 'received', until: 'closed' },
];

const ladder: Ladder = {
  id: 'up',
  rungs: [
    { id: 'remind', level: 1, to: 'handler', at: { before: 'answer', by: '3 hours' } },
    { id: 'warn', level: 2, to: 'manager', at: { share: 0.8, of: 'answer' } },
    {
      id: 'boss',
      level: 3,
      to: 'boss',
      at: { after: 'answer', by: '2 working hours' },
      every: '1 day',
      times: 2,
    },
    { id: 'often', level: 2, to: 'manager', on: { event: 'rejected', count: 2 } },
    { id: 'low', level: 1, to: 'manager', when: { priority: 'low' } },
  ],
};

/** What policies are made of. */
export interface PolicyOptions {
  /** Whether there are standards of other kinds and a ladder beside the deadline; true by default. */
  readonly others?: boolean;
}

/**
 * Policies, checked and frozen: a deadline `answer` with any of its options, any counting, tables, promises and
 * parameters; beside it some standards of the other kinds, and in two of three a ladder of five rungs.
 *
 * @example
 * fc.sample(policies(), 20).every(({ standards }) => standards[0].kind === 'deadline') // => true
 */
export function policies({ others: further = true }: PolicyOptions = {}): fc.Arbitrary<Policy> {
  return fc
    .record({
      deadline: deadlines,
      counting: fc.constantFrom(
        'standard' as const,
        'standard' as const,
        'prc-civil-code' as const,
        'rolling' as const,
      ),
      parameter: limitTexts,
      more: further ? fc.subarray([...others], { maxLength: 4 }) : fc.constant([]),
      escalates: further ? fc.constantFrom(true, true, false) : fc.constant(false),
    })
    .map(({ deadline, counting, parameter, more, escalates }) =>
      definePolicy({
        id: 'random',
        version: '1',
        calendar: office,
        calendars: { round },
        counting,
        parameters: {
          set: parameter,
          unset: null,
          kinds: ['complaint', 'repair'],
          table: { table: [{ when: { priority: 'high' }, limit: { parameter: 'set' } }], otherwise: '1 day' },
        },
        standards: [deadline, ...more],
        ...(escalates && { ladders: [ladder] }),
      }),
    );
}
