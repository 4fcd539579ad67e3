import { zoneOf } from '../../instant/zone.ts';
import { fitMapping } from '../../readers/fit-mapping.ts';
import type { Mapping } from '../../readers/index.ts';
import { entriesOf } from '../../readers/named-columns.ts';
import type { AttributeMapping, EventMapping } from '../../readers/schema.ts';
import type { ColumnType, TablesSpec } from '../../sql/index.ts';
import { attributeSql, conditionSql, eventSql, eventTypeSql, quoted, type Said } from './cells.ts';
import type { Database } from './database.ts';
import { Named, sqlTypes } from './named.ts';
import { RowColumns } from './row-columns.ts';
import { slicesOf } from './slices-of.ts';
import type { SourceTable } from './source.ts';
import { Unread } from './unread.ts';

/** What a case says of its events, as SQL over the relation that `cases` is made of. */
export interface CaseFacts {
  /** The first instant of an event of those types, or of any; NULL if there is none. */
  earliest(types?: readonly string[]): string;
  latest(types?: readonly string[]): string;
  /** Whether two events are of one type and instant. */
  readonly repeats: string;
  /** An attribute; `undefined` where the mapping has none of that name. */
  attribute(name: string): string | undefined;
}

/** Rows of all files in one table, `staged`, slice by slice, and what has to be done with it. */
export interface Staging {
  readonly facts: CaseFacts;
  readonly tables: TablesSpec;
  /** How many slices there are; all rows of a case are in one. */
  readonly slices: number;
  /** A query of the `first` and the `last` instant of all events. */
  readonly span: string;
  /** Makes `cases` and `events` of the rows of a slice, without cases of which `aside` holds. */
  judged(aside: string, slice: number): string[];
  /** A query of the rows of those cases: `file` and `n`. */
  readonly rowsJudged: string;
}

/** The instant of one event of a row, and its attributes. */
interface EventColumn {
  readonly type: string;
  readonly at: string;
  readonly attributes: Map<string, { readonly own: string; readonly type: ColumnType }>;
}

/** A file's rows as a query, and the columns that it has beside `file`, `n`, `odd` and `id`. */
interface Part {
  readonly columns: RowColumns;
  readonly values: Map<string, string>;
}

/** Reads the rows of all files into `staged`. */
export async function stage(
  sources: readonly SourceTable[],
  mapping: Mapping,
  timeZone: string | undefined,
  database: Database,
): Promise<Staging> {
  const zoneName = timeZone ?? mapping.timeZone;
  const zone = zoneName === undefined ? undefined : zoneOf(zoneName);
  const attributes = new Named('a');
  const ofEvents = new Named('x');
  const events: EventColumn[] = [];
  const types = new Map<string, string>();
  const parts = sources.map((source): Part => {
    const { mapping: fitted } = fitMapping(mapping, source.header);
    const part: Part = { columns: new RowColumns(source, fitted, zone), values: new Map() };
    const set = (column: string, type: string, { sql, odd }: Said) => {
      part.columns.oddIf(odd);
      types.set(column, type);
      part.values.set(column, sql);
    };
    set('id', 'VARCHAR', idSql(fitted, part.columns));
    part.columns.oddIf(`${part.values.get('id')} IS NULL`);
    for (const [name, one] of Object.entries(fitted.attributes ?? {})) {
      const said = attributeSql(one, part.columns);
      set(attributes.of(name, said.type).name, sqlTypes[said.type], said);
    }
    if (mapping.rows === 'case') wideEvents(fitted, part, { events, ofEvents, set });
    else logEvent(fitted, part, { ofEvents, set });
    return part;
  });
  const names = [...types.keys()];
  const listed = names.map((name) => `${name} ${types.get(name)}`).join(', ');
  await database.run(`CREATE TABLE staged (slice INTEGER, file INTEGER, n BIGINT, odd BOOLEAN, ${listed})`);
  const slices = await slicesOf(sources, database);
  // In the order of slices, so that each is found without a look at the others.
  const order = slices === 1 ? '' : ' ORDER BY slice';
  for (const [place, { columns, values }] of parts.entries()) {
    const wanted = names.map(
      (name) => `CAST(${values.get(name) ?? 'NULL'} AS ${types.get(name)}) AS ${name}`,
    );
    await database.run(
      `INSERT INTO staged SELECT COALESCE(hash(id) % ${slices}, 0) AS slice, ${place}, * FROM (${columns.query(wanted)})${order}`,
    );
  }
  return {
    slices,
    ...(mapping.rows === 'case'
      ? wideStaging(mapping, attributes, ofEvents, events)
      : logStaging(mapping, attributes, ofEvents)),
  };
}

/** The rows of a slice, as a view. */
const ofSlice = (slice: number) =>
  `CREATE OR REPLACE VIEW slice AS SELECT * FROM staged WHERE slice = ${slice}`;

