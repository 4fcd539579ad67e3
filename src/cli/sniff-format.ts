import { withStart } from '../readers/bytes.ts';
import { isJson } from '../readers/is-json.ts';
import { unpack } from '../readers/unpack.ts';

export type Format = 'csv' | 'xlsx' | 'ndjson' | 'json';

/** The longest first line that is looked at. */
const LINE = 1 << 20;

/** What a stream without a name holds, by its first bytes, and all of its bytes, unpacked. */
export async function sniffFormat(
  source: AsyncIterable<Uint8Array>,
): Promise<{ readonly format: Format; readonly bytes: AsyncIterable<Uint8Array> }> {
  let [start, bytes] = await withStart(unpack(source), 4);
  if (start[0] === 0x50 && start[1] === 0x4b) return { format: 'xlsx', bytes };
  for (let length = 64; length <= LINE; length *= 4) {
    const format = formatOf(start);
    if (format !== undefined) return { format, bytes };
    [start, bytes] = await withStart(bytes, length);
    if (start.length < length) return { format: formatOf(start, true) ?? 'json', bytes };
  }
  return { format: 'json', bytes };
}

/** A document of JSON, or one a line; what is neither is CSV. `undefined` if it takes more to know. */
function formatOf(start: Uint8Array, isAll = false): Format | undefined {
  const text = new TextDecoder().decode(start).trimStart();
  const opening = /^[[{]\s*(\S?)/.exec(text);
  if (text === '' && !isAll) return undefined;
  if (opening === null) return 'csv';
  const [whole, next] = opening;
  if (next === '') return isAll ? 'csv' : undefined;
  if (whole.startsWith('[')) return next === '{' || next === ']' ? 'json' : 'csv';
  if (next !== '"' && next !== '}') return 'csv';
  const end = text.indexOf('\n');
  if (end < 0 && !isAll) return undefined;
  return isJson(end < 0 ? text : text.slice(0, end)) ? 'ndjson' : 'json';
}
