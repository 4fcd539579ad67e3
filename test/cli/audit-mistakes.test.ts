import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { service } from '../audit/service.ts';
import { csv, mapping, options, reportOf, terminal } from './audit-terminal.ts';
import { bytesOf } from './terminal.ts';

/** No waiting for more bytes to tell the encoding by. */
const inUtf8 = { ...mapping, encoding: 'utf-8' };

describe('duly audit, when something is wrong', () => {
  const good = ['audit', 'tickets.csv', ...options];
  it.each<[string, string[], number, RegExp]>([
    ['no file', ['audit', ...options], 2, /missing required argument 'FILE'/],
    ['no policy', ['audit', 'tickets.csv'], 2, /required option '--policy/],
    [
      'no mapping',
      ['audit', 'tickets.csv', '--policy', './policy.json'],
      2,
      /tickets\.csv: --mapping is needed/,
    ],
    ['an unknown option', [...good, '--wat'], 2, /unknown option '--wat'/],
    ['an unknown command', ['adit'], 2, /unknown command 'adit'/],
    [
      'an unknown preset',
      ['audit', 'tickets.csv', '--policy', 'textile-servic'],
      2,
      /unknown preset "textile-servic"\. Did you mean "textile-service"\?/,
    ],
    [
      'an unknown mapping',
      ['audit', 'tickets.csv', '--policy', './policy.json', '--mapping', 'chinese-ticket'],
      2,
      /Did you mean "chinese-tickets"\?/,
    ],
    [
      'a policy that is not there',
      ['audit', 'tickets.csv', '--policy', 'none.json'],
      2,
      /policy none\.json: no such file/,
    ],
    [
      'a policy that is no JSON',
      ['audit', 'tickets.csv', '--policy', './tickets.csv'],
      2,
      /tickets\.csv is no JSON/,
    ],
    [
      'a file that is not there',
      ['audit', 'none.csv', ...options],
      3,
      /none\.csv can't be read: no such file/,
    ],
    [
      'a second file that is not there',
      [...good.slice(0, 2), 'none.csv', ...options],
      3,
      /none\.csv can't be read/,
    ],
    ['a folder', ['audit', '.', ...options], 3, /^duly: \. is a folder/],
    [
      'a name that tells no format',
      ['audit', 'tickets.docx', ...options],
      2,
      /tickets\.docx: no known format/,
    ],
    [
      'a moment without offset',
      [...good, '--as-of', '2026-06-01T00:00:00'],
      2,
      /--as-of: "2026-06-01T00:00:00" has no offset/,
    ],
    ['a date that does not exist', [...good, '--from', '2026-02-30'], 2, /--from: "2026-02-30"/],
    ['an unknown language', [...good, '--lang', 'de'], 2, /'de' is invalid/],
    ['an unknown zone', [...good, '--time-zone', 'Mars/Base'], 2, /"Mars\/Base" is no known IANA time zone/],
    [
      'a path that can not be written',
      [...good, '--json', 'tickets.csv/r.json'],
      2,
      /tickets\.csv\/r\.json can't be written/,
    ],
  ])('says so in one line: %s', async (_, argv, status, message) => {
    const before = terminal.files();
    const outcome = await terminal.duly(...argv);
    expect(outcome.err).toMatch(message);
    expect(outcome.err.trimEnd().split('\n')).toHaveLength(1);
    expect(outcome).toMatchObject({ status, out: '' });
    expect(terminal.files()).toEqual(before);
  });

  it('names the nearest header for a column that the file lacks, and exits with 2', async () => {
    terminal.write('mapping.json', { ...mapping, attributes: { channel: 'Chanel' } });
    const { status, out, err } = await terminal.duly('audit', 'tickets.csv', ...options, '--json', 'r.json');
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(/no column "Chanel".*"Channel"/);
    expect(terminal.files()).not.toContain('r.json');
  });

  it('lists all problems of a policy file', async () => {
    terminal.write('policy.json', {
      ...service,
      version: 7,
      standards: [{ ...service.standards[0], whithin: '1 hour' }],
    });
    const { status, err } = await terminal.duly('audit', 'tickets.csv', ...options);
    expect(status).toBe(2);
    expect(err).toContain('version');
    expect(err).toContain('whithin');
  });

  it('reports what it had read when a later file has other columns, says that it is partial, and exits with 2', async () => {
    terminal.write('other.csv', 'a,b\n1,2\n');
    const outcome = await terminal.duly('audit', 'tickets.csv', 'other.csv', ...options, '--json', 'r.json');
    expect(outcome.status).toBe(2);
    expect(outcome.out).toContain('PARTIAL');
    expect(outcome.err).toContain('no column');
    expect(reportOf('r.json')).toMatchObject({ partial: true, cases: { read: 5 } });
  });

  it('reports what it had read when input breaks off, and exits with 3', async () => {
    terminal.write('mapping.json', inUtf8);
    async function* broken() {
      yield* bytesOf(csv);
      throw Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' });
    }
    const { status, out, err } = await terminal.dulyWith({ stdin: broken() }, 'audit', '-', ...options);
    expect(status).toBe(3);
    expect(out).toContain('PARTIAL');
    expect(err).toContain('i/o error');
  });

  it('stops at an interrupt with what it has, in files too, and exits with 130 even if no more input comes', async () => {
    terminal.write('mapping.json', inUtf8);
    let interrupt = () => {};
    async function* endless() {
      yield* bytesOf(csv);
      setTimeout(() => interrupt(), 20);
      await new Promise(() => {});
    }
    const outcome = await terminal.dulyWith(
      {
        stdin: endless(),
        onInterrupt: (handler) => {
          interrupt = handler;
          return () => {};
        },
      },
      ...['audit', '-', ...options, '--json', 'r.json'],
    );
    expect(outcome.status).toBe(130);
    expect(outcome.out).toContain('PARTIAL');
    expect(outcome.err).toBe('duly: interrupted\n');
    expect(reportOf('r.json').partial).toBe(true);
    expect(reportOf('r.json').cases.read).toBeGreaterThanOrEqual(4);
  });

  it('leaves an older report alone where a new one can not be completed', async () => {
    terminal.write('r.json', 'old');
    mkdirSync(join(terminal.folder, 'b.csv'));
    const { status } = await terminal.duly('audit', 'tickets.csv', ...options, '--breaches', 'b.csv');
    expect(status).toBe(2);
    await terminal.duly('audit', 'none.csv', ...options, '--json', 'r.json');
    expect(terminal.read('r.json')).toBe('old');
  });
});
