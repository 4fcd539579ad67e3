import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditReport } from '../../src/audit/report.ts';
import { service } from '../audit/service.ts';
import { builtFolder } from '../support/built.ts';

const mapping = {
  rows: 'case',
  timeZone: 'Asia/Shanghai',
  encoding: 'utf-8',
  id: 'No',
  attributes: { kind: { value: 'inquiry' }, note: 'Note' },
  events: { received: { column: 'Opened', format: 'yyyy-MM-dd HH:mm' } },
};
const header = 'No,Note,Opened\n';
const rows = (count: number, from = 0) =>
  Array.from({ length: count }, (_, row) => `T-${from + row},,2026-03-02 10:00\n`).join('');

let folder: string;
const write = (name: string, content: string) => writeFileSync(join(folder, name), content);
const report = () => JSON.parse(readFileSync(join(folder, 'r.json'), 'utf8')) as AuditReport;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duly-faults-'));
  write('policy.json', JSON.stringify(service));
  write('mapping.json', JSON.stringify(mapping));
  write('a.csv', header + rows(20));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the built program in a shell, so that limits and redirections can stand before and after it. */
function shell(args: string, { before = '', after = '' } = {}, onStart?: (program: Running) => void) {
  const options = '--policy ./policy.json --mapping ./mapping.json --as-of 2026-06-01T00:00:00+08:00';
  const line = `${before} exec "$0" "$1" audit ${args} ${options} --json r.json ${after}`;
  const program = spawn('/bin/sh', ['-c', line, process.execPath, `${builtFolder()}cli.js`], {
    cwd: folder,
    env: { PATH: process.env.PATH },
  });
  let stdout = '';
  let stderr = '';
  program.stdout.on('data', (text) => {
    stdout += text;
  });
  program.stderr.on('data', (text) => {
    stderr += text;
  });
  program.stdin.on('error', () => {});
  onStart?.(program);
  return new Promise<{ status: number | null; stdout: string; stderr: string }>((resolve) => {
    program.on('close', (status) => resolve({ status, stdout, stderr }));
  });
}
type Running = ReturnType<typeof spawn>;

const inputs = ['a.csv', 'mapping.json', 'policy.json'];

// Limits of a shell, a full device and a file that fails while it is read are those of Linux.
describe.skipIf(process.platform !== 'linux')('the built duly audit, when something goes wrong', () => {
  it('rejects the row in which a file was cut off, with its line, and uses the 20 before it', async () => {
    write('a.csv', `${header}${rows(20)}T-20,`);
    const { status, stderr } = await shell('a.csv --rejects x.csv');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(report().rows).toEqual({ read: 21, used: 20, rejected: 1, duplicate: 0 });
    expect(report().rejects[0]).toMatchObject({ code: 'row.cells', examples: [{ line: 22 }] });
    write('a.csv', `${header}${rows(20)}T-20,"half a no`);
    await shell('a.csv');
    expect(report().rejects[0]).toMatchObject({ code: 'row.quote', examples: [{ line: 22 }] });
  });

  it.each([1, 2])(
    'says that no more fits on the disk, with status 2, and leaves none of three outputs behind (%i jobs)',
    async (jobs) => {
      const { status, stderr } = await shell(`a.csv --rejects x.csv --breaches b.csv --jobs ${jobs}`, {
        before: 'ulimit -f 4;',
      });
      expect(status).toBe(2);
      expect(stderr).toBe("duly: r.json can't be written: file too large\n");
      expect(readdirSync(folder).sort()).toEqual(inputs);
    },
  );

  it('leaves no half of the rejects where the disk is full before they are all known', async () => {
    const bad = Array.from({ length: 5000 }, (_, row) => `T-${row},,never\n`).join('');
    write('a.csv', header + bad);
    const { status, stderr } = await shell('a.csv --rejects x.csv', { before: 'ulimit -f 600;' });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: "duly: x.csv can't be written: file too large\n",
    });
    expect(readdirSync(folder).sort()).toEqual(inputs);
  });

  it('says that standard output is full, with status 2', async () => {
    const { status, stderr } = await shell('a.csv', { after: '> /dev/full' });
    expect(status).toBe(2);
    expect(stderr).toBe("duly: standard output can't be written: no space left on device\n");
  });

  it.each([
    ['SIGINT', 1],
    ['SIGINT', 2],
    ['SIGTERM', 1],
    ['SIGHUP', 1],
  ] as const)(
    'writes what it had at %s as partial, and exits with 130 (%i jobs)',
    async (signal, jobs) => {
      const { status, stdout, stderr } = await shell(`- --jobs ${jobs}`, {}, (program) => {
        // Taken but for what the pipe holds.
        program.stdin?.write(header + rows(9000), () => setTimeout(() => program.kill(signal), 1000));
      });
      expect(status).toBe(130);
      expect(stderr).toBe('duly: interrupted\n');
      expect(stdout).toContain('PARTIAL: the audit was stopped before the end of its input.');
      expect(report()).toMatchObject({ partial: true });
      expect(report().cases.read).toBeGreaterThan(1000);
      expect(readdirSync(folder).sort()).toEqual([...inputs, 'r.json'].sort());
    },
    20_000,
  );

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'ends at once at a second signal, %s, and leaves nothing half written behind',
    async (second) => {
      const outputs = '--rejects x.csv --breaches b.csv --html r.html';
      const { status, stdout } = await shell(`- ${outputs} --jobs 2`, {}, (program) => {
        program.stdin?.write(header + rows(9000), () =>
          setTimeout(() => {
            program.kill('SIGHUP');
            program.kill(second);
          }, 1000),
        );
      });
      expect({ status, stdout }).toEqual({ status: 130, stdout: '' });
      expect(readdirSync(folder).sort()).toEqual(inputs);
    },
    20_000,
  );

  it.each([1, 2])(
    'reports the 20 cases of the first file as partial when the second fails, with status 3 (%i jobs)',
    async (jobs) => {
      symlinkSync('/proc/self/mem', join(folder, 'second.csv'));
      const { status, stdout, stderr } = await shell(`a.csv second.csv --jobs ${jobs}`);
      expect(status).toBe(3);
      expect(stderr).toMatch(/^duly: second\.csv can't be read: .+\n$/);
      expect(stdout).toContain('PARTIAL');
      expect(report()).toMatchObject({ partial: true, cases: { read: 20, assessed: 20 } });
    },
  );

  it('stops before anything is read when the second file is not there', async () => {
    const { status, stdout, stderr } = await shell('a.csv second.csv');
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toBe("duly: second.csv can't be read: no such file or directory\n");
    expect(readdirSync(folder).sort()).toEqual(inputs);
  });

  it.each([1, 2])(
    'stops at a cell of 100 MB with its line and status 3, after the 20 rows before it (%i jobs)',
    async (jobs) => {
      write('a.csv', `${header}${rows(20)}T-20,"${'x'.repeat(100_000_000)}",2026-03-02 10:00\n`);
      const { status, stderr } = await shell(`a.csv --jobs ${jobs}`);
      expect(status).toBe(3);
      expect(stderr).toMatch(/^duly: a\.csv: .*line 22.*\n$/m);
      expect(report()).toMatchObject({ partial: true, cases: { assessed: 20 } });
    },
  );
});
