import type { When } from '../case/conditions.ts';
import { listOf, type Selectors } from '../case/selector.ts';
import { standardEventTypes } from '../case/vocabulary.ts';
import { type EpochMs, SPAN_END } from '../instant/types.ts';
import type { CalendarNames } from './calendar-names.ts';
import {
  type Attribute,
  allOf,
  anyOf,
  FALSE,
  type FindAttribute,
  typeOfTest,
  whenSql,
} from './conditions.ts';
import type { Dialect } from './dialect.ts';
import { type Column, type ColumnType, columnSql, type Tables, tableName } from './tables.ts';

/** Events of a case are numbered by instant and place: `at_ms * PLACES + place`. */
export const PLACES = 1_048_576;

/** What an attribute is made of: a column of cases, one of events, or both. */
interface Known {
  readonly index: number;
  readonly type: ColumnType;
  readonly ofCase: Column | undefined;
  readonly ofEvent: Column | undefined;
}

/** What describes an event itself, and says nothing of the case. */
const aboutTheEvent = ['type', 'at', 'by', 'channel', 'role', 'to'];

/**
 * The common table expressions that every standard reads, made of what the standards have asked for: `d_cases`,
 * `d_events` in order, `d_seen` (events with the attributes that selectors test), `d_history0` and so on (what an
 * attribute was from when to when), and `d_facts` (one row a case: its attributes and the first of its events).
 */
export class Scope {
  readonly dialect: Dialect;
  readonly tables: Tables;
  readonly asOf: EpochMs;
  readonly calendars: CalendarNames;
  /** What the names of tables begin with. */
  readonly prefix: string;
  private readonly known = new Map<string, Known>();
  private readonly seen = new Set<number>();
  private readonly firsts = new Map<string, string>();
  private readonly derived = new Map<string, string>();
  private readonly needsHistory = new Set<number>();
  private readonly own: { name: string; sql: string; kept: boolean }[] = [];
  private readonly leftOver = new Map<string, string>();
  private readonly made = new Map<string, string>();
  private places = 0;
  /** Where another statement has told which cases are left over. */
  leftOverView: string | null = null;

