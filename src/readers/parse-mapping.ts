import { type ErrorPath, show } from '../errors/duly-error.ts';
import { nearest } from '../errors/nearest.ts';
import { type Problem, formatProblems as tellProblems } from '../errors/problem.ts';
import { ReaderError } from '../errors/reader-error.ts';
import { findZone } from '../instant/zone.ts';
import { isEncoding } from './decode.ts';
import { entriesOf, namedColumns } from './named-columns.ts';
import { type AttributeMapping, type EventMapping, type Mapping, mappingSchema } from './schema.ts';
import { formatProblem } from './stamp.ts';

/**
 * Checks a mapping and returns it unchanged.
 *
 * What its keys mean:
 * - `rows`: `case` (a row is a case) or `event` (a row is an event; the rows of one `id` make a case).
 * - `id`: the column of the case id, or `{ row: true }` where there is none: the line then names the case.
 * - `timeZone`: the zone of stamps without an offset; a `timeZone` given to `readCases` goes before it. `encoding`
 *   likewise: `auto` (default), `utf-8`, `gb18030`, `utf-16le` or another label of the Encoding Standard.
 * - `delimiter` of CSV: found from the header if not given. `headerRow`: the row of the header, from 1.
 * - `missing`: cells that stand for nothing, such as `NULL`. Cells are trimmed, and empty ones leave out what they
 *   would have said.
 * - `synonyms`: other names of columns, `{ "Opened": ["Created", "Received"] }`: the first of them that the header has
 *   stands for a column that it lacks. With `optional: true`, columns that the header lacks under any name are left out
 *   together with what they would have said, and a finding `header.missing` names them; the id, `timestamp`, `event` and
 *   one column of the event `received` have to be there all the same.
 * - `attributes`: each a column, `{ value }` for all cases alike, or
 *   `{ column, values, otherwise, type, format }`. `values` translates cells, and `null` leaves the attribute out;
 *   `otherwise` says what becomes of a cell that isn't among them: `keep` (default), `ignore`, `reject` the row.
 *   `type`: `string` (default), `number`, `boolean` (true, false, yes, no, 1, 0), `instant` or `date`.
 * - `events`: for each event type a column of instants, or `{ column, format, attributes, when }`, or a list of these.
 *   `attributes` are the event's own. `when` makes the event only of rows whose cells pass all of its tests:
 *   `"text"`, `["one", "of these"]`, or `{ "exists": true }`. With `after`, a column of instants, the event's own column
 *   says how long after it came: a number of `unit` (`minutes`, `seconds`, `hours`), or `hh:mm` or `hh:mm:ss`.
 * - `format`: date-fns tokens, `iso` (default), `epoch-ms`, `epoch-s` or `excel`; a list is tried in order.
 * - Rows of events have `timestamp` and `event` (a column, or with `values`, `otherwise`, `attributes`), and `by`, the
 *   column of the actor; `events` may stand beside them, for stamps that are repeated on every row. An attribute that
 *   differs between a case's rows becomes a `changed` event. `sorted` promises that the rows of a case stand together,
 *   so that cases needn't be kept until the end.
 * - `first`: the type that each case's first event has as well.
 * - `sheet`: the name of a workbook's sheet, or its number from 1; the first if not given. `title`, `note` and
 *   `"format": "duly-mapping/1"` are for people and tools.
 *
 * Events at one instant keep the order in which the mapping names them.
 *
 * @param json - The parsed JSON document.
 * @throws ReaderError `reader.mapping`, listing all problems with path and hint in `problems`.
 * @example parseMapping({ rows: 'case', id: 'Ticket', events: { received: 'Opened' } }).rows // => 'case'
 */
export function parseMapping(json: unknown): Mapping {
  const parsed = mappingSchema.safeParse(json);
  const problems = parsed.success
    ? [...prototypeKeys(json), ...semanticProblems(parsed.data)]
    : parsed.error.issues.flatMap(problemsOf);
  if (problems.length === 0) return json as Mapping;
  const all = problems.map((fault): Problem => ({ severity: 'error', ...fault }));
  throw new ReaderError('reader.mapping', { problems: tellProblems('mapping', all) }, { problems: all });
}

const keys = [
  'format',
  'title',
  'note',
  'rows',
  'timeZone',
  'encoding',
  'delimiter',
  'sheet',
  'headerRow',
  'missing',
  'synonyms',
  'optional',
  'id',
  'attributes',
  'events',
  'timestamp',
  'event',
  'first',
  'by',
  'sorted',
  'column',
  'values',
  'otherwise',
  'type',
  'value',
  'when',
  'exists',
  'row',
  'after',
  'unit',
];

