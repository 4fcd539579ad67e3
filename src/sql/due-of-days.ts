import { DAY, HOUR, MINUTE } from '../instant/types.ts';
import type { Counting } from '../limit/types.ts';
import type { Terms } from '../standards/limit-rule.ts';
import { countedPauses, type DueOf, lostJoin } from './due-of-span.ts';
import { type Lookups, provisionalSql } from './lookups.ts';
import type { Scope } from './scope.ts';

/**
 * Whether the last day hangs on the trigger's day alone, and not on its moment or on pauses: then it is looked up once
 * for each day, and not once for each run.
 */
export const isPlanned = ({ counting, unit }: Terms & { kind: 'limit' }, pauses: string | null): boolean =>
  unit.ms === 0 &&
  pauses === null &&
  counting.end !== 'same-time' &&
  counting.roll !== 'previous-working-day' &&
  (counting.cutOff === undefined || counting.cutOff === 'close');

/** The same as `dueOfSpan` for a limit in days, weeks or months. Where `isPlanned`, also `from_worked` and `due_worked`. */
export function dueOfDays(given: DueOf, terms: Terms & { kind: 'limit' }): string {
  if (isPlanned(terms, given.pauses)) return dueByPlan(given, terms);
  const { scope, look, pauses } = given;
  const { counting } = terms;
  const at = lastDays(given, triggered(given, counting), terms);
  const rolling = counting.end === 'same-time';
  const wall = `(r.final_day * ${DAY} + r.clock)`;
  const due = rolling ? look.instant('d', wall) : dueOn(counting, 'd.close_ms', 'd.end_ms');
  const ended = `SELECT r.*, ${due} AS due_ms, ${daysUsed(terms, pauses === null ? null : due, scope)} FROM ${at} r${rolling ? look.wallDay('d', wall) : look.day('d', 'r.final_day')}`;
  const { since, reason } = unpublished(terms, scope);
  return scope.add(
    scope.fresh('due'),
    `SELECT u.*, ${since} AS since, ${reason} AS reason FROM ${scope.add(scope.fresh('ended'), ended)} u`,
  );
}

/** The due instant on the last day: a close of business that is past at the start isn't one. */
const dueOn = ({ end }: Counting, close: string, midnight: string) =>
  end === 'end-of-day' ? midnight : `CASE WHEN ${close} >= r.from_ms THEN ${close} ELSE ${midnight} END`;

/** The due instants by what `planOf` has looked up. */
function dueByPlan({ scope, look, runs }: DueOf, terms: Terms & { kind: 'limit' }): string {
  const { counting, limit, unit } = terms;
  const plan = scope.once(`plan ${look.calendar} ${JSON.stringify([limit, counting])}`, () =>
    planOf(scope, look, terms),
  );
  const worked = unit.working
    ? `, ${look.worked('p', 'r.from_ms')} AS from_worked, ${counting.end === 'end-of-day' ? 'p.midnight_worked' : 'CASE WHEN p.close_ms >= r.from_ms THEN p.close_worked ELSE p.midnight_worked END'} AS due_worked`
    : '';
  return scope.add(
    scope.fresh('due'),
    `SELECT r.*, ${dueOn(counting, 'p.close_ms', 'p.midnight_ms')} AS due_ms, p.since, p.reason${worked} FROM ${runs} r${look.within(plan, 'p', 'r.from_ms')}`,
  );
}

/** What a limit comes to that begins in each stretch of time: the end of its last day, and what isn't published of it. */
function planOf(scope: Scope, look: Lookups, terms: Terms & { kind: 'limit' }): string {
  const begun = scope.add(
    scope.fresh('begun'),
    `SELECT k.*, k.start_ms AS from_ms, 0 AS wall_clock FROM ${look.stretches()} k`,
  );
  const at = lastDays({ scope, look, runs: begun, pauses: null }, begun, terms);
  const used = scope.add(scope.fresh('last'), `SELECT r.*, ${daysUsed(terms, null, scope)} FROM ${at} r`);
  const { since, reason } = unpublished(terms, scope);
  const [worked, joins] = terms.unit.working
    ? [
        `, ${look.worked('a', 'd.close_ms')} AS close_worked, ${look.worked('b', 'd.end_ms')} AS midnight_worked`,
        `${look.clock('a', 'd.close_ms')}${look.clock('b', 'd.end_ms')}`,
      ]
    : ['', ''];
  return scope.add(
    scope.fresh('plan'),
    `SELECT u.utc_day, u.start_ms, u.end_ms, u.open, u.before_ms, d.close_ms, d.end_ms AS midnight_ms, ${since} AS since, ${reason} AS reason${worked} FROM ${used} u${look.day('d', 'u.final_day')}${joins}`,
    true,
  );
}

