import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../support/host-zone-script.ts', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));

/** What the script prints in a process of its own whose host zone is `TZ`. */
function run(TZ: string): string {
  const bundle = [
    "const { build } = require('esbuild');",
    `build({ entryPoints: [${JSON.stringify(script)}], bundle: true, write: false, format: 'cjs', target: 'es2023' })`,
    '.then(({ outputFiles }) => new Function(outputFiles[0].text)());',
  ].join('\n');
  return execFileSync(process.execPath, ['-e', bundle], {
    cwd: root,
    env: { ...process.env, TZ },
    encoding: 'utf8',
  });
}

describe('the zone of the host', () => {
  it('changes no result: UTC, Asia/Shanghai, America/New_York and Pacific/Apia print the same', () => {
    const [first, ...others] = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Apia'].map(run);
    const lines = first!.trim().split('\n');
    // The first line is the host's own offset on 2011-12-29, which does differ: the processes did run elsewhere.
    expect(lines.length).toBeGreaterThan(700);
    for (const other of others) {
      const [offset, ...results] = other.trim().split('\n');
      expect(offset).not.toBe(lines[0]);
      expect(results).toEqual(lines.slice(1));
    }
  }, 60_000);
});