function idSql({ id }: Mapping, columns: RowColumns): Said {
  if (typeof id === 'string') return attributeSql(id, columns);
  return 'column' in id
    ? attributeSql(id.column, columns)
    : { sql: 'CAST(n AS VARCHAR)', type: 'text', odd: 'FALSE' };
}

type SetColumn = (column: string, type: string, said: Said) => void;

function wideEvents(
  { events: given = {} }: Mapping,
  { columns }: Part,
  { events, ofEvents, set }: { events: EventColumn[]; ofEvents: Named; set: SetColumn },
): void {
  for (const [type, all] of Object.entries(given)) {
    for (const [place, [, one]] of entriesOf<EventMapping>(all, []).entries()) {
      const known = events.filter((event) => event.type === type)[place];
      const event = known ?? { type, at: `e${events.length}`, attributes: new Map() };
      if (known === undefined) events.push(event);
      const { sql: holds, odd } = conditionSql(one, columns);
      columns.oddIf(odd);
      const at = eventSql(one, columns);
      const where = (sql: string) => (holds === 'TRUE' ? sql : `CASE WHEN ${holds} THEN ${sql} END`);
      set(event.at, 'BIGINT', { ...at, sql: where(at.sql) });
      for (const [name, attribute] of Object.entries((typeof one === 'object' && one.attributes) || {})) {
        const said = attributeSql(attribute as AttributeMapping, columns);
        ofEvents.of(name, said.type);
        const own = `${event.at}_${ofEvents.all.get(name)!.name}`;
        event.attributes.set(name, { own, type: said.type });
        set(own, sqlTypes[said.type], said);
      }
    }
  }
}

function logEvent(
  { event, timestamp, events, by }: Mapping,
  { columns, values }: Part,
  { ofEvents, set }: { ofEvents: Named; set: SetColumn },
): void {
  if (event === undefined || timestamp === undefined || events !== undefined)
    throw new Unread('rows: event, events');
  const column = typeof event === 'string' ? event : event.column;
  columns.oddIf(`${columns.cell(column)} IS NULL`);
  set('type', 'VARCHAR', eventTypeSql(event, columns));
  set('at_ms', 'BIGINT', eventSql(timestamp, columns));
  columns.oddIf(`${values.get('at_ms')} IS NULL`);
  const own = Object.entries((typeof event === 'object' && event.attributes) || {});
  for (const [name, one] of [...(by === undefined ? [] : [['by', by] as const]), ...own]) {
    const said = attributeSql(one as AttributeMapping, columns);
    set(ofEvents.of(name, said.type).name, sqlTypes[said.type], said);
  }
}

const leastOf = (all: readonly string[], name: 'LEAST' | 'GREATEST') =>
  all.length === 0 ? 'NULL' : all.length === 1 ? all[0]! : `${name}(${all.join(', ')})`;

/** Rows that are cases, with a column for each event. */
function wideStaging(
  { first }: Mapping,
  attributes: Named,
  ofEvents: Named,
  events: readonly EventColumn[],
): Omit<Staging, 'slices'> {
  const all = events.map(({ at }) => at);
  const of = (types?: readonly string[]) => {
    const own = events.filter(({ type }) => types?.includes(type) !== false).map(({ at }) => at);
    // The first event of all may count as one of another type besides.
    return first !== undefined && types?.includes(first) ? [...own, leastOf(all, 'LEAST')] : own;
  };
  const pairs = events.flatMap((one, place) =>
    events.slice(place + 1).flatMap((other) => (other.type === one.type ? [`${one.at} = ${other.at}`] : [])),
  );
  const extra = [...ofEvents.all];
  const selects = events.map(({ type, at, attributes: own }, place) => {
    const more = extra.map(
      ([name, column]) =>
        `, CAST(${own.get(name)?.own ?? 'NULL'} AS ${sqlTypes[column.type]}) AS ${column.name}`,
    );
    return `SELECT id AS case_id, ${quoted(type)} AS type, ${at} AS at_ms, ${place + 1} AS seq${more.join('')} FROM cases WHERE ${at} IS NOT NULL`;
  });
  if (first !== undefined && all.length > 0) {
    const least = leastOf(all, 'LEAST');
    const own = events
      .filter(({ type }) => type === first)
      .map(({ at }) => `COALESCE(${at} <> ${least}, TRUE)`);
    const more = extra.map(([, column]) => `, CAST(NULL AS ${sqlTypes[column.type]}) AS ${column.name}`);
    selects.push(
      `SELECT id AS case_id, ${quoted(first)} AS type, ${least} AS at_ms, 0 AS seq${more.join('')} FROM cases WHERE ${[`${least} IS NOT NULL`, ...own].join(' AND ')}`,
    );
  }
  return {
    facts: {
      earliest: (types) => leastOf(of(types), 'LEAST'),
      latest: (types) => leastOf(of(types), 'GREATEST'),
      repeats: pairs.length === 0 ? 'FALSE' : `(${pairs.join(' OR ')})`,
      attribute: (name) => attributes.all.get(name)?.name,
    },
    tables: tablesOf(attributes, ofEvents),
    span: `SELECT MIN(${leastOf(all, 'LEAST')}) AS first, MAX(${leastOf(all, 'GREATEST')}) AS last FROM staged`,
    judged: (aside, slice) => [
      ofSlice(slice),
      'CREATE OR REPLACE TABLE repeated AS SELECT id FROM slice WHERE id IS NOT NULL GROUP BY id HAVING COUNT(*) > 1',
      `CREATE OR REPLACE TABLE cases AS SELECT * FROM slice s ANTI JOIN repeated r ON r.id = s.id WHERE NOT (odd OR COALESCE(${aside}, FALSE))`,
      `CREATE OR REPLACE VIEW events AS ${selects.length === 0 ? "SELECT id AS case_id, '' AS type, 0 AS at_ms, 0 AS seq FROM cases WHERE FALSE" : selects.join(' UNION ALL ')}`,
    ],
    rowsJudged: 'SELECT file, n FROM cases',
  };
}

