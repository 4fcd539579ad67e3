import { errorClass } from './duly-error.ts';

/** A mapping or an input that can't be read at all; single rows that can't be are rejects instead. */
export const ReaderError = /* @__PURE__ */ errorClass('ReaderError', {
  'reader.mapping': '{=problems}',
  'reader.no-mapping': '{=format} needs a mapping that says how rows become cases',
  'reader.source': '{given} is no source; expected bytes as a stream or an array, or text',
  'reader.format': '{given} is no format; expected csv, xlsx, ndjson or json',
  'reader.unknown-key': 'there is no option {given}',
  'reader.encoding':
    '{given} is no known encoding; expected auto, utf-8, gb18030, utf-16le or another label of the Encoding Standard',
  'reader.no-time-zone': "the format {format} has no offset, so the file's time zone must be stated",
  'reader.no-header': 'the input ends before its header in row {=row}',
  'reader.not-text': 'the table holds {given}, which is no text',
  'reader.unknown-column': 'the header has no column {=columns}',
  'reader.repeated-column': 'the header has more than one column {column}, which the mapping names',
  'reader.row-size':
    'the row that starts on line {=line} is longer than {=limit} MB; expected a shorter one, or a quote that is closed',
  'reader.gzip': "the input is packed with gzip and can't be unpacked: {=reason}",
  'reader.bomb': 'the input unpacks to far more than any export does; it is not read any further',
  'reader.size':
    'the input has more than {=limit} MB, which have to be held in memory; expected CSV or NDJSON',
  'reader.xlsx': "the workbook can't be read: {=reason}",
  'reader.no-sheet': 'the workbook has no sheet {given}',
  'reader.json': 'the input is no JSON document of cases: {=reason}',
});
export type ReaderError = InstanceType<typeof ReaderError>;