/** The runs with `final_day`, the last one, and how it came about. */
function lastDays(given: DueOf, seen: string, terms: Terms & { kind: 'limit' }): string {
  const { scope, look, pauses } = given;
  const { counting, limit, unit } = terms;
  const includesArrival = counting.start === 'same-day';
  const { working } = unit;
  const days = limit.amount * unit.days;

  let at = arrived(given, seen, counting, working);
  const first = includesArrival ? 'r.arrival' : 'r.arrival + 1';
  const planned = working
    ? `r.arrival_ordinal + ${includesArrival ? days - 1 : days}`
    : unit.months === 0
      ? `r.arrival + ${includesArrival ? days - 1 : days}`
      : monthsOn(limit.amount, counting, includesArrival, scope);
  at = scope.add(
    scope.fresh('planned'),
    `SELECT r.*, ${first} AS first_day, ${planned} AS planned FROM ${at} r`,
  );
  if (pauses === null) at = lastDay(scope, look, at, 'r.planned', { counting, working });
  else {
    const stops = stopDays({ ...given, runs: at, pauses }, counting);
    const lost = lostDays(scope, look, stops, { low: 'first_day', planned: 'planned', working });
    at = scope.add(
      scope.fresh('counted'),
      `SELECT r.*, r.planned + COALESCE(p.lost, 0) AS counted FROM ${at} r${lostJoin(lost)}`,
    );
    at = lastDay(scope, look, at, 'r.counted', { counting, working });
    if (!working && counting.roll !== 'none') {
      // A rolled last day whose end falls into a pause goes on to the next working day whose doesn't.
      const moved = stopDays({ ...given, runs: at, pauses }, counting);
      const more = lostDays(scope, look, moved, { low: 'last_day', planned: 'last_ordinal', working: true });
      at = scope.add(
        scope.fresh('moved'),
        `SELECT r.*, CASE WHEN r.rolled = 1 AND p.lost > 0 THEN r.last_ordinal + p.lost END AS moved_ordinal FROM ${at} r${lostJoin(more)}`,
      );
      return scope.add(
        scope.fresh('last'),
        `SELECT r.*, COALESCE(m.day, r.last_day) AS final_day FROM ${at} r${look.workday('m', 'r.moved_ordinal')}`,
      );
    }
  }
  return scope.add(scope.fresh('last'), `SELECT r.*, r.last_day AS final_day FROM ${at} r`);
}

/** What isn't published of the days that a count has used. */
function unpublished({ counting, timetable, unit }: Terms & { kind: 'limit' }, { dialect }: Scope) {
  const { horizons } = timetable.rule;
  const used = provisionalSql(horizons, 'u.used_first', 'u.used_last', dialect);
  const looksBack = counting.cutOff !== undefined || (unit.working && counting.start !== 'next-day');
  if (!looksBack) return used;
  const early = provisionalSql(horizons, 'u.trigger_day', 'u.arrival', dialect);
  return {
    since: `COALESCE(${early.since}, ${used.since})`,
    reason: `COALESCE(${early.reason}, ${used.reason})`,
  };
}

/** The runs with the day of the trigger and, under `same-time`, its clock time. */
function triggered({ scope, look, runs }: DueOf, counting: Counting): string {
  const clock = counting.end === 'same-time' ? `r.from_ms + k.offset_ms - k.trigger_day * ${DAY}` : '0';
  return scope.add(
    scope.fresh('triggered'),
    `SELECT r.*, k.trigger_day, ${clock} AS wall_clock FROM ${runs} r${look.clock('k', 'r.from_ms')}`,
  );
}

