import { readFileSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packageJson } from '../support/package-json.ts';
import { runDuly, shellWords } from '../support/run-duly.ts';
import { root } from '../support/source-tree.ts';

describe('npm run demo', () => {
  it('builds, then audits the sample export and writes the report it names', {
    timeout: 60_000,
  }, async () => {
    const [build, audit] = (packageJson.scripts.demo ?? '').split(' && ');
    expect(build).toContain('npm run');
    const [node, program, ...args] = shellWords(audit ?? '');
    expect([node, program]).toEqual(['node', 'dist/cli.js']);
    const report = `${root}out/report.json`;
    for (const name of ['json', 'html']) rmSync(`${root}out/report.${name}`, { force: true });

    const { status, stdout } = await runDuly(args);

    expect(status).toBe(0);
    expect(stdout).toContain('out/report.json');
    expect(stdout).toContain('out/report.html');
    expect(readFileSync(`${root}out/report.html`, 'utf8')).toContain('</html>');
    const { cases } = JSON.parse(readFileSync(report, 'utf8'));
    expect(cases.read).toBeGreaterThan(2_900);
    expect(cases.assessed + cases.rejected + cases.duplicate).toBe(cases.read);
  });
});
