import type { Breach } from '../audit/report.ts';

/** The worst breach of a case, and how many more of it the report lists. */
export interface CaseBreach {
  readonly breach: Breach;
  readonly more: number;
}

/** One line a case: whoever broke one promise to a customer has often broken the others of that case too. */
export function worstByCase(breaches: readonly Breach[]): CaseBreach[] {
  const found = new Map<string, CaseBreach>();
  for (const breach of breaches) {
    // The organisation's own breaches are of no case; of each standard there is one line.
    const key = breach.case === '' ? `of ${breach.standard}` : `case ${breach.case}`;
    const { breach: worst, more } = found.get(key) ?? { breach, more: -1 };
    found.set(key, { breach: worst, more: more + 1 });
  }
  return [...found.values()];
}
