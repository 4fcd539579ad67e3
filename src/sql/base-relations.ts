import { standardEventTypes } from '../case/vocabulary.ts';
import { type EpochMs, SPAN_END } from '../instant/types.ts';
import { FALSE } from './conditions.ts';
import type { Dialect } from './dialect.ts';
import { sliceSql } from './slices.ts';
import { type Column, type ColumnType, columnSql, type TableName, type Tables, tableName } from './tables.ts';

/** Events of a case are numbered by instant and place: `at_ms * PLACES + place`. */
export const PLACES = 1_048_576;

/** The instant of a position. */
export const instantOf = ({ div }: Dialect, pos: string): string => div(pos, PLACES);

/** A position after all others: joins find a place before it by a range, and by equality of the case. */
export const afterAll = ({ types }: Dialect): string => `CAST(9223372036854775807 AS ${types.whole})`;

/** What an attribute is made of: a column of cases, one of events, or both. */
export interface Known {
  readonly index: number;
  readonly type: ColumnType;
  readonly ofCase: Column | undefined;
  readonly ofEvent: Column | undefined;
}

/** What standards have asked for. */
export interface Asked {
  readonly dialect: Dialect;
  readonly tables: Tables;
  readonly asOf: EpochMs;
  readonly prefix: string;
  readonly known: ReadonlyMap<string, Known>;
  /** The attributes that events are tested for, and those whose changes matter. */
  readonly seen: ReadonlySet<number>;
  readonly needsHistory: ReadonlySet<number>;
  /** The columns of `d_facts` by what they are made of: of events, and of such columns. */
  readonly firsts: ReadonlyMap<string, string>;
  readonly derived: ReadonlyMap<string, string>;
  /** Why cases with an event of such a type are left over. */
  readonly leftOver: ReadonlyMap<string, string>;
  readonly leftOverView: string | null;
  /** The column of the first `received`. */
  readonly received: string;
}

/** A common table expression. */
export interface Relation {
  readonly name: string;
  readonly sql: string;
  /** Whether its rows are kept rather than found anew wherever it is read. */
  readonly kept: boolean;
}

/** What describes an event itself, and says nothing of the case. */
const aboutTheEvent = ['type', 'at', 'by', 'channel', 'role', 'to'];

/** An attribute that an event itself has: what a `changed` one sets is the case's. */
export const ownSql = (index: number, row: string): string =>
  `CASE WHEN ${row}.type <> 'changed' THEN ${row}.o${index} END`;

/** What every standard reads, in the order in which each needs those before it. */
export function* baseRelations(asked: Asked): Generator<Relation> {
  const { known, seen, needsHistory } = asked;
  yield { name: 'd_cases', sql: casesSql(asked), kept: false };
  yield { name: 'd_events', sql: eventsSql(asked), kept: asked.seen.size > 0 || asked.needsHistory.size > 0 };
  for (const one of known.values())
    if (needsHistory.has(one.index) || (seen.has(one.index) && one.ofEvent !== undefined))
      yield { name: `d_history${one.index}`, sql: historySql(one, asked), kept: true };
  yield { name: 'd_seen', sql: seenSql(asked), kept: asked.seen.size > 0 };
  yield { name: 'd_left_over', sql: leftOverSql(asked), kept: false };
  yield { name: 'd_facts', sql: factsSql(asked), kept: true };
}

/** The rows of a table that are judged: all, or those of a slice. */
function rowsOf(
  { table, slice }: { readonly table: TableName; readonly slice: string | null },
  { dialect, prefix }: Asked,
): string {
  const name = tableName(table, dialect);
  return slice === null
    ? name
    : `(SELECT * FROM ${name} WHERE ${dialect.quote(slice)} = ${sliceSql(dialect, prefix)})`;
}

function casesSql(asked: Asked): string {
  const {
    dialect,
    tables: { cases },
  } = asked;
  const columns = [...asked.known.values()].flatMap(({ index, ofCase }) =>
    ofCase === undefined ? [] : `, ${columnSql(ofCase, 't', dialect)} AS a${index}`,
  );
  return `SELECT t.${dialect.quote(cases.id)} AS case_id${columns.join('')} FROM ${rowsOf(cases, asked)} t`;
}

function eventsSql(asked: Asked): string {
  const { cases, events } = asked.tables;
  const { dialect } = asked;
  if (events === null) {
    const rows = [...(cases.events ?? [])].map(([type, column], place) => {
      const at = columnSql(column, 't', dialect);
      return `SELECT t.${dialect.quote(cases.id)} AS case_id, ${dialect.text(type)} AS type, ${at} AS at_ms, ${at} * ${PLACES} + ${place} AS pos FROM ${rowsOf(cases, asked)} t WHERE ${at} <= ${asked.asOf}`;
    });
    return rows.join('\nUNION ALL\n');
  }
  const at = columnSql(events.at, 't', dialect);
  const type = typeSql(events.type, dialect);
  const own = [...asked.known.values()].flatMap(({ index, ofEvent }) =>
    ofEvent === undefined ? [] : `, ${columnSql(ofEvent, 't', dialect)} AS o${index}`,
  );
  const place =
    events.order === null ? placeOf(type, dialect) : orderOf(`t.${dialect.quote(events.order)}`, dialect);
  return `SELECT t.${dialect.quote(events.case)} AS case_id, ${type} AS type, ${at} AS at_ms, ${at} * ${PLACES} + ${place} AS pos${own.join('')} FROM ${rowsOf(events, asked)} t WHERE ${at} <= ${asked.asOf}`;
}

/** The type of an event as text, for it is held against words that an enumeration may not have. */
const typeSql = (column: string, { quote, types }: Dialect): string =>
  `CAST(t.${quote(column)} AS ${types.text})`;

