import { parse } from 'csv-parse/sync';
import { assess, definePolicy } from 'duly';
import { china } from 'duly/china';
import { textileService } from 'duly/presets';
import { compare } from './measure.mjs';

const HOUR = 3_600_000;
const SHANGHAI = 8 * HOUR;
const day = ['09:00-12:00', '13:00-18:00'];

/** Eight deadlines that use what deadlines can do: tables, promises, pauses, restarts, matching, `all`, conditions. */
const policy = definePolicy({
  id: 'bench',
  version: '1',
  calendar: {
    timeZone: 'Asia/Shanghai',
    week: { mon: day, tue: day, wed: day, thu: day, fri: day },
    holidays: [china()],
  },
  calendars: { hotline: { timeZone: 'Asia/Shanghai', week: 'always' } },
  standards: [
    {
      id: 'receipt',
      kind: 'deadline',
      from: 'received',
      to: ['acknowledged', 'replied', 'resolved'],
      within: '48 hours',
    },
    {
      id: 'contact',
      kind: 'deadline',
      when: { kind: 'complaint' },
      from: 'received',
      to: { event: 'replied', when: { channel: ['phone', 'chat'] } },
      within: '4 working hours',
    },
    {
      id: 'answer',
      kind: 'deadline',
      from: 'received',
      to: 'replied',
      within: '24 hours',
      calendar: 'hotline',
    },
    {
      id: 'department',
      kind: 'deadline',
      from: 'transferred',
      to: 'department-replied',
      match: 'department',
      each: 'run',
      within: {
        table: [{ when: { priority: 'high' }, limit: '8 working hours' }],
        otherwise: '3 working days',
      },
    },
    {
      id: 'solution',
      kind: 'deadline',
      when: { kind: ['complaint', 'repair'] },
      from: 'received',
      to: 'resolved',
      within: '5 working days',
      pause: { on: 'paused', off: 'resumed' },
    },
    {
      id: 'closing',
      kind: 'deadline',
      from: 'received',
      to: { all: ['resolved', 'told'] },
      within: '7 working days',
      restartOn: 'rejected',
    },
    {
      id: 'promise',
      kind: 'deadline',
      from: 'received',
      to: 'resolved',
      within: { promised: 'promisedAt' },
    },
    {
      id: 'survey',
      kind: 'deadline',
      from: 'closed',
      to: 'return-visited',
      within: '10 days',
      counting: 'prc-civil-procedure',
    },
  ],
});

/** Eight that are no more than a span between two events each, as most rulebooks state them. */
const plain = definePolicy({
  id: 'plain',
  version: '1',
  calendar: policy.calendar,
  standards: [
    ['receipt', 'received', 'acknowledged', '1 hour'],
    ['answer', 'received', 'replied', '24 hours'],
    ['contact', 'received', 'told', '4 working hours'],
    ['department', 'transferred', 'department-replied', '8 working hours'],
    ['solution', 'received', 'resolved', '5 working days'],
    ['news', 'resolved', 'told', '1 working day'],
    ['closing', 'resolved', 'closed', '10 days'],
    ['survey', 'closed', 'return-visited', '3 working days'],
  ].map(([id, from, to, within]) => ({ id, kind: 'deadline', from, to, within })),
});

const COUNT = 64;
const start = Date.UTC(2026, 4, 11, 1, 20);
const asOf = Date.UTC(2026, 8, 1);

/** A complaint of ten events on one of 28 days, its instants as a reader gives them. */
function complaint(n) {
  const received = start + (n % 28) * 24 * HOUR + ((n * 37) % 480) * 60_000;
  const event = (type, hours, more) => ({ type, at: received + hours * HOUR, ...more });
  return {
    id: `T-${1000 + n}`,
    kind: 'complaint',
    channel: 'phone',
    customer: `C-${n}`,
    priority: n % 3 === 0 ? 'high' : 'normal',
    promisedAt: received + 90 * HOUR,
    events: [
      event('received', 0),
      event('acknowledged', 0.5, { by: 'li' }),
      event('transferred', 2, { department: 'dye', to: 'dye' }),
      event('replied', 3, { channel: 'phone', by: 'li' }),
      event('paused', 26),
      event('resumed', 50),
      event('department-replied', 52, { department: 'dye' }),
      event('resolved', 75, { by: 'wu' }),
      event('told', 76),
      event('closed', 77),
    ],
  };
}

const cases = Array.from({ length: COUNT }, (_, n) => complaint(n));

/** The same cases as rows of 14 columns: four attributes and a stamp for each event. */
const stamp = (at) => new Date(at + SHANGHAI).toISOString().slice(0, 19).replace('T', ' ');
const csv = cases
  .map(({ id, kind, channel, customer, events }) =>
    [id, kind, channel, customer, ...events.map(({ at }) => stamp(at))].join(','),
  )
  .join('\n');
const header = Array.from({ length: 14 }, (_, n) => `column ${n + 1}`).join(',');

const judgeAll = (policy, options) => {
  let verdicts = 0;
  for (const one of cases) verdicts += assess(one, policy, options).verdicts.length;
  return verdicts;
};

/** What one case costs, beside reading its row; with steps and by a rulebook, for information. */
export async function assessing(report) {
  const quick = { asOf, trace: false };
  const results = await compare(1, {
    'csv-parse reads its row of 14 columns': () => parse(csv).length,
    'the same as a record': () => parse(`${header}\n${csv}`, { columns: true }).length,
    'assess by eight plain deadlines, without steps': () => judgeAll(plain, quick),
    'assess by eight deadlines, without steps': () => judgeAll(policy, quick),
    'assess by eight deadlines, with steps': () => judgeAll(policy, { asOf }),
    'assess by textile-service, without steps': () => judgeAll(textileService, quick),
  });
  const bounds = {
    'assess by eight plain deadlines, without steps': 1,
    'assess by eight deadlines, without steps': 1,
  };
  for (const [name, { ns, ratio }] of Object.entries(results))
    report.ratio(`a case of 10 events: ${name}`, ns / COUNT, ratio, 'x csv-parse', bounds[name]);
}
