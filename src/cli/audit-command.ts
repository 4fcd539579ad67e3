import { prepareJudge } from '../assess/judge.ts';
import type { OrganisationInput } from '../assess/organisation-log.ts';
import { auditWith, type OpenAudit } from '../audit/audit-with.ts';
import { combineVersions, listOf } from '../audit/combine-versions.ts';
import type { AuditRange } from '../audit/options.ts';
import type { AuditReport, RowBalance } from '../audit/report.ts';
import { timetableOf } from '../calendar/timetable-of.ts';
import { toEpochDay } from '../instant/civil.ts';
import type { CivilDate, EpochMs } from '../instant/types.ts';
import type { Policy, PolicyOrVersions } from '../policy/types.ts';
import type { Mapping } from '../readers/index.ts';
import { type Locale, renderText } from '../report/index.ts';
import type { AuditFlags } from './audit-flags.ts';
import { AuditOutputs, BREACHES_LISTED } from './audit-outputs.ts';
import { readAll } from './audit-reading.ts';
import { type Auditing, manyJobs, oneJob } from './auditing.ts';
import { checkOutputs } from './check-outputs.ts';
import { CliError, type ExitStatus, exitStatus } from './cli-error.ts';
import { readByDuckdb } from './duckdb/read-by-duckdb.ts';
import { instantArgument } from './instant-argument.ts';
import type { Io } from './io.ts';
import type { JobSetup } from './job-messages.ts';
import { JobPool } from './job-pool.ts';
import { loadKinds } from './load-kinds.ts';
import { loadMapping } from './load-mapping.ts';
import { loadOrganisation } from './load-organisation.ts';
import { loadPolicy } from './load-policy.ts';
import { localeOf } from './locale-of.ts';
import { isFileName } from './named.ts';
import { type Input, openInput } from './open-input.ts';
import { cliWords } from './words.ts';

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
  const byDuckdb = flags.engine === 'duckdb';
  if (flags.memory !== undefined && !byDuckdb) throw new CliError((words) => words.memoryOfEngine);
  const inputs = byDuckdb ? [] : await openAll(names, mapping, io);
  const locale = localeOf(flags.lang, io.env);
  const { newest, standards } = combineVersions(listOf(policy));
  const timeZone = timetableOf(newest.calendar).zone.name;
  const outputs = new AuditOutputs(flags, { cwd: io.cwd, stdout: io.stdout, standards, locale, timeZone });
  const { audit, auditing } = startAudit(
    policy,
    { ...flags, asOf, organisation, against, mapping, cwd: io.cwd },
    outputs,
  );
  try {
    const { rejects } = outputs;
    const failure = byDuckdb
      ? await readByDuckdb({ names, flags, audit, policy, mapping, asOf, locale, io, rejects })
      : await readAll({ auditing, inputs, mapping, flags, io, rejects });
    if (failure !== null && auditing.progress().cases.read === 0) throw failure;
    const report = completed(await auditing.report(), failure);
    if (!outputs.isPiped) print(report, { locale, timeZone, io });
    for (const line of outputs.commit(report)) {
      if (outputs.isPiped) io.stderr.write(`duly: ${line}\n`);
      else io.stdout.write(`${line}\n`);
    }
    if (failure !== null) throw failure;
    return flags.failOnMiss && tellMissed(report, locale, io) ? exitStatus.goalMissed : exitStatus.done;
  } finally {
    outputs.discard();
    await auditing.stop();
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
interface AuditRequest extends Omit<AuditFlags, 'asOf' | 'organisation' | 'against' | 'mapping'> {
  readonly asOf: EpochMs;
  readonly organisation: OrganisationInput | undefined;
  readonly against: PolicyOrVersions | undefined;
  readonly mapping: Mapping | undefined;
  readonly cwd: string;
}

function startAudit(
  policy: PolicyOrVersions,
  request: AuditRequest,
  outputs: AuditOutputs,
): { audit: OpenAudit; auditing: Auditing } {
  const { onVerdict, onReject } = outputs;
  const { asOf, organisation, against, duplicates = 'index' } = request;
  const task = { asOf, range: rangeOf(request), groupBy: request.groupBy ?? [] };
  const audit = auditWith(prepareJudge(policy), policy, {
    ...task,
    duplicates,
    ...(organisation && { organisation }),
    ...(against && { against }),
    ...(onVerdict && { onVerdict }),
    ...(onReject && { onReject }),
  });
  const jobs = jobsFor(request.jobs, [policy, against ?? []].flatMap(listOf));
  if (jobs === 1 || request.engine === 'duckdb') return { audit, auditing: oneJob(audit) };
  const { cwd, kinds, mapping, timeZone } = request;
  const asJson = (rules: PolicyOrVersions) => JSON.parse(JSON.stringify(rules)) as PolicyOrVersions;
  const setup: JobSetup = {
    ...{ cwd, kinds, mapping, timeZone, options: task, policy: asJson(policy) },
    against: against && asJson(against),
    breachesListed: onVerdict === undefined ? 0 : BREACHES_LISTED,
    rejects: onReject !== undefined,
  };
  const pool = new JobPool(setup, { jobs, duplicates, onReject });
  return { audit, auditing: manyJobs(audit, pool, outputs) };
}

const MOST_JOBS = 64;

function jobsFor(given: string | undefined, policies: readonly Policy[]): number {
  const jobs = Number(given ?? 1);
  if (!/^\d*$/.test(given ?? '1') || jobs < 1 || jobs > MOST_JOBS)
    throw new CliError((words) => words.noJobs(given ?? '', MOST_JOBS));
  // Repeats by key are found in the order of the input, of which a job sees only parts.
  return policies.some(({ kpis = [] }) => kpis.some(({ key }) => key !== undefined)) ? 1 : jobs;
}

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
