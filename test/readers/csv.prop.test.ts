import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { Mapping } from '../../src/readers/index.ts';
import { collect, inPieces } from './support.ts';

/** Cells with everything that matters to a CSV reader; no white space at their ends, since cells are trimmed. */
const cell = fc
  .array(fc.constantFrom('a', 'b', '"', ',', ';', '\t', '\n', '\r\n', ' ', 'é', '漢', '😀'), { maxLength: 8 })
  .map((parts) => parts.join('').trim());

/** A table of ids and notes, written with one delimiter and one kind of line end, with empty lines in between. */
const file = fc.record({
  rows: fc.array(fc.record({ note: cell, gap: fc.nat({ max: 2 }), quoted: fc.boolean() }), { maxLength: 12 }),
  delimiter: fc.constantFrom(',', ';', '\t'),
  end: fc.constantFrom('\n', '\r\n'),
  last: fc.boolean(),
  sizes: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 }),
});

const mapping: Mapping = { rows: 'case', id: 'id', attributes: { note: 'note' }, events: { received: 'at' } };

const quote = (text: string, always: boolean): string =>
  always || /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

describe('CSV', () => {
  test.prop([file], { numRuns: 300 })(
    'reads back every cell and the line of every row, whatever the delimiter, line ends and pieces',
    async ({ rows, delimiter, end, last, sizes }) => {
      let text = ['id', 'at', 'note'].join(delimiter);
      let line = 1;
      const wanted = rows.map(({ note, gap, quoted }, index) => {
        text += end.repeat(gap + 1) + [`N${index}`, '', quote(note, quoted)].join(delimiter);
        const start = line + gap + 1;
        line = start + (note.match(/\r\n|\n/g)?.length ?? 0);
        return { id: `N${index}`, note: note === '' ? undefined : note, line: start };
      });
      if (last) text += end;
      const bytes = new TextEncoder().encode(text);
      const results = await collect(inPieces(bytes, sizes), { format: 'csv', mapping });
      const found = results.map((result) => {
        if (!result.ok) return result;
        return { id: result.case.id, note: result.case.note, line: result.line };
      });
      expect(found).toEqual(wanted);
    },
  );
});
