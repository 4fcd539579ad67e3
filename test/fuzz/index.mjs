// npm run fuzz -- [seconds] [seed]: throws broken policies, cases, calendars, mappings and files at the package. Nothing
// may hang, and nothing may throw anything but a DulyError. It ends with status 1 and how to see it again otherwise.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';

const [seconds = 60, seed = Date.now() % 1_000_000] = process.argv.slice(2).map(Number);
/** Far more than the slowest run of them needs on a busy machine. */
const LONGEST_RUN = 20_000;

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

// The worker notes which run is under way; a run that never ends is seen from outside.
const [RUNS, TARGET, SEED] = [0, 1, 2];
const progress = new Int32Array(new SharedArrayBuffer(12));
const worker = new Worker(outfile, { workerData: { seconds, seed, root, progress } });
const end = (status, message) => {
  console.log(message);
  worker.terminate().finally(() => process.exit(status));
};

let last = { runs: -1, since: Date.now() };
const watch = setInterval(() => {
  const runs = Atomics.load(progress, RUNS);
  if (runs !== last.runs) last = { runs, since: Date.now() };
  else if (runs > 0 && Date.now() - last.since > LONGEST_RUN)
    end(1, `hangs: target ${progress[TARGET]}, npm run fuzz -- ${seconds} ${progress[SEED]}, run ${runs}`);
}, 500);
worker.on('message', (line) => console.log(line));
worker.on('error', (error) => end(1, error.stack));
worker.on('exit', (status) => {
  clearInterval(watch);
  process.exitCode ??= status;
});
