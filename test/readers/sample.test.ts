import { execFileSync } from 'node:child_process';
import { createReadStream, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CaseInput, ReadResult } from '../../src/case/types.ts';
import { type Mapping, mappings } from '../../src/readers/index.ts';
import { collect } from './support.ts';

const examples = new URL('../../examples/', import.meta.url);
const mapping: Mapping = JSON.parse(readFileSync(new URL('mappings/tickets.json', examples), 'utf8'));
const file = new URL('data/tickets.csv', examples);

/** The table of faults in the sample's own README: line and outcome. */
const faults = readFileSync(new URL('data/README.md', examples), 'utf8')
  .split('\n')
  .filter((line) => /^\| \d+ \|/.test(line))
  .map((line) => {
    const [, , ticket, at, , outcome] = line.split('|').map((text) => text.trim());
    return { ticket, line: Number(at), code: /reject `([^`]+)`/.exec(outcome!)?.[1] };
  });

describe('the sample export', () => {
  let results: ReadResult[];
  let cases: CaseInput[];
  beforeAll(async () => {
    results = await collect(createReadStream(file), { format: 'csv', mapping });
    cases = results.flatMap((result) => (result.ok ? [result.case] : []));
  });
  const on = (line: number) =>
    results.find((result) => (result.ok ? result.line : result.reject.line) === line)!;

  it('is what its generator writes, byte for byte', () => {
    const generator = fileURLToPath(new URL('data/generate.mjs', examples));
    const bytes = execFileSync(process.execPath, [generator, '-'], { maxBuffer: 1 << 24 });
    expect(bytes.equals(readFileSync(file))).toBe(true);
  });

  it('has 3,051 rows: 3,036 cases and the 15 rejects that its README lists, on their lines', () => {
    expect(results).toHaveLength(3051);
    expect(cases).toHaveLength(3036);
    const rejects = results.flatMap((result) =>
      result.ok ? [] : [[result.reject.line, result.reject.code]],
    );
    expect(rejects).toEqual(
      faults.filter(({ code }) => code !== undefined).map(({ line, code }) => [line, code]),
    );
    expect(rejects).toHaveLength(15);
  });

  it('has the other oddities that its README lists on their lines', () => {
    const odd = faults.filter(({ code }) => code === undefined);
    expect(odd).toHaveLength(8);
    for (const { ticket, line } of odd) expect(on(line)).toMatchObject({ ok: true, case: { id: ticket } });
    const at = (line: number, type: string) => {
      const result = on(line);
      return result.ok
        ? (result.case.events.find((event) => event.type === type)?.at as number | undefined)
        : undefined;
    };
    expect(on(1843)).toEqual({ ...on(1842), line: 1843 });
    expect(on(2105)).toMatchObject({ case: { id: 'GD20260524005', customer: 'C99999' } });
    expect(on(2365)).toMatchObject({ findings: [{ code: 'row.garbled' }] });
    expect(at(2495, 'replied')).toBeLessThan(at(2495, 'received')!);
    expect(at(2625, 'paused')).toBeTypeOf('number');
    expect(at(2625, 'resumed')).toBeUndefined();
    expect(at(2705, 'closed')).toBe(Date.UTC(2062, 7, 1, 1));
    // The note of several lines takes three of them.
    expect(on(2768)).toMatchObject({ ok: true });
  });

  it('spans 14 months from August 2025 to September 2026 in Shanghai time', () => {
    const received = cases.map(({ events }) => events.find(({ type }) => type === 'received')!.at as number);
    expect(Math.min(...received)).toBeGreaterThanOrEqual(Date.parse('2025-08-01T00:00:00+08:00'));
    expect(Math.max(...received)).toBeLessThan(Date.parse('2026-10-01T00:00:00+08:00'));
    const months = new Set(received.map((at) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 7)));
    expect(months.size).toBe(14);
  });

  it('has every kind of history that the preset looks at', () => {
    const having = (type: string, kind?: string) =>
      cases.filter(
        (one) => (kind === undefined || one.kind === kind) && one.events.some((event) => event.type === type),
      ).length;
    for (const kind of ['inquiry', 'complaint', 'return', 'exchange', 'repair', 'suggestion', 'query']) {
      expect(having('received', kind), kind).toBeGreaterThan(50);
    }
    for (const type of [
      'paused',
      'resumed',
      'rejected',
      'withdrawn',
      'reopened',
      'inspected',
      'refunded',
      'exchanged',
      'told',
      'rated',
    ]) {
      expect(having(type), type).toBeGreaterThan(9);
    }
    expect(new Set(cases.map(({ channel }) => channel))).toEqual(
      new Set(['phone', 'email', 'chat', 'web', 'visit']),
    );
    const complaints = cases.filter(({ kind }) => kind === 'complaint');
    expect(complaints.filter(({ repeatOf }) => repeatOf !== undefined).length).toBeGreaterThan(5);
    expect(complaints.filter(({ events }) => events.length === 1).length).toBeGreaterThan(5);
  });

  it('is read alike by the built-in mapping `chinese-tickets`, which names two columns more', async () => {
    const built = await collect(createReadStream(file), {
      format: 'csv',
      mapping: mappings['chinese-tickets']!,
    });
    const plain = (result: ReadResult) =>
      result.ok ? result.case : [result.reject.line, result.reject.code];
    expect(built.map(plain)).toEqual(results.map(plain));
    expect(built.at(-1)!.ofFile).toMatchObject([
      { code: 'header.missing', message: expect.stringMatching(/"优先级".*"承诺时间"/) },
    ]);
  });
});
