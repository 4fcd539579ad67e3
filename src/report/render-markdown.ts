import { checkKeys } from '../audit/check-keys.ts';
import type { AuditReport } from '../audit/report.ts';
import type { Locale } from '../explain/words.ts';
import { checkReport } from './check-report.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { notesFor, type Section, type ToneCell } from './section.ts';
import { sectionsOf } from './sections.ts';
import { wordsOf } from './words.ts';

/** The language and the zone of the text. */
export interface MarkdownOptions {
  /** Default `en`. */
  readonly locale?: Locale;
  /** The zone in which instants are printed (default: the report's own). */
  readonly timeZone?: string;
}

/**
 * The report as Markdown (GitHub's tables), for a wiki, an e-mail or a pull request.
 *
 * Text from data is escaped: it makes no markup, no HTML and no link.
 *
 * @param report - As `audit` returns it, or its JSON.
 * @throws AuditError `audit.report` for anything else, `audit.option` for a locale that isn't known, `audit.unknown-key`
 * @example
 * renderMarkdown(report, { locale: 'zh-CN' }).split('\n')[0] // => '# 审计依据 acme-service 2026-07'
 */
export function renderMarkdown(report: AuditReport, options: MarkdownOptions = {}): string {
  checkReport(report);
  checkKeys(options, { locale: true, timeZone: true });
  const { locale = 'en', timeZone = report.timeZone ?? 'UTC' } = options;
  const words = wordsOf(locale);
  const [head, ...sections] = sectionsOf(report, { locale, words, timeZone, width: null });
  const title = `# ${escapeMarkdown(`${words.audit} ${report.policy.map(({ id, version }) => `${id} ${version}`).join(', ')}`)}`;
  const parts = [title, ...headLines(head as Section), ...sections.flatMap(sectionParts)];
  return `${parts.join('\n\n')}\n`;
}

/** The first section has no column heads: each row is a name and a text. The first of them is in the title already. */
function headLines(section: Section): string[] {
  const [, ...rows] = section.table?.rows ?? [];
  const list = rows.map(([name, text]) => `- ${cellText(name)}: ${cellText(text)}`).join('\n');
  return [list, ...notesFor(section, []).map((note) => `**${escapeMarkdown(note)}**`)];
}

function sectionParts(section: Section): string[] {
  const { title, table } = section;
  const heads = table?.columns.map(({ head }) => head) ?? [];
  const head = title === undefined ? [] : [`## ${escapeMarkdown(title)}`];
  return [
    ...head,
    ...(table === undefined ? [] : [tableText(table)]),
    ...notesFor(section, heads).map(escapeMarkdown),
  ];
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
