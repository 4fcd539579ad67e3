import { fitMapping } from '../fit-mapping.ts';
import { mappings } from '../mappings.ts';
import { entriesOf, namedColumns } from '../named-columns.ts';
import type { EventMapping, Mapping } from '../schema.ts';
import type { ColumnLook } from './column-look.ts';
import type { Table } from './read-table.ts';

/** The share of a built-in mapping's columns that an export has to have: people choose which to export. */
const ENOUGH = 0.55;

/** The built-in mapping of the product that the export comes from, cut down to the columns it has. */
export function knownExport(
  { rows }: Table,
  look: ColumnLook,
): { readonly name: string; readonly mapping: Mapping } | undefined {
  const shares = Object.entries(mappings).map(([name, whole]) => {
    const { mapping } = fitMapping(whole, look.columns);
    return { name, mapping, share: columnsOf(mapping) / columnsOf(whole) };
  });
  const best = shares.reduce((first, next) => (next.share > first.share ? next : first));
  const { name, mapping, share } = best;
  if (share < ENOUGH || typeof mapping.id !== 'string' || !look.columns.includes(mapping.id))
    return undefined;
  // Ids that come again and again are those of a log, which has a row per event.
  if (new Set(look.cells(mapping.id)).size < rows.length * 0.5) return undefined;
  return { name, mapping: { ...mapping, events: eventsAsWritten(mapping.events, look) } };
}

const columnsOf = (mapping: Mapping): number =>
  new Set([...namedColumns(mapping)].map(({ column }) => column)).size;

function eventsAsWritten(events: Mapping['events'], look: ColumnLook): Mapping['events'] {
  const written = Object.entries(events ?? {}).flatMap(([type, columns]) => {
    const left = entriesOf<EventMapping>(columns, []).flatMap(([, one]) => asWritten(one, look));
    return left.length === 0 ? [] : [[type, left.length === 1 ? left[0]! : left] as const];
  });
  return Object.fromEntries(written);
}

/** The event with the format of its column's cells where that is another; none where it can't be told. */
function asWritten(one: EventMapping, look: ColumnLook): EventMapping[] {
  if (typeof one === 'string') return [one];
  const { column, format } = one.after === undefined ? one : eventsOwn(one.after);
  if (look.isEmpty(column) || look.isReadBy(column, [format ?? 'iso'].flat())) return [one];
  const written = look.instant(column);
  if (written === undefined) return look.isInstant(column) ? [] : [one];
  return [one.after === undefined ? { ...one, ...written } : { ...one, after: written }];
}

const eventsOwn = (after: string | { column: string; format?: string | string[] | undefined }) =>
  typeof after === 'string' ? { column: after, format: undefined } : after;
