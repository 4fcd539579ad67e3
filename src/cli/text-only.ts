import { CliError, exitStatus } from './cli-error.ts';

/** How files begin that are often taken for a CSV. */
const packed: readonly (readonly [start: readonly number[], what: string])[] = [
  [[0x1f, 0x8b], 'it is compressed with gzip; unpack it first'],
  [[0x50, 0x4b, 0x03, 0x04], 'it is a ZIP archive or a spreadsheet; unpack it, or save the sheet as CSV'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'it is a spreadsheet of old; save the sheet as CSV'],
  [[0x25, 0x50, 0x44, 0x46], 'it is a PDF'],
];

const wide = /^utf-?16/i;

/** The same bytes; refused at once where they can't be text in the encoding (`auto` or a label). */
export async function* textOnly(
  source: AsyncIterable<Uint8Array>,
  name: string,
  encoding = 'auto',
): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for await (const bytes of source) {
    const why = isFirst ? whyNoText(bytes, encoding) : undefined;
    if (why !== undefined) throw new CliError(`${name} is no text: ${why}`, exitStatus.badInput);
    isFirst = false;
    yield bytes;
  }
}

function whyNoText(bytes: Uint8Array, encoding: string): string | undefined {
  const known = packed.find(([start]) => start.every((byte, index) => bytes[index] === byte));
  if (known !== undefined) return known[1];
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  // Every other byte of Latin text in UTF-16 is 0.
  return marked || wide.test(encoding) || !bytes.includes(0) ? undefined : 'it holds bytes of 0';
}
