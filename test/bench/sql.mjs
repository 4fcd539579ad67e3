// Measures the statements of `duly/sql` in DuckDB: `node test/bench/sql.mjs [cases]` (default 500,000). The deadlines of
// textile-service over a table of events, beside a query by hand for the same due instants; 5000000 is the promised size.
import { DuckDBInstance } from '@duckdb/node-api';
import { createAudit } from '../../dist/index.js';
import { textileService } from '../../dist/presets.js';
import { calendarTables, compileSql } from '../../dist/sql.js';

const size = Number(process.argv[2] ?? 500_000);
const threads = Number(process.argv[3] ?? 2);
const memory = process.argv[4] ?? '4GB';
const asOf = Date.parse('2026-11-01T00:00:00+08:00');
const start = Date.parse('2026-01-01T00:00:00+08:00');
const ids = textileService.standards.flatMap(({ id, kind }) => (kind === 'deadline' ? [id] : []));
const calendars = { from: '2025-06-01', to: '2027-12-31' };

const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
const run = (sql) => connection.run(sql);
const rows = async (sql) => (await connection.runAndReadAll(sql)).getRowObjects();
await run(`SET threads = ${threads}`);
await run(`SET memory_limit = '${memory}'`);
await run("SET TimeZone = 'UTC'");

/** Half complaints, half inquiries, returns and calls; two to four events each, over ten months. */
async function fill(cases) {
  await run('DROP TABLE IF EXISTS cases');
  await run('DROP TABLE IF EXISTS events');
  await run(
    `CREATE TABLE cases AS SELECT i AS id, ['complaint', 'complaint', 'inquiry', 'return', 'exchange'][1 + i % 5] AS kind, ['email', 'phone', 'web', 'chat'][1 + i % 4] AS channel, CASE WHEN i % 7 = 0 THEN 'complex' ELSE 'simple' END AS complexity FROM range(${cases}) t(i)`,
  );
  const at = (expression) => `to_timestamp((${start} + ${expression}) / 1000)`;
  const received = `CAST(hash(i) % 23000000 AS BIGINT) * 1000`;
  await run(`CREATE TABLE events AS
    SELECT i AS case_id, 'received' AS type, ${at(received)} AS at FROM range(${cases}) t(i)
    UNION ALL SELECT i, CASE WHEN i % 5 < 3 THEN 'replied' WHEN i % 5 = 3 THEN 'refunded' ELSE 'exchanged' END, ${at(`${received} + CAST(hash(i + 1) % 300000 AS BIGINT) * 1000`)} FROM range(${cases}) t(i) WHERE i % 11 > 0
    UNION ALL SELECT i, CASE WHEN i % 5 < 3 THEN 'resolved' ELSE 'told' END, ${at(`${received} + CAST(hash(i + 2) % 1200000 AS BIGINT) * 1000`)} FROM range(${cases}) t(i) WHERE i % 13 > 0`);
}

const compiled = compileSql(textileService, {
  dialect: 'duckdb',
  tables: { cases: { table: 'cases', attributes: ['kind', 'channel', 'complexity'] }, events: 'events' },
  asOf,
  standards: ids,
  refused: 'leave-out',
  calendars,
});
for (const { purpose, sql } of compiled.statements)
  if (purpose !== 'query' && purpose !== 'view') await run(sql);
await fill(10);
for (const { purpose, sql } of compiled.statements) if (purpose === 'view') await run(sql);

// By hand: the day of each receipt by an ASOF join, its last day by another one.
const { days } = calendarTables(textileService.calendar, calendars);
await run('CREATE TABLE hand (start_ms BIGINT, working INTEGER, ordinal BIGINT, close_ms BIGINT)');
await run(
  `INSERT INTO hand VALUES ${days.map((day) => `(${day.start_ms}, ${day.working}, ${day.ordinal}, ${day.close_ms ?? 'NULL'})`).join(', ')}`,
);
const byHours = (id, hours, test) =>
  `SELECT id, '${id}' AS standard, received + ${hours} * 3600000 AS due_ms FROM r WHERE ${test}`;
const byDays = (id, count, test) =>
  `SELECT r.id, '${id}' AS standard, w.close_ms AS due_ms FROM r ASOF JOIN hand d ON r.received >= d.start_ms ASOF JOIN (SELECT * FROM hand WHERE working = 1) w ON d.ordinal + ${count} >= w.ordinal WHERE ${test}`;
