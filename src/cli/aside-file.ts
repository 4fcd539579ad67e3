import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { CliError } from './cli-error.ts';

const BUFFERED = 1 << 16;

/** A file that is written aside and takes its name only when it is complete: nobody finds half of one. */
export class AsideFile {
  readonly #path: string;
  readonly #shown: string;
  readonly #aside: string;
  #handle: number | null;
  #buffer: string[] = [];
  #buffered = 0;

  /** Opens the file at once, so that a path that can't be written is known before hours of reading. */
  constructor(path: string, cwd: string) {
    this.#shown = path;
    this.#path = resolve(cwd, path);
    this.#aside = `${this.#path}.${process.pid}.part`;
    this.#handle = this.#try(() => {
      makeFolder(dirname(this.#path));
      return openSync(this.#aside, 'w');
    });
  }

  write(text: string): void {
    this.#buffer.push(text);
    this.#buffered += text.length;
    if (this.#buffered >= BUFFERED) this.#flush();
  }

  /** Writes what is left: a full disk is known before any file takes its name. */
  complete(): void {
    this.#flush();
    this.#try(() => this.#close());
  }

  /** Puts the complete file in its place. */
  commit(): void {
    this.#try(() => renameSync(this.#aside, this.#path));
  }

  /** Leaves nothing behind; after {@link commit} there is nothing. */
  discard(): void {
    this.#close();
    rmSync(this.#aside, { force: true });
  }

  #flush(): void {
    const bytes = Buffer.from(this.#buffer.join(''), 'utf8');
    this.#buffer = [];
    this.#buffered = 0;
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
      throw new CliError((words) => words.unwritable(this.#shown, words.reason(error)), 2, error);
    }
  }
}

/** Not `recursive`: where a folder can't be made for want of its parent (in /proc), Node 20 tries for ever. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}
