import type { OpenAudit } from '../../audit/audit-with.ts';
import { listOf } from '../../audit/combine-versions.ts';
import type { ReadResult } from '../../case/types.ts';
import type { EpochMs } from '../../instant/types.ts';
import { zoneOf } from '../../instant/zone.ts';
import type { PolicyOrVersions } from '../../policy/types.ts';
import type { Mapping } from '../../readers/index.ts';
import { type ReadOptions, readBatches } from '../../readers/read-cases.ts';
import { type FileFacts, rowReader } from '../../readers/rows.ts';
import { unpack } from '../../readers/unpack.ts';
import type { Locale } from '../../report/index.ts';
import { safeText } from '../../report/safe-text.ts';
import type { AuditFlags } from '../audit-flags.ts';
import type { AuditOutputs } from '../audit-outputs.ts';
import { failureOf } from '../audit-reading.ts';
import { CliError, exitStatus } from '../cli-error.ts';
import type { Io } from '../io.ts';
import { textOnly } from '../text-only.ts';
import { withFile } from '../with-file.ts';
import { cliWords } from '../words.ts';
import { optionsBeyond, partsBeyond } from './beyond-statements.ts';
import { watchColumns } from './column-watches.ts';
import { type Database, openDatabase } from './database.ts';
import { findFiles } from './find-files.ts';
import { judgeBySql } from './judge-by-sql.ts';
import { bytesOf, type Found, type SourceTable, sourceOf } from './source.ts';
import { stage } from './staging.ts';
import { suspectsSql } from './suspects.ts';
import { Unread } from './unread.ts';
import { tellWallTimes } from './wall-times.ts';

/** An audit that DuckDB does as far as it can. */
export interface DuckdbTask {
  readonly names: readonly string[];
  readonly flags: AuditFlags;
  readonly audit: OpenAudit;
  readonly policy: PolicyOrVersions;
  readonly mapping: Mapping | undefined;
  readonly asOf: EpochMs;
  readonly locale: Locale;
  readonly io: Io;
  /** Who writes rows back as they came, if anybody does. */
  readonly rejects: AuditOutputs['rejects'];
}

/** The same with what it can't do without. */
interface Task extends DuckdbTask {
  readonly mapping: Mapping;
  /** Throws after an interrupt. */
  goOn(): void;
}

/**
 * Audits files through DuckDB: statements judge the cases of which they can say all that a report says, the package
 * judges the others, and the counts of both are one report.
 */
export async function readByDuckdb(given: DuckdbTask): Promise<null> {
  const { io, locale, mapping, names, flags } = given;
  if (mapping === undefined) throw new CliError((words) => words.mappingNeeded(names[0]!));
  const { memory, jobs } = flags;
  const database = await openDatabase({ memory, threads: jobs === undefined ? undefined : Number(jobs) });
  const task: Task = { ...given, mapping, goOn: database.goOn };
  let interrupted = false;
  const release = io.onInterrupt(() => {
    interrupted = true;
    database.interrupt();
  });
  const words = cliWords(locale);
  try {
    const files = await findFiles(names, database, io);
    try {
      const judged = await judge(task, files, database);
      io.stderr.write(`duly: ${words.engineJudged(judged, task.audit.progress().cases.read)}\n`);
    } catch (error) {
      if (interrupted || !(error instanceof Unread)) throw error;
      io.stderr.write(`duly: ${safeText(words.engineReads(error.message))}\n`);
      await readWhole(task, files, database);
    }
    return null;
  } catch (error) {
    if (interrupted) throw new CliError((told) => told.interrupted, exitStatus.interrupted, error);
    if (!String(error).includes('Out of Memory')) throw error;
    throw new CliError((told) => told.outOfMemory, undefined, error);
  } finally {
    release();
    database.close();
  }
}

/** Judges what statements can, and then the rest; nothing is taken into the audit before all of that is known. */
async function judge(task: Task, files: readonly Found[], database: Database): Promise<number> {
  const { audit, policy, mapping, flags, asOf } = task;
  const beyond = [...optionsBeyond(flags), ...partsBeyond(policy)];
  if (beyond.length > 0) throw new Unread(beyond.join(', '));
  const zone = zoneNamed(task);
  if (zone !== undefined) await tellWallTimes(database, zone);
  const sources: SourceTable[] = [];
  for (const [place, file] of files.entries())
    sources.push(await sourceOf(file, mapping, place, database, encodingTold(task)));
  // What a header lacks is told before anything is read by it.
  for (const source of sources)
    toldOf(task, source.name, () => rowReader(mapping, factsOf(task, source)).header(source.header));
  const staging = await stage(sources, mapping, flags.timeZone, database);
  const { range } = audit.snapshot();
  const ms = (iso: string | null) => (iso === null ? null : Date.parse(iso));
  const aside = suspectsSql(listOf(policy), staging.facts, {
    asOf,
    range: range && { event: range.event, from: ms(range.from), to: ms(range.to) },
  });
  const judged = await judgeBySql(task, { staging, aside }, database);
  const heads = headsTold(task);
  for (const [place, source] of sources.entries()) {
    const facts = { ...factsOf(task, source), ...heads() };
    const watch = await watchColumns(source, mapping, facts, database);
    await readLeft(task, source, place, database);
    for (const finding of watch.findings()) audit.note(finding, fileOf(task, files, source.name));
  }
  return judged;
}

