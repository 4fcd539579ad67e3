import { Command, CommanderError, Option } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { DulyError } from '../errors/duly-error.ts';
import { periods } from '../kpi/types.ts';
import type { Locale } from '../report/index.ts';
import { safeText } from '../report/safe-text.ts';
import { dialectNames } from '../sql/dialect.ts';
import { auditCommand } from './audit-command.ts';
import type { AuditFlags } from './audit-flags.ts';
import { type CalendarFlags, calendarCommand } from './calendar-command.ts';
import { checkCommand } from './check-command.ts';
import { helpInChinese } from './chinese-help.ts';
import { CliError, type ExitStatus, exitStatus } from './cli-error.ts';
import { type DueFlags, dueCommand } from './due-command.ts';
import type { Io } from './io.ts';
import { localeOf } from './locale-of.ts';
import { type MapFlags, mapCommand } from './map-command.ts';
import { type PresetsFlags, presetsCommand } from './presets-command.ts';
import { type SqlFlags, sqlCommand } from './sql-command.ts';
import { type CliWords, cliWords } from './words.ts';

/** Runs the command line: prints to `io`, returns the exit status, throws only for faults of the program itself. */
export async function run(argv: readonly string[], io: Io): Promise<ExitStatus> {
  let status: ExitStatus = exitStatus.done;
  const locale = localeIn(argv, io.env);
  const words = cliWords(locale);
  const program = programOf(io, words, (end) => {
    status = end;
  });
  if (locale === 'zh-CN') helpInChinese(program);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.done : exitStatus.badUse;
    if (!(error instanceof CliError) && !(error instanceof DulyError)) throw error;
    const said = error instanceof CliError ? error.tell(words) : words.error(error);
    io.stderr.write(`duly: ${said.split('\n').map(safeText).join('\n')}\n`);
    return error instanceof CliError ? error.status : exitStatus.badUse;
  }
}

/**
 * The language of messages, the last one asked for; known before the arguments are parsed, which may be what a message is
 * about.
 */
function localeIn(argv: readonly string[], env: Io['env']): Locale {
  const text = argv.join('\n');
  const [, asked] = /^(?:.*\n)?--lang[\n=](zh-CN|en)(?:\n|$)/s.exec(text) ?? [];
  return localeOf(asked as Locale | undefined, env);
}

const ownKinds = () =>
  new Option('--kinds <module>', "a module that exports the policy's own kinds of standards");
const language = () => new Option('--lang <lang>', 'language of what is printed').choices(['zh-CN', 'en']);

function programOf(io: Io, words: CliWords, end: (status: ExitStatus) => void): Command {
  const program = new Command('duly')
    .description('Service promises: when each answer is due, whether it came in time, and why.')
    .version(manifest.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: (text, write) => {
        write(`duly: ${words.usage(text.replace(/^error: /, '').replace(/\n(?=.)/g, ' '))}`);
      },
    });
  addAudit(program, io, end);
  addDue(program, io, end);
  addCalendar(program, io, end);
  addCheck(program, io, end);
  addPresets(program, io, end);
  addMap(program, io, end);
  addSql(program, io, end);
  return program;
}

type End = (status: ExitStatus) => void;

function addAudit(program: Command, io: Io, end: End): void {
  program
    .command('audit')
    .description(
      'judge exported cases by a policy and report; FILE is .csv, .tsv, .xlsx, .ndjson, .jsonl or .json, or one of these and .gz; - is standard input, told by its first bytes',
    )
    .argument('<FILE...>')
    .requiredOption(
      '--policy <preset|file>',
      'a preset, or a policy or a list of its versions in a JSON file',
    )
    .option('--against <preset|file>', 'other rules to judge the same cases by, and list what differs')
    .addOption(ownKinds())
    .option('--mapping <name|file>', 'how rows become cases: a built-in mapping, or a JSON file')
    .option('--time-zone <zone>', 'the zone of local times in the files (default: the mapping says)')
    .option('--as-of <instant>', 'the moment of judgement, with offset (default: now, printed)')
    .option('--from <date>', 'only cases received from this date or instant on')
    .option('--to <date>', 'only cases received before this date or instant, which itself is not included')
    .option('--range-event <type>', 'the event that --from and --to are about (default: received)')
    .option('--group-by <attributes>', 'split every KPI by these attributes, separated by commas', listOf)
    .option(
      '--organisation <file>',
      "the organisation's own events and shifts as JSON, judged besides the cases",
    )
    .option(
      '--html <file>',
      'write the report as one HTML file, to be read and printed; - is standard output, for this or one of --json, --breaches, --rejects, in place of the printed report',
    )
    .option('--json <file>', 'write the report as JSON')
    .option('--breaches <file>', 'write the breaches as CSV, the worst first')
    .option(
      '--rejects <file>',
      'write rejected rows in the form in which they came, each with its line and the reason',
    )
    .addOption(
      new Option(
        '--engine <engine>',
        'who reads and judges: the package (default), or DuckDB as far as statements go, for .parquet and .csv, patterns such as 2026-*.parquet, and what is larger than memory',
      ).choices(['js', 'duckdb']),
    )
    .option('--memory <size>', 'memory that --engine duckdb may take, such as 4GB; more is kept on disk')
    .option('--jobs <n>', 'threads that share the work; the report is the same (default: 1)')
    .addOption(
      new Option(
        '--duplicates <mode>',
        'where an earlier row of the same id is looked for: anywhere, in the row before, nowhere (default: index)',
      ).choices(['index', 'adjacent', 'off']),
    )
    .addOption(language())
    .option('--fail-on-miss', 'exit with 1 if a goal was missed')
    .action(async (files: string[], flags: AuditFlags) => end(await auditCommand(files, flags, io)));
}

