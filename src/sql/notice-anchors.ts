import type { NoticeStandard } from '../standards/notice/standard.ts';
import { isAttribute } from '../standards/promise.ts';
import { timeType, withStated } from './first-known.ts';
import type { Ruled } from './rule-verdicts.ts';
import type { Scope } from './scope.ts';

/** A notice whose parameters are known, but for those of its limit. */
export type Notice = Omit<NoticeStandard, 'atLeast'>;

/**
 * What a notice has to come before, as it became known: `case_id`, `start_pos` (the event with which it did, -1: from
 * the start), `since_ms`, `from_ms` (the anchor itself) and `ends_day` (1: it is the end of a day).
 */
export function anchorsOf(scope: Scope, { standard, version }: Ruled<Notice>): string {
  const { before } = standard;
  if (!isAttribute(before)) {
    const first = `f.${scope.first(before)}`;
    const at = scope.instantOf(first);
    return scope.add(
      scope.fresh('anchors'),
      `SELECT f.case_id, ${first} AS start_pos, ${at} AS since_ms, ${at} AS from_ms, 0 AS ends_day FROM d_facts f WHERE ${first} IS NOT NULL`,
    );
  }
  const { attribute } = before;
  const { whole } = scope.dialect.types;
  const type = timeType(scope, attribute);
  if (type === undefined) {
    const none = `CAST(NULL AS ${whole})`;
    return scope.add(
      scope.fresh('anchors'),
      `SELECT c.case_id, ${none} AS start_pos, ${none} AS since_ms, ${none} AS from_ms, 0 AS ends_day FROM d_cases c WHERE 1 = 0`,
    );
  }
  const known = withStated(
    scope,
    scope.add(scope.fresh('anchors'), saidOf(scope, attribute)),
    { attribute, as: 'from_ms' },
    version.setting,
  );
  return scope.add(
    scope.fresh('anchors'),
    `SELECT r.case_id, r.start_pos, r.since_ms, r.from_ms, ${type === 'date' ? 1 : 0} AS ends_day FROM ${known} r`,
  );
}

/** What the attribute was before all events, and what each change made of it: at its instant all of them count. */
function saidOf(scope: Scope, attribute: string): string {
  const { whole } = scope.dialect.types;
  const own = scope.carried([attribute], 'c').replace(', ', '');
  const history = scope.history(attribute);
  const parts: string[] = [];
  if (own !== '')
    parts.push(
      `SELECT c.case_id, CAST(-1 AS ${whole}) AS start_pos, CAST(-1 AS ${whole}) AS since_ms, ${own} AS value FROM d_cases c WHERE ${own} IS NOT NULL`,
    );
  if (history !== undefined) {
    const turns = scope.add(
      scope.fresh('turns'),
      `SELECT e.case_id, e.at_ms, MIN(e.pos) AS pos FROM d_events e WHERE e.type IN ('changed', 'promised') GROUP BY e.case_id, e.at_ms`,
    );
    parts.push(
      `SELECT h.case_id, t.pos AS start_pos, h.from_ms AS since_ms, h.value FROM ${history} h JOIN ${turns} t ON t.case_id = h.case_id AND t.at_ms = h.from_ms WHERE h.from_ms < h.to_ms`,
    );
  }
  return parts.join('\nUNION ALL\n');
}
