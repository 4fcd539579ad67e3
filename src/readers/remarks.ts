/** What a file of rejects says of each row behind its own cells: where it stood, and why it was left. */
export const remarks = ['line', 'column', 'code', 'reason'] as const;
/** The same where the rows are of several files. */
export const remarksOfSeveral = ['file', ...remarks] as const;

export type Remark = (typeof remarksOfSeveral)[number];

/** A remark's name that is none of the input's own. */
export const remarkName = (remark: Remark, own: readonly string[]): string =>
  own.includes(remark) ? remarkName(`reject-${remark}` as Remark, own) : remark;

/** How many of the names are those of remarks, at the end: of a file of rejects that is read again. */
export function remarksAmong(names: readonly string[]): number {
  const isAt = (list: readonly string[]) =>
    list.every(
      (remark, index) => (names.at(index - list.length) ?? '').replace(/^(?:reject-)+/, '') === remark,
    );
  return [remarksOfSeveral, remarks].find(isAt)?.length ?? 0;
}

/** Codes of rows that were torn: what is missing of them was filled up with empty cells. */
const torn: readonly string[] = ['row.cells', 'row.quote'];

/** Tells of a row of a file of rejects why it is still one, if it is. */
export type StillTorn = (
  cells: readonly string[],
) => { readonly code: string; readonly message: string } | undefined;

/**
 * Of rejects that are read again: a torn row still ends in nothing, or in several cells in one, unless somebody has
 * completed it; whoever finds it complete as it is says so by clearing its code. `undefined` for any other file.
 */
export function stillTorn(names: readonly string[], delimiter = ','): StillTorn | undefined {
  const width = names.length - remarksAmong(names);
  if (width === names.length) return undefined;
  const place = names.length - 2;
  return (cells) => {
    const code = cells[place] ?? '';
    const last = (cells[width - 1] ?? '').trim();
    if (!torn.includes(code) || (last !== '' && !last.includes(delimiter))) return undefined;
    const message = `the row was rejected for its cells before: complete them, or clear ${JSON.stringify(names[place])} if nothing is missing`;
    return { code, message };
  };
}