/** Rows that are events. */
function logStaging({ first }: Mapping, attributes: Named, ofEvents: Named): Omit<Staging, 'slices'> {
  // A case's first row counts as an event of the type that `first` names, be its own activity ignored.
  const ofTypes = (types: readonly string[] | undefined) => {
    if (first !== undefined && (types === undefined || types.includes(first))) return 'TRUE';
    return types === undefined ? 'type IS NOT NULL' : `type IN (${types.map(quoted).join(', ')})`;
  };
  const own = [...attributes.all.values()].map(({ name }) => name);
  // What differs between the rows of a case is a change, of which the package tells the instant.
  const changed = own.map(
    (name) => `MIN(${name}) IS DISTINCT FROM MAX(${name}) OR COUNT(${name}) NOT IN (0, COUNT(*))`,
  );
  const odd = ['bool_or(odd)', 'COUNT(DISTINCT file) > 1', 'COUNT(*) > 1000000', ...changed].join(' OR ');
  const values = own.map((name) => `, MIN(${name}) AS ${name}`).join('');
  const extra = [...ofEvents.all.values()].map(({ name }) => name);
  const start = first === undefined ? '' : quoted(first);
  return {
    facts: {
      earliest: (types) => `MIN(at_ms) FILTER (WHERE ${ofTypes(types)})`,
      latest: (types) => `MAX(at_ms) FILTER (WHERE ${ofTypes(types)})`,
      repeats: "COUNT(*) <> COUNT(DISTINCT (COALESCE(type, ''), at_ms))",
      attribute: (name) => {
        const column = attributes.all.get(name)?.name;
        return column && `MIN(${column})`;
      },
    },
    tables: tablesOf(attributes, ofEvents),
    span: 'SELECT MIN(at_ms) AS first, MAX(at_ms) AS last FROM staged',
    judged: (aside, slice) => [
      ofSlice(slice),
      `CREATE OR REPLACE TABLE cases AS SELECT id, MIN(at_ms) AS first_at${values} FROM slice WHERE id IS NOT NULL GROUP BY id HAVING NOT (${odd} OR COALESCE(${aside}, FALSE))`,
      `CREATE OR REPLACE TABLE log AS SELECT s.id AS case_id, s.type, s.at_ms, row_number() OVER (PARTITION BY s.id ORDER BY s.n) AS seq${extra.map((name) => `, s.${name}`).join('')} FROM slice s SEMI JOIN cases c ON c.id = s.id WHERE s.type IS NOT NULL`,
      `CREATE OR REPLACE VIEW events AS SELECT l.* FROM log l SEMI JOIN cases c ON c.id = l.case_id${
        first === undefined
          ? ''
          : ` UNION ALL SELECT c.id, ${start}, c.first_at, 0${extra.map(() => ', NULL').join('')} FROM cases c WHERE c.first_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM log l WHERE l.case_id = c.id AND l.type = ${start} AND l.at_ms = c.first_at)`
      }`,
    ],
    rowsJudged: 'SELECT s.file, s.n FROM slice s SEMI JOIN cases c ON c.id = s.id',
  };
}

const tablesOf = (attributes: Named, ofEvents: Named): TablesSpec => ({
  cases: { table: 'cases', attributes: attributes.specs },
  events: {
    table: 'events',
    at: { column: 'at_ms', as: 'epoch-ms' },
    order: 'seq',
    attributes: ofEvents.specs,
  },
});
