import type { RowBalance } from '../audit/report.ts';
import type { ReadResult } from '../case/types.ts';
import { DulyError } from '../errors/duly-error.ts';
import type { CsvPart } from '../readers/csv-blocks.ts';
import type { Mapping } from '../readers/index.ts';
import type { ReadOptions } from '../readers/read-cases.ts';
import { unpack } from '../readers/unpack.ts';
import type { AuditFlags } from './audit-flags.ts';
import type { AuditOutputs } from './audit-outputs.ts';
import type { Auditing } from './auditing.ts';
import { CliError, type ExitStatus, exitStatus } from './cli-error.ts';
import { createInterrupt, type Interrupt, Interrupted, interruptible } from './interruptible.ts';
import type { Io } from './io.ts';
import { localeOf } from './locale-of.ts';
import type { Input } from './open-input.ts';
import { showProgress } from './progress.ts';
import { textOnly } from './text-only.ts';
import { cliWords } from './words.ts';

/** Cases between two looks at the clock. */
const STRIDE = 512;
const BREATH_MS = 50;

export interface Reading {
  readonly auditing: Auditing;
  readonly inputs: readonly Input[];
  readonly mapping: Mapping | undefined;
  readonly flags: Pick<AuditFlags, 'mapping' | 'timeZone' | 'lang'>;
  readonly io: Io;
  /** Who writes rows back as they came, if anybody does. */
  readonly rejects: AuditOutputs['rejects'];
}

/** Reads every input into the audit; returns what stopped it early, or null. */
export async function readAll(reading: Reading): Promise<Error | null> {
  const { auditing, inputs, io } = reading;
  const interrupt = createInterrupt();
  const release = io.onInterrupt(() => interrupt.trigger());
  const sizes = inputs.map(({ bytes }) => bytes);
  const total = sizes.reduce(
    (sum, bytes) => (sum === null || bytes === null ? null : sum + bytes),
    0 as number | null,
  );
  const progress = showProgress({ output: io.stderr, total, clock: () => performance.now() });
  const state: Watch['state'] = { bytes: 0, columns: undefined };
  const tell = () => {
    const { cases, rows } = auditing.progress();
    progress.update({ bytes: state.bytes, rows: rows?.read ?? cases.read });
  };
  try {
    for (const input of inputs) {
      await readOne(input, reading, { interrupt, state, tell }).catch((error) => {
        throw failureOf(error, input.name, reading.flags);
      });
    }
    return null;
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    await auditing.settled();
    return error;
  } finally {
    progress.stop();
    release();
  }
}

interface Watch {
  readonly interrupt: Interrupt;
  /** `columns`: those of the first table. */
  readonly state: { bytes: number; columns: readonly string[] | undefined };
  readonly tell: () => void;
}

async function readOne(input: Input, reading: Reading, watch: Watch): Promise<void> {
  const { auditing, inputs, mapping, flags, io } = reading;
  const { interrupt, state, tell } = watch;
  const before = auditing.progress().rows;
  const bytes = interruptible(input.open(auditing.chunk), interrupt, (count) => {
    state.bytes += count;
  });
  const unpacked = unpack(bytes);
  const source = input.format === 'xlsx' ? unpacked : textOnly(unpacked, input.name, mapping?.encoding);
  const file = inputs.length > 1 ? input.name : undefined;
  const parts = auditing.open(source, file, optionsFor(input, reading, state));
  const breathe = breather();
  for await (const part of parts) {
    for (const piece of piecesOf(part)) {
      await auditing.take(piece);
      tell();
      await breathe();
      if (interrupt.happened) throw new Interrupted();
    }
  }
  await auditing.close();
  const rejected = rejectedIfAll(before, auditing.progress().rows);
  const words = cliWords(localeOf(flags.lang, io.env));
  if (rejected > 0) io.stderr.write(`duly: ${words.within(input.name, words.allRejected(rejected))}\n`);
}

/** How an input is read; who writes rows back is told what it takes. */
function optionsFor({ format }: Input, reading: Reading, state: Watch['state']): ReadOptions {
  const { mapping, flags, rejects } = reading;
  const form = { format, mapping, columns: [], delimiter: mapping?.delimiter ?? ',', titles: [] };
  const isTable = format === 'csv' || format === 'xlsx';
  if (!isTable) rejects?.open(form);
  return {
    format,
    ...(mapping && { mapping }),
    ...(flags.timeZone !== undefined && { timeZone: flags.timeZone }),
    ...(rejects && { keepRows: true, onEncoding: (encoding) => rejects.encoded(encoding) }),
    ...(isTable && {
      ...(state.columns && { columns: state.columns }),
      onColumns: (columns, table) => {
        state.columns ??= columns;
        rejects?.open({ ...form, columns, ...table });
      },
    }),
  };
}

/** Long lists in parts, so that an interrupt doesn't wait for the end of one. */
function* piecesOf(part: CsvPart): Generator<CsvPart> {
  if (part.kind !== 'results') return yield part;
  let results: ReadResult[] = [];
  for (const result of part.results) {
    if (results.push(result) < STRIDE) continue;
    yield { kind: 'results', results };
    results = [];
  }
  if (results.length > 0) yield { kind: 'results', results };
}

/** Lets the program hear of an interrupt now and then, which it can't between promises alone. */
function breather(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < BREATH_MS) return;
    await new Promise((resolve) => setImmediate(resolve));
    last = performance.now();
  };
}

/** How many rows came since, if every one of them was rejected, else 0. */
function rejectedIfAll(before: RowBalance | null, after: RowBalance | null): number {
  if (after === null) return 0;
  const read = after.read - (before?.read ?? 0);
  return read === after.rejected - (before?.rejected ?? 0) ? read : 0;
}

/** What a mapping and the header of a file disagree about: the message needs both names, the path is a key of the mapping. */
const ofMapping: readonly string[] = [
  'reader.unknown-column',
  'reader.repeated-column',
  'reader.no-time-zone',
  'reader.no-sheet',
];

/** What stopped the reading, with the status it stands for; anything that isn't ours is a fault of the program. */
export function failureOf(
  error: unknown,
  input: string,
  { mapping }: Pick<Reading['flags'], 'mapping'>,
): Error {
  if (error instanceof Interrupted)
    return new CliError((words) => words.interrupted, exitStatus.interrupted, error);
  if (error instanceof CliError) return error;
  if (!(error instanceof DulyError)) return error as Error;
  const disagree = ofMapping.includes(error.code);
  return new CliError(
    (words) =>
      disagree
        ? words.ofMapping(input, mapping, words.error(error))
        : words.within(input, words.error(error)),
    statusOf(error),
    error,
  );
}

/** What the arguments and the mapping are to blame for, apart from what is wrong with the input itself. */
function statusOf({ code }: DulyError): ExitStatus {
  return ofInput.includes(code) ? exitStatus.badInput : exitStatus.badUse;
}

const ofInput: readonly string[] = [
  'reader.row-size',
  'reader.json',
  'reader.no-header',
  'reader.gzip',
  'reader.bomb',
  'reader.size',
  'reader.xlsx',
];
