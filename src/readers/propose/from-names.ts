import { mappings } from '../mappings.ts';
import type { AttributeMapping, EventMapping, Mapping } from '../schema.ts';
import type { ColumnLook } from './column-look.ts';
import { eventOf, logRoleOf, roleOf } from './names.ts';
import type { Table } from './read-table.ts';

/** Different cells up to which a column is taken for one of kinds or channels. */
const FEW = 60;

/** A mapping made from what the columns are called and what is in them. */
export function fromNames(table: Table, look: ColumnLook): Mapping {
  const id = findId(table, look);
  const log = id === undefined ? undefined : logOf(id, table, look);
  const attributes = findAttributes(look, new Set([id, log?.activity, log?.timestamp, log?.by]));
  const isChinese = table.header.some((name) => /\p{Script=Han}/u.test(name));
  const zone = isChinese ? { timeZone: 'Asia/Shanghai' } : {};
  if (log !== undefined && id !== undefined) return { ...logMapping(id, log, look), ...zone, attributes };
  if (id === undefined) {
    look.notes.push({ code: 'id.none', message: 'no column names the cases; their lines will' });
  } else if (new Set(look.cells(id)).size < look.cells(id).length * 0.9) {
    const message = `${JSON.stringify(id)} repeats, and no columns tell what happened when`;
    look.notes.push({ code: 'id.repeated', column: id, message });
  }
  const events = findEvents(look);
  if (Object.keys(events).length === 0)
    look.notes.push({ code: 'events.none', message: 'no column was recognised as the instant of an event' });
  return { rows: 'case', ...zone, id: id ?? { row: true }, attributes, events };
}

/** The column named as an id; else the first one whose cells are all there, all different and look like numbers of tickets. */
function findId({ rows }: Table, look: ColumnLook): string | undefined {
  const named = look.columns.filter((column) => roleOf(column)?.part === 'id' && !look.isEmpty(column));
  if (named.length > 0) return named[0];
  return look.columns.find((column) => {
    const cells = look.cells(column);
    const isId = (cell: string) => /^[\p{L}#_-]*[- ]?\d[\w-]*$/u.test(cell) && cell.length <= 40;
    return cells.length === rows.length && new Set(cells).size === cells.length && cells.every(isId);
  });
}

interface Log {
  readonly activity: string;
  readonly timestamp: string;
  readonly by: string | undefined;
}

/** The columns of a log, where ids come again and again. */
function logOf(id: string, { rows }: Table, look: ColumnLook): Log | undefined {
  if (new Set(look.cells(id)).size > rows.length * 0.9) return undefined;
  const find = (part: string) => look.columns.filter((column) => logRoleOf(column)?.part === part);
  const [activity] = find('activity');
  const timestamp = find('timestamp').find((column) => look.isInstant(column));
  if (activity === undefined || timestamp === undefined) return undefined;
  return { activity, timestamp, by: find('by')[0] };
}

function logMapping(id: string, { activity, timestamp, by }: Log, look: ColumnLook): Mapping {
  const said = [...new Set(look.cells(activity))].slice(0, FEW);
  const known = said.flatMap((text) => {
    const type = eventOf(text);
    return type === undefined ? [] : [[text, type]];
  });
  return {
    rows: 'event',
    id,
    timestamp: look.instant(timestamp) ?? timestamp,
    event: { column: activity, values: Object.fromEntries(known), otherwise: 'keep' },
    first: 'received',
    ...(by !== undefined && { by }),
  };
}

function findEvents(look: ColumnLook): Record<string, EventMapping> {
  const events: Record<string, EventMapping> = {};
  for (const column of look.columns) {
    const role = roleOf(column);
    if (role?.part === 'event' && events[role.name] === undefined) {
      const at = look.instant(column);
      if (at !== undefined) events[role.name] = at;
    } else if (role === undefined && look.isInstant(column)) {
      const message = `${JSON.stringify(column)} holds instants; its name doesn't tell which event they are of; it is left out`;
      look.notes.push({ code: 'column.instant', column, message });
    }
  }
  return addRating(events, look);
}

/** A rating has the instant of the return visit, if there is one: else nobody knows when it was given. */
function addRating(events: Record<string, EventMapping>, look: ColumnLook): Record<string, EventMapping> {
  const column = look.columns.find((name) => roleOf(name)?.name === 'satisfaction');
  const visit = events['return-visited'];
  if (column === undefined || typeof visit !== 'object') return events;
  const { values, said } = translation('satisfaction', column, look);
  const satisfaction = { column, values, otherwise: 'ignore' as const };
  return { ...events, rated: { ...visit, when: { [column]: said }, attributes: { satisfaction } } };
}

function findAttributes(
  look: ColumnLook,
  taken: ReadonlySet<string | undefined>,
): Record<string, AttributeMapping> {
  const attributes: Record<string, AttributeMapping> = {};
  for (const column of look.columns) {
    const role = roleOf(column);
    if (role?.part !== 'attribute' || taken.has(column) || attributes[role.name] !== undefined) continue;
    if (role.name === 'promisedAt') {
      const at = look.isInstant(column) ? look.instant(column) : undefined;
      if (at !== undefined) attributes[role.name] = { ...at, type: 'instant' };
    } else {
      const { values, said } = translation(role.name, column, look);
      attributes[role.name] = said.length === 0 ? column : { column, values };
    }
  }
  return attributes;
}

/** What the words of a column mean, as far as a built-in mapping knows them. */
function translation(attribute: string, column: string, look: ColumnLook) {
  const dictionary = dictionaryOf(attribute);
  const known = [...new Set(look.cells(column))].slice(0, FEW).filter((cell) => dictionary.has(cell));
  return { values: Object.fromEntries(known.map((cell) => [cell, dictionary.get(cell)!])), said: known };
}

function dictionaryOf(attribute: string): Map<string, string | number | boolean | null> {
  const tables = Object.values(mappings).flatMap(({ attributes = {}, events = {} }) => {
    const ofEvents = Object.values(events).flatMap((columns) =>
      [columns].flat().flatMap((one) => (typeof one === 'string' ? [] : [one.attributes?.[attribute]])),
    );
    return [attributes[attribute], ...ofEvents];
  });
  return new Map(
    tables.flatMap((one) =>
      typeof one === 'object' && 'values' in one ? Object.entries(one.values ?? {}) : [],
    ),
  );
}
