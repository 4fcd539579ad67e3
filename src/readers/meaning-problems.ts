import { type ErrorPath, show } from '../errors/duly-error.ts';
import { nearest } from '../errors/nearest.ts';
import { findZone } from '../instant/zone.ts';
import { isEncoding } from './decode.ts';
import type { MappingFault } from './mapping-fault.ts';
import { entriesOf, namedColumns } from './named-columns.ts';
import type { AttributeMapping, EventMapping, Mapping } from './schema.ts';
import { formatProblem } from './stamp.ts';

/** What is wrong with a mapping whose parts are all of the right shape. */
export function* meaningProblems(mapping: Mapping): Generator<MappingFault> {
  const { timeZone, encoding, delimiter } = mapping;
  if (timeZone !== undefined && findZone(timeZone) === undefined) {
    yield {
      code: 'mapping.time-zone',
      path: ['timeZone'],
      message: `${show(timeZone)} is no known IANA time zone`,
    };
  }
  if (encoding !== undefined && !isEncoding(encoding)) {
    yield { code: 'mapping.encoding', path: ['encoding'], message: `${show(encoding)} is no known encoding` };
  }
  if (delimiter !== undefined && (delimiter.length !== 1 || /["\r\n]/.test(delimiter))) {
    yield {
      code: 'mapping.delimiter',
      path: ['delimiter'],
      message: `${show(delimiter)} is no single separating character`,
    };
  }
  yield* rowProblems(mapping);
  yield* attributeProblems(mapping.attributes ?? {}, ['attributes'], ['id', 'events', '__proto__']);
  for (const [type, columns] of Object.entries(mapping.events ?? {})) {
    for (const [path, column] of entriesOf(columns, ['events', type])) yield* eventProblems(column, path);
  }
  yield* synonymProblems(mapping);
  if (typeof mapping.event === 'object') {
    yield* otherwiseProblems(mapping.event, ['event']);
    yield* attributeProblems(
      mapping.event.attributes ?? {},
      ['event', 'attributes'],
      ['type', 'at', '__proto__'],
    );
  }
  if (typeof mapping.timestamp === 'object')
    yield* formatProblems(mapping.timestamp.format, ['timestamp', 'format']);
}

function* synonymProblems(mapping: Mapping): Generator<MappingFault> {
  const named = new Set([...namedColumns(mapping)].map(({ column }) => column));
  for (const column of Object.keys(mapping.synonyms ?? {})) {
    if (named.has(column)) continue;
    const near = nearest(column, [...named]);
    const hint = near === undefined ? {} : { hint: `Did you mean ${show(near)}?` };
    const message = `${show(column)} is no column that the mapping names`;
    yield { code: 'mapping.synonym', path: ['synonyms', column], message, ...hint };
  }
}

function* rowProblems(mapping: Mapping): Generator<MappingFault> {
  const code = 'mapping.rows';
  if (mapping.rows === 'case') {
    for (const key of ['timestamp', 'event', 'by', 'sorted'] as const) {
      if (mapping[key] === undefined) continue;
      yield { code, path: [key], message: `${show(key)} goes with "rows": "event" only` };
    }
    if (Object.keys(mapping.events ?? {}).length === 0) {
      yield {
        code,
        path: ['events'],
        message: 'expected at least one event, else the cases have no history',
      };
    }
    return;
  }
  if (typeof mapping.id === 'object' && 'row' in mapping.id) {
    yield { code, path: ['id'], message: 'rows of events need the column of the case they belong to' };
  }
  if ((mapping.timestamp === undefined) !== (mapping.event === undefined)) {
    const path = [mapping.event === undefined ? 'event' : 'timestamp'];
    yield { code, path, message: '"timestamp" and "event" go together' };
  } else if (mapping.timestamp === undefined && mapping.events === undefined) {
    yield { code, path: ['timestamp'], message: 'rows of events need "timestamp" and "event", or "events"' };
  }
}

function* eventProblems(column: EventMapping, path: ErrorPath): Generator<MappingFault> {
  if (typeof column === 'string') return;
  yield* formatProblems(column.format, [...path, 'format']);
  if (typeof column.after === 'object')
    yield* formatProblems(column.after.format, [...path, 'after', 'format']);
  const odd = column.after === undefined ? 'unit' : 'format';
  if (column[odd] !== undefined) {
    const message = column.after === undefined ? '"unit" goes with "after" only' : 'a length has no format';
    yield { code: 'mapping.shape', path: [...path, odd], message };
  }
  yield* attributeProblems(column.attributes ?? {}, [...path, 'attributes'], ['type', 'at', '__proto__']);
}

function* attributeProblems(
  attributes: Readonly<Record<string, AttributeMapping>>,
  path: ErrorPath,
  reserved: readonly string[],
): Generator<MappingFault> {
  for (const [name, attribute] of Object.entries(attributes)) {
    const here = [...path, name];
    if (reserved.includes(name)) {
      yield { code: 'mapping.reserved', path: here, message: `${show(name)} is no attribute` };
    }
    if (typeof attribute === 'string' || 'value' in attribute) continue;
    yield* otherwiseProblems(attribute, here);
    yield* formatProblems(attribute.format, [...here, 'format']);
    if (attribute.format !== undefined && attribute.type !== 'instant' && attribute.type !== 'date') {
      const hint = 'Add "type": "instant" or "type": "date"';
      yield {
        code: 'mapping.shape',
        path: [...here, 'format'],
        message: 'only instants and dates have a format',
        hint,
      };
    }
  }
}

function* otherwiseProblems(
  { values, otherwise }: { readonly values?: unknown; readonly otherwise?: unknown },
  path: ErrorPath,
): Generator<MappingFault> {
  if (otherwise === undefined || values !== undefined) return;
  yield {
    code: 'mapping.shape',
    path: [...path, 'otherwise'],
    message: '"otherwise" goes with "values" only',
  };
}

function* formatProblems(
  formats: string | readonly string[] | undefined,
  path: ErrorPath,
): Generator<MappingFault> {
  for (const [place, format] of entriesOf(formats ?? [], path)) {
    const problem = formatProblem(format);
    if (problem !== undefined) yield { code: 'mapping.format', path: place, ...problem };
  }
}
