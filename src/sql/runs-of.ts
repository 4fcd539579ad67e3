import type { PolicySetting } from '../standards/kind.ts';
import type { Allowance } from '../standards/limit-rule.ts';
import { dueOfDays, isPlanned } from './due-of-days.ts';
import { dueOfSpan } from './due-of-span.ts';
import { Lookups } from './lookups.ts';
import { notReached } from './not-reached.ts';
import { withPromise } from './promised.ts';
import { withTimes } from './run-times.ts';
import type { Scope } from './scope.ts';

interface RunsOf {
  readonly scope: Scope;
  readonly setting: PolicySetting;
  readonly pauses: string | null;
}

/** Runs under one allowance with `due_ms`, `end_ms` and how each ended, and the times that a verdict tells. */
export function runsOf({ scope, setting, pauses }: RunsOf, given: string, allowance: Allowance): string {
  const { dialect } = scope;
  const { whole, text } = dialect.types;
  const isExempt =
    'r.exempt_pos IS NOT NULL AND (r.done_pos IS NULL OR r.exempt_pos < r.done_pos) AND (r.restart_pos IS NULL OR r.exempt_pos <= r.restart_pos)';
  let at = scope.add(
    scope.fresh('ending'),
    `SELECT r.*, CASE WHEN ${isExempt} THEN 1 ELSE 0 END AS may_exempt, CASE WHEN ${isExempt} THEN r.exempt_pos ELSE LEAST(r.done_pos, r.restart_pos) END AS end_pos FROM ${given} r`,
  );
  at = scope.add(
    scope.fresh('ending'),
    `SELECT r.*, COALESCE(${scope.instantOf('r.end_pos')}, ${scope.asOf}) AS end_ms FROM ${at} r`,
  );
  if (pauses !== null) at = withFirstStop(scope, at, pauses);
  const mine = pauses === null ? null : runPauses(scope, at, pauses);

  if (allowance.kind === 'limit') {
    const look = new Lookups(dialect, scope.calendars.ofTimetable(allowance.timetable), scope.prefix);
    const due = allowance.unit.ms > 0 ? dueOfSpan : dueOfDays;
    const worked = knowsWorked(allowance, pauses) ? ', r.from_worked, r.due_worked' : '';
    const reckoned = due({ scope, look, runs: at, pauses: mine }, allowance);
    at = scope.add(
      scope.fresh('reckoned'),
      `SELECT ${runFields(pauses !== null)}${worked}, CASE WHEN r.due_ms IS NULL THEN ${notReached('the due instant', dialect)} ELSE r.due_ms END AS due_ms, r.since, r.reason, -1 AS known_pos FROM ${reckoned} r`,
    );
  } else if (allowance.kind === 'promise') {
    at = withPromise(scope, at, allowance, setting, runFields(pauses !== null));
  } else {
    at = scope.add(
      scope.fresh('reckoned'),
      `SELECT ${runFields(pauses !== null)}, CAST(NULL AS ${whole}) AS due_ms, CAST(NULL AS ${whole}) AS since, CAST(NULL AS ${text}) AS reason, -1 AS known_pos FROM ${at} r`,
    );
  }
  const lacks = lackOf(allowance, dialect.text);
  const exempted =
    '(r.may_exempt = 1 AND (r.due_ms IS NULL OR r.known_pos > r.end_pos OR r.end_ms <= r.due_ms))';
  at = scope.add(
    scope.fresh('ended'),
    `SELECT r.*, COALESCE(r.lacks, ${lacks}) AS lack, CASE WHEN ${exempted} THEN 'exempt' WHEN r.done_pos IS NOT NULL AND (r.restart_pos IS NULL OR r.done_pos <= r.restart_pos) THEN 'done' WHEN r.restart_pos IS NOT NULL THEN 'restarted' ELSE 'open' END AS ending, CASE WHEN ${exempted} THEN r.end_pos ELSE LEAST(r.done_pos, r.restart_pos) END AS last_pos FROM ${at} r`,
  );
  at = scope.add(
    scope.fresh('ended'),
    `SELECT r.*, COALESCE(${scope.instantOf('r.last_pos')}, ${scope.asOf}) AS last_ms FROM ${at} r`,
  );
  return withTimes(scope, at, {
    terms: allowance.kind === 'unknown' ? null : allowance,
    pauses,
    knowsWorked: knowsWorked(allowance, pauses),
  });
}

/** Whether the working time at the start and the due instant comes with the due instant. */
const knowsWorked = (allowance: Allowance, pauses: string | null): boolean =>
  allowance.kind === 'limit' && allowance.unit.working && isPlanned(allowance, pauses);

/** What every relation of runs, `r`, hands on. */
const runFields = (paused: boolean) =>
  [
    'case_id',
    'start_pos',
    'from_ms',
    'run_key',
    'run_no',
    'done_pos',
    'restart_pos',
    'exempt_pos',
    'exempt_type',
    'lacks',
    'may_exempt',
    'end_pos',
    'end_ms',
    ...(paused ? ['first_stop'] : []),
  ]
    .map((name) => `r.${name}`)
    .join(', ');

/** When the first of its pauses began that there are before a run's end; 0 where it began with the run. */
function withFirstStop(scope: Scope, runs: string, pauses: string): string {
  const s = 'GREATEST(p.s, r.from_ms)';
  const found = scope.add(
    scope.fresh('stops'),
    `SELECT r.case_id, r.start_pos, MIN(CASE WHEN p.stop_pos <= r.start_pos THEN 0 ELSE ${s} END) AS first_stop FROM ${runs} r JOIN ${pauses} p ON p.case_id = r.case_id WHERE ${s} < LEAST(p.e, r.end_ms) GROUP BY r.case_id, r.start_pos`,
  );
  return scope.add(
    scope.fresh('ending'),
    `SELECT r.*, x.first_stop FROM ${runs} r LEFT JOIN ${found} x ON x.case_id = r.case_id AND x.start_pos = r.start_pos`,
  );
}

const runPauses = (scope: Scope, runs: string, pauses: string) =>
  scope.add(
    scope.fresh('stops'),
    `SELECT r.case_id, r.start_pos, p.s, p.e FROM ${runs} r JOIN ${pauses} p ON p.case_id = r.case_id WHERE GREATEST(p.s, r.from_ms) < LEAST(p.e, r.end_ms)`,
  );

/** What a run without a due instant needs and lacks; NULL for one that lacks nothing. */
function lackOf(allowance: Allowance, text: (value: string) => string): string {
  if (allowance.kind === 'unknown') return text(allowance.missing.join(', '));
  return allowance.kind === 'promise'
    ? `CASE WHEN r.due_ms IS NULL THEN ${text(allowance.attribute)} END`
    : 'NULL';
}
