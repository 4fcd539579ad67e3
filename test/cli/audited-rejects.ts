import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, expect } from 'vitest';
import type { AuditReport } from '../../src/audit/report.ts';
import type { Mapping } from '../../src/readers/index.ts';
import { service } from '../audit/service.ts';
import { openTerminal, type Terminal } from './terminal.ts';

/** Opened before each test, with the policy in its folder; removed after it. */
export let terminal: Terminal;

beforeEach(() => {
  terminal = openTerminal();
  terminal.write('policy.json', service);
});

afterEach(() => terminal.remove());

interface Audited {
  readonly report: AuditReport;
  /** The file of rejects. */
  readonly text: string;
  readonly bytes: Buffer;
}

/** Audits files by a mapping, and gives the report and the file of rejects that it wrote. */
export async function audit(
  files: string | readonly string[],
  map: Mapping | null,
  out = 'r.csv',
): Promise<Audited> {
  if (map !== null) terminal.write('mapping.json', map);
  const { status, err } = await terminal.duly(
    ...['audit', ...[files].flat(), '--policy', './policy.json', '--json', 'report.json', '--rejects', out],
    ...(map === null ? [] : ['--mapping', './mapping.json']),
  );
  expect(err.replace(/^duly: \S+: (?:its only row was|all \d+ rows were) rejected\n/gm, '')).toBe('');
  expect(status).toBe(0);
  const bytes = readFileSync(join(terminal.folder, out));
  return { report: JSON.parse(terminal.read('report.json')) as AuditReport, text: bytes.toString(), bytes };
}

export const cellsOf = (text: string, delimiter = ',') =>
  parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true }) as string[][];

/** The records of a text with one a line. */
export const recordsIn = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
