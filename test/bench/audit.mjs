import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from './measure.mjs';
import { caseMapping, eventMapping, writeTickets } from './tickets.mjs';

const ROUNDS = 3;
const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const parser = fileURLToPath(new URL('parse-only.mjs', import.meta.url));

/** `npm run bench -- --rows 10000000` goes on to that many. */
const at = process.argv.indexOf('--rows');
const MOST = at < 0 ? 1_000_000 : Number(process.argv[at + 1]);

/** Whole programs over generated exports: time, growth and memory. */
export async function auditing(report) {
  const folder = mkdtempSync(join(tmpdir(), 'duly-bench-'));
  try {
    writeFileSync(join(folder, 'case.json'), JSON.stringify(caseMapping));
    writeFileSync(join(folder, 'event.json'), JSON.stringify(eventMapping));
    throughput(report, folder);
    linearity(report, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function throughput(report, folder) {
  const rows = 500_000;
  const file = join(folder, 'rows.csv');
  writeTickets(file, rows);
  const empty = join(folder, 'empty.csv');
  writeTickets(empty, 0);
  // What starting costs is taken off: it is told apart, and a large export hides it.
  const contestants = {
    parse: () => run(folder, [parser, file]).ms - run(folder, [parser, empty]).ms,
    one: () => audit(folder, file).ms - audit(folder, empty).ms,
    two: () => audit(folder, file, '--jobs', '2').ms - audit(folder, empty, '--jobs', '2').ms,
  };
  const rounds = Array.from({ length: ROUNDS }, () =>
    Object.fromEntries(Object.entries(contestants).map(([name, take]) => [name, take()])),
  );
  const perRow = (name) => (median(rounds.map((round) => round[name])) / rows) * 1e6;
  const ratio = (a, b) => median(rounds.map((round) => round[a] / round[b]));
  report.ratio('a row of 16 columns: csv-parse alone', perRow('parse'), 1, 'x parsing');
  report.ratio(
    'a row: audit by textile-service, one job',
    perRow('one'),
    ratio('one', 'parse'),
    'x parsing',
    2,
  );
  report.atLeast('a row: two jobs', perRow('two'), ratio('one', 'two'), 'x as fast as one', 1.5);
}

function linearity(report, folder) {
  const bare = run(folder, ['-e', '']).megabytes;
  const empty = join(folder, 'empty.csv');
  writeTickets(empty, 0);
  const started = audit(folder, empty).ms;
  const times = [];
  for (let rows = 10_000; rows <= MOST; rows *= 10) {
    const file = join(folder, 'rows.csv');
    writeTickets(file, rows);
    const { ms, megabytes } = audit(folder, file, '--duplicates', 'off');
    times.push({ rows, ms: ms - started });
    report.atMost(
      `memory above Node's own: ${rows.toLocaleString('en-US')} rows, no index`,
      megabytes - bare,
      'MB',
      200,
    );
  }
  const [first, last] = [times[0], times.at(-1)];
  const exponent = Math.log(last.ms / first.ms) / Math.log(last.rows / first.rows);
  report.atMost(`growth of time from ${first.rows} to ${last.rows} rows`, exponent, 'th power of rows', 1.05);

  const events = join(folder, 'events.csv');
  const rows = writeTickets(events, 100_000, 'event');
  const sorted = auditWith(folder, 'event.json', events, '--duplicates', 'off');
  report.atMost(
    `memory above Node's own: ${rows.toLocaleString('en-US')} rows of events, sorted`,
    sorted.megabytes - bare,
    'MB',
    200,
  );
}

const audit = (folder, file, ...more) => auditWith(folder, 'case.json', file, ...more);

function auditWith(folder, mapping, file, ...more) {
  const options = ['--policy', 'textile-service', '--mapping', join(folder, mapping)];
  const asOf = ['--as-of', '2026-10-01T00:00:00+08:00', '--lang', 'en'];
  return run(folder, [program, 'audit', file, ...options, ...asOf, ...more]);
}

/** Runs Node and tells its time and the most memory it held. */
function run(folder, args) {
  const told = join(folder, 'usage.json');
  const hook = `process.on('exit', () => { require('node:fs').writeFileSync(${JSON.stringify(told)}, String(process.resourceUsage().maxRSS)); });`;
  writeFileSync(join(folder, 'usage.cjs'), hook);
  const start = performance.now();
  execFileSync(process.execPath, ['--require', join(folder, 'usage.cjs'), ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    maxBuffer: 1e9,
  });
  const ms = performance.now() - start;
  return { ms, megabytes: Number(readFileSync(told, 'utf8')) / 1000 };
}
