import type { When } from '../../case/conditions.ts';
import { type ErrorPath, show } from '../../errors/duly-error.ts';
import { contradiction, isCovered, together } from './conditions.ts';
import type { LintView } from './lint-view.ts';

interface Table {
  readonly table: readonly { readonly when: When }[];
  readonly otherwise?: unknown;
}

/** Warns of rows that can't be the first to match, in the tables of limits and of roles. */
export function lintTables(view: LintView): void {
  for (const { part, path } of view.standards) {
    for (const [key, value] of Object.entries(part)) {
      if (isTable(value)) lintTable(view, value, [...path, key], part.when);
    }
  }
  for (const { part, path } of view.ladders) {
    part.rungs.forEach(({ to }, index) => {
      if (isTable(to)) lintTable(view, to, [...path, 'rungs', index, 'to'], undefined);
    });
  }
}

/** `given` is known to hold wherever the table is asked. */
function lintTable(
  view: LintView,
  { table, otherwise }: Table,
  path: ErrorPath,
  given: When | undefined,
): void {
  // A row that a parameter is still to give may hold whenever its own name does.
  const conditions = table.map((row) => row.when ?? (row as unknown as When));
  conditions.forEach((when, index) => {
    // A row that contradicts itself is reported as a condition.
    if (contradiction(together(when)) !== undefined) return;
    const tests = together(given, when);
    const attribute = contradiction(tests);
    const covered = isCovered(tests, conditions.slice(0, index));
    if (attribute === undefined && !covered) return;
    const why =
      attribute === undefined
        ? 'an earlier row matches whenever it does'
        : `the standard applies only where ${show(attribute)} is something else`;
    const hint =
      attribute === undefined ? 'Move it up, or leave it out' : 'Leave it out, or widen the standard';
    view.warn('unreachable-row', [...path, 'table', index], `this row never matches: ${why}`, hint);
  });
  if (otherwise === undefined || !isCovered(together(given), conditions)) return;
  const message = 'this is never used: some row always matches';
  view.warn('unreachable-row', [...path, 'otherwise'], message, 'Leave it out, or narrow the rows');
}

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && Array.isArray((value as { table?: unknown }).table);
