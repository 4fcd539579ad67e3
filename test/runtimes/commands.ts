import { execFile } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const sample = ['examples/data/tickets.csv', '--policy', 'textile-service', '--mapping', 'chinese-tickets'];
const asOf = ['--as-of', '2026-10-01T00:00:00+08:00'];
const outputs = ['report.json', 'report.html', 'breaches.csv', 'rejects.csv'];
const files = ['--json', 'report.json', '--breaches', 'breaches.csv', '--rejects', 'rejects.csv'];

/** Command lines of every kind of work and every exit status. */
export const commands: readonly string[][] = [
  ['due', '--from', '2026-09-29 16:40', '--within', '5 working days', '--calendar', 'china', '--lang', 'en'],
  ['calendar', 'china', '2026', '--lang', 'zh-CN'],
  ['presets', 'textile-service', '--lang', 'en'],
  ['check', 'examples/policies/promised-target.json', '--lang', 'en'],
  ['audit', ...sample, ...asOf, ...files, '--lang', 'en'],
  ['audit', ...sample, ...asOf, ...files, '--group-by', 'channel', '--fail-on-miss', '--lang', 'zh-CN'],
  // Threads of their own.
  ['audit', ...sample, ...asOf, ...files, '--html', 'report.html', '--jobs', '2', '--lang', 'en'],
  ['map', 'examples/data/tickets.csv', '--lang', 'en'],
  ['sql', '--policy', 'textile-service', '--dialect', 'duckdb', ...asOf],
  ['due', '--from', '2026-09-29 16:40', '--within', '5 dyas', '--calendar', 'china', '--lang', 'en'],
  ['audit', 'no-such-file.csv', ...sample.slice(1), ...asOf, '--lang', 'en'],
];

/** What a command leaves: its status, what it printed, and the files it wrote; as JSON. */
export async function outcomeOf(
  [program, ...args]: readonly [string, ...string[]],
  command: readonly string[],
  folder: string,
): Promise<string> {
  for (const name of outputs) rmSync(join(folder, name), { force: true });
  const cli = join(folder, 'node_modules/duly/dist/cli.js');
  const outcome = await new Promise<object>((resolve) => {
    execFile(
      program,
      [...args, cli, ...command],
      { cwd: folder, maxBuffer: 2 ** 26 },
      (error, stdout, stderr) => resolve({ status: error === null ? 0 : error.code, stdout, stderr }),
    );
  });
  const written = outputs.filter((name) => existsSync(join(folder, name)));
  const texts = written.map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
  return JSON.stringify({ ...outcome, files: Object.fromEntries(texts) });
}
