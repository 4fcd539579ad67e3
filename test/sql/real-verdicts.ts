import { createReadStream, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { CaseInput } from '../../src/case/types.ts';
import { definePolicy } from '../../src/policy/define-policy.ts';
import { parseMapping, readCases } from '../../src/readers/index.ts';
import { compileSql } from '../../src/sql/index.ts';
import { onRealFile } from '../support/real-data.ts';
import { root } from '../support/source-tree.ts';
import { compareVerdicts } from './compare.ts';
import type { Engine } from './engines.ts';

const hours = ['09:00-13:00', '14:00-18:00'];
const calendar = (timeZone: string) => ({
  timeZone,
  week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
});
const paused = { on: ['paused', 'awaiting-customer'], off: ['resumed', 'worked-on', 'replied'] };
const standards = [
  { id: 'first-reply', kind: 'deadline', from: 'received', to: 'replied', within: '8 working hours' },
  { id: 'solved', kind: 'deadline', from: 'received', to: 'resolved', within: '10 working days' },
  { id: 'solved-net', kind: 'deadline', from: 'received', to: 'resolved', within: '40 hours', pause: paused },
  { id: 'closed', kind: 'deadline', from: 'resolved', to: 'closed', within: '5 days' },
  { id: 'in-order', kind: 'order', first: 'resolved', then: 'closed' },
];
const target = {
  ...{ id: 'on-time', kind: 'deadline', when: { target: { exists: true } } },
  ...{ from: 'received', to: 'resolved', within: { promised: 'target' } },
};

interface Export {
  readonly file: string;
  readonly mapping: string;
  readonly timeZone: string;
  readonly asOf: string;
  readonly cases: number;
}

/** Published exports of ticket systems. */
const exports: readonly Export[] = [
  {
    ...{ file: 'helpdesk_italy_full.csv', mapping: 'helpdesk-italy', timeZone: 'Europe/Rome' },
    ...{ asOf: '2014-01-10T00:00:00Z', cases: 4580 },
  },
  {
    ...{ file: 'boston311_animal_housing_2013.csv', mapping: 'boston-311', timeZone: 'America/New_York' },
    ...{ asOf: '2014-03-01T00:00:00Z', cases: 3095 },
  },
  {
    ...{ file: 'uci_servicenow_first890_dd-mm-yyyy.csv', mapping: 'servicenow-incidents', timeZone: 'UTC' },
    ...{ asOf: '2016-04-01T00:00:00Z', cases: 890 },
  },
];

/** Those exports with a mapping and a policy for each. */
export const realExports = exports.map((one) => ({
  ...one,
  path: `${root}examples/mappings/${one.mapping}.json`,
  spec: {
    ...{ id: 'p', version: '1', calendar: calendar(one.timeZone) },
    standards: one.mapping === 'boston-311' ? [...standards, target] : standards,
  },
}));

/** What an engine says of each export is what `assess` says. */
export function realVerdicts(open: () => Promise<Engine>): void {
  for (const { file, path, spec, asOf, cases } of realExports)
    onRealFile(file, `${file}: every verdict on ${cases} cases as assess gives it`, async (source) => {
      const inputs: CaseInput[] = [];
      const own = parseMapping(JSON.parse(readFileSync(path, 'utf8')));
      for await (const result of readCases(createReadStream(source), { format: 'csv', mapping: own }))
        if (result.ok) inputs.push(result.case);
      expect(inputs.length).toBe(cases);
      const engine = await open();
      await engine.run('CREATE TABLE cases (id VARCHAR, target BIGINT)');
      await engine.run('CREATE TABLE events (case_id VARCHAR, type VARCHAR, "at" BIGINT, seq INTEGER)');
      const text = (value: unknown) => `'${String(value).replaceAll("'", "''")}'`;
      const rows = inputs.map(({ id, target: at }) => `(${text(id)}, ${at ?? 'NULL'})`);
      const events = inputs.flatMap(({ id, events: all }) =>
        all.map(({ type, at }, seq) => `(${text(id)}, ${text(type)}, ${at}, ${seq})`),
      );
      await engine.run(`INSERT INTO cases VALUES ${rows.join(', ')}`);
      for (let at = 0; at < events.length; at += 5000)
        await engine.run(`INSERT INTO events VALUES ${events.slice(at, at + 5000).join(', ')}`);
      const policy = definePolicy(spec as never);
      const moment = Date.parse(asOf);
      const compiled = compileSql(policy, {
        dialect: engine.name,
        asOf,
        calendars: { from: '2009-01-01', to: '2018-12-31' },
        tables: {
          cases: {
            table: 'cases',
            attributes: { target: { column: 'target', type: 'instant', as: 'epoch-ms' } },
          },
          events: { table: 'events', at: { column: 'at', as: 'epoch-ms' }, order: 'seq' },
        },
      });
      const { differences, verdicts } = await compareVerdicts(engine, compiled, {
        ...{ inputs, policy, asOf: moment },
      });
      await engine.close();
      expect(differences.slice(0, 1)).toEqual([]);
      expect(verdicts.length).toBeGreaterThan(cases);
    });
}
