import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openDuckdb } from '../sql/engines.ts';
import { folder, projectFor, warehouseReport } from './warehouse-report.ts';

describe('examples/warehouse', () => {
  it('holds the files that its script writes', async () => {
    const project = await projectFor('postgres');
    const written = ['seeds', 'models'].flatMap((part) =>
      readdirSync(folder + part).map((name) => `${part}/${name}`),
    );
    expect(written.filter((path) => !path.endsWith('.yml')).sort()).toEqual([...project.keys()].sort());
    for (const [path, text] of project) expect(text === readFileSync(folder + path, 'utf8'), path).toBe(true);
  });

  warehouseReport(openDuckdb);
});
