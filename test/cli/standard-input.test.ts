import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { service } from '../audit/service.ts';
import { inPieces } from '../readers/support.ts';
import { openTerminal, type Terminal } from './terminal.ts';

const mapping = {
  rows: 'case',
  timeZone: 'Asia/Shanghai',
  id: 'No',
  attributes: { kind: { value: 'inquiry' } },
  events: { received: { column: 'Opened', format: 'yyyy-MM-dd HH:mm' } },
};
const records = [1, 2].map((No) => ({ No, Opened: '2026-03-02 10:00' }));
const lines = records.map((record) => JSON.stringify(record)).join('\n');

let terminal: Terminal;
beforeEach(() => {
  terminal = openTerminal();
  terminal.write('policy.json', service);
  terminal.write('mapping.json', mapping);
});
afterEach(() => terminal.remove());

const audit = (bytes: Uint8Array, mappingFile = './mapping.json') =>
  terminal.dulyWith(
    { stdin: inPieces(bytes, [3, 50, 4000]) },
    ...['audit', '-', '--policy', './policy.json', '--mapping', mappingFile],
  );
const bytes = (text: string) => new TextEncoder().encode(text);

describe('duly audit - tells by its first bytes what standard input holds', () => {
  it.each([
    ['CSV', bytes('No,Opened\n1,2026-03-02 10:00\n2,2026-03-02 10:00\n')],
    [
      'CSV whose first name stands in brackets',
      bytes('[No],No,Opened\n,1,2026-03-02 10:00\n,2,2026-03-02 10:00\n'),
    ],
    ['NDJSON', bytes(lines)],
    ['NDJSON behind a byte order mark and an empty line', bytes(`\ufeff\n${lines}\n`)],
    ['a JSON list', bytes(JSON.stringify(records))],
    ['an indented JSON list', bytes(JSON.stringify(records, null, 2))],
    ['CSV packed with gzip', gzipSync('No,Opened\n1,2026-03-02 10:00\n2,2026-03-02 10:00\n')],
    ['NDJSON packed with gzip', gzipSync(lines)],
  ])('%s', async (_, stdin) => {
    const { status, out, err } = await audit(stdin);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('Rows      2 read = 2 used + 0 rejected + 0 duplicate');
  });

  it('one indented JSON document', async () => {
    const { out } = await audit(bytes(JSON.stringify(records[0], null, 2)));
    expect(out).toContain('Rows      1 read = 1 used + 0 rejected + 0 duplicate');
  });

  it('a workbook', async () => {
    terminal.write('sheet.json', {
      ...{ rows: 'case', timeZone: 'Asia/Shanghai', sheet: '工单', headerRow: 4, id: '工单编号' },
      attributes: { kind: { value: 'inquiry' } },
      events: { received: { column: '受理时间', format: ['yyyy-MM-dd HH:mm:ss', 'yyyy/M/d H:mm'] } },
    });
    const workbook = readFileSync(new URL('../readers/data/tickets.xlsx', import.meta.url));
    const { out } = await audit(workbook, './sheet.json');
    expect(out).toContain('Rows      7 read = 6 used + 1 rejected + 0 duplicate');
  });

  it('nothing at all: an empty input has no header', async () => {
    const { status, err } = await audit(new Uint8Array());
    expect(status).toBe(3);
    expect(err).toBe('duly: standard input: the input ends before its header in row 1\n');
  });

  it('gzip that is cut off within its first bytes', async () => {
    const { status, err } = await audit(gzipSync(lines).subarray(0, 15));
    expect(status).toBe(3);
    expect(err).toMatch(/^duly: standard input: .*can't be unpacked: unexpected end of file\n$/);
  });

  it('for duly map as well', async () => {
    const { out } = await terminal.dulyWith({ stdin: inPieces(bytes(lines), [9]) }, 'map', '-', '--json');
    expect(JSON.parse(out)).toMatchObject({ rows: 'case', id: 'No' });
  });
});