/** The runs with the day on which the trigger counts as arriving, and the clock time under `same-time`. */
function arrived({ scope, look }: DueOf, seen: string, counting: Counting, working: boolean): string {
  const rolling = counting.end === 'same-time';
  const cutOff = counting.cutOff ?? (working && counting.start === 'same-day' ? 'close' : undefined);
  let onTime = '(1 = 1)';
  if (rolling && working) onTime = 'd.working = 1';
  else if (cutOff !== undefined) {
    const late =
      cutOff === 'close' ? 'd.close_ms' : look.instant('d', `(d.day * ${DAY} + ${clockOf(cutOff)})`);
    onTime = `(d.working = 1 AND r.from_ms < ${late})`;
  }
  const moves = onTime !== '(1 = 1)';
  return scope.add(
    scope.fresh('arrived'),
    `SELECT r.*, ${moves ? `CASE WHEN ${onTime} THEN r.trigger_day ELSE n.day END` : 'r.trigger_day'} AS arrival, ${moves ? `CASE WHEN ${onTime} THEN d.ordinal ELSE d.ordinal + 1 END` : 'd.ordinal'} AS arrival_ordinal, ${rolling && working ? `CASE WHEN ${onTime} THEN r.wall_clock ELSE 0 END` : 'r.wall_clock'} AS clock FROM ${seen} r${look.day('d', 'r.trigger_day')}${moves ? look.workday('n', 'd.ordinal + 1') : ''}`,
  );
}

const clockOf = (text: string) => Number(text.slice(0, 2)) * HOUR + Number(text.slice(3)) * MINUTE;

/** The last day of a limit in months, as if there were no pause. */
function monthsOn(months: number, counting: Counting, includesArrival: boolean, { dialect }: Scope): string {
  const before = (first: string) => {
    const day = dialect.addMonths(first, months);
    return `(${day} - CASE WHEN ${dialect.dayOfMonth(day)} = ${dialect.dayOfMonth(first)} THEN 1 ELSE 0 END)`;
  };
  if (includesArrival) return before('r.arrival');
  if (counting.months === 'before-first-counted' && counting.start !== 'instant')
    return before('(r.arrival + 1)');
  return dialect.addMonths('r.arrival', months);
}

/** The days whose end falls into a pause: from `low_day` up to, not including, `high_day`. */
function stopDays({ scope, look, runs, pauses }: DueOf & { pauses: string }, counting: Counting): string {
  const s = 'GREATEST(p.s, r.from_ms)';
  const e = 'LEAST(p.e, r.end_ms)';
  const mine = scope.add(
    scope.fresh('stops'),
    `SELECT r.*, ${s} AS s, ${e} AS e FROM ${runs} r JOIN ${pauses} p ON p.case_id = r.case_id AND p.start_pos = r.start_pos WHERE ${s} < ${e}`,
  );
  const on = scope.add(
    scope.fresh('stops'),
    `SELECT r.*, a.day AS s_day, b.day AS e_day FROM ${mine} r${look.clock('a', 'r.s')}${look.clock('b', 'r.e')}`,
  );
  return scope.add(
    scope.fresh('stops'),
    `SELECT r.*, ${dayEndingAfter(look, counting, 's', 'r.s')} AS low_day, ${dayEndingAfter(look, counting, 'e', 'r.e')} AS high_day FROM ${on} r${daysAround(look, counting, 's')}${daysAround(look, counting, 'e')}`,
  );
}

function daysAround(look: Lookups, counting: Counting, side: string): string {
  if (counting.end !== 'same-time') return look.day(`${side}d`, `r.${side}_day`);
  return (
    look.wallDay(`${side}b`, `((r.${side}_day - 1) * ${DAY} + r.clock)`) +
    look.wallDay(`${side}d`, `(r.${side}_day * ${DAY} + r.clock)`)
  );
}

/** The first day, working or not, that ends after an instant: the day before may do so with a night shift. */
function dayEndingAfter(look: Lookups, { end }: Counting, side: string, t: string): string {
  const [day, d] = [`r.${side}_day`, `${side}d`];
  let before: string;
  let today: string;
  if (end === 'same-time') {
    before = `${look.instant(`${side}b`, `((${day} - 1) * ${DAY} + r.clock)`)} > ${t}`;
    today = `${look.instant(d, `(${day} * ${DAY} + r.clock)`)} > ${t}`;
  } else if (end === 'end-of-day') {
    before = `${d}.start_ms > ${t}`;
    today = `${d}.end_ms > ${t}`;
  } else {
    before = `${d}.last_before_ms > ${t}`;
    // A close of business that was past at the start doesn't end the day: 24:00 does.
    today = `(${d}.last_ms > ${t} OR (${d}.close_ms < r.from_ms AND ${d}.end_ms > ${t}))`;
  }
  return `CASE WHEN ${before} THEN ${day} - 1 WHEN ${today} THEN ${day} ELSE ${day} + 1 END`;
}

