// npm run fuzz -- [seconds] [seed]: throws broken policies, cases, calendars, mappings and files at the package. Nothing
// may hang, and nothing may throw anything but a DulyError. It ends with status 1 and how to see it again otherwise.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';

const [seconds = 60, seed = Date.now() % 1_000_000] = process.argv.slice(2).map(Number);
/** Far more than the slowest run of them needs on a busy machine, in looks at it. */
const LONGEST_RUN = 60;

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(root, 'node_modules', '.fuzz-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const outfile = join(folder, 'worker.mjs');
await build({
  entryPoints: [join(root, 'test/fuzz/worker.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  outfile,
  logLevel: 'error',
});

// The worker notes which run is under way; a run that never ends is seen from outside. Looks are counted and not the
// time of day, which goes on while the machine sleeps.
const [RUNS, TARGET, SEED] = [0, 1, 2];
const progress = new Int32Array(new SharedArrayBuffer(12));
const worker = new Worker(outfile, { workerData: { seconds, seed, root, progress } });
const end = (status, message) => {
  console.log(message);
  worker.terminate().finally(() => process.exit(status));
};

let last = { runs: 0, looks: 0 };
const watch = setInterval(() => {
  const runs = Atomics.load(progress, RUNS);
  last = { runs, looks: runs === last.runs ? last.looks + 1 : 0 };
  if (runs > 0 && last.looks > LONGEST_RUN)
    end(1, `hangs: target ${progress[TARGET]}, npm run fuzz -- ${seconds} ${progress[SEED]}, run ${runs}`);
}, 500);
worker.on('message', (line) => console.log(line));
worker.on('error', (error) => end(1, error.stack));
worker.on('exit', (status) => {
  clearInterval(watch);
  process.exitCode ??= status;
});
