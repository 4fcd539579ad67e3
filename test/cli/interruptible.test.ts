import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { createInterrupt, Interrupted, interruptible } from '../../src/cli/interruptible.ts';

const MB = 1 << 20;

it('does not keep what it has handed on: of 300 MB less than 30 are left', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  async function* source() {
    for (let n = 0; n < 300; n++) yield new Uint8Array(MB);
  }
  let read = 0;
  let most = 0;
  for await (const bytes of interruptible(source(), createInterrupt(), () => {})) {
    read += bytes.length;
    if (read % (50 * MB) > 0) continue;
    collect();
    most = Math.max(most, process.memoryUsage().arrayBuffers);
  }
  expect(read).toBe(300 * MB);
  expect(most).toBeLessThan(30 * MB);
});

it('ends a wait for bytes that never come', async () => {
  const interrupt = createInterrupt();
  async function* silent(): AsyncGenerator<Uint8Array> {
    yield new Uint8Array(1);
    await new Promise(() => {});
  }
  const sizes: number[] = [];
  const reading = (async () => {
    for await (const _ of interruptible(silent(), interrupt, (size) => sizes.push(size)));
  })();
  setTimeout(() => interrupt.trigger(), 20);
  await expect(reading).rejects.toBeInstanceOf(Interrupted);
  expect(sizes).toEqual([1]);
});

it('refuses further bytes after an interrupt between two waits', async () => {
  const interrupt = createInterrupt();
  interrupt.trigger();
  await expect(interrupt.during(Promise.resolve(1))).rejects.toBeInstanceOf(Interrupted);
  expect(interrupt.happened).toBe(true);
});
