import type { OpenAudit } from '../audit/audit-with.ts';
import type { AuditProgress, AuditReport } from '../audit/report.ts';
import type { ReadResult } from '../case/types.ts';
import { BLOCK, type CsvPart, type FileWatch } from '../readers/csv-blocks.ts';
import { type ReadOptions, readBatches, readParts } from '../readers/read-cases.ts';
import type { AuditOutputs } from './audit-outputs.ts';
import type { JobPool } from './job-pool.ts';
import { withFile } from './with-file.ts';

/** Who audits what is read: this thread, or several others. */
export interface Auditing {
  /** How many bytes are best read at once, where that isn't the usual. */
  readonly chunk?: number;
  /** @param file - Named in what the audit says of it; undefined where it is the only one. */
  open(
    source: AsyncIterable<Uint8Array>,
    file: string | undefined,
    options: ReadOptions,
  ): AsyncIterable<CsvPart>;
  take(part: CsvPart): Promise<void> | void;
  /** The file has come to its end. */
  close(): Promise<void> | void;
  /** All that was taken is counted. */
  settled(): Promise<void> | void;
  progress(): AuditProgress;
  report(): Promise<AuditReport> | AuditReport;
  stop(): Promise<void> | void;
}

/** An audit on this thread. */
export function oneJob(audit: OpenAudit): Auditing {
  let file: string | undefined;
  return {
    async *open(source, name, options) {
      file = name;
      for await (const results of readBatches(source, options)) yield { kind: 'results', results };
    },
    take(part) {
      if (part.kind === 'results') for (const result of named(part.results, file)) audit.take(result);
    },
    close: () => {},
    settled: () => {},
    progress: audit.progress,
    report: audit.report,
    stop: () => {},
  };
}

/** An audit by other threads; `audit` takes in what they have counted. */
export function manyJobs(audit: OpenAudit, pool: JobPool, outputs: AuditOutputs): Auditing {
  let file: string | undefined;
  let watch: FileWatch | undefined;
  let rowsBefore = 0;
  const rowsRead = () => pool.progress().rows?.read ?? 0;
  return {
    // Read here and judged elsewhere: nothing is made of a chunk that could grow old with it.
    chunk: BLOCK,
    open(source, name, options) {
      file = name;
      watch = undefined;
      rowsBefore = rowsRead();
      return readParts(source, options);
    },
    async take(part) {
      if (part.kind === 'block') return pool.send(part, watch);
      if (part.kind === 'results') return pool.send({ kind: 'items', items: [...named(part.results, file)] });
      watch = part.watch;
      pool.tell({ kind: 'file', name: file, head: part.head });
    },
    async close() {
      await pool.settled();
      if (watch === undefined || rowsRead() === rowsBefore) return;
      for (const finding of watch.findings()) audit.note(finding, file);
    },
    settled: () => pool.settled(),
    progress: () => pool.progress(),
    async report() {
      for (const { snapshot, worst } of await pool.results()) {
        audit.merge(snapshot);
        outputs.mergeBreaches(worst);
      }
      return audit.report();
    },
    stop: () => pool.stop(),
  };
}

function* named(results: Iterable<ReadResult>, file: string | undefined): Generator<ReadResult> {
  if (file === undefined) return yield* results;
  const name = withFile(file);
  for (const result of results) yield name(result);
}
