import type { OrganisationInput } from '../assess/organisation-log.ts';
import type { Audit } from '../audit/audit-with.ts';
import { combineVersions } from '../audit/combine-versions.ts';
import { createAudit } from '../audit/create-audit.ts';
import type { AuditRange } from '../audit/options.ts';
import type { AuditReport, RowBalance } from '../audit/report.ts';
import { timetableOf } from '../calendar/timetable-of.ts';
import type { ReadResult } from '../case/types.ts';
import { DulyError } from '../errors/duly-error.ts';
import { toEpochDay } from '../instant/civil.ts';
import type { CivilDate, EpochMs } from '../instant/types.ts';
import type { Policy, PolicyOrVersions } from '../policy/types.ts';
import { type Mapping, readCases } from '../readers/index.ts';
import { unpack } from '../readers/unpack.ts';
import { type Locale, renderText } from '../report/index.ts';
import { AuditOutputs, type OutputPaths } from './audit-outputs.ts';
import { checkOutputs } from './check-outputs.ts';
import { CliError, type ExitStatus, exitStatus } from './cli-error.ts';
import { instantArgument } from './instant-argument.ts';
import { createInterrupt, type Interrupt, Interrupted, interruptible } from './interruptible.ts';
import type { Io } from './io.ts';
import { loadKinds } from './load-kinds.ts';
import { loadMapping } from './load-mapping.ts';
import { loadOrganisation } from './load-organisation.ts';
import { loadPolicy } from './load-policy.ts';
import { localeOf } from './locale-of.ts';
import { isFileName } from './named.ts';
import { type Input, openInput } from './open-input.ts';
import { showProgress } from './progress.ts';
import { textOnly } from './text-only.ts';
import { cliWords } from './words.ts';

/** The options of `duly audit` as they were typed. */
export interface AuditFlags extends OutputPaths {
  readonly policy: string;
  readonly kinds?: string;
  readonly mapping?: string;
  readonly timeZone?: string;
  readonly asOf?: string;
  readonly from?: string;
  readonly to?: string;
  readonly rangeEvent?: string;
  readonly groupBy?: readonly string[];
  readonly organisation?: string;
  readonly against?: string;
  readonly lang?: Locale;
  readonly failOnMiss?: boolean;
}

/** Rows between two looks at the clock. */
const STRIDE = 512;

/** `duly audit`: reads the files, prints the report and writes what was asked for. */
export async function auditCommand(names: readonly string[], flags: AuditFlags, io: Io): Promise<ExitStatus> {
  const kinds = await loadKinds(flags.kinds, io.cwd);
  const policy = await loadPolicy(flags.policy, io.cwd, kinds);
  const against = flags.against === undefined ? undefined : await loadPolicy(flags.against, io.cwd, kinds);
  const mapping = flags.mapping === undefined ? undefined : await loadMapping(flags.mapping, io.cwd);
  checkOutputs(flags, filesRead(names, flags), io.cwd);
  const asOf = flags.asOf === undefined ? io.now() : instantArgument(flags.asOf, '--as-of');
  const organisation =
    flags.organisation === undefined ? undefined : await loadOrganisation(flags.organisation, io.cwd, asOf);
  const inputs = await openAll(names, mapping, io);
  const locale = localeOf(flags.lang, io.env);
  const { newest, standards } = combineVersions(policy);
  const timeZone = timetableOf(newest.calendar).zone.name;
  const outputs = new AuditOutputs(flags, {
    ...{ cwd: io.cwd, standards, locale, timeZone },
    input: inputs.length === 1 ? (inputs[0] as Input).name : '',
  });
  try {
    const audit = startAudit(policy, { ...flags, asOf, organisation, against }, outputs);
    const failure = await readAll({ audit, inputs, mapping, flags, io });
    if (failure !== null && audit.progress().cases.read === 0) throw failure;
    const report = completed(audit.report(), failure);
    print(report, { locale, timeZone, io });
    for (const line of outputs.commit(report)) io.stdout.write(`${line}\n`);
    if (failure !== null) throw failure;
    return flags.failOnMiss && tellMissed(report, locale, io) ? exitStatus.goalMissed : exitStatus.done;
  } finally {
    outputs.discard();
  }
}

async function openAll(names: readonly string[], mapping: Mapping | undefined, io: Io): Promise<Input[]> {
  const inputs = await Promise.all(names.map((name) => openInput(name, io)));
  const needy = inputs.find(({ format }) => format === 'csv' || format === 'xlsx');
  if (needy !== undefined && mapping === undefined) {
    throw new CliError((words) => words.mappingNeeded(needy.name));
  }
  return inputs;
}

function filesRead(
  names: readonly string[],
  { policy, against, mapping, kinds, organisation }: AuditFlags,
): string[] {
  const documents = [policy, against, mapping].filter((name) => name !== undefined && isFileName(name));
  return [...names.filter((name) => name !== '-'), ...documents, kinds, organisation].filter(
    (name) => name !== undefined,
  );
}

/** What was asked for, read. */
interface AuditRequest extends Omit<AuditFlags, 'asOf' | 'organisation' | 'against'> {
  readonly asOf: EpochMs;
  readonly organisation: OrganisationInput | undefined;
  readonly against: readonly Policy[] | undefined;
}

