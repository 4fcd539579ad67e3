import { DAY, HOUR } from '../instant/types.ts';
import { limitMillis, units } from '../limit/units.ts';
import type { Terms } from '../standards/limit-rule.ts';
import { type Lookups, provisionalSql } from './lookups.ts';
import type { Scope } from './scope.ts';

/** The runs whose due instant is asked for, and the pauses of their cases. */
export interface DueOf {
  readonly scope: Scope;
  readonly look: Lookups;
  /** A relation with `case_id`, `start_pos`, `from_ms` and `end_ms`, up to which pauses are known. */
  readonly runs: string;
  /** A relation with `case_id`, `start_pos`, `s` and `e`: pauses in `[from_ms, end_ms)`; `null` where nothing stops the clock. */
  readonly pauses: string | null;
}

/**
 * The runs with `due_ms`, `since` and `reason` (what isn't published of the days that were used), for a limit in
 * seconds, minutes or hours.
 */
export function dueOfSpan({ scope, look, runs, pauses }: DueOf, terms: Terms & { kind: 'limit' }): string {
  const { dialect } = scope;
  const { counting, limit, timetable } = terms;
  const { working } = units[limit.unit];
  const amount = limitMillis(limit);
  const nextHour = counting.hours === 'from-next-hour';
  const { horizons } = timetable.rule;

  const asksFrom = working || nextHour;
  const begin = nextHour ? `(r.from_ms + ${HOUR} - ((r.from_ms + k.offset_ms) % ${HOUR}))` : 'r.from_ms';
  let at = scope.add(
    scope.fresh('begun'),
    `SELECT r.*, ${begin} AS begin_ms${working ? ', k.day AS from_day' : ''} FROM ${runs} r${asksFrom ? look.clock('k', 'r.from_ms') : ''}`,
  );
  if (working)
    at = scope.add(
      scope.fresh('worked'),
      `SELECT r.*, ${look.worked('k', 'r.begin_ms')} AS begin_worked FROM ${at} r${look.clock('k', 'r.begin_ms')}`,
    );
  const lost = pauses === null ? '0' : 'COALESCE(p.lost, 0)';
  const joined =
    pauses === null ? '' : lostJoin(lostTime({ scope, look, runs: at, pauses }, working, amount));
  if (!working) {
    at = scope.add(
      scope.fresh('ended'),
      `SELECT r.*, r.begin_ms + ${amount} + ${lost} AS ended_ms FROM ${at} r${joined}`,
    );
  } else if (amount === 0) {
    at = scope.add(scope.fresh('ended'), `SELECT r.*, r.begin_ms AS ended_ms FROM ${at} r`);
  } else {
    at = scope.add(
      scope.fresh('target'),
      `SELECT r.*, r.begin_worked + ${amount} + ${lost} AS target FROM ${at} r${joined}`,
    );
    at = scope.add(
      scope.fresh('ended'),
      `SELECT r.*, ${look.reached('i', 'r.target')} AS ended_ms FROM ${at} r${look.interval('i', 'r.target')}`,
    );
  }
  if (working) {
    const last =
      horizons.length === 0
        ? ''
        : look.clock('l', 'CASE WHEN r.ended_ms > r.from_ms THEN r.ended_ms - 1 ELSE r.ended_ms END');
    const { since, reason } = provisionalSql(horizons, 'r.from_day', 'l.day', dialect);
    return scope.add(
      scope.fresh('due'),
      `SELECT r.*, r.ended_ms AS due_ms, ${since} AS since, ${reason} AS reason FROM ${at} r${last}`,
    );
  }
  if (counting.rollHours !== true) {
    const { since, reason } = provisionalSql([], '', '', dialect);
    return scope.add(
      scope.fresh('due'),
      `SELECT r.*, r.ended_ms AS due_ms, ${since} AS since, ${reason} AS reason FROM ${at} r`,
    );
  }
  const on = scope.add(
    scope.fresh('rolling'),
    `SELECT r.*, k.day AS ended_day, r.ended_ms + k.offset_ms - k.day * ${DAY} AS ended_clock FROM ${at} r${look.clock('k', 'r.ended_ms')}`,
  );
  const { since, reason } = provisionalSql(
    horizons,
    'r.ended_day',
    `CASE WHEN d.working = 1 THEN r.ended_day ELSE n.day END`,
    dialect,
  );
  const rolled = look.instant('n', `(n.day * ${DAY} + r.ended_clock)`);
  return scope.add(
    scope.fresh('due'),
    `SELECT r.*, CASE WHEN d.working = 1 THEN r.ended_ms ELSE ${rolled} END AS due_ms, ${since} AS since, ${reason} AS reason FROM ${on} r${look.day('d', 'r.ended_day')}${look.workday('n', 'd.ordinal + 1')}`,
  );
}

export const lostJoin = (lost: string) =>
  ` LEFT JOIN ${lost} p ON p.case_id = r.case_id AND p.start_pos = r.start_pos`;

/** How much of each run's time its pauses take, of those that begin before the limit is used up. */
function lostTime({ scope, look, runs, pauses }: DueOf, working: boolean, amount: number): string {
  const s = 'GREATEST(p.s, r.begin_ms)';
  const e = 'LEAST(p.e, r.end_ms)';
  const begun = working ? 'r.begin_worked' : 'r.begin_ms';
  let at = scope.add(
    scope.fresh('stops'),
    `SELECT r.case_id, r.start_pos, ${s} AS s, ${e} AS e, ${begun} AS begun FROM ${runs} r JOIN ${pauses} p ON p.case_id = r.case_id AND p.start_pos = r.start_pos WHERE ${s} < ${e}`,
  );
  at = working
    ? scope.add(
        scope.fresh('stops'),
        `SELECT x.case_id, x.start_pos, x.s, x.begun, ${look.worked('a', 'x.s')} AS low, ${look.worked('b', 'x.e')} - ${look.worked('a', 'x.s')} AS length FROM ${at} x${look.clock('a', 'x.s')}${look.clock('b', 'x.e')}`,
      )
    : scope.add(
        scope.fresh('stops'),
        `SELECT x.case_id, x.start_pos, x.s, x.begun, x.s AS low, x.e - x.s AS length FROM ${at} x`,
      );
  return countedPauses(scope, at, `x.low - x.begun - x.prior < ${amount}`);
}

/**
 * The sum of the pauses that count. They come in order, and once one doesn't count none after it does; `prior` is what
 * those before have taken.
 */
export function countedPauses(scope: Scope, stops: string, counts: string): string {
  const inner = `SELECT y.*, SUM(y.length) OVER (PARTITION BY y.case_id, y.start_pos ORDER BY y.s ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - y.length AS prior FROM ${stops} y`;
  return scope.add(
    scope.fresh('lost'),
    `SELECT x.case_id, x.start_pos, CAST(SUM(x.length) AS ${scope.dialect.types.whole}) AS lost FROM (${inner}) x WHERE ${counts} GROUP BY x.case_id, x.start_pos`,
  );
}
