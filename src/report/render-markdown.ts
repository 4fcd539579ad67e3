import type { AuditReport } from '../audit/report.ts';
import type { Locale } from '../explain/words.ts';
import type { Section, ToneCell } from './section.ts';
import { sectionsOf } from './sections.ts';
import { wordsOf } from './words.ts';

export interface MarkdownOptions {
  /** Default `en`. */
  readonly locale?: Locale;
  /** The zone in which instants are printed (default UTC). */
  readonly timeZone?: string;
}

/**
 * The report as Markdown (GitHub's tables), for a wiki, an e-mail or a pull request.
 *
 * Text from data is escaped: it makes no markup, no HTML and no link.
 *
 * @param report - As `audit` returns it, or its JSON.
 * @example
 * renderMarkdown(report, { locale: 'zh-CN' }).split('\n')[0] // => '# 审计依据 acme-service 2026-07'
 */
export function renderMarkdown(
  report: AuditReport,
  { locale = 'en', timeZone = 'UTC' }: MarkdownOptions = {},
): string {
  const words = wordsOf(locale);
  const [head, ...sections] = sectionsOf(report, { locale, words, timeZone, width: null });
  const title = `# ${escapeMarkdown(`${words.audit} ${report.policy.map(({ id, version }) => `${id} ${version}`).join(', ')}`)}`;
  const parts = [title, ...headLines(head as Section), ...sections.flatMap(sectionParts)];
  return `${parts.join('\n\n')}\n`;
}

/** The first section has no column heads: each row is a name and a text. The first of them is in the title already. */
function headLines({ table, notes = [] }: Section): string[] {
  const [, ...rows] = table?.rows ?? [];
  const list = rows.map(([name, text]) => `- ${cellText(name)}: ${cellText(text)}`).join('\n');
  return [list, ...notes.map((note) => `**${escapeMarkdown(note)}**`)];
}

function sectionParts({ title, table, notes = [] }: Section): string[] {
  const head = title === undefined ? [] : [`## ${escapeMarkdown(title)}`];
  return [...head, ...(table === undefined ? [] : [tableText(table)]), ...notes.map(escapeMarkdown)];
}

function tableText({ columns, rows }: NonNullable<Section['table']>): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(({ head }) => escapeMarkdown(head.trim()))),
    line(columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
    ...rows.map((row) => line(row.map(cellText))),
  ].join('\n');
}

function cellText(cell: ToneCell | undefined): string {
  const text = escapeMarkdown(cell?.text.trim() ?? '');
  return cell?.tone === 'bad' && text !== '' ? `**${text}**` : text;
}

/** Everything that could begin markup, HTML, an autolink or a mention. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]#|~$]/g, '\\$&')
    .replace(/:\/\//g, ':\u2060//')
    .replace(/\bwww\./gi, '$&\u2060')
    .replace(/@/g, '@\u2060');
}