function startAudit(policy: readonly Policy[], flags: AuditRequest, outputs: AuditOutputs): Audit {
  const { onVerdict, onReject } = outputs;
  const { asOf, organisation, against } = flags;
  return createAudit(ruleOf(policy), {
    asOf,
    ...(organisation && { organisation }),
    ...(against && { against: ruleOf(against) }),
    range: rangeOf(flags),
    groupBy: flags.groupBy ?? [],
    ...(onVerdict && { onVerdict }),
    ...(onReject && { onReject }),
  });
}

/** A lone policy judges every case, whatever the dates it is in force. */
const ruleOf = (versions: readonly Policy[]): PolicyOrVersions =>
  versions.length === 1 ? (versions[0] as Policy) : versions;

function rangeOf({ from, to, rangeEvent }: Pick<AuditFlags, 'from' | 'to' | 'rangeEvent'>): AuditRange {
  if (rangeEvent !== undefined && from === undefined && to === undefined)
    throw new CliError((words) => words.rangeEvent);
  return {
    ...(from !== undefined && { from: dateOrInstant(from, '--from') }),
    ...(to !== undefined && { to: dateOrInstant(to, '--to') }),
    ...(rangeEvent !== undefined && { event: rangeEvent }),
  };
}

/** Checked here so that an error names the option; a date stays one, since its zone is the policy's. */
function dateOrInstant(text: string, option: string): CivilDate | EpochMs {
  if (!/^\d+-\d+-\d+$/.test(text)) return instantArgument(text, option);
  toEpochDay(text, [option]);
  return text as CivilDate;
}

interface Reading {
  readonly audit: Audit;
  readonly inputs: readonly Input[];
  readonly mapping: Mapping | undefined;
  readonly flags: AuditFlags;
  readonly io: Io;
}

/** Reads every input into the audit; returns what stopped it early, or null. */
async function readAll(reading: Reading): Promise<Error | null> {
  const { audit, inputs, io } = reading;
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
    const { cases, rows } = audit.progress();
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
    if (error instanceof CliError) return error;
    throw error;
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

async function readOne(
  input: Input,
  { audit, inputs, mapping, flags, io }: Reading,
  watch: Watch,
): Promise<void> {
  const { interrupt, state, tell } = watch;
  const { timeZone } = flags;
  const before = audit.progress().rows;
  const bytes = interruptible(input.open(), interrupt, (count) => {
    state.bytes += count;
  });
  const unpacked = unpack(bytes);
  const source = input.format === 'xlsx' ? unpacked : textOnly(unpacked, input.name, mapping?.encoding);
  const results = readCases(source, {
    format: input.format,
    ...(mapping && { mapping }),
    ...(timeZone !== undefined && { timeZone }),
    ...((input.format === 'csv' || input.format === 'xlsx') && {
      ...(state.columns && { columns: state.columns }),
      onColumns: (columns) => {
        state.columns ??= columns;
      },
    }),
  });
  const severalFiles = inputs.length > 1;
  let read = 0;
  for await (const result of results) {
    audit.add(severalFiles ? withFile(result, input.name) : result);
    read += 1;
    if (read % STRIDE === 0) tell();
    if (interrupt.happened) throw new Interrupted();
  }
  const rejected = rejectedIfAll(before, audit.progress().rows);
  const words = cliWords(localeOf(flags.lang, io.env));
  if (rejected > 0) io.stderr.write(`duly: ${words.within(input.name, words.allRejected(rejected))}\n`);
}

/** How many rows came since, if every one of them was rejected, else 0. */
function rejectedIfAll(before: RowBalance | null, after: RowBalance | null): number {
  if (after === null) return 0;
  const read = after.read - (before?.read ?? 0);
  return read === after.rejected - (before?.rejected ?? 0) ? read : 0;
}

function withFile(result: ReadResult, file: string): ReadResult {
  return result.ok ? { ...result, file } : { ...result, reject: { ...result.reject, file } };
}

/** What a mapping and the header of a file disagree about: the message needs both names, the path is a key of the mapping. */
const ofMapping: readonly string[] = [
  'reader.unknown-column',
  'reader.repeated-column',
  'reader.no-time-zone',
  'reader.no-sheet',
];

/** What stopped the reading, with the status it stands for; anything that isn't ours is a fault of the program. */
function failureOf(error: unknown, input: string, { mapping }: AuditFlags): Error {
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

const noRows: RowBalance = { read: 0, used: 0, rejected: 0, duplicate: 0 };

/** Files have rows even where there are none in them. */
function completed(report: AuditReport, failure: Error | null): AuditReport {
  const rows = report.rows ?? noRows;
  return failure === null ? { ...report, rows } : { ...report, rows, partial: true };
}

function print(
  report: AuditReport,
  { locale, timeZone, io }: { locale: Locale; timeZone: string; io: Io },
): void {
  const { stdout, env } = io;
  const width = stdout.columns ?? (Number(env.COLUMNS) || 100);
  const color = stdout.isTTY === true && !env.NO_COLOR;
  stdout.write(`${renderText(report, { locale, timeZone, width, color })}\n`);
}

function tellMissed(report: AuditReport, locale: Locale, io: Io): boolean {
  const missed = report.kpis.filter(({ met }) => met === false);
  const names = [...new Set(missed.map(({ id }) => id))].join(', ');
  if (missed.length > 0) io.stderr.write(`duly: ${cliWords(locale).goalsMissed(missed.length, names)}\n`);
  return missed.length > 0;
}
