import type { Policy } from '../policy/types.ts';
import type { Scope } from './scope.ts';
import type { ColumnType } from './tables.ts';

/**
 * Makes the attributes known that standards read as times or numbers, before a condition that only asks whether they are
 * there takes them for text.
 */
export function learnTypes({ standards }: Policy, scope: Scope): void {
  for (const standard of standards) {
    for (const [name, type] of typesIn(standard)) scope.learnAttribute(name, type);
    if (standard.kind === 'bound' && typeof standard.measure === 'string')
      scope.learnAttribute(standard.measure, 'number');
  }
}

/** What promises a time or states one: `{ promised }` and `{ attribute }`, wherever they stand. */
function* typesIn(part: unknown): Generator<readonly [string, ColumnType]> {
  if (typeof part !== 'object' || part === null) return;
  const { promised, attribute } = part as { readonly promised?: unknown; readonly attribute?: unknown };
  for (const name of [promised, attribute]) if (typeof name === 'string') yield [name, 'instant'];
  for (const inner of Object.values(part)) yield* typesIn(inner);
}
