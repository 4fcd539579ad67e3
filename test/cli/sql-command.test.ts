import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDuckdb } from '../sql/engines.ts';
import { openTerminal, type Terminal } from './terminal.ts';

let terminal: Terminal;
beforeEach(() => {
  terminal = openTerminal();
});
afterEach(() => terminal.remove());

const asked = ['sql', '--policy', 'textile-service', '--as-of', '2026-08-01T00:00:00+08:00'];

describe('duly sql', () => {
  it('prints statements that DuckDB runs as they are, and names what is left out', {
    timeout: 60_000,
  }, async () => {
    terminal.write(
      'tables.json',
      '{ "cases": { "table": "tickets", "attributes": ["kind", "channel"] }, "events": "log" }',
    );
    const { status, out, err } = await terminal.duly(
      ...asked,
      '--dialect',
      'duckdb',
      '--tables',
      'tables.json',
    );
    expect(status).toBe(0);
    expect(err).toMatch(/: left out, kind (wording|checklist|cadence|order|notice) is not written as SQL\n/);
    const engine = await openDuckdb();
    await engine.run('CREATE TABLE tickets (id INTEGER, kind VARCHAR, channel VARCHAR)');
    await engine.run('CREATE TABLE log (case_id INTEGER, type VARCHAR, "at" TIMESTAMPTZ)');
    await engine.run("INSERT INTO tickets VALUES (1, 'complaint', 'email')");
    await engine.run(
      "INSERT INTO log VALUES (1, 'received', '2026-07-01T01:00:00Z'), (1, 'resolved', '2026-07-10T10:00:00Z')",
    );
    await engine.run(out);
    expect(
      await engine.rows(
        "SELECT case_id, status, over_ms FROM duly_verdicts WHERE standard = 'complaint-solution'",
      ),
    ).toEqual([{ case_id: 1, status: 'met', over_ms: 0 }]);
    await engine.close();
  });

  it('knows the engines by name, and only their names', async () => {
    const { status, err } = await terminal.duly(...asked, '--dialect', 'oracle');
    expect(status).toBe(2);
    expect(err).toContain('duckdb');
  });
});
