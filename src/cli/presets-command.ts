import type { Policy } from '../policy/types.ts';
import { presets } from '../presets/index.ts';
import { localText } from '../report/format.ts';
import type { Locale } from '../report/index.ts';
import { layTable } from '../report/table.ts';
import { wordsOf } from '../report/words.ts';
import { wrap } from '../report/wrap.ts';
import { type ExitStatus, exitStatus } from './cli-error.ts';
import type { Io } from './io.ts';
import { localeOf } from './locale-of.ts';
import { lookUp } from './named.ts';
import { partHeads } from './part-heads.ts';
import { partRows } from './part-rows.ts';
import { presetsMarkdown } from './presets-markdown.ts';
import { cliWords } from './words.ts';
import { layWrappedTable } from './wrapped-table.ts';

export interface PresetsFlags {
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly lang?: Locale;
}

const bare = (text: string) => text;

/**
 * `duly presets`: the presets there are, or what one promises, part by part; `--json` prints its document, `--markdown`
 * its table, or those of all.
 */
export function presetsCommand(
  id: string | undefined,
  { json, markdown, lang }: PresetsFlags,
  io: Io,
): ExitStatus {
  const locale = localeOf(lang, io.env);
  const policy = id === undefined ? undefined : lookUp<Policy>(presets, id, 'preset');
  const print = (text: string) => io.stdout.write(text);
  if (json) print(toJson(policy ?? Object.keys(presets)));
  else if (markdown) print(presetsMarkdown(policy ? [policy] : Object.values(presets), locale));
  else print(policy ? listParts(policy, locale, widthOf(io)) : listAll(locale, widthOf(io)));
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
  const columns = [{ head: 'id' }, { head: 'version' }, { head: wordsOf(locale).title, min: 20 }];
  return `${layTable(columns, rows, width, bare).join('\n')}\n`;
}

function listParts(policy: Policy, locale: Locale, width: number): string {
  const { id, version, title } = policy;
  const heads = partHeads(locale);
  const columns = [
    { head: heads.row },
    { head: heads.kind },
    { head: heads.promise, share: 5 },
    { head: heads.clause, share: 1 },
    { head: heads.weight },
    { head: heads.note, share: 3 },
  ];
  const rows = partRows(policy, locale).map((part) => [
    part.row,
    part.kind,
    [part.title, part.promise, part.id].join('\n'),
    part.clause,
    part.weight,
    part.note,
  ]);
  const lines = layWrappedTable(columns, rows, width);
  const remark = wrap(cliWords(locale).weights, width);
  return `${[`${id} ${version}  ${localText(title, locale)}`, '', ...lines, ...remark].join('\n')}\n`;
}
