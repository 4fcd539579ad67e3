import type { Scope } from './scope.ts';
import type { MakeTally } from './tally-rows.ts';

/** How many breaches a report keeps. */
const KEPT = 100;

/** The cases of the worst breaches with all that is known of them: the package tells their verdicts in full. */
export function worstCases(verdicts: string, scope: Scope, tally: MakeTally): string[] {
  const { dialect } = scope;
  const { text } = dialect.types;
  const order = dialect.byCodePoint;
  const worst = scope.add(
    'd_worst',
    `SELECT DISTINCT x.case_id FROM (SELECT v.case_id FROM ${verdicts} v WHERE v.status IN ('late', 'overdue', 'broken') ORDER BY CASE v.severity WHEN 'soft' THEN 1 ELSE 0 END, COALESCE(v.over_ms, -1) DESC, CAST(v.case_id AS ${text})${order}, v.standard${order}, v.run LIMIT ${KEPT}) x`,
    true,
  );
  const events = scope.add(
    'd_worst_events',
    `SELECT e.*, ROW_NUMBER() OVER (PARTITION BY e.case_id ORDER BY e.pos) AS place FROM d_events e JOIN ${worst} w ON w.case_id = e.case_id`,
    true,
  );
  const parts = [
    tally({ part: 'case', name: 'w.case_id' }, `FROM ${worst} w`),
    tally(
      { part: 'event', name: 'e.case_id', period: 'e.place', n: 'e.at_ms', more: 'e.type' },
      `FROM ${events} e`,
    ),
  ];
  for (const { index, ofCase, ofEvent } of scope.known.values()) {
    const slot = String(index);
    if (ofCase !== undefined)
      parts.push(
        tally(
          { part: 'attribute', name: 'c.case_id', slot, more: `c.a${index}` },
          `FROM d_cases c JOIN ${worst} w ON w.case_id = c.case_id WHERE c.a${index} IS NOT NULL`,
        ),
      );
    if (ofEvent !== undefined)
      parts.push(
        tally(
          { part: 'attribute', name: 'e.case_id', slot, period: 'e.place', more: `e.o${index}` },
          `FROM ${events} e WHERE e.o${index} IS NOT NULL`,
        ),
      );
  }
  return parts;
}
