import { checkKeys } from '../audit/check-keys.ts';
import type { AuditReport } from '../audit/report.ts';
import type { Locale } from '../explain/words.ts';
import { checkReport } from './check-report.ts';
import { cutTo } from './cut-to.ts';
import { notesFor, type Section, type Tone, type ToneCell } from './section.ts';
import { sectionsOf } from './sections.ts';
import { type Cell, headsWithin, layTable, type Paint } from './table.ts';
import { wordsOf } from './words.ts';
import { wrap } from './wrap.ts';

/** The language, the zone and the terminal that the text is for. */
export interface TextOptions {
  /** Default `en`. */
  readonly locale?: Locale;
  /** Columns of the terminal (default 100, at least 40). */
  readonly width?: number;
  /** The zone in which instants are printed (default: the report's own). */
  readonly timeZone?: string;
  /** ANSI colours (default none). */
  readonly color?: boolean;
}

const NARROWEST = 40;

const codes = { good: 32, bad: 31, dim: 2, bold: 1 };

/**
 * The report as text for a terminal: aligned also where characters are two columns wide, and no wider than `width`
 * where that is possible.
 *
 * Control characters and escape sequences of the data don't reach the terminal.
 *
 * @param report - As `audit` returns it, or its JSON.
 * @throws AuditError `audit.report` for anything else, `audit.option` for a locale that isn't known, `audit.unknown-key`
 * @example
 * renderText(report).split('\n')[1] // => 'As of     2026-08-01 00:00 (Asia/Shanghai)'
 */
export function renderText(report: AuditReport, options: TextOptions = {}): string {
  checkReport(report);
  checkKeys(options, { locale: true, width: true, timeZone: true, color: true });
  const { locale = 'en', timeZone = report.timeZone ?? 'UTC', color = false } = options;
  const width = Math.max(NARROWEST, options.width ?? 100);
  const words = wordsOf(locale);
  const sections = sectionsOf(report, { locale, words, timeZone, width });
  return `${sections.map((section) => sectionLines(section, width, brushes(color)).join('\n')).join('\n\n')}\n`;
}

type Brushes = Readonly<Record<Tone | 'bold', Paint>>;

function brushes(color: boolean): Brushes {
  const brush =
    (code: number): Paint =>
    (text) =>
      color ? `\u001b[${code}m${text}\u001b[0m` : text;
  return { good: brush(codes.good), bad: brush(codes.bad), dim: brush(codes.dim), bold: brush(codes.bold) };
}

function sectionLines(section: Section, width: number, paint: Brushes): string[] {
  const { title, table, alarm } = section;
  const heads = table === undefined ? [] : headsWithin(table.columns, cellsOf(table, paint), width);
  const head = title === undefined ? [] : [paint.bold(cutTo(title, width))];
  const body = table === undefined ? [] : tableLines(table, width, paint);
  const foot = notesFor(section, heads)
    .flatMap((note) => wrap(note, width))
    .map((line) => (alarm ? paint.bad : paint.dim)(line));
  return [...head, ...body, ...foot];
}

function tableLines(table: NonNullable<Section['table']>, width: number, paint: Brushes): string[] {
  const lines = layTable(table.columns, cellsOf(table, paint), width, paint.dim);
  return table.columns.every(({ head }) => head === '') ? lines.slice(1) : lines;
}

function cellsOf({ rows }: NonNullable<Section['table']>, paint: Brushes): Cell[][] {
  const cellOf = ({ text, tone }: ToneCell): Cell =>
    tone === undefined ? text : { text, paint: paint[tone] };
  return rows.map((row) => row.map(cellOf));
}
