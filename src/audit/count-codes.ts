import type { CodeCount } from './report.ts';

/** Where an example stands: its line and case decide which few are kept, so that any order gives the same ones. */
interface Placed {
  readonly file?: string;
  readonly line?: number;
  readonly case?: string;
  readonly id?: string;
  readonly run?: number;
  readonly message?: string;
}

const KEPT = 5;

/** Counts per code, each with its first few examples by line, then by case. */
export interface CodeCounter<Example extends Placed> {
  /** `example` is called only where it will be kept. */
  add(code: string, place: Placed, example: () => Example): void;
  merge(counts: readonly CodeCount<Example>[]): void;
  /** The most frequent code first. */
  list(): CodeCount<Example>[];
}

export function countCodes<Example extends Placed>(): CodeCounter<Example> {
  const codes = new Map<string, { count: number; examples: Example[] }>();

  const entryOf = (code: string) => {
    const known = codes.get(code);
    if (known !== undefined) return known;
    const fresh = { count: 0, examples: [] };
    codes.set(code, fresh);
    return fresh;
  };
  const keep = (examples: Example[], place: Placed, example: () => Example) => {
    const last = examples[KEPT - 1];
    if (last !== undefined && byPlace(place, last) >= 0) return;
    const index = examples.findIndex((other) => byPlace(place, other) < 0);
    examples.splice(index < 0 ? examples.length : index, 0, example());
    if (examples.length > KEPT) examples.pop();
  };

  return {
    add(code, place, example) {
      const entry = entryOf(code);
      entry.count += 1;
      keep(entry.examples, place, example);
    },
    merge(counts) {
      for (const { code, count, examples } of counts) {
        const entry = entryOf(code);
        entry.count += count;
        for (const example of examples) keep(entry.examples, example, () => example);
      }
    },
    list: () =>
      [...codes]
        .map(([code, { count, examples }]) => ({ code, count, examples: [...examples] }))
        .sort((a, b) => b.count - a.count || compareText(a.code, b.code)),
  };
}

function byPlace(a: Placed, b: Placed): number {
  return (
    compareText(a.file ?? '', b.file ?? '') ||
    (a.line ?? Number.MAX_SAFE_INTEGER) - (b.line ?? Number.MAX_SAFE_INTEGER) ||
    compareText(a.case ?? a.id ?? '', b.case ?? b.id ?? '') ||
    (a.run ?? 0) - (b.run ?? 0) ||
    compareText(a.message ?? '', b.message ?? '')
  );
}

/** By code units: the same order on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