function addDue(program: Command, io: Io, end: End): void {
  program
    .command('due')
    .description('print when a limit ends, and how it was counted')
    .requiredOption('--from <instant>', 'the start; without offset it is local time of the calendar')
    .requiredOption('--within <limit>', 'such as "5 working days"')
    .requiredOption(
      '--calendar <china|country|file>',
      'china: 09:00-18:00 with the official holidays; a country such as DE or DE-BY: the same with its public holidays (needs the package date-holidays); or a JSON specification',
    )
    .option('--time-zone <zone>', 'for a country that has several')
    .option('--counting <name>', 'the counting convention (default: standard)')
    .addOption(language())
    .action(async (flags: DueFlags) => end(await dueCommand(flags, io)));
}

function addCalendar(program: Command, io: Io, end: End): void {
  program
    .command('calendar')
    .description('show a year: days off, make-up working days, and up to when the holidays are published')
    .argument('<china|country|file>', 'as for due')
    .argument('<year>', 'from 1970 to 2199')
    .option('--time-zone <zone>', 'for a country that has several')
    .addOption(language())
    .action(async (name: string, year: string, flags: CalendarFlags) =>
      end(await calendarCommand(name, year, flags, io)),
    );
}

function addCheck(program: Command, io: Io, end: End): void {
  program
    .command('check')
    .description(
      'check a policy, or a list of its versions: everything that is wrong with it, and what is most likely not meant',
    )
    .argument('<FILE>')
    .addOption(ownKinds())
    .addOption(language())
    .action(async (file: string, flags: { kinds?: string; lang?: Locale }) =>
      end(await checkCommand(file, flags, io)),
    );
}

function addPresets(program: Command, io: Io, end: End): void {
  program
    .command('presets')
    .description('list the presets, or what one of them promises')
    .argument('[ID]')
    .option('--json', 'print it as JSON, ready to be edited')
    .option('--markdown', 'print what it promises as Markdown; all of them without an ID')
    .addOption(language())
    .action((id: string | undefined, flags: PresetsFlags) => end(presetsCommand(id, flags, io)));
}

function addMap(program: Command, io: Io, end: End): void {
  program
    .command('map')
    .description('propose a mapping for an export from its columns, and show what it makes of the first rows')
    .argument('<FILE>', 'as for audit')
    .option('--time-zone <zone>', 'the zone of local times in the file')
    .option('--encoding <label>', 'such as gb18030 (default: found out)')
    .option('--sheet <name|number>', 'of a workbook (default: the first)')
    .option('--json', 'print the mapping alone, ready to be edited')
    .addOption(language())
    .action(async (file: string, flags: MapFlags) => end(await mapCommand(file, flags, io)));
}

function addSql(program: Command, io: Io, end: End): void {
  program
    .command('sql')
    .description(
      'print the statements that judge the cases of a warehouse, in the order in which they are run',
    )
    .requiredOption('--policy <preset|file>', 'as for audit')
    .addOption(new Option('--dialect <engine>', 'whose SQL').choices(dialectNames).makeOptionMandatory())
    .option(
      '--tables <file>',
      'where cases and events are, as JSON (default: tables called cases and events)',
    )
    .option('--as-of <instant>', 'the moment of judgement, with offset (default: now)')
    .option('--standards <ids>', 'only these standards, separated by commas', listOf)
    .option('--group-by <attributes>', 'split every KPI by these attributes, separated by commas', listOf)
    .addOption(
      new Option('--period <period>', "count KPIs by it, instead of each one's own").choices(periods),
    )
    .addOption(ownKinds())
    .addOption(language())
    .action(async (flags: SqlFlags) => end(await sqlCommand(flags, io)));
}

function listOf(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
