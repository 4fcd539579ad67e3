import { listOf, type Selector, type Selectors } from '../case/selector.ts';
import type { Terms } from '../standards/limit-rule.ts';
import { afterAll } from './base-relations.ts';
import { dueBefore } from './due-before.ts';
import { withExemptType } from './exempt-type.ts';
import { Lookups } from './lookups.ts';
import { notReached } from './not-reached.ts';
import type { Notice } from './notice-anchors.ts';
import type { Ruled } from './rule-verdicts.ts';
import { withTimes } from './run-times.ts';
import type { Scope } from './scope.ts';

interface Asked {
  readonly ruled: Ruled<Notice>;
  /** Cases under one limit: `case_id`, `from_ms`, `given_pos`, `over_pos`. */
  readonly runs: string;
  readonly anchors: string;
}

/** What ends a notice before it is given: that it isn't needed, or that the case is over. */
export const endsOfNotice = ({ unless, exemptOn }: Notice): readonly Selector[] => [
  ...listOf((unless ?? []) as Selectors),
  ...listOf(exemptOn as Selectors),
];

/** The notices with `due_ms`, how they ended, and the times that a verdict tells. */
export function endedNotices(
  scope: Scope,
  { ruled, runs, anchors }: Asked,
  terms: Terms & { readonly kind: 'limit' },
): string {
  const stages = stagesOf(scope, { ruled, runs, anchors }, terms);
  const { dialect, asOf } = scope;
  const { standard } = ruled;
  const known = scope.add(
    scope.fresh('notices'),
    `SELECT r.case_id, r.from_ms, r.given_pos, r.over_pos, k.known_pos FROM ${runs} r LEFT JOIN (SELECT s.case_id, MIN(s.start_pos) AS known_pos FROM ${stages} s GROUP BY s.case_id) k ON k.case_id = r.case_id`,
  );
  // Before anything is known of the anchor the end of the case ends this too; later only what comes in time does.
  const ends = endsOfNotice(standard);
  const needless = scope.add(
    scope.fresh('notices'),
    `SELECT r.case_id, MIN(e.pos) AS pos FROM ${known} r JOIN d_seen e ON e.case_id = r.case_id AND e.pos >= r.known_pos WHERE ${scope.selects(ends, 'e')} GROUP BY r.case_id`,
    true,
  );
  const within = (stage: string, pos: string) =>
    `${stage}.case_id = r.case_id AND ${stage}.start_pos <= ${pos} AND ${pos} < ${stage}.next_pos`;
  const inTime = scope.add(
    scope.fresh('notices'),
    `SELECT r.case_id, r.pos FROM ${needless} r JOIN ${stages} s ON ${within('s', 'r.pos')} WHERE ${scope.instantOf('r.pos')} <= s.due_ms`,
    true,
  );
  const isOver = 'r.over_pos IS NOT NULL AND (r.known_pos IS NULL OR r.over_pos < r.known_pos)';
  const done =
    'CASE WHEN r.given_pos IS NOT NULL AND r.known_pos IS NOT NULL THEN GREATEST(r.given_pos, r.known_pos) END';
  const ended = scope.add(
    scope.fresh('notices'),
    `SELECT r.*, CASE WHEN r.is_over = 1 THEN 'exempt' WHEN r.done_pos IS NOT NULL AND (r.needless_pos IS NULL OR r.done_pos <= r.needless_pos) THEN 'done' WHEN r.needless_pos IS NOT NULL THEN 'exempt' ELSE 'open' END AS ending FROM (SELECT r.*, CASE WHEN ${isOver} THEN 1 ELSE 0 END AS is_over, ${done} AS done_pos, n.pos AS needless_pos FROM ${known} r LEFT JOIN ${inTime} n ON n.case_id = r.case_id) r`,
  );
  const placed = scope.add(
    scope.fresh('notices'),
    `SELECT r.*, CASE WHEN r.is_over = 1 THEN r.over_pos WHEN r.ending = 'exempt' THEN r.needless_pos WHEN r.ending = 'done' THEN r.done_pos ELSE ${Number.MAX_SAFE_INTEGER}000 END AS end_pos, CASE WHEN r.is_over = 1 THEN r.over_pos WHEN r.ending = 'exempt' THEN r.needless_pos WHEN r.ending = 'done' THEN r.given_pos END AS last_pos FROM ${ended} r`,
  );
  const { text, whole } = dialect.types;
  const told = scope.add(
    scope.fresh('notices'),
    `SELECT r.case_id, CAST(0 AS ${whole}) AS start_pos, r.from_ms, CAST(NULL AS ${text}) AS run_key, 1 AS run_no, r.ending, r.last_pos, COALESCE(${scope.instantOf('r.last_pos')}, ${asOf}) AS last_ms, s.due_ms, CAST(NULL AS ${text}) AS lack, s.since, s.reason, CASE WHEN r.ending = 'exempt' THEN r.last_pos END AS exempt_pos FROM ${placed} r LEFT JOIN ${stages} s ON ${within('s', 'r.end_pos')}`,
  );
  return withTimes(scope, withExemptType(scope, told, 'exempt_pos', [...ends, 'closed']), {
    terms,
    pauses: null,
    knowsWorked: false,
  });
}

/** The anchors that were taken in view of, each up to the next: what is due stands once it has come. */
function stagesOf(
  scope: Scope,
  { ruled, runs, anchors }: Asked,
  terms: Terms & { readonly kind: 'limit' },
): string {
  const { dialect } = scope;
  const look = new Lookups(dialect, scope.calendars.ofTimetable(terms.timetable), scope.prefix);
  const asked = scope.add(
    scope.fresh('stages'),
    `SELECT a.* FROM ${anchors} a JOIN ${runs} r ON r.case_id = a.case_id`,
  );
  const clearDays = ruled.standard.clearDays === true;
  const reckoned = dueBefore({ scope, look, anchors: asked, clearDays }, terms);
  const due = scope.add(
    scope.fresh('stages'),
    `SELECT r.case_id, r.start_pos, r.since_ms, CASE WHEN r.due_ms IS NULL THEN ${notReached('the due instant', dialect)} ELSE r.due_ms END AS due_ms, r.since, r.reason FROM ${reckoned} r`,
  );
  const turn = 'PARTITION BY r.case_id ORDER BY r.start_pos';
  const late = scope.add(
    scope.fresh('stages'),
    `SELECT r.*, CASE WHEN r.since_ms >= LAG(r.due_ms) OVER (${turn}) THEN 1 ELSE 0 END AS late FROM ${due} r`,
  );
  const kept = scope.add(
    scope.fresh('stages'),
    `SELECT r.*, SUM(r.late) OVER (${turn} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS lates FROM ${late} r`,
  );
  return scope.add(
    scope.fresh('stages'),
    `SELECT r.*, COALESCE(LEAD(r.start_pos) OVER (${turn}), ${afterAll(dialect)}) AS next_pos FROM ${kept} r WHERE r.lates = 0`,
    true,
  );
}