const byHand = `WITH r AS MATERIALIZED (SELECT c.id, c.kind, c.channel, c.complexity, min(epoch_ms(e.at)) AS received FROM cases c JOIN events e ON e.case_id = c.id WHERE e.type = 'received' GROUP BY ALL)
${[
  byHours('inquiry-answer', 24, "kind = 'inquiry' AND channel IN ('email', 'chat', 'web')"),
  byHours('complex-inquiry-progress', 24, "kind = 'inquiry' AND complexity = 'complex'"),
  byHours('complex-inquiry-solution', 48, "kind = 'inquiry' AND complexity = 'complex'"),
  byHours('complaint-receipt', 48, "kind = 'complaint'"),
  byHours('complaint-contact', 48, "kind = 'complaint'"),
  byDays('complaint-solution', 7, "kind = 'complaint'"),
  byDays('refund-told', 7, "kind = 'return'"),
  byDays('exchange-told', 7, "kind = 'exchange'"),
  byDays('refund', 3, "kind = 'return'"),
  byDays('exchange', 5, "kind = 'exchange'"),
].join('\nUNION ALL\n')}`;

async function timed(sql) {
  const before = performance.now();
  const [row] = await rows(sql);
  return { seconds: (performance.now() - before) / 1000, row };
}
const best = async (sql) => {
  const first = await timed(sql);
  const second = await timed(sql);
  return first.seconds < second.seconds ? first : second;
};
const dues = (from) => `SELECT count(*) AS n, sum(due_ms) AS due FROM (${from}) x`;

async function measure(cases) {
  await fill(cases);
  const hand = await best(dues(byHand));
  const due = await best(dues('SELECT case_id, standard, due_ms FROM duly_verdicts'));
  const all = await best(
    'SELECT count(*) AS n, sum(due_ms) AS due, sum(used_ms) AS used, max(status) AS status, sum(share) AS share FROM duly_verdicts',
  );
  const same = hand.row.n === due.row.n && hand.row.due === due.row.due;
  console.log(
    `${cases.toLocaleString('en')} cases, ${due.row.n} verdicts: by hand ${hand.seconds.toFixed(2)} s, due instants ${due.seconds.toFixed(2)} s (${(due.seconds / hand.seconds).toFixed(2)}x), whole verdicts ${all.seconds.toFixed(2)} s (${(all.seconds / hand.seconds).toFixed(2)}x)${same ? '' : ' — NOT THE SAME DUE INSTANTS'}`,
  );
  return { ratio: due.seconds / hand.seconds, seconds: all.seconds, same };
}

/** Cases a second of the audit in TypeScript, over the same cases. */
async function audited(cases) {
  const given = new Map();
  for (const { id, kind, channel, complexity } of await rows(`SELECT * FROM cases WHERE id < ${cases}`))
    given.set(id, { id: String(id), kind, channel, complexity, events: [] });
  for (const { case_id, type, at_ms } of await rows(
    `SELECT case_id, type, epoch_ms("at") AS at_ms FROM events WHERE case_id < ${cases}`,
  ))
    given.get(case_id).events.push({ type, at: Number(at_ms) });
  const audit = createAudit(textileService, { asOf, duplicates: 'off' });
  const before = performance.now();
  for (const input of given.values()) audit.add(input);
  return given.size / ((performance.now() - before) / 1000);
}

let failed = false;
const growth = [];
for (const cases of [size / 100, size / 10, size]) growth.push({ cases, ...(await measure(cases)) });
const last = growth.at(-1);
const perSecond = await audited(Math.min(size, 50_000));
console.log(
  `TypeScript audit: ${Math.round(perSecond).toLocaleString('en')} cases a second (all of textile-service); DuckDB ${Math.round(last.cases / last.seconds).toLocaleString('en')} (its deadlines), ${(last.cases / last.seconds / perSecond).toFixed(1)}x`,
);
const perCase = growth.map(({ seconds, cases }) => seconds / cases);
console.log(
  `growth from ${growth[1].cases.toLocaleString('en')} to ${size.toLocaleString('en')} cases: ${(perCase[2] / perCase[1]).toFixed(2)} of the time a case`,
);
if (last.ratio > 2 || !last.same) failed = true;
process.exitCode = failed ? 1 : 0;
