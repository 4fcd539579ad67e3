import { type ErrorPath, show } from '../errors/duly-error.ts';
import { formatProblems, type Problem } from '../errors/problem.ts';
import { ReaderError } from '../errors/reader-error.ts';
import type { MappingFault } from './mapping-fault.ts';
import { meaningProblems } from './meaning-problems.ts';
import { type Mapping, mappingSchema } from './schema.ts';
import { shapeProblems } from './shape-problems.ts';

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
 * - `first`: the type that each case's first event has as well, be it one that `otherwise: 'ignore'` leaves out.
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
    ? [...prototypeKeys(json), ...meaningProblems(parsed.data)]
    : parsed.error.issues.flatMap(shapeProblems);
  if (problems.length === 0) return json as Mapping;
  const all = problems.map((fault): Problem => ({ severity: 'error', ...fault }));
  throw new ReaderError('reader.mapping', { problems: formatProblems('mapping', all) }, { problems: all });
}

/** Keys that the schema passes over without a look at what they hold: JSON can name them, an assignment can't. */
function* prototypeKeys(value: unknown, path: ErrorPath = []): Generator<MappingFault> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const at = [...path, key];
    if (key === '__proto__')
      yield { code: 'mapping.unknown-key', path: at, message: `unknown key ${show(key)}` };
    else yield* prototypeKeys(inner, at);
  }
}
