import type { Relation } from './base-relations.ts';
import type { Dialect } from './dialect.ts';
import { type ColumnsOf, nameColumns } from './name-columns.ts';
import type { SqlStatement } from './statement.ts';

/** A relation that statements after it read. */
export interface Step extends Relation {
  /** Whether it is found anew wherever it is read, as it costs no more than reading it. */
  readonly inline?: boolean;
}

/**
 * Tables that hold what statements read more than once, for an engine that finds a common table expression anew
 * wherever it is named: each of them would double the work of those before it.
 */
export class Steps {
  private readonly dialect: Dialect;
  private readonly tables = new Map<string, string>();
  private readonly columns: Map<string, readonly string[]>;

  constructor(dialect: Dialect, known: ReadonlyMap<string, readonly string[]>) {
    this.dialect = dialect;
    this.columns = new Map(known);
  }

  /**
   * The statements that store what parts of a query need and then the parts, and the query that puts these together.
   * The tables' names begin with that of the query.
   */
  of(
    relations: readonly Step[],
    parts: readonly string[],
    stem: string,
  ): { steps: SqlStatement[]; query: string } {
    const named = relations.map((one) => ({ ...one, sql: this.named(one.name, one.sql) }));
    const queries = parts.map((part) => this.named('', part));
    const texts = [...named.map(({ sql }) => sql), ...queries];
    const steps: SqlStatement[] = [];
    const made: Step[] = [];
    for (const one of named) {
      made.push(one);
      if (this.tables.has(one.name) || one.inline === true || !(one.kept || isReadAgain(one, texts)))
        continue;
      const step = this.step(`${stem}_${one.name}`, made.slice(0, -1), one.sql);
      steps.push(step);
      this.tables.set(one.name, this.dialect.quote(step.name));
    }
    const held = queries.map((sql, place) => {
      const step = this.step(`${stem}_${place + 1}`, made, sql);
      steps.push(step);
      return `SELECT * FROM ${this.dialect.quote(step.name)}`;
    });
    return { steps, query: held.join('\nUNION ALL\n') };
  }

  private named(name: string, sql: string): string {
    const columnsOf: ColumnsOf = (relation) => this.columns.get(relation);
    const named = nameColumns(sql, columnsOf);
    if (name !== '') this.columns.set(name, named.columns);
    return named.sql;
  }

  private step(name: string, before: readonly Step[], sql: string): SqlStatement {
    const { quote, engine, settings } = this.dialect;
    const query = this.withNeeds(before, sql) + settings;
    return { name, purpose: 'step', sql: `CREATE OR REPLACE TABLE ${quote(name)}${engine} AS\n${query}` };
  }

  /** The query behind the relations that it needs: tables where there are any, else what they are made of. */
  private withNeeds(before: readonly Step[], sql: string): string {
    const needed: string[] = [];
    let text = sql;
    for (const { name, sql: own } of [...before].reverse()) {
      if (timesIn(name, text) === 0) continue;
      const table = this.tables.get(name);
      const body = table === undefined ? own : `SELECT * FROM ${table}`;
      needed.unshift(`${name} AS (\n${body}\n)`);
      text += body;
    }
    // Behind a union settings are those of its last part.
    const query = `SELECT * FROM (\n${sql}\n)`;
    return needed.length === 0 ? query : `WITH RECURSIVE ${needed.join(',\n')}\n${query}`;
  }
}

const timesIn = (name: string, text: string): number =>
  text.match(new RegExp(`\\b${name}\\b`, 'g'))?.length ?? 0;

/** Whether two others read it, or one twice; that it names itself says nothing. */
const isReadAgain = ({ name, sql }: Step, texts: readonly string[]): boolean =>
  texts.reduce((sum, text) => sum + timesIn(name, text), 0) - timesIn(name, sql) > 1;
