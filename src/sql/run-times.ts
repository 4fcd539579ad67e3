import type { Terms } from '../standards/limit-rule.ts';
import { Lookups } from './lookups.ts';
import type { Scope } from './scope.ts';

interface Timed {
  readonly terms: Terms | null;
  readonly pauses: string | null;
  /** Whether the runs have `from_worked` and `due_worked`. */
  readonly knowsWorked: boolean;
}

/** The runs with `used`, `total`, `rest` (in the limit's own kind), `stopped_ms` and `is_stopped`. */
export function withTimes(scope: Scope, runs: string, { terms, pauses, knowsWorked }: Timed): string {
  const { whole } = scope.dialect.types;
  const working = terms?.unit.working === true;
  const look =
    terms === null
      ? null
      : new Lookups(scope.dialect, scope.calendars.ofTimetable(terms.timetable), scope.prefix);
  let at = runs;
  if (working) {
    const sides = knowsWorked ? (['last'] as const) : (['from', 'last', 'due'] as const);
    const columns = sides.map((side) => `, ${look!.worked(`${side}_at`, `r.${side}_ms`)} AS ${side}_worked`);
    const joins = sides.map((side) => look!.clock(`${side}_at`, `r.${side}_ms`));
    // Of a run that is open this is the moment of evaluation.
    const open = ', last_at.open AS last_open';
    at = scope.add(
      scope.fresh('times'),
      `SELECT r.*${columns.join('')}${open} FROM ${at} r${joins.join('')}`,
    );
  }
  let [lostUsed, lostTotal, stopped, isStopped, join] = ['0', '0', '0', '0', ''];
  if (pauses !== null) {
    const s = 'GREATEST(p.s, r.from_ms)';
    const counts = `(p.stop_pos <= r.start_pos OR r.due_ms IS NULL OR p.stop_pos <= r.known_pos OR ${s} < r.due_ms)`;
    let stops = scope.add(
      scope.fresh('stops'),
      `SELECT r.case_id, r.start_pos, ${s} AS s, LEAST(p.e, r.last_ms) AS e, GREATEST(${s}, LEAST(p.e, r.last_ms, COALESCE(r.due_ms, 0))) AS e_due, CASE WHEN p.e > r.last_ms AND p.s <= r.last_ms THEN 1 ELSE 0 END AS now FROM ${at} r JOIN ${pauses} p ON p.case_id = r.case_id WHERE p.e > r.from_ms AND ${s} <= r.last_ms AND ${counts}`,
    );
    if (working)
      stops = scope.add(
        scope.fresh('stops'),
        `SELECT x.*, ${look!.worked('a', 'x.s')} AS s_worked, ${look!.worked('b', 'x.e')} AS e_worked, ${look!.worked('c', 'x.e_due')} AS d_worked FROM ${stops} x${look!.clock('a', 'x.s')}${look!.clock('b', 'x.e')}${look!.clock('c', 'x.e_due')}`,
      );
    const [used, total] = working
      ? ['x.e_worked - x.s_worked', 'x.d_worked - x.s_worked']
      : ['x.e - x.s', 'x.e_due - x.s'];
    const sums = scope.add(
      scope.fresh('stops'),
      `SELECT x.case_id, x.start_pos, CAST(SUM(${used}) AS ${whole}) AS used, CAST(SUM(${total}) AS ${whole}) AS total, CAST(SUM(x.e - x.s) AS ${whole}) AS stopped, MAX(x.now) AS now FROM ${stops} x GROUP BY x.case_id, x.start_pos`,
    );
    [lostUsed, lostTotal, stopped, isStopped] = [
      'COALESCE(p.used, 0)',
      'COALESCE(p.total, 0)',
      'COALESCE(p.stopped, 0)',
      'COALESCE(p.now, 0)',
    ];
    join = ` LEFT JOIN ${sums} p ON p.case_id = r.case_id AND p.start_pos = r.start_pos`;
  }
  const time = (a: string, b: string) =>
    working ? `r.${b}_worked - r.${a}_worked` : `r.${b}_ms - r.${a}_ms`;
  const length = (a: string, b: string, lost: string) =>
    terms === null
      ? `CAST(NULL AS ${whole})`
      : `CASE WHEN r.${b}_ms > r.${a}_ms THEN ${time(a, b)} - ${lost} ELSE 0 END`;
  return scope.add(
    scope.fresh('run'),
    `SELECT r.case_id, r.start_pos, r.from_ms, r.run_key, r.run_no, r.exempt_type, r.ending, r.last_pos, r.last_ms, r.due_ms, r.lack, r.since, r.reason, ${length('from', 'last', lostUsed)} AS used, ${length('from', 'due', lostTotal)} AS total, ${length('last', 'due', '0')} AS rest, ${stopped} AS stopped_ms, ${isStopped} AS is_stopped, ${working ? '1 - r.last_open' : '0'} AS is_closed FROM ${at} r${join}`,
  );
}
