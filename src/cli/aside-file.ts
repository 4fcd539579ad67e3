import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { CliError } from './cli-error.ts';
import type { Io } from './io.ts';

const BUFFERED = 1 << 16;

/** Text to bytes. */
export type Encode = (text: string) => Uint8Array;

/** Where files go, and what is written to `-`. */
export type Place = Pick<Io, 'cwd' | 'stdout'>;

/** Whether a path stands for standard output; a file of that name is `./-`. */
export const isStdout = (path: string | undefined): boolean => path === '-';

/** What is written aside at the moment: whoever ends the program at once takes it away. */
const aside = new Set<string>();

/** Leaves nothing behind of what isn't complete, without a wait: the last thing a program does. */
export function discardAll(): void {
  for (const path of aside) {
    try {
      unlinkSync(path);
    } catch {
      // Nobody is left to be told.
    }
  }
}

/**
 * A file that is written aside and takes its name only when it is complete: nobody finds half of one. Of the path `-` it
 * goes to standard output then.
 */
export class AsideFile {
  readonly #path: string;
  readonly #stdout: Io['stdout'] | undefined;
  readonly #shown: string;
  readonly #aside: string;
  #handle: number | null;
  #buffer: string[] = [];
  #buffered = 0;
  /** What couldn't be written; then nothing that follows makes the file whole. */
  #failure: unknown;

  /**
   * Opens the file at once, so that a path that can't be written is known before hours of reading.
   *
   * @param part - Tells apart what is written aside for one path.
   */
  constructor(path: string, { cwd, stdout }: Place, part = '') {
    this.#shown = path;
    this.#stdout = isStdout(path) ? stdout : undefined;
    this.#path = this.#stdout ? join(tmpdir(), `duly-${randomUUID()}`) : resolve(cwd, path);
    this.#aside = `${this.#path}.${process.pid}${part}.part`;
    this.#handle = this.#try(() => {
      makeFolder(dirname(this.#path));
      aside.add(this.#aside);
      // Others may look into the folder of temporary files.
      return openSync(this.#aside, 'w+', this.#stdout ? 0o600 : 0o666);
    });
  }

  /** How text is written; UTF-8 until it is told otherwise. */
  encode: Encode = (text) => Buffer.from(text, 'utf8');

  write(text: string): void {
    this.#buffer.push(text);
    this.#buffered += text.length;
    if (this.#buffered >= BUFFERED) this.#flush();
  }

  /** What was written, line by line, where that was UTF-8. */
  *lines(): Generator<string> {
    this.#flush();
    const decoder = new StringDecoder('utf8');
    let rest = '';
    for (const bytes of this.#bytes()) {
      const lines = (rest + decoder.write(bytes)).split('\n');
      rest = lines.pop() as string;
      yield* lines;
    }
  }

  /** Writes what is left: a full disk is known before any file takes its name. */
  complete(): void {
    this.#flush();
    if (this.#stdout === undefined) this.#try(() => this.#close());
  }

  /** Puts the complete file in its place. */
  commit(): void {
    if (this.#stdout !== undefined) {
      for (const bytes of this.#bytes()) this.#stdout.write(bytes);
      this.discard();
    } else {
      this.#try(() => renameSync(this.#aside, this.#path));
      aside.delete(this.#aside);
    }
  }

  /** Leaves nothing behind; after {@link commit} there is nothing. */
  discard(): void {
    this.#close();
    rmSync(this.#aside, { force: true });
    aside.delete(this.#aside);
  }

  *#bytes(): Generator<Buffer> {
    for (let at = 0; ; ) {
      // Each its own: a pipe may keep it for a while.
      const bytes = Buffer.alloc(BUFFERED);
      const count = this.#try(() => readSync(this.#handle as number, bytes, 0, BUFFERED, at));
      if (count === 0) return;
      at += count;
      yield bytes.subarray(0, count);
    }
  }

  #flush(): void {
    const bytes = this.encode(this.#buffer.join(''));
    this.#buffer = [];
    this.#buffered = 0;
    if (this.#failure !== undefined) throw this.#failure;
    this.#try(() => {
      for (let done = 0; done < bytes.length; ) done += writeSync(this.#handle as number, bytes, done);
    });
  }

  #close(): void {
    const handle = this.#handle;
    this.#handle = null;
    if (handle !== null) closeSync(handle);
  }

  #try<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      this.#failure = new CliError((words) => words.unwritable(this.#shown, words.reason(error)), 2, error);
      throw this.#failure;
    }
  }
}

/** Not `recursive`: where a folder can't be made for want of its parent (in /proc), Node 20 tries for ever. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}
