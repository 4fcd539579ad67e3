import { errorClass, show } from './duly-error.ts';
import { formatProblems, type Problem } from './problem.ts';

const ReaderErrorBase = /* @__PURE__ */ errorClass('ReaderError', {
  'reader.mapping': ({ problems }: { problems: readonly Problem[] }) => formatProblems('mapping', problems),
  'reader.no-mapping': ({ format }: { format: string }) =>
    `${format} needs a mapping that says how rows become cases`,
  'reader.format': ({ given }: { given: unknown }) =>
    `${show(given)} is no format; expected csv, ndjson or json`,
  'reader.encoding': ({ given }: { given: unknown }) =>
    `${show(given)} is no known encoding; expected auto, utf-8, gb18030, utf-16le or another label of the Encoding Standard`,
  'reader.no-time-zone': ({ format }: { format: string }) =>
    `the format ${show(format)} has no offset, so the file's time zone must be stated`,
  'reader.no-header': ({ row }: { row: number }) => `the input ends before its header in row ${row}`,
  'reader.unknown-column': ({ columns }: { columns: readonly string[] }) =>
    `the header has no column ${columns.map(show).join(', ')}`,
  'reader.repeated-column': ({ column }: { column: string }) =>
    `the header has more than one column ${show(column)}, which the mapping names`,
  'reader.row-size': ({ line, limit }: { line: number; limit: number }) =>
    `the row that starts on line ${line} is longer than ${limit / 1e6} MB; expected a shorter one, or a quote that is closed`,
  'reader.json': ({ reason }: { reason: string }) => `the input is no JSON document of cases: ${reason}`,
});

/** A mapping or an input that can't be read at all; single rows that can't be are rejects instead. */
export class ReaderError extends ReaderErrorBase {
  /** Everything that is wrong with the mapping. */
  readonly problems: readonly Problem[];

  constructor(...args: ConstructorParameters<typeof ReaderErrorBase>) {
    super(...args);
    const data = args[1];
    this.problems = 'problems' in data ? data.problems : [];
  }
}
