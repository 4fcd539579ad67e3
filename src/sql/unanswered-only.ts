import type { Scope } from './scope.ts';

/** Of all runs that may be, those whose start no older one of the same key was waiting for. */
export function unansweredOnly(scope: Scope, runs: string): string {
  const key = (row: string) => `COALESCE('=' || ${row}.run_key, '')`;
  const may = scope.add(
    scope.fresh('may'),
    `SELECT x.*, ${key('x')} AS chain_key, ROW_NUMBER() OVER (PARTITION BY x.case_id, ${key('x')} ORDER BY x.start_pos) AS place FROM ${runs} x`,
    true,
  );
  const next = scope.add(
    scope.fresh('next'),
    `SELECT a.case_id, a.chain_key, a.start_pos, MIN(b.start_pos) AS next_pos FROM ${may} a JOIN ${may} b ON b.case_id = a.case_id AND b.chain_key = a.chain_key AND b.start_pos > a.last_pos AND b.start_pos > a.start_pos GROUP BY a.case_id, a.chain_key, a.start_pos`,
    true,
  );
  const chain = scope.fresh('chain');
  scope.add(
    chain,
    `SELECT m.case_id, m.chain_key, m.start_pos FROM ${may} m WHERE m.place = 1 UNION ALL SELECT n.case_id, n.chain_key, n.next_pos FROM ${chain} c JOIN ${next} n ON n.case_id = c.case_id AND n.chain_key = c.chain_key AND n.start_pos = c.start_pos`,
  );
  return scope.add(
    scope.fresh('runs'),
    `SELECT m.* FROM ${may} m JOIN ${chain} c ON c.case_id = m.case_id AND c.chain_key = m.chain_key AND c.start_pos = m.start_pos`,
  );
}
