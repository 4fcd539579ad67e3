import { DAY } from '../instant/types.ts';
import { zoneOf } from '../instant/zone.ts';
import { fitMapping } from '../readers/fit-mapping.ts';
import type { Mapping } from '../readers/index.ts';
import { namedColumns } from '../readers/named-columns.ts';
import { spellStamp } from '../readers/spell-stamp.ts';
import { compileStamp } from '../readers/stamp.ts';
import type { InputForm } from './rejected-row.ts';

/** A cell of a row of an input, by the place of its column, as a table of text has it. */
export type SpellCell = (cell: string, column: number) => string;

/**
 * Dates of a workbook, which have no form of their own, in the form that the mapping reads: text is all that a table of
 * rejects has. What the form would lose, such as seconds, is left as it is.
 */
export function spellStamps({ format, mapping, columns }: InputForm): SpellCell {
  if (format !== 'xlsx' || mapping === undefined) return (cell) => cell;
  const byColumn = formatsOf(fitMapping(mapping, columns).mapping);
  const wall = zoneOf('UTC', []);
  const native = compileStamp(['iso', 'excel'], wall);
  const spellers = columns.map((name) => {
    const column = byColumn.get(name);
    if (column === undefined) return (cell: string) => cell;
    const { formats, unit } = column;
    const read = compileStamp(formats, wall);
    return (cell: string) => {
      const at = native(cell);
      if (Number.isNaN(at) || !Number.isNaN(read(cell))) return cell;
      const spelled = formats.map((one) => spellStamp(at, one) ?? '');
      return spelled.find((text) => Math.floor(read(text) / unit) === Math.floor(at / unit)) ?? cell;
    };
  });
  return (cell, column) => spellers[column]!(cell);
}

interface Stamped {
  readonly type?: string;
  readonly format?: string | readonly string[];
  readonly after?: unknown;
}

interface StampColumn {
  readonly formats: readonly string[];
  /** What the column is about, in ms: of a date the time of day is of no account. */
  readonly unit: number;
}

/** The formats of each column of instants or dates. */
function formatsOf(mapping: Mapping): ReadonlyMap<string, StampColumn> {
  const found = new Map<string, StampColumn>();
  for (const { column, path } of namedColumns(mapping)) {
    const place = path.at(-1) === 'column' ? path.slice(0, -1) : path;
    const node = place.reduce<unknown>((one, key) => (one as Record<string, unknown>)[key], mapping);
    const { type, format, after } = (typeof node === 'string' ? {} : node) as Stamped;
    const isEvent = ['events', 'timestamp'].includes(place[0] as string);
    const isAttribute = place.includes('attributes');
    const isStamp = isAttribute ? type === 'instant' || type === 'date' : isEvent && after === undefined;
    if (!isStamp || place.includes('when')) continue;
    const isDate = type === 'date';
    found.set(column, {
      formats: [format ?? (isDate ? 'yyyy-MM-dd' : 'iso')].flat(),
      unit: isDate ? DAY : 1,
    });
  }
  return found;
}
