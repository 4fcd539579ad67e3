import cliProgress from 'cli-progress';
import type { Output } from './io.ts';

/** How far reading has come. */
export interface ReadState {
  readonly bytes: number;
  readonly rows: number;
}

export interface Progress {
  update(state: ReadState): void;
  stop(): void;
}

interface ProgressOptions {
  readonly output: Output;
  /** Bytes in all; null where that isn't known. */
  readonly total: number | null;
  /** Milliseconds from any fixed moment. */
  readonly clock: () => number;
}

/** Input from which on a log gets a line now and then. */
const LARGE = 50_000_000;
const silent: Progress = { update: () => {}, stop: () => {} };

/** A bar on a terminal; a line per 10% of a large input elsewhere; else nothing. */
export function showProgress(options: ProgressOptions): Progress {
  const { output, total } = options;
  if (output.isTTY) return bar(options);
  return total !== null && total >= LARGE ? lines(options, total) : silent;
}

function bar({ output, total, clock }: ProgressOptions): Progress {
  const begin = clock();
  const known = '{bar} {percentage}% | {rows} rows | {rate} rows/s | {left} left';
  const format = total === null ? '{rows} rows | {rate} rows/s' : known;
  const shown = new cliProgress.SingleBar(
    { stream: output as unknown as NodeJS.WritableStream, format, clearOnComplete: true, hideCursor: true },
    cliProgress.Presets.shades_classic,
  );
  shown.start(total ?? 0, 0, { rows: 0, rate: 0, left: '-' });
  return {
    update({ bytes, rows }) {
      const elapsed = clock() - begin;
      shown.update(bytes, { rows, rate: rateOf(rows, elapsed), left: leftOf(bytes, total, elapsed) });
    },
    stop: () => shown.stop(),
  };
}

function lines({ output, clock }: ProgressOptions, total: number): Progress {
  const begin = clock();
  let tenth = 0;
  return {
    update({ bytes, rows }) {
      const reached = Math.min(9, Math.floor((bytes / total) * 10));
      if (reached <= tenth) return;
      tenth = reached;
      const elapsed = clock() - begin;
      const left = leftOf(bytes, total, elapsed);
      output.write(`${reached * 10}%: ${rows} rows, ${rateOf(rows, elapsed)} rows/s, ${left} left\n`);
    },
    stop: () => {},
  };
}

const rateOf = (rows: number, elapsedMs: number) =>
  elapsedMs > 0 ? Math.round((rows * 1000) / elapsedMs) : 0;

function leftOf(bytes: number, total: number | null, elapsedMs: number): string {
  if (total === null || bytes === 0) return '-';
  const seconds = Math.ceil((Math.max(0, total - bytes) / bytes) * (elapsedMs / 1000));
  return seconds < 60 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
