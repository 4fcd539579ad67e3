import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createAudit } from '../../src/audit/create-audit.ts';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import { reportFromTallies } from '../../src/sql/report-from-tallies.ts';
import { openDuckdb } from '../sql/engines.ts';
import { builtFolder } from '../support/built.ts';
import { root } from '../support/source-tree.ts';

const folder = `${root}examples/warehouse/`;
const AS_OF = Date.parse('2026-10-01T00:00:00+02:00');

async function projectFor(dialect: string): Promise<Map<string, string>> {
  builtFolder();
  const generator = (await import(`${folder}generate.mjs`)) as {
    projectFor(dialect: string): Map<string, string>;
  };
  return generator.projectFor(dialect);
}

/** Ticket n of a hundred, answered ever later. */
const ticketOf = (n: number) => {
  const received = Date.parse('2026-03-02T08:30:00Z') + n * 20 * 3_600_000;
  return {
    id: `T${n}`,
    priority: n % 3 === 0 ? 'high' : 'low',
    channel: n % 2 === 0 ? 'phone' : 'email',
    events: [
      { type: 'received', at: received },
      ...(n % 7 === 0 ? [] : [{ type: 'replied', at: received + n * 1_500_000 }]),
      ...(n % 5 === 0 ? [] : [{ type: 'resolved', at: received + n * 9_000_000 }]),
    ],
  };
};
const tickets = Array.from({ length: 100 }, (_, n) => ticketOf(n));

/** The tallies of some tickets, by the files of the project alone. */
async function talliesOf(project: ReadonlyMap<string, string>, some: readonly (typeof tickets)[number][]) {
  const engine = await openDuckdb();
  await engine.run('CREATE TABLE tickets (id VARCHAR, priority VARCHAR, channel VARCHAR)');
  await engine.run(
    'CREATE TABLE ticket_events (case_id VARCHAR, type VARCHAR, "at" TIMESTAMPTZ, seq INTEGER)',
  );
  await engine.run(
    `INSERT INTO tickets VALUES ${some.map(({ id, priority, channel }) => `('${id}', '${priority}', '${channel}')`).join(', ')}`,
  );
  const events = some.flatMap(({ id, events: all }) =>
    all.map(({ type, at }, seq) => `('${id}', '${type}', make_timestamptz(${at}000), ${seq})`),
  );
  await engine.run(`INSERT INTO ticket_events VALUES ${events.join(', ')}`);
  for (const name of ['clock', 'intervals', 'days', 'buckets'])
    await engine.run(
      `CREATE TABLE duly_${name} AS SELECT * FROM read_csv('${folder}seeds/duly_${name}.csv')`,
    );
  const query = (name: string) =>
    project
      .get(`models/duly_${name}.sql`)!
      .replace(/\{\{ ref\('(\w+)'\) \}\}/g, '"$1"')
      .replace(/\{\{ source\('crm', '(\w+)'\) \}\}/g, '"$1"')
      .replaceAll("{{ var('as_of_ms') }}", String(AS_OF));
  for (const name of ['left_over', 'verdicts'])
    await engine.run(`CREATE VIEW duly_${name} AS ${query(name)}`);
  const rows = await engine.rows(query('tallies'));
  await engine.close();
  return rows;
}

describe('examples/warehouse', () => {
  it('holds the files that its script writes', async () => {
    const project = await projectFor('postgres');
    const written = ['seeds', 'models'].flatMap((part) =>
      readdirSync(folder + part).map((name) => `${part}/${name}`),
    );
    expect(written.filter((path) => !path.endsWith('.yml')).sort()).toEqual([...project.keys()].sort());
    for (const [path, text] of project) expect(text === readFileSync(folder + path, 'utf8'), path).toBe(true);
  });

  it('comes to the report of an audit, also where it runs on two shards', { timeout: 60_000 }, async () => {
    const project = await projectFor('duckdb');
    const policy = parsePolicy(JSON.parse(readFileSync(`${folder}policy.json`, 'utf8')));
    const audit = createAudit(policy, { asOf: AS_OF });
    for (const ticket of tickets) audit.add(ticket);
    const shards = [0, 1].map((shard) => tickets.filter((_, n) => n % 2 === shard));
    const rows = [];
    for (const shard of shards) rows.push(...(await talliesOf(project, shard)));
    expect(reportFromTallies(rows)).toEqual(audit.report());
  });
});
