import { calendarColumns } from './calendar-statements.ts';
import type { Dialect } from './dialect.ts';
import { verdictNames } from './verdict-columns.ts';

/** The columns of the tables and views that earlier statements have made, by their quoted names. */
export function storedColumns({ quote }: Dialect, prefix: string): Map<string, readonly string[]> {
  const stored = { ...calendarColumns, verdicts: verdictNames };
  return new Map(Object.entries(stored).map(([name, columns]) => [quote(prefix + name), columns]));
}