/** A place that fits into a position; any other stops the query rather than disorder it. */
function orderOf(order: string, dialect: Dialect): string {
  const message = `'the order of an event is no whole number from 0 to 1048575: ' || ${order}`;
  return `CASE WHEN ${order} BETWEEN 0 AND ${PLACES - 1} THEN ${order} ELSE ${dialect.fail(message)} END`;
}

function placeOf(type: string, dialect: Dialect): string {
  const cases = standardEventTypes.map((name) => `WHEN ${dialect.text(name)} THEN ${placeOfType(name)}`);
  return `CASE ${type} ${cases.join(' ')} ELSE ${standardEventTypes.length} END`;
}

function historySql({ index }: Known, { known, dialect }: Asked): string {
  const name = [...known].find(([, one]) => one.index === index)![0];
  const types = aboutTheEvent.includes(name) ? ['changed'] : ['changed', 'promised'];
  const inner = `SELECT e.case_id, e.at_ms AS from_ms, e.pos, e.o${index} AS value, LEAD(e.at_ms) OVER (PARTITION BY e.case_id ORDER BY e.pos) AS next_ms FROM d_events e WHERE e.type IN (${types.map(dialect.text).join(', ')}) AND e.o${index} IS NOT NULL`;
  return `SELECT x.case_id, x.from_ms, COALESCE(x.next_ms, ${Number.MAX_SAFE_INTEGER}) AS to_ms, x.value FROM (${inner}) x`;
}

function seenSql(asked: Asked): string {
  if (asked.seen.size === 0) return 'SELECT * FROM d_events';
  let joins = '';
  let columns = '';
  for (const known of asked.known.values()) {
    if (!asked.seen.has(known.index)) continue;
    const { index, ofEvent } = known;
    const own = ofEvent === undefined ? null : ownSql(index, 'e');
    const ofCase = known.ofCase === undefined ? null : `c.a${index}`;
    const then = ofEvent === undefined ? null : `h${index}.value`;
    if (then !== null)
      joins += ` LEFT JOIN d_history${index} h${index} ON h${index}.case_id = e.case_id AND h${index}.from_ms <= e.at_ms AND e.at_ms < h${index}.to_ms`;
    columns += `, COALESCE(${[own, then, ofCase].filter((part) => part !== null).join(', ')}) AS v${index}`;
  }
  return `SELECT e.*${columns} FROM d_events e JOIN d_cases c ON c.case_id = e.case_id${joins}`;
}

/** Cases that aren't cases, or that take more than one look at each event. */
function leftOverSql(asked: Asked): string {
  if (asked.leftOverView !== null) return `SELECT case_id, reason FROM ${asked.leftOverView}`;
  const { events } = asked.tables;
  const { dialect } = asked;
  const cases = [...asked.leftOver].map(
    ([type, reason]) => `WHEN ${dialect.text(type)} THEN ${dialect.text(reason)}`,
  );
  const types = [...asked.leftOver.keys()].map((type) => dialect.text(type)).join(', ');
  const known =
    types === ''
      ? `SELECT e.case_id, e.type AS reason FROM d_events e WHERE ${FALSE}`
      : `SELECT e.case_id, CASE e.type ${cases.join(' ')} END AS reason FROM d_events e WHERE e.type IN (${types})`;
  if (events === null) return `${known}${outOfSpan(asked)}`;
  const at = columnSql(events.at, 't', dialect);
  const type = typeSql(events.type, dialect);
  return `${known}\nUNION ALL SELECT t.${dialect.quote(events.case)} AS case_id, ${dialect.text('an event without a type or an instant')} AS reason FROM ${rowsOf(events, asked)} t WHERE ${at} IS NULL OR ${at} < 0 OR ${at} >= ${SPAN_END} OR ${type} IS NULL OR ${type} = ''`;
}

function factsSql(asked: Asked): string {
  // Asked for first: it may be one more of the others.
  const { dialect, received } = asked;
  const firsts = [...asked.firsts].map(([sql, name]) => `, ${sql} AS ${name}`).join('');
  const inner = `SELECT e.case_id, MIN(e.at_ms) AS first_ms${firsts} FROM d_seen e GROUP BY e.case_id`;
  const own = [...asked.firsts.values()].map((name) => `, g.${name}`);
  const mine = [...own, ...[...asked.derived].map(([sql, name]) => `, ${sql} AS ${name}`)].join('');
  return `SELECT c.*, g.${received} AS received_pos, g.first_ms, COALESCE(${instantOf(dialect, `g.${received}`)}, g.first_ms) AS start_ms${mine} FROM d_cases c LEFT JOIN (${inner}) g ON g.case_id = c.case_id${dialect.without('d_left_over', 'l', 'l.case_id = c.case_id')}`;
}

/** What a wide table states that is no instant of the years that the package knows. */
function outOfSpan(asked: Asked): string {
  const {
    dialect,
    tables: { cases },
  } = asked;
  const tests = [...(cases.events ?? [])].map(([, column]) => {
    const at = columnSql(column, 't', dialect);
    return `${at} < 0 OR ${at} >= ${SPAN_END}`;
  });
  if (tests.length === 0) return '';
  return `\nUNION ALL SELECT t.${dialect.quote(cases.id)} AS case_id, ${dialect.text('an event without an instant')} AS reason FROM ${rowsOf(cases, asked)} t WHERE ${tests.join(' OR ')}`;
}

/** The place of a type among events of one instant, where nothing else orders them. */
export function placeOfType(type: string): number {
  const place = (standardEventTypes as readonly string[]).indexOf(type);
  return place < 0 ? standardEventTypes.length : place;
}
