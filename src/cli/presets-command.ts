import type { Policy } from '../policy/types.ts';
import { presets } from '../presets/index.ts';
import { localText } from '../report/format.ts';
import type { Locale } from '../report/index.ts';
import { layTable } from '../report/table.ts';
import { wordsOf } from '../report/words.ts';
import { type ExitStatus, exitStatus } from './cli-error.ts';
import type { Io } from './io.ts';
import { localeOf } from './locale-of.ts';
import { lookUp } from './named.ts';

export interface PresetsFlags {
  readonly json?: boolean;
  readonly lang?: Locale;
}

const bare = (text: string) => text;

/** `duly presets`: the presets there are, or the standards and KPIs of one; `--json` prints its document. */
export function presetsCommand(id: string | undefined, { json, lang }: PresetsFlags, io: Io): ExitStatus {
  const locale = localeOf(lang, io.env);
  if (id === undefined) {
    io.stdout.write(json ? toJson(Object.keys(presets)) : listAll(locale, widthOf(io)));
    return exitStatus.done;
  }
  const policy = lookUp<Policy>(presets, id, 'preset');
  io.stdout.write(json ? toJson(policy) : listParts(policy, locale, widthOf(io)));
  return exitStatus.done;
}

const toJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
const widthOf = ({ stdout, env }: Io) => stdout.columns ?? (Number(env.COLUMNS) || 100);

function listAll(locale: Locale, width: number): string {
  const rows = Object.entries<Policy>(presets).map(([id, policy]) => [
    id,
    policy.version,
    localText(policy.title, locale),
  ]);
  return tableText(
    [{ head: 'id' }, { head: 'version' }, { head: wordsOf(locale).title, min: 20 }],
    rows,
    width,
  );
}

function listParts(
  { id, version, title, standards, kpis = [] }: Policy,
  locale: Locale,
  width: number,
): string {
  const words = wordsOf(locale);
  const cells = (part: Policy['standards'][number] | NonNullable<Policy['kpis']>[number], kind: string) => [
    part.row ?? '',
    part.id,
    kind,
    localText(part.title, locale),
    localText(part.clause, locale),
  ];
  const rows = [
    ...standards.map((standard) => cells(standard, standard.kind)),
    ...kpis.map((kpi) => cells(kpi, kpi.goal === undefined ? kpi.measure : `${kpi.measure} ${kpi.goal}`)),
  ];
  const columns = [
    { head: '#' },
    { head: 'id', min: 16 },
    { head: words.kind, min: 10 },
    { head: words.title, min: 16 },
    { head: words.clause, min: 8, spare: 1 },
  ];
  return `${id} ${version}  ${localText(title, locale)}\n\n${tableText(columns, rows, width)}`;
}

function tableText(
  columns: Parameters<typeof layTable>[0],
  rows: readonly string[][],
  width: number,
): string {
  return `${layTable(columns, rows, width, bare).join('\n')}\n`;
}
