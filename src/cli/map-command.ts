import type { ReadResult } from '../case/types.ts';
import { findZone } from '../instant/zone.ts';
import { type Proposal, proposeMapping } from '../readers/index.ts';
import type { Locale } from '../report/index.ts';
import { safeText } from '../report/safe-text.ts';
import { CliError, type ExitStatus, exitStatus } from './cli-error.ts';
import type { Io } from './io.ts';
import { localeOf } from './locale-of.ts';
import { inputError, openInput } from './open-input.ts';
import { type CliWords, cliWords } from './words.ts';

export interface MapFlags {
  readonly timeZone?: string;
  readonly encoding?: string;
  readonly sheet?: string;
  readonly json?: boolean;
  readonly lang?: Locale;
}

/** `duly map`: the mapping that a file suggests, what can't be told, and what it makes of the first rows. */
export async function mapCommand(name: string, flags: MapFlags, io: Io): Promise<ExitStatus> {
  const input = await openInput(name, io);
  const { timeZone, encoding, sheet } = flags;
  if (timeZone !== undefined && findZone(timeZone) === undefined)
    throw new CliError((words) => words.noZone(timeZone));
  const proposal = await proposeMapping(input.open(), {
    format: input.format,
    ...(timeZone !== undefined && { timeZone }),
    ...(encoding !== undefined && { encoding }),
    ...(sheet !== undefined && { sheet: /^\d+$/.test(sheet) ? Number(sheet) : sheet }),
  }).catch((error: unknown) => {
    throw inputError(input.name, error);
  });
  const json = `${JSON.stringify(proposal.mapping, null, 2)}\n`;
  const words = cliWords(localeOf(flags.lang, io.env));
  io.stdout.write(flags.json ? json : `${tell(proposal, json, words)}\n`);
  if (flags.json) for (const note of notesOf(proposal, words)) io.stderr.write(`duly: ${note}\n`);
  return exitStatus.done;
}

function tell(proposal: Proposal, json: string, words: CliWords): string {
  const { basis, sample } = proposal;
  const notes = notesOf(proposal, words).map((note) => `- ${note}`);
  return [
    basis === null ? words.mapFromNames : words.mapFromKnown(basis),
    json,
    ...(notes.length === 0 ? [] : [words.mapNotes, ...notes, '']),
    sample.length === 0 ? words.mapNoSample : words.mapSample,
    ...sample.map((result) => safeText(resultText(result, words))),
  ].join('\n');
}

const notesOf = ({ notes }: Proposal, words: CliWords) => notes.map((note) => safeText(words.mapNote(note)));

/** One case with its attributes and the instants of its events, or the reject. */
function resultText(result: ReadResult, words: CliWords): string {
  if (!result.ok)
    return `  ${words.mapReject(result.reject.line, result.reject.code)}: ${result.reject.message}`;
  const { id, events, ...attributes } = result.case;
  const said = Object.entries(attributes).map(([name, value]) => `${name}=${String(value)}`);
  const when = events.map(({ type, at }) => `${type} ${new Date(at as number).toISOString()}`);
  return `  ${id}: ${[...said, ...when].join(', ')}`;
}
