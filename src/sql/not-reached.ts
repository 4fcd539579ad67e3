import type { Dialect } from './dialect.ts';

/** An expression that fails, for want of days in the calendar tables, and names the case of the row `r`. */
export const notReached = (what: string, { fail, types }: Dialect): string =>
  fail(`'duly: the calendar tables do not reach ${what} of case ' || CAST(r.case_id AS ${types.text})`);
