import type { Policy } from '../policy/types.ts';
import { escapeMarkdown } from '../report/escape-markdown.ts';
import { localText } from '../report/format.ts';
import type { Locale } from '../report/index.ts';
import { partHeads } from './part-heads.ts';
import { partRows } from './part-rows.ts';
import { cliWords } from './words.ts';

/** What presets promise, part by part, as Markdown: for a wiki, and for the README of the presets. */
export function presetsMarkdown(policies: readonly Policy[], locale: Locale): string {
  const { presets, presetsIntro, weights } = cliWords(locale);
  const sections = policies.map((policy) => presetMarkdown(policy, locale));
  return `${[`# ${presets}`, presetsIntro, escapeMarkdown(weights), ...sections].join('\n\n')}\n`;
}

function presetMarkdown(policy: Policy, locale: Locale): string {
  const { row, id, kind, promise, clause, weight, note } = partHeads(locale);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const heads = [row, id, kind, promise, clause, weight, note];
  const rows = partRows(policy, locale).map((part) => {
    const told = [part.title, part.promise].filter((text) => text !== '').map(escapeMarkdown);
    const plain = [part.clause, part.weight, part.note].map(escapeMarkdown);
    return line([part.row, `\`${part.id}\``, escapeMarkdown(part.kind), told.join('<br>'), ...plain]);
  });
  const title = `## \`${policy.id}\` ${escapeMarkdown(localText(policy.title, locale))}`;
  return [title, [line(heads.map(escapeMarkdown)), line(heads.map(() => '---')), ...rows].join('\n')].join(
    '\n\n',
  );
}
