import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';

/** A folder of its own and a terminal that remembers what was printed. */
export interface Terminal {
  readonly folder: string;
  write(name: string, content: string | Uint8Array | object): void;
  read(name: string): string;
  files(): string[];
  remove(): void;
  duly(...argv: string[]): Promise<Outcome>;
  dulyWith(io: Partial<Io>, ...argv: string[]): Promise<Outcome>;
}

export interface Outcome {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

export function openTerminal(): Terminal {
  const folder = mkdtempSync(join(tmpdir(), 'duly-cli-'));
  const dulyWith = async (changes: Partial<Io>, ...argv: string[]): Promise<Outcome> => {
    const out: Buffer[] = [];
    let err = '';
    const io: Io = {
      stdout: {
        write: (text) => {
          out.push(Buffer.from(text as string));
        },
      },
      stderr: {
        write: (text) => {
          err += text;
        },
      },
      stdin: bytesOf(''),
      cwd: folder,
      env: {},
      now: () => Date.parse('2026-06-01T00:00:00+08:00'),
      onInterrupt: () => () => {},
      ...changes,
    };
    const status = await run(argv, io);
    return { status, out: Buffer.concat(out).toString(), err };
  };
  return {
    folder,
    write: (name, content) => {
      const raw = typeof content === 'string' || content instanceof Uint8Array;
      writeFileSync(join(folder, name), raw ? content : JSON.stringify(content));
    },
    read: (name) => readFileSync(join(folder, name), 'utf8'),
    files: () => readdirSync(folder).sort(),
    remove: () => rmSync(folder, { recursive: true }),
    duly: (...argv) => dulyWith({}, ...argv),
    dulyWith,
  };
}

export async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
