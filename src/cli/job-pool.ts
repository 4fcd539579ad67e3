import { Worker } from 'node:worker_threads';
import { type BatchKeys, createBatchIndex } from '../audit/audit-part.ts';
import type { DuplicateMode } from '../audit/duplicate-index.ts';
import type { AuditProgress, RowBalance } from '../audit/report.ts';
import type { Reject } from '../case/types.ts';
import type { FileWatch } from '../readers/csv-blocks.ts';
import type { WatchedCells } from '../readers/rows.ts';
import type { FromJob, JobSetup, ToJob } from './job-messages.ts';

/** Batches that a thread has at once: the next is there when one is done, and what waits takes little memory. */
const AT_ONCE = 3;

/** Room for the cases of a few batches: what is collected in between is not copied. */
const YOUNG_MB = 64;

/** A batch on its way. */
interface Batch {
  readonly job: Job;
  readonly watch: FileWatch | undefined;
  taken?: { readonly keys: BatchKeys; readonly watched: readonly WatchedCells[] };
  rejects?: readonly Reject[];
}

interface Job {
  readonly worker: Worker;
  batches: number;
  progress: AuditProgress | undefined;
  done: (FromJob & { kind: 'done' }) | undefined;
}

type Parcel = { readonly kind: 'block' | 'items' } & ToJob extends infer Message
  ? Message extends { readonly seq: number }
    ? Omit<Message, 'seq'>
    : never
  : never;

interface PoolOptions {
  readonly jobs: number;
  readonly duplicates: DuplicateMode;
  readonly onReject: ((reject: Reject) => void) | undefined;
}

/** Threads that audit batches of cases. What they tell is taken in the order of the input. */
export class JobPool {
  readonly #jobs: readonly Job[];
  readonly #answer: ReturnType<typeof createBatchIndex>;
  readonly #onReject: PoolOptions['onReject'];
  readonly #batches = new Map<number, Batch>();
  #sent = 0;
  /** The batches that come next: to be answered, and to be done with. */
  #answered = 0;
  #finished = 0;
  #failure: unknown;
  #wake: () => void = () => {};

  constructor(setup: JobSetup, { jobs, duplicates, onReject }: PoolOptions) {
    this.#answer = createBatchIndex(duplicates);
    this.#onReject = onReject;
    const file = new URL('./audit-worker.js', import.meta.url);
    this.#jobs = Array.from({ length: jobs }, () => {
      const worker = new Worker(file, {
        workerData: setup,
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
      });
      const job: Job = { worker, batches: 0, progress: undefined, done: undefined };
      worker.on('message', (message: FromJob) => this.#guarded(() => this.#take(job, message)));
      worker.on('error', (error) => this.#fail(error));
      return job;
    });
  }

  /** Tells all threads what comes. */
  tell(message: ToJob): void {
    for (const { worker } of this.#jobs) worker.postMessage(message);
  }

  /** Hands a batch to the thread that has least to do; waits until one has little enough. */
  async send(parcel: Parcel, watch?: FileWatch): Promise<void> {
    await this.#until(() => this.#jobs.some(({ batches }) => batches < AT_ONCE));
    const job = this.#jobs.reduce((a, b) => (b.batches < a.batches ? b : a));
    const seq = this.#sent;
    this.#sent += 1;
    job.batches += 1;
    this.#batches.set(seq, { job, watch });
    const transfer = 'block' in parcel ? [parcel.block.bytes.buffer] : [];
    job.worker.postMessage({ ...parcel, seq }, transfer);
  }

  /** All that was sent is counted. */
  settled(): Promise<void> {
    return this.#until(() => this.#finished === this.#sent);
  }

  /** What all threads have counted. */
  async results(): Promise<readonly (FromJob & { kind: 'done' })[]> {
    await this.settled();
    this.tell({ kind: 'end' });
    await this.#until(() => this.#jobs.every(({ done }) => done !== undefined));
    return this.#jobs.flatMap(({ done }) => done ?? []);
  }

  progress(): AuditProgress {
    const all = this.#jobs.flatMap(({ progress }) => progress ?? []);
    const cases = all.reduce((sum, each) => added(sum, each.cases), noCases);
    const rows = all.flatMap((each) => each.rows ?? []);
    return { cases, rows: rows.length === 0 ? null : rows.reduce<RowBalance>(added, noRows) };
  }

  async stop(): Promise<void> {
    this.#failure ??= new Error('stopped');
    await Promise.all(this.#jobs.map(({ worker }) => worker.terminate()));
  }

  #take(job: Job, message: FromJob): void {
    if (message.kind === 'done') job.done = message;
    else {
      const batch = this.#batches.get(message.seq) as Batch;
      if (message.kind === 'taken') batch.taken = message;
      else {
        job.batches -= 1;
        job.progress = message.progress;
        batch.rejects = message.rejects;
      }
    }
    this.#answerInOrder();
    this.#finishInOrder();
    this.#wake();
  }

  #answerInOrder(): void {
    for (let batch = this.#batches.get(this.#answered); batch?.taken !== undefined; ) {
      const { job, taken, watch } = batch;
      watch?.see(taken.watched);
      job.worker.postMessage({ kind: 'count', seq: this.#answered, answers: this.#answer(taken.keys) });
      this.#answered += 1;
      batch = this.#batches.get(this.#answered);
    }
  }

  #finishInOrder(): void {
    for (let batch = this.#batches.get(this.#finished); batch?.rejects !== undefined; ) {
      for (const reject of batch.rejects) this.#onReject?.(reject);
      this.#batches.delete(this.#finished);
      this.#finished += 1;
      batch = this.#batches.get(this.#finished);
    }
  }

  async #until(holds: () => boolean): Promise<void> {
    for (;;) {
      if (this.#failure !== undefined) throw this.#failure;
      if (holds()) return;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  #guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.#failure ??= error;
    this.#wake();
  }
}

const noCases: AuditProgress['cases'] = { read: 0, assessed: 0, rejected: 0, duplicate: 0 };
const noRows: RowBalance = { read: 0, used: 0, rejected: 0, duplicate: 0 };

function added<Counts extends AuditProgress['cases'] | RowBalance>(a: Counts, b: Counts): Counts {
  const sums = Object.entries(a).map(([key, count]) => [key, count + b[key as keyof Counts]]);
  return Object.fromEntries(sums) as Counts;
}
