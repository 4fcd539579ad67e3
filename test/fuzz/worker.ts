import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { DulyError } from '../../src/errors/duly-error.ts';
import { byteTargets } from './byte-targets.ts';
import { documentTargets } from './document-targets.ts';
import type { Target } from './target.ts';

interface Orders {
  readonly seconds: number;
  readonly seed: number;
  readonly root: string;
  readonly progress: Int32Array;
}

const { seconds, seed, root, progress } = workerData as Orders;
const targets: readonly Target[] = [...documentTargets(root), ...byteTargets(root)];
const until = Date.now() + seconds * 1000;
const say = (line: string) => parentPort?.postMessage(line);

/** One seed makes so many values, from small ones to large ones. */
const BATCH = 40;

const runs = new Map<string, number>();
let found = 0;
for (let round = 0; Date.now() < until; round += 1) {
  for (const [index, { name, values, run }] of targets.entries()) {
    progress[1] = index;
    progress[2] = seed + round;
    const tried = fc.asyncProperty(values, async (value) => {
      Atomics.add(progress, 0, 1);
      await run(value).catch((error) => {
        if (!(error instanceof DulyError)) throw error;
      });
    });
    const result = await fc.check(tried, { seed: seed + round, numRuns: BATCH });
    runs.set(name, (runs.get(name) ?? 0) + BATCH);
    if (!result.failed) continue;
    found += 1;
    const error = result.errorInstance as Error | null;
    say(
      `${name}: ${error?.stack ?? error}\n  ${fc.stringify(result.counterexample).slice(0, 3000)}\n  seed ${seed + round}`,
    );
    if (found >= 5) break;
  }
  if (found >= 5) break;
}
for (const [name, count] of runs) say(`${name}: ${count} runs`);
say(`${found} found, seed ${seed}`);
process.exitCode = found === 0 ? 0 : 1;
