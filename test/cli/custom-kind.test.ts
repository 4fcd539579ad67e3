import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runDuly } from '../support/run-duly.ts';
import { root } from '../support/source-tree.ts';

const folder = 'examples/custom-kind/';
const kinds = ['--kinds', `${folder}handovers.mjs`];

describe('the example of a custom kind', () => {
  it('is checked on the command line: valid with --kinds, an unknown kind without', async () => {
    const known = await runDuly(['check', `${folder}policy.json`, ...kinds]);
    expect(known).toMatchObject({ status: 0, stderr: '' });
    expect(known.stdout).toContain('is valid');
    const unknown = await runDuly(['check', `${folder}policy.json`]);
    expect(unknown.status).toBe(2);
    expect(unknown.stdout).toContain('"handovers" is no kind');
  });

  it('judges in audits: of two complaints one changes hands 3 times, where 2 are allowed', async () => {
    const json = 'out/custom-kind.json';
    const options = [
      '--policy',
      `${folder}policy.json`,
      '--as-of',
      '2026-08-01T00:00:00+08:00',
      '--json',
      json,
    ];
    const { status } = await runDuly(['audit', `${folder}cases.ndjson`, ...options, ...kinds]);
    expect(status).toBe(0);
    const { standards, breaches } = JSON.parse(readFileSync(root + json, 'utf8'));
    expect(standards).toMatchObject([{ id: 'few-hands', runs: 2, met: 1, broken: 1 }]);
    expect(breaches).toMatchObject([
      {
        case: 'T-2',
        verdict: { detail: { handovers: 3, most: 2 }, promise: { 'zh-CN': '一单最多转手2次' } },
      },
    ]);
  });
});
