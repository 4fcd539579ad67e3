import type { Dialect } from './dialect.ts';

/** The columns of the tallies, beside the groups `g0`, `g1`...: which figure it is, and its parts. */
export interface TallyColumns {
  readonly part: string;
  /** The standard, or the place of the KPI. */
  readonly name?: string;
  readonly slot?: string;
  readonly period?: string;
  readonly groups?: readonly string[];
  readonly n?: string;
  /** A sum of ms as billions and the rest, and the least and the most. */
  readonly high?: string;
  readonly low?: string;
  readonly least?: string;
  readonly most?: string;
  readonly more?: string;
}

/** Makes a query of tallies of the width that one task has. */
export type MakeTally = (columns: TallyColumns, rest: string) => string;

const wholes = ['slot', 'period', 'n', 'high', 'low', 'least', 'most'] as const;

/** A query of tallies; all have the same columns. */
export function tallySql(
  columns: TallyColumns,
  rest: string,
  groups: number,
  { types, text }: Dialect,
): string {
  const list = [
    `CAST(${text(columns.part)} AS ${types.text}) AS part`,
    `CAST(${columns.name ?? 'NULL'} AS ${types.text}) AS name`,
  ];
  for (const key of wholes) list.push(`CAST(${columns[key] ?? 'NULL'} AS ${types.whole}) AS ${key}`);
  for (let place = 0; place < groups; place += 1)
    list.push(`CAST(${columns.groups?.[place] ?? 'NULL'} AS ${types.text}) AS g${place}`);
  list.push(`CAST(${columns.more ?? 'NULL'} AS ${types.text}) AS more`);
  return `SELECT ${list.join(', ')} ${rest}`;
}

/** The sums of a length in ms that a tally keeps. */
export const sumsOf = (ms: string, div: Dialect['div']) => ({
  n: 'COUNT(*)',
  high: `SUM(${div(ms, 1_000_000_000)})`,
  low: `SUM(${ms} % 1000000000)`,
  least: `MIN(${ms})`,
  most: `MAX(${ms})`,
});
