import type { Problem } from '../../errors/problem.ts';
import type { StandardKind } from '../../standards/kind.ts';
import { lintBounds } from './lint-bounds.ts';
import { lintConditions } from './lint-conditions.ts';
import { lintContradictions } from './lint-contradictions.ts';
import { lintHours } from './lint-hours.ts';
import { lintKpis } from './lint-kpis.ts';
import { lintLadders } from './lint-ladders.ts';
import { lintTables } from './lint-tables.ts';
import { lintUnused } from './lint-unused.ts';
import { LintView } from './lint-view.ts';
import { lintWords } from './lint-words.ts';

/** What is valid in a document and most likely not meant; parts that have errors are left out. */
export function lintPolicy(
  document: Readonly<Record<string, unknown>>,
  errors: readonly Problem[],
  kinds: Readonly<Record<string, StandardKind>>,
): readonly Problem[] {
  const view = new LintView(document, errors, kinds);
  lintWords(view);
  lintConditions(view);
  lintTables(view);
  lintBounds(view);
  lintContradictions(view);
  lintHours(view);
  lintLadders(view);
  lintKpis(view);
  lintUnused(view);
  return view.warnings;
}
