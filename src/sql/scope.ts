import type { When } from '../case/conditions.ts';
import { inFull, listOf, type Selectors } from '../case/selector.ts';
import type { EpochMs } from '../instant/types.ts';
import {
  type Asked,
  baseRelations,
  instantOf,
  type Known,
  ownSql,
  PLACES,
  placeOfType,
  type Relation,
} from './base-relations.ts';
import type { CalendarNames } from './calendar-names.ts';
import { type Attribute, allOf, anyOf, type FindAttribute, typeOfTest, whenSql } from './conditions.ts';
import type { Dialect } from './dialect.ts';
import type { SqlStatement } from './statement.ts';
import { Steps } from './steps.ts';
import { storedColumns } from './stored-columns.ts';
import type { ColumnType, Tables } from './tables.ts';

/**
 * The common table expressions that every standard reads, made of what the standards have asked for: `d_cases`,
 * `d_events` in order, `d_seen` (events with the attributes that selectors test), `d_history0` and so on (what an
 * attribute was from when to when), and `d_facts` (one row a case: its attributes and the first of its events).
 */
export class Scope implements Asked {
  readonly dialect: Dialect;
  readonly tables: Tables;
  readonly asOf: EpochMs;
  readonly calendars: CalendarNames;
  /** What the names of tables begin with. */
  readonly prefix: string;
  /** The attributes that have been asked for, by name. */
  readonly known = new Map<string, Known>();
  readonly seen = new Set<number>();
  readonly firsts = new Map<string, string>();
  readonly derived = new Map<string, string>();
  readonly needsHistory = new Set<number>();
  private readonly own: Relation[] = [];
  readonly leftOver = new Map<string, string>();
  private readonly made = new Map<string, string>();
  private places = 0;
  /** Where another statement has told which cases are left over. */
  leftOverView: string | null = null;

  /** What is stored of the relations, where it is. */
  private readonly steps: Steps;

  constructor(dialect: Dialect, tables: Tables, asOf: EpochMs, calendars: CalendarNames, prefix: string) {
    this.steps = new Steps(dialect, storedColumns(dialect, prefix));
    this.dialect = dialect;
    this.tables = tables;
    this.asOf = asOf;
    this.calendars = calendars;
    this.prefix = prefix;
  }

  /** The attribute's column of a relation that holds the cases' own; `undefined` where no column holds it. */
  private knownOf(name: string, hint?: ColumnType): Known | undefined {
    const found = this.known.get(name);
    if (found !== undefined) return found;
    const { cases, events } = this.tables;
    const ofEvent = events?.attributes.get(name);
    const ofCase =
      cases.attributes === null
        ? { name, type: hint ?? ofEvent?.type ?? 'text', as: 'timestamp' as const }
        : cases.attributes.get(name);
    const type = ofCase?.type ?? ofEvent?.type;
    if (type === undefined) return undefined;
    const known = { index: this.known.size, type, ofCase, ofEvent };
    this.known.set(name, known);
    return known;
  }

  private typeFor = (name: string, when: When | undefined) =>
    when !== undefined && Object.hasOwn(when, name) ? typeOfTest(when[name]!) : undefined;

  /** The attributes of a condition, made known with the types that it compares them with. */
  learn(when: When | undefined): string[] {
    const names = Object.keys(when ?? {});
    return names.filter((name) => this.knownOf(name, this.typeFor(name, when)) !== undefined);
  }

  learnAttribute(name: string, type?: ColumnType): boolean {
    return this.knownOf(name, type) !== undefined;
  }

  /** The columns of `d_facts` that hold attributes, to be handed on. */
  carried(names: readonly string[], row: string): string {
    const columns = [...new Set(names)].flatMap((name) => {
      const known = this.knownOf(name);
      return known?.ofCase === undefined ? [] : `, ${row}.a${known.index}`;
    });
    return columns.join('');
  }

