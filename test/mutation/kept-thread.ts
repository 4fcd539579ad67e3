import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { type PoolOptions, type PoolWorker, ThreadsPoolWorker, type WorkerRequest } from 'vitest/node';

type Listener = Parameters<PoolWorker['on']>[1];
type StartRequest = Extract<WorkerRequest, { type: 'start' }>;
type RunRequest = Extract<WorkerRequest, { type: 'run' }>;

/** From the lowest up: none imports from those that follow. */
const layers = ['errors', 'instant', 'calendar', 'limit', 'case', 'standards', 'escalation', 'kpi'];
const changed = process.env.DULY_MUTATION?.split('/')[0] ?? '';
/** What no mutant of this folder reaches. */
const below = layers
  .slice(0, Math.max(0, layers.indexOf(changed)))
  .map((layer) => `${resolve('src', layer)}/`);

const ours = ['src', 'test']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => resolve(folder, file)),
  )
  .filter((file) => !below.some((layer) => file.startsWith(layer)));

/** Set up once there is something to run. */
let thread: ThreadsPoolWorker | undefined;

/**
 * A worker that leaves its thread to the next run. Vitest starts a thread for each run, which takes longer than most
 * mutants live. What is in `node_modules`, or in layers below that of the mutants, stays loaded in it; all else is loaded
 * anew for every run, so that no mutant finds what another has left behind.
 */
export class KeptThread implements PoolWorker {
  readonly name = 'kept-thread';
  private readonly fresh = thread === undefined;
  private readonly thread: ThreadsPoolWorker;
  private readonly listeners: [event: string, listener: Listener][] = [];
  private config: StartRequest['context']['config'] | undefined;

  constructor(options: PoolOptions) {
    thread ??= new ThreadsPoolWorker(options);
    this.thread = thread;
  }

  async start(): Promise<void> {
    if (this.fresh) await this.thread.start();
  }

  on(event: string, listener: Listener): void {
    this.listeners.push([event, listener]);
    this.thread.on(event, listener);
  }

  off(event: string, listener: Listener): void {
    this.thread.off(event, listener);
  }

  send(message: WorkerRequest): void {
    if (message.type === 'start') this.config = message.context.config;
    if (message.type === 'stop') this.answer('stopped');
    else if (message.type === 'start' && !this.fresh) this.answer('started');
    else if (message.type !== 'run') this.thread.send(message);
    else this.thread.send({ ...message, context: this.renewed(message.context) });
  }

  /** A thread that is kept has the configuration of its first run, with the tests of that. */
  private renewed(context: RunRequest['context']): RunRequest['context'] {
    return { ...context, ...(this.config && { config: this.config }), invalidates: ours };
  }

  private answer(type: 'started' | 'stopped'): void {
    for (const [event, listener] of this.listeners)
      if (event === 'message') listener({ type, __vitest_worker_response__: true });
  }

  async stop(): Promise<void> {
    for (const [event, listener] of this.listeners) this.thread.off(event, listener);
  }

  static async end(): Promise<void> {
    await thread?.stop();
    thread = undefined;
  }

  deserialize(data: unknown): unknown {
    return data;
  }
}
