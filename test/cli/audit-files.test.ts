import { chmodSync, linkSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { service } from '../audit/service.ts';
import { mapping } from './case-rows.ts';
import { openTerminal, type Terminal } from './terminal.ts';

const csv = 'No,Channel,Opened\nT-1,email,2026-03-02 10:00\n';
const options = ['--policy', './policy.json', '--mapping', './mapping.json'];

let terminal: Terminal;
const audit = (...argv: string[]) => terminal.duly('audit', 'tickets.csv', ...options, ...argv);
const at = (name: string) => join(terminal.folder, name);

beforeEach(() => {
  terminal = openTerminal();
  terminal.write('policy.json', service);
  terminal.write('mapping.json', mapping);
  terminal.write('tickets.csv', csv);
});
afterEach(() => terminal.remove());

describe('the outputs of duly audit', () => {
  const outputs = ['--html', '--json', '--breaches', '--rejects'];

  it.each(
    outputs.flatMap((option) =>
      ['tickets.csv', './sub/../tickets.csv', 'link.csv', 'hard.csv', 'policy.json', 'mapping.json'].map(
        (path) => [option, path] as const,
      ),
    ),
  )(
    'refuses %s %s, which is read, with status 2 and one line, and leaves the file alone',
    async (option, path) => {
      mkdirSync(at('sub'));
      symlinkSync(at('tickets.csv'), at('link.csv'));
      linkSync(at('tickets.csv'), at('hard.csv'));
      const before = terminal.read(path);
      const { status, out, err } = await audit(option, path);
      expect({ status, out }).toEqual({ status: 2, out: '' });
      expect(err).toMatch(new RegExp(`^duly: ${option} \\S+ would overwrite \\S+, which is read; .*\n$`));
      expect(terminal.read(path)).toBe(before);
    },
  );

  it.each([
    ['r.json', 'r.json'],
    ['r.json', './new/../r.json'],
    ['there/r.json', 'link/r.json'],
  ])('refuses the same file for two outputs: %s and %s', async (json, rejects) => {
    mkdirSync(at('there'));
    symlinkSync(at('there'), at('link'));
    const { status, out, err } = await audit('--json', json, '--rejects', rejects);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toBe(
      `duly: --rejects ${rejects} would overwrite what --json ${json} writes; expected a file of its own\n`,
    );
  });

  it('refuses a folder before anything is read', async () => {
    mkdirSync(at('out'));
    async function* untouched(): AsyncGenerator<Uint8Array> {
      yield await Promise.reject(new Error('was read'));
    }
    const { status, err } = await terminal.dulyWith(
      { stdin: untouched() },
      ...['audit', '-', ...options, '--breaches', 'out'],
    );
    expect({ status, err }).toEqual({ status: 2, err: "duly: out can't be written: it is a folder\n" });
  });

  it.skipIf(process.getuid?.() === 0)('refuses a file that is read-only', async () => {
    terminal.write('r.json', 'old');
    chmodSync(at('r.json'), 0o444);
    expect(await audit('--json', 'r.json')).toMatchObject({
      status: 2,
      err: "duly: r.json can't be written: permission denied\n",
    });
  });

  it('replaces an older output', async () => {
    terminal.write('r.json', 'old');
    expect((await audit('--json', 'r.json')).status).toBe(0);
    expect(terminal.read('r.json')).toContain('duly-report/1');
  });
});

describe('the HTML report of duly audit', () => {
  it('is one page in the language asked for, named in what is printed', async () => {
    const { status, out } = await audit('--html', 'r.html', '--lang', 'zh-CN');
    expect(status).toBe(0);
    expect(out).toContain('HTML 报告：r.html\n');
    expect(terminal.read('r.html')).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN">/);
    expect(await audit('--html', 'r.html')).toMatchObject({ status: 0 });
    expect(terminal.read('r.html')).toContain('<html lang="en">');
  });

  it('is not touched by an audit that comes to nothing, and nothing else is left behind', async () => {
    terminal.write('r.html', 'old');
    terminal.write('tickets.csv', 'No,Opened\n"T-1,2026');
    const before = terminal.files();
    expect((await audit('--html', 'r.html')).status).not.toBe(0);
    expect(terminal.read('r.html')).toBe('old');
    expect(terminal.files()).toEqual(before);
  });
});

describe('the inputs of duly audit', () => {
  it('prints 0 rows for a CSV that holds a header alone', async () => {
    terminal.write('tickets.csv', 'No,Channel,Opened\n');
    const { status, out, err } = await audit('--json', 'r.json');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('Rows      0 read = 0 used + 0 rejected + 0 duplicate\n');
    expect(JSON.parse(terminal.read('r.json')).rows).toEqual({ read: 0, used: 0, rejected: 0, duplicate: 0 });
  });

  it('says at the top and on stderr that all 2 rows were rejected, and exits with 0', async () => {
    terminal.write('tickets.csv', 'No,Channel,Opened\nT-1,email,never\nT-2,email,soon\n');
    const { status, out, err } = await audit();
    expect(status).toBe(0);
    expect(err).toBe('duly: tickets.csv: all 2 rows were rejected\n');
    expect(out.split('\n\n')[0]).toContain('NOTHING WAS ASSESSED: every row was rejected, see below.');
    expect((await audit('--lang', 'zh-CN')).out.split('\n\n')[0]).toContain('没有评估任何工单');
  });

  it('names on stderr the one file of two whose only row was rejected', async () => {
    terminal.write('bad.csv', 'No,Channel,Opened\nT-9,email,never\n');
    const { out, err } = await audit('bad.csv');
    expect(err).toBe('duly: bad.csv: its only row was rejected\n');
    expect(out).not.toContain('NOTHING WAS ASSESSED');
  });

  it('names the mapping and its key when a column is not there', async () => {
    terminal.write('mapping.json', { ...mapping, attributes: { channel: 'Chanel' } });
    const { status, err } = await audit();
    expect(status).toBe(2);
    expect(err).toBe(
      'duly: tickets.csv: mapping ./mapping.json: attributes.channel: the header has no column "Chanel". Did you mean "Channel"?\n',
    );
  });

  it.each<[string, Uint8Array, RegExp]>([
    ['a ZIP archive', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), /a ZIP archive, or a spreadsheet/],
    ['a program', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0), /bytes of 0/],
  ])('refuses %s named .csv in one line, with status 3', async (_, content, message) => {
    terminal.write('tickets.csv', content);
    const { status, out, err } = await audit();
    expect({ status, out }).toEqual({ status: 3, out: '' });
    expect(err).toMatch(/^duly: tickets\.csv is no text: .*\n$/);
    expect(err).toMatch(message);
  });

  it.each<[string, string, Buffer]>([
    ['with a mark', 'auto', Buffer.from(`\ufeff${csv}`, 'utf16le')],
    ['without a mark, as the mapping says', 'utf-16le', Buffer.from(csv, 'utf16le')],
  ])('reads UTF-16 %s', async (_, encoding, content) => {
    terminal.write('mapping.json', { ...mapping, encoding });
    terminal.write('tickets.csv', content);
    expect((await audit()).out).toContain('Cases     1 read = 1 assessed');
  });

  it('takes whole epoch milliseconds for --as-of, and hints at ISO 8601 for anything else', async () => {
    const moment = Date.parse('2026-04-01T00:00:00+08:00');
    expect((await audit('--as-of', String(moment))).out).toContain(
      'As of     2026-04-01 00:00 (Asia/Shanghai)',
    );
    expect((await audit('--as-of', '20260401')).err).toBe(
      'duly: --as-of: "20260401" is no instant. Give ISO 8601 with an offset, such as 2026-03-02T09:00:00+08:00\n',
    );
  });
});
