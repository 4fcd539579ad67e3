import { entriesOf, namedColumns } from './named-columns.ts';
import type { AttributeMapping, EventMapping, Mapping } from './schema.ts';

/** A mapping as one header allows it. */
export interface Fitted {
  readonly mapping: Mapping;
  /** Columns that were left out, with what they would have said. */
  readonly missing: readonly string[];
}

type Attributes = Readonly<Record<string, AttributeMapping>>;

/** The mapping with the names that the header has for its columns, and without what the header lacks if that is allowed. */
export function fitMapping(mapping: Mapping, header: readonly string[]): Fitted {
  const { synonyms, optional, ...plain } = mapping;
  const has = new Set(header);
  const nameOf = (column: string) =>
    has.has(column) ? column : (otherNames(synonyms, column).find((other) => has.has(other)) ?? column);
  const named = synonyms === undefined ? plain : renamed(plain, nameOf);
  return optional === true ? cutDown(named, has) : { mapping: named, missing: [] };
}

/** By which names a column is known besides; a column may well be called `constructor`. */
export const otherNames = (synonyms: Mapping['synonyms'], column: string): readonly string[] =>
  synonyms !== undefined && Object.hasOwn(synonyms, column) ? synonyms[column]! : [];

/** Without the attributes and events whose columns aren't there; of `received` one is kept, so that its lack is told. */
function cutDown(mapping: Mapping, has: ReadonlySet<string>): Fitted {
  const missing = new Set<string>();
  const isThere = (part: Pick<Mapping, 'attributes' | 'events'>) => {
    const columns = [...namedColumns({ rows: 'case', id: { row: true }, ...part })];
    const lacking = columns.filter(({ column }) => !has.has(column));
    for (const { column } of lacking) missing.add(column);
    return lacking.length === 0;
  };
  const kept = (all: Attributes = {}) =>
    Object.fromEntries(Object.entries(all).filter(([name, one]) => isThere({ attributes: { [name]: one } })));
  const cutEvent = (type: string, one: EventMapping): EventMapping[] => {
    const whole = typeof one === 'string' ? one : { ...one, attributes: kept(one.attributes) };
    return isThere({ events: { [type]: whole } }) ? [whole] : [];
  };
  const attributes = kept(mapping.attributes);
  const events = Object.entries(mapping.events ?? {}).flatMap(([type, columns]) => {
    const all = entriesOf<EventMapping>(columns, []).map(([, one]) => one);
    const left = all.flatMap((one) => cutEvent(type, one));
    if (left.length === 0 && type === 'received') left.push(all[0]!);
    return left.length === 0 ? [] : [[type, left.length === 1 ? left[0]! : left] as const];
  });
  const fitted = { ...mapping, attributes, events: Object.fromEntries(events) };
  return { mapping: fitted, missing: [...missing] };
}

type NameOf = (column: string) => string;

/** The mapping with other names for its columns. */
function renamed(mapping: Mapping, nameOf: NameOf): Mapping {
  const { id, timestamp, event, by, attributes, events } = mapping;
  const newId = typeof id === 'string' ? nameOf(id) : 'column' in id ? { column: nameOf(id.column) } : id;
  return {
    ...mapping,
    id: newId,
    ...(timestamp !== undefined && { timestamp: columnRenamed(timestamp, nameOf) }),
    ...(event !== undefined && { event: columnRenamed(withAttributes(event, nameOf), nameOf) }),
    ...(by !== undefined && { by: nameOf(by) }),
    ...(attributes !== undefined && { attributes: attributesRenamed(attributes, nameOf) }),
    ...(events !== undefined && { events: eventsRenamed(events, nameOf) }),
  };
}

function columnRenamed<T extends { readonly column: string }>(one: string | T, nameOf: NameOf): string | T {
  return typeof one === 'string' ? nameOf(one) : { ...one, column: nameOf(one.column) };
}

function withAttributes<T extends { attributes?: Record<string, AttributeMapping> | undefined }>(
  one: string | T,
  nameOf: NameOf,
): string | T {
  if (typeof one === 'string' || one.attributes === undefined) return one;
  return { ...one, attributes: attributesRenamed(one.attributes, nameOf) };
}

function attributesRenamed(attributes: Attributes, nameOf: NameOf): Record<string, AttributeMapping> {
  const entries = Object.entries(attributes).map(([name, one]): [string, AttributeMapping] => [
    name,
    typeof one === 'object' && 'value' in one ? one : columnRenamed(one, nameOf),
  ]);
  return Object.fromEntries(entries);
}

function eventsRenamed(events: NonNullable<Mapping['events']>, nameOf: NameOf): Mapping['events'] {
  const rename = (one: EventMapping): EventMapping => {
    const made = columnRenamed(withAttributes(one, nameOf), nameOf);
    if (typeof made === 'string') return made;
    const { after, when } = made;
    return {
      ...made,
      ...(after !== undefined && { after: columnRenamed(after, nameOf) }),
      ...(when !== undefined && {
        when: Object.fromEntries(Object.entries(when).map(([column, test]) => [nameOf(column), test])),
      }),
    };
  };
  return Object.fromEntries(
    Object.entries(events).map(([type, one]) => [type, Array.isArray(one) ? one.map(rename) : rename(one)]),
  );
}