  constructor(dialect: Dialect, tables: Tables, asOf: EpochMs, calendars: CalendarNames, prefix: string) {
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

  /** The attributes that have been asked for, by name. */
  get attributes(): ReadonlyMap<string, Known> {
    return this.known;
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
    const known = this.knownOf(name);
    return known?.ofEvent === undefined ? undefined : `${row}.o${known.index}`;
  }

  /** Whether an event of `d_seen` is one of those selected. */
  selects(selectors: Selectors, row: string): string {
    const plain: string[] = [];
    const tests: string[] = [];
    for (const selector of listOf(selectors)) {
      const type = typeof selector === 'string' ? selector : selector.event;
      const when = typeof selector === 'string' ? undefined : selector.when;
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

  instantOf = (pos: string): string => this.dialect.div(pos, PLACES);

  /** Everything that was asked for, and then a query over it. */
  statement(query: string, withOwn = true): string {
    const { kept, inline } = this.dialect;
    const base = [...this.base()];
    const parts = [
      ...base.map((one) => ({ ...one, how: one.kept ? kept : inline })),
      ...(withOwn ? this.own : []).map((one) => ({ ...one, how: one.kept ? kept : ' AS ' })),
    ].map(({ name, sql, how }) => `${name}${how}(\n${sql}\n)`);
    return `WITH RECURSIVE ${parts.join(',\n')}\n${query}`;
  }

  /** A query of the cases that are left over, and why; `judged`: what a row of `d_facts` passes that some version judges. */
  leftOverStatement(judged: string): string {
    const unjudged = this.dialect.text('no version of the policy was in force');
    return this.statement(
      `SELECT l.case_id, MIN(l.reason) AS reason FROM d_left_over l GROUP BY l.case_id UNION ALL SELECT f.case_id, ${unjudged} AS reason FROM d_facts f WHERE NOT ${judged}`,
      false,
    );
  }

  private *base(): Generator<{ name: string; sql: string; kept: boolean }> {
    yield { name: 'd_cases', sql: this.casesSql(), kept: false };
    yield { name: 'd_events', sql: this.eventsSql(), kept: this.seen.size > 0 || this.needsHistory.size > 0 };
    for (const known of this.known.values())
      if (this.needsHistory.has(known.index) || (this.seen.has(known.index) && known.ofEvent !== undefined))
        yield { name: `d_history${known.index}`, sql: this.historySql(known), kept: true };
    yield { name: 'd_seen', sql: this.seenSql(), kept: this.seen.size > 0 };
    yield { name: 'd_left_over', sql: this.leftOverSql(), kept: false };
    yield { name: 'd_facts', sql: this.factsSql(), kept: true };
  }

  private casesSql(): string {
    const { cases } = this.tables;
    const { dialect } = this;
    const columns = [...this.known.values()].flatMap(({ index, ofCase }) =>
      ofCase === undefined ? [] : `, ${columnSql(ofCase, 't', dialect)} AS a${index}`,
    );
    return `SELECT t.${dialect.quote(cases.id)} AS case_id${columns.join('')} FROM ${tableName(cases.table, dialect)} t`;
  }

  private eventsSql(): string {
    const { cases, events } = this.tables;
    const { dialect } = this;
    if (events === null) {
      const rows = [...(cases.events ?? [])].map(([type, column], place) => {
        const at = columnSql(column, 't', dialect);
        return `SELECT t.${dialect.quote(cases.id)} AS case_id, ${dialect.text(type)} AS type, ${at} AS at_ms, ${at} * ${PLACES} + ${place} AS pos FROM ${tableName(cases.table, dialect)} t WHERE ${at} <= ${this.asOf}`;
      });
      return rows.join('\nUNION ALL\n');
    }
    const at = columnSql(events.at, 't', dialect);
    const type = `t.${dialect.quote(events.type)}`;
    const own = [...this.known.values()].flatMap(({ index, ofEvent }) =>
      ofEvent === undefined ? [] : `, ${columnSql(ofEvent, 't', dialect)} AS o${index}`,
    );
    const place =
      events.order === null ? this.placeOf(type) : this.orderOf(`t.${dialect.quote(events.order)}`);
    return `SELECT t.${dialect.quote(events.case)} AS case_id, ${type} AS type, ${at} AS at_ms, ${at} * ${PLACES} + ${place} AS pos${own.join('')} FROM ${tableName(events.table, dialect)} t WHERE ${at} <= ${this.asOf}`;
  }

  /** A place that fits into a position; any other stops the query rather than disorder it. */
  private orderOf(order: string): string {
    const { dialect } = this;
    const message = `'the order of an event is no whole number from 0 to 1048575: ' || ${order}`;
    return `CASE WHEN ${order} BETWEEN 0 AND ${PLACES - 1} THEN ${order} ELSE ${dialect.fail(message)} END`;
  }

  private placeOf(type: string): string {
    const cases = standardEventTypes.map(
      (name) => `WHEN ${this.dialect.text(name)} THEN ${placeOfType(name)}`,
    );
    return `CASE ${type} ${cases.join(' ')} ELSE ${standardEventTypes.length} END`;
  }

  private historySql({ index }: Known): string {
    const name = [...this.known].find(([, known]) => known.index === index)![0];
    const { dialect } = this;
    const types = aboutTheEvent.includes(name) ? ['changed'] : ['changed', 'promised'];
    const inner = `SELECT e.case_id, e.at_ms AS from_ms, e.pos, e.o${index} AS value, LEAD(e.at_ms) OVER (PARTITION BY e.case_id ORDER BY e.pos) AS next_ms FROM d_events e WHERE e.type IN (${types.map(dialect.text).join(', ')}) AND e.o${index} IS NOT NULL`;
    return `SELECT x.case_id, x.from_ms, COALESCE(x.next_ms, ${Number.MAX_SAFE_INTEGER}) AS to_ms, x.value FROM (${inner}) x`;
  }

  private seenSql(): string {
    if (this.seen.size === 0) return 'SELECT * FROM d_events';
    let joins = '';
    let columns = '';
    for (const known of this.known.values()) {
      if (!this.seen.has(known.index)) continue;
      const { index, ofEvent } = known;
      const own = ofEvent === undefined ? null : `e.o${index}`;
      const ofCase = known.ofCase === undefined ? null : `c.a${index}`;
      const then = ofEvent === undefined ? null : `h${index}.value`;
      if (then !== null)
        joins += ` LEFT JOIN d_history${index} h${index} ON h${index}.case_id = e.case_id AND h${index}.from_ms <= e.at_ms AND e.at_ms < h${index}.to_ms`;
      columns += `, COALESCE(${[own, then, ofCase].filter((part) => part !== null).join(', ')}) AS v${index}`;
    }
    return `SELECT e.*${columns} FROM d_events e JOIN d_cases c ON c.case_id = e.case_id${joins}`;
  }

  /** Cases that aren't cases, or that take more than one look at each event. */
  private leftOverSql(): string {
    if (this.leftOverView !== null) return `SELECT case_id, reason FROM ${this.leftOverView}`;
    const { events } = this.tables;
    const { dialect } = this;
    const cases = [...this.leftOver].map(
      ([type, reason]) => `WHEN ${dialect.text(type)} THEN ${dialect.text(reason)}`,
    );
    const types = [...this.leftOver.keys()].map((type) => dialect.text(type)).join(', ');
    const known =
      types === ''
        ? `SELECT e.case_id, e.type AS reason FROM d_events e WHERE ${FALSE}`
        : `SELECT e.case_id, CASE e.type ${cases.join(' ')} END AS reason FROM d_events e WHERE e.type IN (${types})`;
    if (events === null) return known;
    const at = columnSql(events.at, 't', dialect);
    const type = `t.${dialect.quote(events.type)}`;
    return `${known}\nUNION ALL SELECT t.${dialect.quote(events.case)} AS case_id, ${dialect.text('an event without a type or an instant')} AS reason FROM ${tableName(events.table, dialect)} t WHERE ${at} IS NULL OR ${at} < 0 OR ${at} >= ${SPAN_END} OR ${type} IS NULL OR ${type} = ''`;
  }

  private factsSql(): string {
    const received = this.firstOfType('received');
    const firsts = [...this.firsts].map(([sql, name]) => `, ${sql} AS ${name}`).join('');
    const inner = `SELECT e.case_id, MIN(e.at_ms) AS first_ms${firsts} FROM d_seen e GROUP BY e.case_id`;
    const own = [...this.firsts.values()].map((name) => `, g.${name}`);
    const mine = [...own, ...[...this.derived].map(([sql, name]) => `, ${sql} AS ${name}`)].join('');
    return `SELECT c.*, g.${received} AS received_pos, g.first_ms, COALESCE(${this.instantOf(`g.${received}`)}, g.first_ms) AS start_ms${mine} FROM d_cases c LEFT JOIN (${inner}) g ON g.case_id = c.case_id${this.dialect.without('d_left_over', 'l', 'l.case_id = c.case_id')}`;
  }
}

/** The place of a type among events of one instant, where nothing else orders them. */
function placeOfType(type: string): number {
  const place = (standardEventTypes as readonly string[]).indexOf(type);
  return place < 0 ? standardEventTypes.length : place;
}

/** The name of an expression, which has the same one wherever it stands. */
function named(names: Map<string, string>, letter: string, sql: string): string {
  const name = names.get(sql) ?? `${letter}${names.size}`;
  names.set(sql, name);
  return name;
}
