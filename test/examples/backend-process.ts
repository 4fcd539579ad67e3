import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtFolder } from '../support/built.ts';
import { root } from '../support/source-tree.ts';

/** Takes notices, each key once; counts how often each was brought. */
export class Receiver {
  readonly attempts: string[] = [];
  readonly accepted = new Map<string, Record<string, unknown>>();
  /** Called with each attempt, before it is answered; `false`: it never is. */
  answers: (attempt: number) => boolean = () => true;
  url = '';
  readonly #server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      const key = String(request.headers['idempotency-key']);
      this.attempts.push(key);
      if (!this.accepted.has(key)) this.accepted.set(key, JSON.parse(body));
      if (this.answers(this.attempts.length)) response.end();
    });
  });

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
    return this;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

/** The example's backend as a process of its own, on a database that outlives it. */
export class Backend {
  readonly #folder = mkdtempSync(join(tmpdir(), 'duly-backend-'));
  readonly #webhook: string;
  #child: ChildProcess | undefined;
  url = '';

  constructor(webhook: string, policy: object) {
    builtFolder();
    this.#webhook = webhook;
    writeFileSync(join(this.#folder, 'policy.json'), JSON.stringify(policy));
  }

  /** @param dieAtWrite - With which change of its database it dies; 0: it lives. */
  async start(dieAtWrite = 0): Promise<void> {
    const preload = dieAtWrite > 0 ? ['--import', './test/examples/die-at-write.mjs'] : [];
    const child = spawn(process.execPath, [...preload, 'examples/backend/main.mjs'], {
      cwd: root,
      env: {
        ...process.env,
        DATABASE: join(this.#folder, 'backend.db'),
        POLICY: join(this.#folder, 'policy.json'),
        WEBHOOK: this.#webhook,
        PORT: '0',
        DIE_AT_WRITE: String(dieAtWrite),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#child = child;
    this.url = await new Promise((resolve) => {
      child.stdout?.on('data', (text) => {
        const url = /http:\S+/.exec(String(text))?.[0];
        if (url !== undefined) resolve(url);
      });
      child.on('exit', () => resolve(''));
    });
  }

  get isDead(): boolean {
    return this.#child === undefined || this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  async kill(): Promise<void> {
    const child = this.#child;
    if (child === undefined || this.isDead) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  async post(path: string, body: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
    const response = await fetch(this.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  async get(path: string): Promise<unknown> {
    return (await fetch(this.url + path)).json();
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true });
  }
}

/** Waits until something holds; a process may need a while on a busy machine. */
export async function until(holds: () => boolean, what: string): Promise<void> {
  for (let n = 0; !holds(); n++) {
    if (n > 1000) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