/** An error of the library is told with the file that it is about. */
function toldOf<T>({ flags }: Task, name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw failureOf(error, name, flags);
  }
}

const zoneNamed = ({ flags, mapping }: Task) => {
  const name = flags.timeZone ?? mapping.timeZone;
  return name === undefined ? undefined : zoneOf(name, ['timeZone']);
};

const encodingTold =
  ({ rejects }: Task) =>
  (encoding: string) =>
    rejects?.encoded(encoding);

/** What readers are told of the tables before theirs, and whom they tell of their own. */
function headsTold({ rejects, mapping }: Task): () => Pick<ReadOptions, 'columns' | 'onColumns'> {
  let first: readonly string[] | undefined;
  return () => ({
    ...(first && { columns: first }),
    onColumns: (columns, table) => {
      first ??= columns;
      rejects?.open({ format: 'csv', mapping, columns, delimiter: ',', ...table });
    },
  });
}

const factsOf = (task: Task, { native }: SourceTable): FileFacts => ({
  zone: zoneNamed(task),
  native,
  ...(task.rejects && { keepRows: true }),
});

const fileOf = ({ names }: Task, files: readonly unknown[], name: string) =>
  files.length > 1 || names.length > 1 ? name : undefined;

/** The rows of one file whose cases statements don't judge, read and judged by the package. */
async function readLeft(task: Task, source: SourceTable, place: number, database: Database): Promise<void> {
  const { mapping } = task;
  const facts = factsOf(task, source);
  // Between the rows that are left lie others: whether a case is over isn't to be seen.
  const reader = rowReader({ ...mapping, sorted: false }, { ...facts, onWatched: () => {} });
  reader.header(source.header);
  const left = `SELECT n, ${source.told.join(', ')} FROM ${source.rows} r ANTI JOIN (SELECT n FROM judged WHERE file = ${place}) j USING (n) ORDER BY n`;
  const take = taker(task, source.name);
  for await (const rows of database.stream(left)) {
    for (const row of rows) source.tell(reader, row);
    take(reader.take());
  }
  // Only some of the rows were kept, and those because of what they are.
  take(withoutNote(reader.end()));
}

function* withoutNote(results: Iterable<ReadResult>): Generator<ReadResult> {
  for (const result of results) {
    if (!result.ok || result.findings === undefined) yield result;
    else yield { ...result, findings: result.findings.filter(({ code }) => code !== 'rows.unsorted') };
  }
}

type Take = (results: Iterable<ReadResult>) => void;

function taker({ audit, names, goOn }: Task, name: string, many = names.length > 1): Take {
  const named = many ? withFile(name) : (result: ReadResult) => result;
  return (results) => {
    goOn();
    for (const result of results) audit.take(named(result));
  };
}

/** Every row to the package. */
async function readWhole(task: Task, files: readonly Found[], database: Database): Promise<void> {
  const { audit, mapping, flags } = task;
  const heads = headsTold(task);
  for (const [place, file] of files.entries()) {
    const take = taker(task, file.name, files.length > 1);
    try {
      if (file.format === 'csv') await readText(file, take);
      else await readRows(file, place, take);
    } catch (error) {
      throw failureOf(error, file.name, flags);
    }
  }

  async function readText({ name, path }: Found, take: Take) {
    const text = textOnly(unpack(bytesOf(path)), name, mapping.encoding);
    const zone = flags.timeZone === undefined ? {} : { timeZone: flags.timeZone };
    const batches = readBatches(text, {
      ...{ format: 'csv' as const, mapping },
      ...zone,
      ...heads(),
      ...(task.rejects && { keepRows: true, onEncoding: encodingTold(task) }),
    });
    for await (const results of batches) take(results);
  }

  async function readRows(file: Found, place: number, take: Take) {
    const source = await sourceOf(file, mapping, place, database, encodingTold(task));
    const reader = rowReader(mapping, { ...factsOf(task, source), ...heads() });
    reader.header(source.header, source.table);
    const all = `SELECT n, ${source.told.join(', ')} FROM ${source.rows} ORDER BY n`;
    for await (const rows of database.stream(all)) {
      for (const row of rows) source.tell(reader, row);
      take(reader.take());
    }
    take(reader.end());
    for (const finding of reader.findings()) audit.note(finding, fileOf(task, files, file.name));
  }
}
