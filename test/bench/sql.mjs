// Measures the statements of `duly/sql` in DuckDB; a section of `npm run bench`, and a program of its own:
// `node test/bench/sql.mjs --cases 5000000 --memory 4GB --threads 2` (default: 500,000 cases, which take seconds; the
// promise is made for 5,000,000, which take a minute, and 50,000,000, which take seven minutes). More cases than
// `--slice` (default 2,000,000) are cut into slices of about as many.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { createAudit, definePolicy } from '../../dist/index.js';
import { textileService } from '../../dist/presets.js';
import { calendarTables, compileSql } from '../../dist/sql.js';
import { median } from './measure.mjs';
import { Report } from './report.mjs';
import { byHand } from './sql-by-hand.mjs';

const given = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const size = Number(given('cases', 500_000));
const perSlice = Number(given('slice', 2_000_000));
const ROUNDS = size > 10_000_000 ? 1 : 3;
const asOf = Date.parse('2026-11-01T00:00:00+08:00');
const start = Date.parse('2026-01-01T00:00:00+08:00');
const calendars = { from: '2025-06-01', to: '2027-12-31' };
const { kpis: _, ladders: __, ...rest } = textileService;
const deadlines = definePolicy({
  ...rest,
  standards: textileService.standards.filter(({ kind }) => kind === 'deadline'),
});

