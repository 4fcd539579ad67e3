import type { Encode } from './aside-file.ts';

const MARK = '\ufeff';

/** How text is written in an encoding: what stands before it, and its bytes. */
export interface TextForm {
  readonly mark: string;
  readonly encode: Encode;
}

const utf8: Encode = (text) => Buffer.from(text, 'utf8');

/**
 * How text is written in the encoding that it was read in, such as `gb18030`. What can't be written in that way is
 * UTF-8 with a byte order mark, which goes before whatever a mapping states, and which Excel needs.
 */
export function textForm(label: string): TextForm {
  const { encoding } = new TextDecoder(label);
  if (encoding === 'utf-16le') return { mark: MARK, encode: (text) => Buffer.from(text, 'utf16le') };
  if (encoding === 'utf-16be') return { mark: MARK, encode: (text) => Buffer.from(text, 'utf16le').swap16() };
  // Of several states, which the table below knows nothing of.
  if (encoding === 'utf-8' || encoding === 'iso-2022-jp') return { mark: MARK, encode: utf8 };
  const known = encoding === 'gbk' ? 'gb18030' : encoding;
  const bytesOf = known === 'gb18030' ? bytesOfGb18030() : bytesOfShort(known);
  return { mark: '', encode: (text) => Buffer.from(bytesOf(text)) };
}

type Table = ReadonlyMap<string, readonly number[]>;

/** Text in an encoding of one or two bytes a letter; what it can't say is a question mark, as on any printer. */
function bytesOfShort(encoding: string): (text: string) => number[] {
  const table = shortTable(encoding);
  return (text) => [...text].flatMap((letter) => table.get(letter) ?? [0x3f]);
}

/** The bytes of all letters that have one or two, asked of the decoder. */
function shortTable(encoding: string): Table {
  const singles = Array.from({ length: 256 }, (_, byte) => [byte]);
  const doubles = range(0x81, 0xfe).flatMap((first) => range(0x30, 0xfe).map((second) => [first, second]));
  return tableOf(encoding, [...doubles, ...singles]);
}

/** Later bytes for the same letter win. */
function tableOf(encoding: string, all: readonly (readonly number[])[]): Table {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, readonly number[]>();
  for (const bytes of all) {
    const letter = decoder.decode(Uint8Array.from(bytes));
    if ([...letter].length === 1 && letter !== '\ufffd') table.set(letter, bytes);
  }
  return table;
}

/** Letters beyond the first plane follow each other in GB18030 from these four bytes on. */
const BEYOND = fourBytes([0x90, 0x30, 0x81, 0x30]);
const PLANE = 0x1_0000;

function bytesOfGb18030(): (text: string) => number[] {
  const short = shortTable('gb18030');
  let long: Table | undefined;
  const ofLetter = (letter: string): readonly number[] => {
    const code = letter.codePointAt(0) as number;
    if (code >= PLANE) return bytesAt(BEYOND + code - PLANE);
    long ??= tableOf(
      'gb18030',
      Array.from({ length: fourBytes([0x84, 0x31, 0xa4, 0x3a]) }, (_, place) => bytesAt(place)),
    );
    return long.get(letter) ?? [0x84, 0x31, 0xa4, 0x37];
  };
  return (text) => [...text].flatMap((letter) => short.get(letter) ?? ofLetter(letter));
}

/** The place of four bytes of GB18030 among all of them. */
function fourBytes([a, b, c, d]: readonly [number, number, number, number]): number {
  return (((a - 0x81) * 10 + (b - 0x30)) * 126 + (c - 0x81)) * 10 + (d - 0x30);
}

const bytesAt = (place: number): number[] => [
  0x81 + Math.floor(place / 12_600),
  0x30 + (Math.floor(place / 1260) % 10),
  0x81 + (Math.floor(place / 10) % 126),
  0x30 + (place % 10),
];

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