/** A mapping has no warnings. */
type Fault = Omit<Problem, 'severity'>;

/** Keys that the schema passes over without a look at what they hold: JSON can name them, an assignment can't. */
function* prototypeKeys(value: unknown, path: ErrorPath = []): Generator<Fault> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const at = [...path, key];
    if (key === '__proto__')
      yield { code: 'mapping.unknown-key', path: at, message: `unknown key ${show(key)}` };
    else yield* prototypeKeys(inner, at);
  }
}

/** The parts of a zod issue that we read. */
interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly expected?: unknown;
  readonly values?: readonly unknown[];
  readonly keys?: readonly string[];
  readonly errors?: readonly (readonly Issue[])[];
  readonly minimum?: unknown;
}

function problemsOf(issue: Issue): Fault[] {
  const path = issue.path as ErrorPath;
  const below = (inner: Issue): Issue => ({ ...inner, path: [...issue.path, ...inner.path] });
  switch (issue.code) {
    case 'invalid_union': {
      const branch = closestBranch(issue.errors ?? []);
      if (branch !== undefined) return branch.flatMap((inner) => problemsOf(below(inner)));
      return [{ code: 'mapping.shape', path, message: `expected ${[...expectations(issue)].join(' or ')}` }];
    }
    case 'unrecognized_keys':
      return (issue.keys ?? []).map((key) => {
        const guess = nearest(key, keys);
        const problem = {
          code: 'mapping.unknown-key',
          path: [...path, key],
          message: `unknown key ${show(key)}`,
        };
        return guess === undefined || guess === key
          ? problem
          : { ...problem, hint: `Did you mean "${guess}"?` };
      });
    case 'too_small':
      return [{ code: 'mapping.shape', path, message: `expected at least ${issue.minimum}` }];
    default:
      return [{ code: 'mapping.shape', path, message: `expected ${[...expectations(issue)].join(' or ')}` }];
  }
}

/** The branch of a union that the document was most likely meant for: it has the right outer shape and the fewest faults. */
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const faults = (issues: readonly Issue[]) =>
    issues.reduce((sum, issue) => sum + (issue.keys?.length ?? 1), 0);
  const candidates = branches.filter(
    (issues) => !issues.some((issue) => issue.path.length === 0 && isOuter(issue)),
  );
  return candidates.toSorted((a, b) => faults(a) - faults(b))[0];
}

const isOuter = (issue: Issue): boolean =>
  issue.code === 'invalid_type' ||
  (issue.code === 'invalid_union' && closestBranch(issue.errors ?? []) === undefined);

function expectations(issue: Issue): Set<string> {
  if (issue.code === 'invalid_union') {
    return new Set((issue.errors ?? []).flat().flatMap((inner) => [...expectations(inner)]));
  }
  const expected = issue.values?.map((value) => show(value)) ?? [String(issue.expected ?? 'another value')];
  return new Set(expected);
}

function* semanticProblems(mapping: Mapping): Generator<Fault> {
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

function* synonymProblems(mapping: Mapping): Generator<Fault> {
  const named = new Set([...namedColumns(mapping)].map(({ column }) => column));
  for (const column of Object.keys(mapping.synonyms ?? {})) {
    if (named.has(column)) continue;
    const near = nearest(column, [...named]);
    const hint = near === undefined ? {} : { hint: `Did you mean ${show(near)}?` };
    const message = `${show(column)} is no column that the mapping names`;
    yield { code: 'mapping.synonym', path: ['synonyms', column], message, ...hint };
  }
}

function* rowProblems(mapping: Mapping): Generator<Fault> {
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

function* eventProblems(column: EventMapping, path: ErrorPath): Generator<Fault> {
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
): Generator<Fault> {
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
): Generator<Fault> {
  if (otherwise === undefined || values !== undefined) return;
  yield {
    code: 'mapping.shape',
    path: [...path, 'otherwise'],
    message: '"otherwise" goes with "values" only',
  };
}

function* formatProblems(formats: string | readonly string[] | undefined, path: ErrorPath): Generator<Fault> {
  for (const [place, format] of entriesOf(formats ?? [], path)) {
    const problem = formatProblem(format);
    if (problem !== undefined) yield { code: 'mapping.format', path: place, ...problem };
  }
}
