import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createAudit } from '../../src/audit/create-audit.ts';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import { type DialectName, reportFromTallies } from '../../src/sql/index.ts';
import type { Engine } from '../sql/engines.ts';
import { stampsOf } from '../sql/words.ts';
import { builtFolder } from '../support/built.ts';
import { root } from '../support/source-tree.ts';

export const folder = `${root}examples/warehouse/`;
/** Another moment than the one that the project was written for: in working hours. */
const AS_OF = Date.parse('2026-09-30T10:00:00+02:00');

/** The files of the project for a dialect by their paths. */
export async function projectFor(dialect: DialectName): Promise<Map<string, string>> {
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

async function load(engine: Engine, some: readonly (typeof tickets)[number][]): Promise<void> {
  const { type: stamp, literal } = stampsOf(engine);
  await engine.run('CREATE TABLE tickets (id VARCHAR, priority VARCHAR, channel VARCHAR)');
  await engine.run(`CREATE TABLE ticket_events (case_id VARCHAR, type VARCHAR, "at" ${stamp}, seq INTEGER)`);
  await engine.run(
    `INSERT INTO tickets VALUES ${some.map(({ id, priority, channel }) => `('${id}', '${priority}', '${channel}')`).join(', ')}`,
  );
  const events = some.flatMap(({ id, events: all }) =>
    all.map(({ type, at }, seq) => `('${id}', '${type}', ${literal(new Date(at).toISOString())}, ${seq})`),
  );
  await engine.run(`INSERT INTO ticket_events VALUES ${events.join(', ')}`);
}

/** A seed as a table; ClickHouse is told the types of its columns. */
async function loadSeed(engine: Engine, name: string, types: string | undefined): Promise<void> {
  const file = `'${folder}seeds/${name}.csv'`;
  if (types === undefined) return engine.run(`CREATE TABLE ${name} AS SELECT * FROM read_csv(${file})`);
  const own = types.split('  - name: ').find((part) => part.startsWith(`${name}\n`))!;
  const columns = [...own.matchAll(/^ {8}(\w+): (.+)$/gm)].map(([, column, type]) => `${column} ${type}`);
  await engine.run(`CREATE TABLE ${name} (${columns.join(', ')})`);
  await engine.run(`INSERT INTO ${name} SELECT * FROM file(${file}, CSVWithNames)`);
}

/** The tallies of some tickets, and how the clock of each run stands, by the files of the project alone. */
async function resultOf(
  engine: Engine,
  project: ReadonlyMap<string, string>,
  some: readonly (typeof tickets)[number][],
) {
  await load(engine, some);
  for (const path of project.keys()) {
    const [, seed] = /^seeds\/(\w+)\.csv$/.exec(path) ?? [];
    if (seed !== undefined) await loadSeed(engine, seed, project.get('seeds/types.yml'));
  }
  // As dbt does it: in the order in which models refer to one another, which is that of the files.
  for (const [path, model] of project) {
    const [, name] = /^models\/(\w+)\.sql$/.exec(path) ?? [];
    if (name === undefined) continue;
    const query = model
      .replace(/^\{\{ config.*\}\}\n/, '')
      .replace(/\{\{ ref\('(\w+)'\) \}\}/g, '"$1"')
      .replace(/\{\{ source\('crm', '(\w+)'\) \}\}/g, '"$1"')
      .replaceAll("{{ var('as_of_ms') }}", String(AS_OF));
    const stored = model.startsWith('{{ config(');
    const how = stored ? 'TABLE' : 'VIEW';
    const engineOf = stored ? ' ENGINE = MergeTree() ORDER BY tuple()' : '';
    await engine.run(`CREATE ${how} ${name}${engineOf} AS (\n${query})`);
  }
  const rows = await engine.rows('SELECT * FROM duly_tallies');
  const verdicts = await engine.rows('SELECT case_id, standard, clock FROM duly_verdicts');
  await engine.close();
  return { rows, clocks: verdicts.map((row) => `${row.case_id} ${row.standard} ${row.clock}`) };
}

/** The files of the project, run by hand, come to the report of an audit. */
export function warehouseReport(open: () => Promise<Engine>): void {
  it('comes to the report of an audit, also where it runs on two shards', { timeout: 120_000 }, async () => {
    const policy = parsePolicy(JSON.parse(readFileSync(`${folder}policy.json`, 'utf8')));
    const audit = createAudit(policy, { asOf: AS_OF });
    const verdicts = tickets.flatMap((ticket) => {
      const added = audit.add(ticket);
      return 'assessment' in added ? added.assessment.verdicts : [];
    });
    const shards = [0, 1].map((shard) => tickets.filter((_, n) => n % 2 === shard));
    const rows = [];
    const clocks: string[] = [];
    for (const shard of shards) {
      const engine = await open();
      const result = await resultOf(engine, await projectFor(engine.name), shard);
      rows.push(...result.rows);
      clocks.push(...result.clocks);
    }
    expect(clocks.sort()).toEqual(
      verdicts.map(({ case: id, standard, clock }) => `${id} ${standard} ${clock}`).sort(),
    );
    expect(reportFromTallies(rows)).toEqual(audit.report());
  });
}
