import { describe, expect } from 'vitest';
import { openTerminal } from '../cli/terminal.ts';
import { onRealFile } from '../support/real-data.ts';
import { openDuckdb } from './engines.ts';
import { realExports, realVerdicts } from './real-verdicts.ts';

describe('real exports on DuckDB', () => {
  realVerdicts(openDuckdb);

  for (const { file, path, spec, asOf } of realExports)
    onRealFile(file, `${file}: the report of --engine duckdb is that of the package`, async (source) => {
      const terminal = openTerminal();
      terminal.write('policy.json', spec);
      const asked = ['audit', source, '--policy', './policy.json', '--mapping', path, '--as-of', asOf];
      const report = async (...argv: string[]) => {
        const { status, err } = await terminal.duly(...asked, '--json', 'report.json', ...argv);
        expect([status, err.replace(/^duly: (?:DuckDB judged|the package judges every).*\n/, '')]).toEqual([
          0,
          '',
        ]);
        const { findings, ...rest } = JSON.parse(terminal.read('report.json'));
        // DuckDB keeps no rows in memory until the end.
        const others = findings.filter(({ code }: { code: string }) => code !== 'rows.unsorted');
        return { ...rest, findings: others };
      };
      const expected = await report();
      expect(await report('--engine', 'duckdb')).toEqual(expected);
      terminal.remove();
    });
});