  /**
   * What attributes are at an instant: the joins with their history and the columns `w0`, `w1`... from a row that
   * carries the cases' own.
   */
  at(names: readonly string[], row: string, instant: string): { joins: string; columns: string } {
    let joins = '';
    let columns = '';
    for (const name of new Set(names)) {
      const known = this.knownOf(name);
      if (known === undefined) continue;
      const { index } = known;
      const { value, join } = this.valueAt(known, row, instant);
      joins += join;
      columns += `, ${value} AS w${index}`;
    }
    return { joins, columns };
  }

  private valueAt(known: Known, row: string, instant: string): { value: string; join: string } {
    const { index, ofCase, ofEvent } = known;
    const own = ofCase === undefined ? null : `${row}.a${index}`;
    if (ofEvent === undefined) return { value: own ?? 'NULL', join: '' };
    this.needsHistory.add(index);
    const h = `h${index}`;
    return {
      value: own === null ? `${h}.value` : `COALESCE(${h}.value, ${own})`,
      join: ` LEFT JOIN d_history${index} ${h} ON ${h}.case_id = ${row}.case_id AND ${h}.from_ms <= ${instant} AND ${instant} < ${h}.to_ms`,
    };
  }

  /** Finds the columns that `at` has made. */
  found(row: string): FindAttribute {
    return (name) => {
      const known = this.knownOf(name);
      return known && { sql: `${row}.w${known.index}`, type: known.type };
    };
  }

  get received(): string {
    return this.firstOfType('received');
  }

  /** Makes known what another one knows, and every attribute that a column is named for. */
  learnAll(other: Scope): void {
    for (const [name, { type }] of other.known) this.knownOf(name, type);
    const { cases, events } = this.tables;
    for (const name of [...(cases.attributes?.keys() ?? []), ...(events?.attributes.keys() ?? [])])
      this.knownOf(name);
  }

  typeOf = (name: string): ColumnType | undefined => this.knownOf(name)?.type;

  /** The relation of an attribute's history; `undefined` where events don't state it. */
  history(name: string): string | undefined {
    const known = this.knownOf(name);
    if (known?.ofEvent === undefined) return undefined;
    this.needsHistory.add(known.index);
    return `d_history${known.index}`;
  }

  /** An attribute of an event of `d_seen`: its own, else the case's at that instant. */
  ofEvent(name: string, row: string, hint?: ColumnType): Attribute | undefined {
    const known = this.knownOf(name, hint);
    if (known === undefined) return undefined;
    this.seen.add(known.index);
    return { sql: `${row}.v${known.index}`, type: known.type };
  }

  /** An attribute that the event of `d_events` or `d_seen` itself has. */
  ownOf(name: string, row: string): string | undefined {
    // What events alone state is asked of no case.
    if (this.tables.events?.attributes.has(name) !== true) return undefined;
    return ownSql(this.knownOf(name)!.index, row);
  }

  /** Whether an event of `d_seen` is one of those selected. */
  selects(selectors: Selectors, row: string): string {
    const plain: string[] = [];
    const tests: string[] = [];
    for (const selector of listOf(selectors)) {
      const { event: type, when } = inFull(selector);
      if (when === undefined || Object.keys(when).length === 0) plain.push(this.dialect.text(type));
      else {
        const find = (name: string) => this.ofEvent(name, row, this.typeFor(name, when));
        tests.push(allOf([`${row}.type = ${this.dialect.text(type)}`, whenSql(when, find, this.dialect)]));
      }
    }
    if (plain.length > 0) tests.push(`${row}.type IN (${[...new Set(plain)].join(', ')})`);
    return anyOf(tests);
  }

  /** The column of `d_facts` that holds the position of a case's first event of those selected. */
  first(selectors: Selectors): string {
    const selected = listOf(selectors).map((one) => (typeof one === 'string' ? { event: one } : one));
    if (selected.length === 0 || !selected.every(({ when }) => this.isOfCaseAlone(when)))
      return named(this.firsts, 'm', `MIN(CASE WHEN ${this.selects(selectors, 'e')} THEN e.pos END)`);
    // Events are looked at type by type; what no event states is tested once for each case.
    const parts = selected.map(({ event, when }) => {
      const first = this.firstOfType(event);
      if (when === undefined || Object.keys(when).length === 0) return `g.${first}`;
      this.learn(when);
      const find = (name: string) => {
        const known = this.knownOf(name);
        return known && { sql: `c.a${known.index}`, type: known.type };
      };
      return `CASE WHEN ${whenSql(when, find, this.dialect)} THEN g.${first} END`;
    });
    const [only, ...others] = [...new Set(parts)];
    if (others.length > 0) return named(this.derived, 'n', `LEAST(${[only, ...others].join(', ')})`);
    return only!.startsWith('g.') ? only!.slice(2) : named(this.derived, 'n', only!);
  }

