import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../src/policy/check-policy.ts';
import { type Mapping, proposeMapping } from '../../src/readers/index.ts';
import { collect, readCsv } from '../readers/support.ts';
import { sheetXml, workbookOf } from '../readers/zip.ts';

const mapping: Mapping = {
  rows: 'case',
  optional: true,
  synonyms: { id: ['number'] },
  id: 'id',
  attributes: { kind: 'constructor' },
  events: { received: 'at' },
};
const at = '2026-03-02T09:15:00Z';
const received = { type: 'received', at: Date.parse(at) };

describe('what the fuzzer found', () => {
  it('a column called constructor is a column, of a table that has it and of one that lacks it', async () => {
    const { cases } = await readCsv(`number,at\nN1,${at}\n`, mapping);
    expect(cases).toEqual([{ id: 'N1', events: [received] }]);
    const { cases: more } = await readCsv(`number,at,constructor\nN1,${at},repair\n`, mapping);
    expect(more).toEqual([{ id: 'N1', kind: 'repair', events: [received] }]);
  });

  it('a record without a key called constructor has nothing in it', async () => {
    const results = await collect(`{"number":"N1","at":"${at}"}\n`, { format: 'ndjson', mapping });
    expect(results).toMatchObject([{ ok: true, case: { id: 'N1', events: [received] } }]);
    expect(results[0]).not.toHaveProperty('case.kind');
    const { mapping: proposed } = await proposeMapping(`{"id":"a","constructor":"x"}\n{"id":"b"}\n`, {
      format: 'ndjson',
    });
    expect(JSON.stringify(proposed)).not.toContain('function');
  });

  it.each(['&constructor;', '&#x110000;', '&#99999999;'])('a sheet may be called %s', async (name) => {
    const found = await collect(workbookOf(sheetXml(''), {}, name), {
      format: 'xlsx',
      mapping: { ...mapping, sheet: 'T' },
    }).catch(({ code, hint }) => ({ code, hint }));
    expect(found).toMatchObject({ code: 'reader.no-sheet' });
    expect((found as { hint: string }).hint).toContain(name);
  });

  it('a kind that is a symbol is no kind', () => {
    const standards = [{ id: 'a', kind: Symbol('x') }];
    const { policy, problems } = checkPolicy({ id: 'p', version: '1', calendar: {}, standards });
    expect(policy).toBeNull();
    expect(problems.map(({ path }) => path.join('.'))).toContain('standards.0.kind');
  });
});
