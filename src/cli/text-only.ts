import { CliError, exitStatus } from './cli-error.ts';
import type { CliWords } from './words.ts';

type Packed = keyof CliWords['packed'];

/** How files begin that are often taken for a CSV. */
const packed: readonly (readonly [start: readonly number[], what: Packed])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'zip'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'xls'],
  [[0x25, 0x50, 0x44, 0x46], 'pdf'],
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
    if (why !== undefined)
      throw new CliError((words) => words.noText(name, words.packed[why]), exitStatus.badInput);
    isFirst = false;
    yield bytes;
  }
}

function whyNoText(bytes: Uint8Array, encoding: string): Packed | undefined {
  const known = packed.find(([start]) => start.every((byte, index) => bytes[index] === byte));
  if (known !== undefined) return known[1];
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  // Every other byte of Latin text in UTF-16 is 0.
  return marked || wide.test(encoding) || !bytes.includes(0) ? undefined : 'zeros';
}
