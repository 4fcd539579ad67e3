import type { Engine } from './engines.ts';
import type { CaseRow, EventRow } from './random-cases.ts';
import { stampsOf } from './words.ts';

const literal = (value: string | number | boolean | null) =>
  value === null ? 'NULL' : typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);

/** Puts cases and events into tables of that engine. */
export async function load(
  engine: Engine,
  { cases, events }: { cases: readonly CaseRow[]; events: readonly EventRow[] },
): Promise<void> {
  const stamps = stampsOf(engine);
  const stamp = (value: number | null) =>
    value === null ? 'NULL' : stamps.literal(new Date(value).toISOString());
  await engine.run(
    `CREATE TABLE cases (id VARCHAR, kind VARCHAR, channel VARCHAR, priority VARCHAR, department VARCHAR, level INTEGER, vip BOOLEAN, rings INTEGER, customer VARCHAR, repeat_of VARCHAR, promised_at ${stamps.type}, promised_on VARCHAR)`,
  );
  await engine.run(
    `CREATE TABLE events (case_id VARCHAR, type VARCHAR, "at" ${stamps.type}, seq INTEGER, channel VARCHAR, priority VARCHAR, department VARCHAR, rings INTEGER, role VARCHAR, satisfaction VARCHAR, repeat_of VARCHAR, promised_ms BIGINT, promised_on VARCHAR)`,
  );
  await insert(
    engine,
    'cases',
    cases.map(
      (row) =>
        `(${[row.id, row.kind, row.channel, row.priority, row.department, row.level, row.vip, row.rings, row.customer, row.repeatOf].map(literal)}, ${stamp(row.promisedAt)}, ${literal(row.promisedOn)})`,
    ),
  );
  await insert(
    engine,
    'events',
    events.map(
      (row) =>
        `(${literal(row.case_id)}, ${literal(row.type)}, ${stamp(row.at)}, ${row.seq}, ${[row.channel, row.priority, row.department, row.rings, row.role, row.satisfaction, row.repeatOf, row.promisedAt, row.promisedOn].map(literal)})`,
    ),
  );
}

async function insert(engine: Engine, table: string, rows: readonly string[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 1000)
    await engine.run(`INSERT INTO ${table} VALUES ${rows.slice(at, at + 1000).join(', ')}`);
}

/** Where those tables have what. */
export const tables = {
  cases: {
    table: 'cases',
    attributes: {
      kind: 'kind',
      channel: 'channel',
      priority: 'priority',
      department: 'department',
      level: { column: 'level', type: 'number' },
      vip: { column: 'vip', type: 'boolean' },
      rings: { column: 'rings', type: 'number' },
      customer: 'customer',
      repeatOf: 'repeat_of',
      promisedAt: { column: 'promised_at', type: 'instant' },
      promisedOn: { column: 'promised_on', type: 'date' },
    },
  },
  events: {
    table: 'events',
    order: 'seq',
    attributes: {
      channel: 'channel',
      priority: 'priority',
      department: 'department',
      rings: { column: 'rings', type: 'number' },
      role: 'role',
      satisfaction: 'satisfaction',
      repeatOf: 'repeat_of',
      promisedAt: { column: 'promised_ms', type: 'instant', as: 'epoch-ms' },
      promisedOn: { column: 'promised_on', type: 'date' },
    },
  },
} as const;
