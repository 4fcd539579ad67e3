// @ts-check
// A policy as a dbt project: calendars as seeds, what is left over, verdicts and tallies as models. `node generate.mjs`
// writes the files of this folder, `node generate.mjs duckdb` or `clickhouse` those for another engine.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parsePolicy } from 'duly';
import { compileSql } from 'duly/sql';

const here = new URL('.', import.meta.url);
const policy = parsePolicy(JSON.parse(readFileSync(new URL('policy.json', here), 'utf8')));

/** Stands for the moment of evaluation, which is a variable of the project. */
const AS_OF = 4_102_444_799_999;
const AS_OF_VARIABLE = "{{ var('as_of_ms') }}";

const tables = {
  cases: { table: 'tickets', attributes: ['priority', 'channel'] },
  events: { table: 'ticket_events', order: 'seq' },
};

/** @typedef {import('duly/sql').SqlStatement} Statement */
/** @typedef {import('duly/sql').DialectName} Dialect */

/** @param {Dialect} dialect */
const statementsFor = (dialect) =>
  compileSql(policy, {
    ...{ dialect, tables, asOf: AS_OF, prefix: 'duly_' },
    calendars: { from: '2026-01-01', to: '2026-12-31' },
  }).statements;

/** The files of the project by their paths. @param {Dialect} dialect */
export function projectFor(dialect) {
  const files = new Map();
  // Seeds are the same for every engine.
  for (const { name, purpose, sql } of statementsFor('duckdb')) {
    if (purpose === 'table') files.set(`seeds/${name}.csv`, `${columnsOf(sql).join(',')}\n`);
    if (purpose === 'data') files.set(`seeds/${name}.csv`, files.get(`seeds/${name}.csv`) + rowsOf(sql));
  }
  const own = statementsFor(dialect);
  if (dialect === 'clickhouse') files.set('seeds/types.yml', typesOf(own));
  for (const { name, purpose, sql } of own)
    if (purpose === 'step' || purpose === 'view' || purpose === 'query')
      files.set(`models/${name}.sql`, (purpose === 'step' ? STORED : '') + modelOf(sql));
  return files;
}

/** ClickHouse finds a common table expression anew wherever it is named: what is read again is a table. */
const STORED = "{{ config(materialized='table', engine='MergeTree()', order_by='tuple()') }}\n";

/** The types of the seeds, which dbt would take for numbers of 32 bits. @param {readonly Statement[]} statements */
function typesOf(statements) {
  const seeds = statements
    .filter(({ purpose }) => purpose === 'table')
    .map(({ name, sql }) => {
      const types = [...sql.matchAll(/[`(](\w+)`? (Nullable\(\w+\))/g)];
      const columns = types.map(([, column, type]) => `        ${column}: ${type}\n`).join('');
      return `  - name: ${name}\n    config:\n      column_types:\n${columns}`;
    });
  return `version: 2\nseeds:\n${seeds.join('')}`;
}

/** The columns that a statement creates. @param {string} sql */
const columnsOf = (sql) =>
  sql
    .slice(sql.indexOf('(') + 1)
    .split(', ')
    .map((column) => /^\W?(\w+)/.exec(column)?.[1]);

/** The rows that a statement inserts, as CSV. @param {string} sql */
const rowsOf = (sql) =>
  sql
    .slice(sql.indexOf(' VALUES (') + 9, -1)
    .split('), (')
    .map(
      (row) =>
        `${row
          .match(/'(?:[^']|'')*'|[^, ]+/g)
          ?.map(cellOf)
          .join(',')}\n`,
    )
    .join('');

/** @param {string} literal */
const cellOf = (literal) => {
  if (literal === 'NULL') return '';
  const text = literal.replace(/^'(.*)'$/s, '$1').replaceAll("''", "'");
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A statement as a model: its query, with references for the names of tables. @param {string} sql */
function modelOf(sql) {
  const query = sql.replace(/^CREATE .+ AS\n/, '');
  if (/\{[{%#]/.test(query)) throw new Error('the policy holds signs of templates');
  const model = query
    .replaceAll(String(AS_OF), AS_OF_VARIABLE)
    .replace(/["`](duly_\w+)["`]/g, "{{ ref('$1') }}")
    .replace(/["`](tickets|ticket_events)["`](?= t\b)/g, "{{ source('crm', '$1') }}");
  return `${model}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const part of ['seeds', 'models'])
    for (const name of readdirSync(new URL(`${part}/`, here)))
      if (/^(?:duly_\w+\.(?:csv|sql)|types\.yml)$/.test(name)) rmSync(new URL(`${part}/${name}`, here));
  const dialect = /** @type {Dialect} */ (process.argv[2] ?? 'postgres');
  for (const [path, text] of projectFor(dialect)) {
    const file = fileURLToPath(new URL(path, here));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
