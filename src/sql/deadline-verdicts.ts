import type { DeadlineStandard } from '../standards/deadline/standard.ts';
import { whenSql } from './conditions.ts';
import { type Judged, opensOne } from './deadline-starts.ts';
import type { PolicyVersion } from './policy-versions.ts';
import type { Scope } from './scope.ts';
import { nothingKnown, type VerdictColumns, verdictSql } from './verdict-columns.ts';

/** What the columns of a deadline's verdicts are made of; without a parameter outside the limit nothing can be said. */
export function deadlineVerdicts(
  scope: Scope,
  standard: DeadlineStandard,
  { policy }: PolicyVersion,
  missing: readonly string[],
): VerdictColumns {
  const { dialect } = scope;
  const { id, severity = 'hard' } = standard;
  const due = missing.length > 0 ? `CAST(NULL AS ${dialect.types.whole})` : 'r.due_ms';
  const kept = `r.last_ms <= ${due}`;
  const status = `CASE WHEN r.ending = 'exempt' THEN 'exempt' WHEN ${due} IS NULL THEN 'undetermined' WHEN r.ending = 'open' THEN CASE WHEN ${kept} THEN 'pending' ELSE 'overdue' END WHEN r.ending = 'restarted' THEN CASE WHEN ${kept} THEN 'exempt' ELSE 'overdue' END WHEN ${kept} THEN 'met' ELSE 'late' END`;
  const open = `(r.ending = 'open' AND ${due} IS NOT NULL)`;
  const params = missing.length > 0 ? dialect.text(missing.join(', ')) : null;
  const lacks =
    params === null
      ? 'r.lack'
      : `CASE WHEN r.lack IS NULL THEN ${params} ELSE ${params} || ', ' || r.lack END`;
  return {
    standard: id,
    kind: 'deadline',
    severity,
    version: policy,
    status,
    run: opensOne(standard) ? 'r.run_no' : 'ROW_NUMBER() OVER (PARTITION BY r.case_id ORDER BY r.start_pos)',
    from: 'r.from_ms',
    due,
    done: `CASE WHEN r.ending = 'done' THEN r.last_ms END`,
    used: 'r.used',
    over: `CASE WHEN ${due} IS NULL THEN NULL WHEN r.ending <> 'exempt' AND r.last_ms > ${due} THEN r.last_ms - ${due} ELSE 0 END`,
    paused: 'r.stopped_ms',
    remaining: `CASE WHEN ${open} THEN r.rest END`,
    share:
      missing.length > 0
        ? 'NULL'
        : `CASE WHEN r.total > 0 THEN CAST(r.used AS ${dialect.types.real}) / r.total END`,
    clock: `CASE WHEN NOT ${open} THEN 'stopped' WHEN r.is_stopped = 1 THEN 'paused' WHEN r.is_closed = 1 THEN 'closed-hours' ELSE 'running' END`,
    reason: `CASE WHEN r.ending = 'exempt' THEN r.exempt_type WHEN r.ending = 'restarted' AND ${kept} THEN 'restarted' END`,
    missing: `CASE WHEN r.ending <> 'exempt' AND ${due} IS NULL THEN ${lacks} END`,
    since:
      missing.length > 0
        ? `CAST(NULL AS ${dialect.types.whole})`
        : `CASE WHEN ${due} IS NOT NULL THEN r.since END`,
    sinceReason:
      missing.length > 0
        ? `CAST(NULL AS ${dialect.types.text})`
        : `CASE WHEN ${due} IS NOT NULL THEN r.reason END`,
  };
}

/** A case whose log lacks the event that every case begins with. */
export function withoutReceipt(scope: Scope, { standard, inForce }: Judged, shown: VerdictColumns): string {
  const { from, when } = standard;
  const { joins, columns } = scope.at(scope.learn(when), 'f', `${scope.asOf}`);
  const first = scope.first(from);
  const unheard = scope.shared('unheard', 'SELECT f.* FROM d_facts f WHERE f.received_pos IS NULL');
  const lone = scope.add(
    scope.fresh('unheard'),
    `SELECT x.* FROM (SELECT f.case_id${columns} FROM ${unheard} f${joins} WHERE f.${first} IS NULL AND ${inForce('f')}) x WHERE ${whenSql(when, scope.found('x'), scope.dialect)}`,
  );
  const label = (value: string) => scope.dialect.text(value);
  return verdictSql(scope, lone, {
    ...shown,
    ...nothingKnown(scope),
    status: label('undetermined'),
    clock: label('stopped'),
    missing: label('received'),
  });
}
