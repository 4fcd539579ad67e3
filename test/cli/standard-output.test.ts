import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { service } from '../audit/service.ts';
import { mapping } from './case-rows.ts';
import { openTerminal, type Terminal } from './terminal.ts';

const options = ['--policy', './policy.json', '--mapping', './mapping.json'];
const outputs = ['html', 'json', 'breaches', 'rejects'] as const;

let terminal: Terminal;
const audit = (...argv: string[]) => terminal.duly('audit', 'tickets.csv', ...options, ...argv);

beforeEach(() => {
  terminal = openTerminal();
  terminal.write('policy.json', service);
  terminal.write('mapping.json', mapping);
  terminal.write('tickets.csv', 'No,Channel,Opened\nT-1,电话,2026-03-02 10:00\nT-2,电话,never\n');
});
afterEach(() => terminal.remove());

describe('duly audit --html, --json, --breaches, --rejects -', () => {
  it.each(outputs)(
    '--%s - prints what its file would hold to the last byte, and nothing else',
    async (name) => {
      await audit(`--${name}`, 'file');
      const files = terminal.files();
      const { status, out, err } = await audit(`--${name}`, '-');
      expect({ status, err }).toEqual({ status: 0, err: '' });
      expect(out).toBe(terminal.read('file'));
      expect(out).not.toBe('');
      expect(terminal.files()).toEqual(files);
    },
  );

  it('prints rejected rows in the bytes in which they came', async () => {
    terminal.write('mapping.json', { ...mapping, encoding: 'gb18030' });
    const row = [0x54, 0x2d, 0x32, 0x2c, 0xb5, 0xe7, 0xbb, 0xb0, 0x2c, 0x78];
    terminal.write('tickets.csv', Buffer.concat([Buffer.from('No,Channel,Opened\n'), Uint8Array.from(row)]));
    const printed: Uint8Array[] = [];
    const stdout = { write: (text: string | Uint8Array) => printed.push(Buffer.from(text as string)) };
    await terminal.dulyWith({ stdout }, 'audit', 'tickets.csv', ...options, '--rejects', '-');
    expect(Buffer.concat(printed).includes(Buffer.from(row))).toBe(true);
  });

  it('tells of other files on stderr', async () => {
    const { out, err } = await audit('--json', '-', '--html', 'r.html');
    expect(JSON.parse(out)).toMatchObject({ format: 'duly-report/1' });
    expect(err).toBe('duly: HTML report: r.html\n');
    expect(terminal.files()).toContain('r.html');
  });

  it('refuses two of them, in either language', async () => {
    const argv = ['--json', '-', '--rejects', '-'];
    expect(await audit(...argv)).toEqual({
      status: 2,
      out: '',
      err: 'duly: --json - and --rejects -: standard output takes one of them only\n',
    });
    expect((await audit(...argv, '--lang', 'zh-CN')).err).toBe(
      'duly: --json - 与 --rejects -：标准输出只能写其中之一\n',
    );
  });

  it('has nothing to do with a file of that name, which is ./-', async () => {
    terminal.write('-', 'old');
    const { out } = await audit('--json', '-', '--html', './-');
    expect(JSON.parse(out)).toMatchObject({ format: 'duly-report/1' });
    expect(terminal.read('-')).toMatch(/^<!DOCTYPE html>/);
  });

  it('prints nothing of an audit that comes to nothing', async () => {
    terminal.write('tickets.csv', 'No,Channel\n');
    expect(await audit('--json', '-')).toMatchObject({ status: 2, out: '' });
  });
});

describe('a document called -', () => {
  it.each([
    [['check', '-'], 'policy'],
    [['audit', 'tickets.csv', '--policy', '-', '--mapping', './mapping.json'], 'policy'],
    [['audit', 'tickets.csv', '--policy', './policy.json', '--mapping', '-'], 'mapping'],
    [['sql', '--policy', './policy.json', '--dialect', 'duckdb', '--tables', '-'], 'mapping'],
    [['calendar', '-', '2026'], 'calendar'],
  ])('is refused in one line: duly %j', async (argv, what) => {
    expect(await terminal.duly(...argv)).toEqual({
      status: 2,
      out: '',
      err: `duly: ${what} -: is not read from standard input; expected the name of a file\n`,
    });
  });
});
