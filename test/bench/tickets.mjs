// Tickets that nobody has written: the same ones in every run.
import { closeSync, openSync, writeSync } from 'node:fs';
import { seeded } from './inputs.mjs';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SHANGHAI = 8 * HOUR;
const start = Date.UTC(2024, 0, 1);
const SPAN = 900 * 24 * HOUR;
const kinds = ['inquiry', 'inquiry', 'inquiry', 'complaint', 'repair', 'return', 'suggestion'];
const channels = ['phone', 'email', 'chat', 'web'];
const satisfaction = ['satisfied', 'satisfied', 'basically-satisfied', 'dissatisfied'];

const format = 'yyyy-MM-dd HH:mm:ss';
const columns = {
  received: 'Opened',
  acknowledged: 'Acknowledged',
  replied: 'Replied',
  progressed: 'Progress told',
  proposed: 'Proposed',
  resolved: 'Resolved',
  told: 'Told',
  'return-visited': 'Visited',
  closed: 'Closed',
};
export const header = [
  'Ticket',
  'Kind',
  'Channel',
  'Customer',
  'Subject',
  'Agent',
  ...Object.values(columns),
  'Rating',
];

const attributes = {
  kind: 'Kind',
  channel: 'Channel',
  customer: 'Customer',
  subject: 'Subject',
  agent: 'Agent',
};

/** A row per case, of at most ten events. */
export const caseMapping = {
  rows: 'case',
  timeZone: 'Asia/Shanghai',
  encoding: 'utf-8',
  id: 'Ticket',
  attributes,
  events: {
    ...Object.fromEntries(Object.entries(columns).map(([type, column]) => [type, { column, format }])),
    rated: {
      column: 'Visited',
      format,
      when: { Rating: { exists: true } },
      attributes: { satisfaction: 'Rating' },
    },
  },
};

/** The same with a row per event, those of a case together. */
export const eventMapping = {
  rows: 'event',
  timeZone: 'Asia/Shanghai',
  encoding: 'utf-8',
  id: 'Ticket',
  sorted: true,
  timestamp: { column: 'At', format },
  event: 'Event',
  attributes,
};

const stamp = (at) => new Date(at + SHANGHAI).toISOString().slice(0, 19).replace('T', ' ');

function ticket(number, count, random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const received = start + Math.floor((number / count) * SPAN) + Math.floor(random() * HOUR);
  let at = received;
  // Most steps take minutes or hours, some take days, and some are never taken.
  const step = (odds, hours) => {
    if (random() > odds) return undefined;
    at +=
      Math.floor((random() < 0.1 ? 20 : 1) * random() * hours * 60) * MINUTE +
      Math.floor(random() * 60) * 1000;
    return at;
  };
  const events = {
    received,
    acknowledged: step(0.7, 1),
    replied: step(0.95, 6),
    progressed: step(0.4, 20),
    proposed: step(0.4, 20),
    resolved: step(0.9, 30),
    told: step(0.8, 4),
    'return-visited': step(0.6, 60),
    closed: step(0.9, 30),
  };
  const said = [
    pick(kinds),
    pick(channels),
    `C${Math.floor(random() * 1e6)}`,
    `Subject of ticket ${number}`,
    `Agent ${Math.floor(random() * 40)}`,
  ];
  return {
    id: `T-${String(number).padStart(8, '0')}`,
    said,
    events,
    rating: events['return-visited'] ? pick(satisfaction) : '',
  };
}

const caseRow = ({ id, said, events, rating }) =>
  [
    id,
    ...said,
    ...Object.keys(columns).map((type) => (events[type] ? stamp(events[type]) : '')),
    rating,
  ].join(',');

const eventRows = ({ id, said, events }) =>
  Object.entries(events)
    .filter(([, at]) => at !== undefined)
    .map(([type, at]) => [id, ...said, type, stamp(at)].join(','));

/** Writes so many tickets; `rows` is `case` or `event`. Returns how many lines there are. */
export function writeTickets(path, count, rows = 'case') {
  const random = seeded(42);
  const file = openSync(path, 'w');
  const head = rows === 'case' ? header : [...header.slice(0, 6), 'Event', 'At'];
  let lines = [head.join(',')];
  let written = 0;
  const flush = () => {
    written += lines.length;
    writeSync(file, `${lines.join('\n')}\n`);
    lines = [];
  };
  for (let number = 0; number < count; number += 1) {
    const one = ticket(number, count, random);
    if (rows === 'case') lines.push(caseRow(one));
    else lines.push(...eventRows(one));
    if (lines.length >= 5000) flush();
  }
  flush();
  closeSync(file);
  return written;
}