/** All deadlines of textile-service over tables of events, beside a query by hand for the same due instants. */
export async function judgingInSql(report) {
  const folder = mkdtempSync(join(tmpdir(), 'duly-bench-'));
  try {
    await measured(report, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measured(report, folder) {
  const { run, rows, connection } = await open(folder);
  await prepare(run);
  const base = Math.min(500_000, size / 10);
  const times = [];
  for (let cases = base / 10; cases <= size; cases *= 10) {
    const slices = Math.ceil(cases / perSlice);
    const cut = await fill(run, cases, slices);
    times.push({ cases, slices, cut, ...(await contest(run, rows, slices, cases === size ? ROUNDS : 1)) });
  }
  const { hand, view, whole, differing } = times.at(-1);
  const label = `${size.toLocaleString('en-US')} cases`;
  const perCase = (seconds) => (seconds / size) * 1e9;
  const ratio = (times) => median(times.map((time, round) => time / hand[round]));
  report.ratio(`${label}: due instants by hand`, perCase(median(hand)), 1, 'x by hand');
  report.ratio(`${label}: the same of duly_verdicts`, perCase(median(view)), ratio(view), 'x by hand', 2);
  report.ratio(`${label}: whole verdicts`, perCase(median(whole)), ratio(whole), 'x by hand');
  report.atMost(`${label}: sums that differ between the two`, differing, 'sums', 0);
  const audited = await auditSeconds(rows);
  report.ratio(
    'the same verdicts by the audit in TypeScript, one thread',
    audited * 1e9,
    (audited * size) / median(whole),
    'x DuckDB',
  );
  for (const { cases, slices, cut, whole } of times)
    report.atMost(
      `${cases.toLocaleString('en-US')} cases, ${slices} slices: to cut them ${cut.toFixed(1)} s, to judge them`,
      median(whole),
      's',
    );
  // What planning takes is the same for any number of cases, and hides the growth of few.
  const seconds = (of) => of.cut + median(of.whole);
  const first = times.find(({ cases }) => cases === base);
  const exponent = Math.log(seconds(times.at(-1)) / seconds(first)) / Math.log(size / base);
  report.atMost(`growth from ${base} to ${size} cases, cutting included`, exponent, 'th power of cases', 1.1);
  const [{ limit }] = await rows("SELECT current_setting('memory_limit') AS limit");
  const most = process.resourceUsage().maxRSS / 1000;
  report.atMost(`most memory held, where DuckDB may use ${limit}`, most, 'MB');
  connection.closeSync();
}

async function open(folder) {
  const instance = await DuckDBInstance.create(join(folder, 'cases.duckdb'));
  const connection = await instance.connect();
  const run = (sql) => connection.run(sql);
  await run(`SET threads = ${Number(given('threads', 2))}`);
  await run(`SET memory_limit = '${given('memory', '4GB')}'`);
  await run("SET TimeZone = 'UTC'");
  return {
    connection,
    run,
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRowObjects(),
  };
}

/** The calendars and views, and the days for the query by hand. */
async function prepare(run) {
  await fill(run, 1, 1);
  const { statements } = compileSql(deadlines, {
    dialect: 'duckdb',
    tables: {
      cases: { table: 'all_cases', attributes: ['kind', 'channel', 'complexity'], slice: 'slice' },
      events: { table: 'all_events', slice: 'slice' },
    },
    asOf,
    calendars,
  });
  for (const { purpose, sql } of statements) if (purpose !== 'query') await run(sql);
  // The query by hand reads the same slice.
  for (const table of ['cases', 'events'])
    await run(
      `CREATE VIEW ${table} AS SELECT * EXCLUDE (slice) FROM all_${table} WHERE slice = (SELECT slice FROM duly_slice)`,
    );
  const { days } = calendarTables(textileService.calendar, calendars);
  const values = days.map(
    ({ start_ms, working, ordinal, close_ms }) => `(${[start_ms, working, ordinal, close_ms ?? 'NULL']})`,
  );
  await run('CREATE TABLE hand (start_ms BIGINT, working INTEGER, ordinal BIGINT, close_ms BIGINT)');
  await run(`INSERT INTO hand VALUES ${values.join(', ')}`);
}

/** Complaints, inquiries, returns and exchanges; one to three events each, over ten months. The seconds that it takes to cut them. */
async function fill(run, cases, slices) {
  const own = slices === 1 ? 'all' : 'uncut';
  await run(
    `CREATE OR REPLACE TABLE ${own}_cases AS SELECT i AS id, ['complaint', 'complaint', 'inquiry', 'return', 'exchange'][1 + i % 5] AS kind, ['email', 'phone', 'web', 'chat'][1 + i % 4] AS channel, CASE WHEN i % 7 = 0 THEN 'complex' ELSE 'simple' END AS complexity${none(slices)} FROM range(${cases}) t(i)`,
  );
  const at = (expression) => `to_timestamp((${start} + ${expression}) / 1000)`;
  const received = 'CAST(hash(i) % 23000000 AS BIGINT) * 1000';
  await run(`CREATE OR REPLACE TABLE ${own}_events AS SELECT *${none(slices)} FROM (
    SELECT i AS case_id, 'received' AS type, ${at(received)} AS at FROM range(${cases}) t(i)
    UNION ALL SELECT i, CASE WHEN i % 5 < 3 THEN 'replied' WHEN i % 5 = 3 THEN 'refunded' ELSE 'exchanged' END, ${at(`${received} + CAST(hash(i + 1) % 300000 AS BIGINT) * 1000`)} FROM range(${cases}) t(i) WHERE i % 11 > 0
    UNION ALL SELECT i, CASE WHEN i % 5 < 3 THEN 'resolved' ELSE 'told' END, ${at(`${received} + CAST(hash(i + 2) % 1200000 AS BIGINT) * 1000`)} FROM range(${cases}) t(i) WHERE i % 13 > 0)`);
  if (slices === 1) return 0;
  const before = performance.now();
  for (const [table, id] of Object.entries({ cases: 'id', events: 'case_id' }))
    await run(
      `CREATE OR REPLACE TABLE all_${table} AS SELECT *, CAST(hash(${id}) % ${slices} AS INTEGER) AS slice FROM uncut_${table} ORDER BY slice; DROP TABLE uncut_${table}`,
    );
  return (performance.now() - before) / 1000;
}

const none = (slices) => (slices === 1 ? ', 0 AS slice' : '');

const sums = (query) =>
  `SELECT count(*) AS n, sum(from_ms) AS begun, sum(due_ms) AS due, sum(done_ms) AS done FROM (${query}) x`;
const contestants = {
  hand: sums(byHand(asOf)),
  view: sums('SELECT case_id, standard, from_ms, due_ms, done_ms FROM duly_verdicts'),
  whole:
    'SELECT count(*) AS n, sum(due_ms) AS due, sum(used_ms) AS used, sum(over_ms) AS over, max(status) AS status, max(reason) AS reason, max(clock) AS clock, sum(share) AS share, min(provisional_since) AS since FROM duly_verdicts',
};

/** The seconds of each, in rounds in which each has its turn in every slice; and in how many sums the first two differ. */
async function contest(run, rows, slices, rounds) {
  const names = Object.keys(contestants);
  const times = Object.fromEntries(names.map((name) => [name, new Array(rounds).fill(0)]));
  let differing = 0;
  for (let round = 0; round < rounds; round += 1)
    for (let slice = 0; slice < slices; slice += 1) {
      await run(`UPDATE duly_slice SET slice = ${slice}`);
      const told = {};
      for (const [name, sql] of Object.entries(contestants)) {
        const before = performance.now();
        [told[name]] = await rows(sql);
        times[name][round] += (performance.now() - before) / 1000;
      }
      differing += Object.keys(told.hand).filter((sum) => told.hand[sum] !== told.view[sum]).length;
    }
  return { ...times, differing };
}

/** The seconds of a case in the audit in TypeScript, over some of the same cases. */
async function auditSeconds(rows) {
  const inputs = new Map();
  for (const { id, kind, channel, complexity } of await rows('SELECT * FROM all_cases WHERE id < 50000'))
    inputs.set(id, { id: String(id), kind, channel, complexity, events: [] });
  for (const { case_id, type, at_ms } of await rows(
    'SELECT case_id, type, epoch_ms("at") AS at_ms FROM all_events WHERE case_id < 50000',
  ))
    inputs.get(case_id).events.push({ type, at: Number(at_ms) });
  const audit = createAudit(deadlines, { asOf, duplicates: 'off' });
  const before = performance.now();
  for (const input of inputs.values()) audit.add(input);
  return (performance.now() - before) / 1000 / inputs.size;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const report = new Report();
  report.section('In an engine');
  await judgingInSql(report);
  process.exitCode = report.missed.length > 0 ? 1 : 0;
}
