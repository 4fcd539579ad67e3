const LF = 10;
const CR = 13;
const QUOTE = 34;

/** Where in the row a scan stands. */
const CELL_START = 0;
const IN_CELL = 1;
const IN_QUOTES = 2;

/** Finds where rows of CSV end, and the lines on which they start, without looking at what is in them. */
export interface RowEnds {
  /**
   * The end of the first or of the last whole row in the bytes, 0 where there is none. They begin where the end last told
   * was, and hold what was looked at since.
   */
  scan(bytes: Uint8Array, which: 'first' | 'last'): number;
  /** The line on which the row starts that comes next. */
  readonly line: number;
}

/**
 * A scanner that takes the ends of rows where {@link CsvSplitter} does: a quote opens only at the start of a cell,
 * and closes only before a delimiter or the end of a row. Lines are counted as it counts them too.
 */
export function rowEnds(delimiter: number): RowEnds {
  let line = 1;
  /** What was found in the bytes of the unfinished row, so that a long one isn't scanned again from its start. */
  let state = CELL_START;
  let looked = 0;
  let breaks = 0;
  return {
    scan(bytes, which) {
      if (which === 'last' && looked === 0) {
        const rows = plainRows(bytes);
        if (rows !== undefined) {
          line += rows;
          return bytes.lastIndexOf(LF) + 1;
        }
      }
      let done = 0;
      let at = looked;
      // Whether a quote closes its cell, or a CR ends its row, shows in the two bytes after it.
      const last = bytes.length - 2;
      for (; at < last; at += 1) {
        const byte = bytes[at];
        if (state === IN_QUOTES) {
          if (byte === QUOTE) {
            const next = bytes[at + 1];
            if (next === QUOTE) at += 1;
            else state = closes(next, bytes[at + 2]) ? CELL_START : IN_CELL;
          } else if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) breaks += 1;
        } else if (byte === LF) {
          done = at + 1;
          line += 1 + breaks;
          breaks = 0;
          state = CELL_START;
          if (which === 'first') break;
        } else if (byte === delimiter) state = CELL_START;
        else if (byte === QUOTE && state === CELL_START) state = IN_QUOTES;
        else if (byte === CR) {
          // The CR of a CRLF is no part of the cell.
          if (bytes[at + 1] === LF) continue;
          breaks += 1;
          state = IN_CELL;
        } else state = IN_CELL;
      }
      if (which === 'first' && done > 0) at = done;
      looked = at - done;
      return done;
    },
    get line() {
      return line;
    },
  };

  function closes(next: number | undefined, second: number | undefined): boolean {
    return next === 0 || next === delimiter || next === LF || (next === CR && second === LF);
  }
}

/** How many rows there are where lines are rows; `undefined` where that isn't so. */
function plainRows(bytes: Uint8Array): number | undefined {
  if (bytes.includes(QUOTE)) return undefined;
  for (let at = bytes.indexOf(CR); at >= 0; at = bytes.indexOf(CR, at + 1)) {
    if (bytes[at + 1] !== LF) return undefined;
  }
  let rows = 0;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) rows += 1;
  return rows === 0 ? undefined : rows;
}