  private firstOfType(type: string): string {
    const { events } = this.tables;
    const is = `e.type = ${this.dialect.text(type)}`;
    if (events === null || events.order !== null)
      return named(this.firsts, 'm', `MIN(CASE WHEN ${is} THEN e.pos END)`);
    return named(
      this.firsts,
      'm',
      `MIN(CASE WHEN ${is} THEN e.at_ms END) * ${PLACES} + ${placeOfType(type)}`,
    );
  }

  /**
   * What of the events selected comes first after a place of its case: a row for each of them, which holds from
   * `after_pos` up to, not including, its own `pos`. Made once for all that ask for the same ones.
   */
  firstAfter(selectors: Selectors): string {
    const chosen = `SELECT e.case_id, e.pos, MIN(e.type) AS type FROM d_seen e WHERE ${this.selects(selectors, 'e')} GROUP BY e.case_id, e.pos`;
    const before = 'LAG(x.pos) OVER (PARTITION BY x.case_id ORDER BY x.pos)';
    return this.shared('after', `SELECT x.*, COALESCE(${before}, -1) AS after_pos FROM (${chosen}) x`);
  }

  private isOfCaseAlone(when: When | undefined): boolean {
    const { events } = this.tables;
    return Object.keys(when ?? {}).every((name) => events?.attributes.has(name) !== true);
  }

  /** Cases with an event of such a type are left to the package itself. */
  leaveOver(type: string, reason: string): void {
    this.leftOver.set(type, reason);
  }

  /** Adds a relation under a name of its own. */
  add(name: string, sql: string, kept = false): string {
    this.own.push({ name, sql, kept });
    return name;
  }

  /** The name of relations that are made the first time that somebody asks for them under a key. */
  once(key: string, make: () => string): string {
    const name = this.made.get(key) ?? make();
    this.made.set(key, name);
    return name;
  }

  /** Adds a relation that is kept, once. */
  shared = (prefix: string, sql: string): string =>
    this.once(sql, () => this.add(this.fresh(prefix), sql, true));

  fresh(prefix: string): string {
    this.places += 1;
    return `${prefix}_${this.places}`;
  }

  instantOf = (pos: string): string => instantOf(this.dialect, pos);

  /** Everything that was asked for, and then the parts of a query over it: statements, of which the last one is told. */
  statements(
    { name, purpose }: Pick<SqlStatement, 'name' | 'purpose'>,
    parts: readonly string[],
    withOwn = true,
  ): SqlStatement[] {
    const { kept, inline, quote, storesSteps } = this.dialect;
    const head = purpose === 'view' ? `CREATE VIEW ${quote(name)} AS\n` : '';
    const base = [...baseRelations(this)].map((one) => ({ ...one, inline: !one.kept }));
    const all = [...base, ...(withOwn ? this.own : []).map((one) => ({ ...one, inline: false }))];
    if (storesSteps) {
      const { steps, query } = this.steps.of(all, parts, name);
      return [...steps, { name, purpose, sql: head + query }];
    }
    const relations = all.map((one) => {
      const how = one.kept ? kept : one.inline ? inline : ' AS ';
      return `${one.name}${how}(\n${one.sql}\n)`;
    });
    const query = `WITH RECURSIVE ${relations.join(',\n')}\n${parts.join('\nUNION ALL\n')}`;
    return [{ name, purpose, sql: head + query }];
  }
}

/** The name of an expression, which has the same one wherever it stands. */
function named(names: Map<string, string>, letter: string, sql: string): string {
  const name = names.get(sql) ?? `${letter}${names.size}`;
  names.set(sql, name);
  return name;
}
