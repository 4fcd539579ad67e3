import type { EpochMs } from '../instant/types.ts';

/** Where text goes: a terminal, a pipe, or a test. */
export interface Output {
  write(text: string): void;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** The same for what isn't text, or not in UTF-8. */
export interface ByteOutput extends Output {
  write(text: string | Uint8Array): void;
}

/** Everything the command line takes from its surroundings, files aside. */
export interface Io {
  readonly stdout: ByteOutput;
  readonly stderr: Output;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Relative paths start here. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  now(): EpochMs;
  /** Calls the handler at the first interrupt (Ctrl-C, or whatever else asks the program to end); returns what takes it away again. */
  onInterrupt(handler: () => void): () => void;
}
