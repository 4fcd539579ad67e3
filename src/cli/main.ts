#!/usr/bin/env node
import process from 'node:process';
import { discardAll } from './aside-file.ts';
import { exitStatus } from './cli-error.ts';
import type { Io } from './io.ts';
import { localeOf } from './locale-of.ts';
import { run } from './run.ts';
import { cliWords } from './words.ts';

/** Ctrl-C, the word of who runs us to end, and a terminal that is closed: none may leave half a file behind. */
const interrupts = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Who brings to an end what is under way. Once: a second Ctrl-C ends the program at once, as everywhere. */
let bringToAnEnd: (() => void) | undefined;

function interrupt(): void {
  const handler = bringToAnEnd;
  bringToAnEnd = undefined;
  if (handler === undefined) {
    discardAll();
    process.exit(exitStatus.interrupted);
  }
  handler();
}

for (const signal of interrupts) process.on(signal, interrupt);

const io: Io = {
  stdout: process.stdout,
  stderr: process.stderr,
  get stdin() {
    return process.stdin;
  },
  cwd: process.cwd(),
  env: process.env,
  now: () => Date.now(),
  onInterrupt(handler) {
    bringToAnEnd = handler;
    return () => {
      bringToAnEnd = undefined;
    };
  },
};

// Whoever reads us may stop reading (`duly audit ... | head`): no reason for a stack trace.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  const words = cliWords(localeOf(undefined, process.env));
  process.stderr.write(`duly: ${words.unwritable(words.stdout, words.reason(error))}\n`);
  process.exit(exitStatus.badUse);
});

async function main(): Promise<void> {
  const status = await run(process.argv.slice(2), io);
  // A pipe that nobody closes would keep the program alive after an interrupt.
  if (status === exitStatus.interrupted) process.stdin.destroy();
  process.exitCode = status;
}

await main();