/** By how many days the last one moves for the pauses: working days by their ordinals, or civil ones. */
function lostDays(
  scope: Scope,
  look: Lookups,
  stops: string,
  { low, planned, working }: { low: string; planned: string; working: boolean },
): string {
  const from = `GREATEST(x.low_day, x.${low})`;
  if (!working) {
    const at = scope.add(
      scope.fresh('stops'),
      `SELECT x.case_id, x.start_pos, x.s, x.${planned} AS planned, ${from} AS low, x.high_day - ${from} AS length FROM ${stops} x WHERE x.high_day > ${from}`,
    );
    return countedPauses(scope, at, 'x.planned + x.prior >= x.low');
  }
  const at = scope.add(
    scope.fresh('stops'),
    `SELECT x.case_id, x.start_pos, x.s, x.${planned} AS planned, a.ordinal AS low, b.ordinal - a.ordinal AS length FROM ${stops} x${look.day('a', `${from} - 1`)}${look.day('b', 'x.high_day - 1')} WHERE x.high_day > ${from}`,
  );
  return countedPauses(scope, at, 'x.planned + x.prior > x.low');
}

/** The last day, rolled where the convention says so: `last_day`, `last_ordinal`, `rolled`; `counted_day` before the roll. */
function lastDay(
  scope: Scope,
  look: Lookups,
  runs: string,
  counted: string,
  { counting, working }: { counting: Counting; working: boolean },
): string {
  if (working)
    return scope.add(
      scope.fresh('last'),
      `SELECT r.*, d.day AS last_day, d.day AS counted_day, d.ordinal AS last_ordinal, 0 AS rolled FROM ${runs} r${look.workday('d', counted)}`,
    );
  if (counting.roll === 'none')
    return scope.add(
      scope.fresh('last'),
      `SELECT r.*, ${counted} AS last_day, ${counted} AS counted_day, 0 AS last_ordinal, 0 AS rolled FROM ${runs} r`,
    );
  const back = counting.roll === 'previous-working-day';
  const ordinal = back ? 'd.ordinal' : 'd.ordinal + 1 - d.working';
  const end =
    counting.end === 'end-of-day'
      ? 'n.end_ms'
      : '(CASE WHEN n.close_ms >= r.from_ms THEN n.close_ms ELSE n.end_ms END)';
  const keeps = back ? `(d.working = 0 AND (n.day IS NULL OR ${end} < r.from_ms))` : '(1 = 0)';
  return scope.add(
    scope.fresh('last'),
    `SELECT r.*, d.day AS counted_day, CASE WHEN ${keeps} THEN d.day ELSE n.day END AS last_day, ${ordinal} AS last_ordinal, 1 - d.working AS rolled FROM ${runs} r${look.day('d', counted)}${look.workday('n', ordinal)}`,
  );
}

/** The days that a count has looked up: `used_first` and `used_last`, NULL where it looked none up. */
function daysUsed(
  { counting, unit }: Terms & { kind: 'limit' },
  pausedDue: string | null,
  { dialect }: Scope,
): string {
  if (unit.working) return 'r.first_day AS used_first, r.final_day AS used_last';
  if (counting.end === 'same-time' || (counting.roll === 'none' && counting.end === 'end-of-day')) {
    const none = `CAST(NULL AS ${dialect.types.whole})`;
    return `${none} AS used_first, ${none} AS used_last`;
  }
  const first =
    pausedDue === null
      ? 'r.counted_day'
      : `CASE WHEN r.first_stop < ${pausedDue} THEN r.first_day ELSE r.counted_day END`;
  return `LEAST(${first}, r.final_day) AS used_first, GREATEST(r.counted_day, r.final_day) AS used_last`;
}
