import { DAY } from '../instant/types.ts';
import { limitMillis } from '../limit/units.ts';
import type { Terms } from '../standards/limit-rule.ts';
import { type Lookups, provisionalSql } from './lookups.ts';
import type { Scope } from './scope.ts';

/** The events that something must be clear of. */
interface DueBefore {
  readonly scope: Scope;
  readonly look: Lookups;
  /** A relation with `from_ms`, and `ends_day` (1: it is the end of a day, and belongs to that day). */
  readonly anchors: string;
  /** Whole days must lie between. */
  readonly clearDays: boolean;
}

type Limited = Terms & { readonly kind: 'limit' };

/** The anchors with the latest instant that is still a limit's length before them: `due_ms`, `since`, `reason`. */
export function dueBefore(given: DueBefore, terms: Limited): string {
  return terms.unit.ms > 0 ? spanBefore(given, terms) : daysBefore(given, terms);
}

function spanBefore({ scope, look, anchors }: DueBefore, { limit, unit, timetable }: Limited): string {
  const { dialect } = scope;
  const length = limitMillis(limit);
  if (!unit.working) {
    const { since, reason } = provisionalSql([], '', '', dialect);
    return scope.add(
      scope.fresh('before'),
      `SELECT r.*, r.from_ms - ${length} AS due_ms, ${since} AS since, ${reason} AS reason FROM ${anchors} r`,
    );
  }
  const target = scope.add(
    scope.fresh('before'),
    `SELECT r.*, k.day AS from_day, ${look.worked('k', 'r.from_ms')} - ${length} AS target FROM ${anchors} r${look.clock('k', 'r.from_ms')}`,
  );
  // The last instant at which so much has been worked: where the next piece of work begins.
  const reached = scope.add(
    scope.fresh('before'),
    length === 0
      ? `SELECT r.*, r.from_ms AS due_ms FROM ${target} r`
      : `SELECT r.*, ${look.reached('i', 'r.target')} AS due_ms FROM ${target} r${look.interval('i', '(r.target + 1)')}`,
  );
  const { since, reason } = provisionalSql(timetable.rule.horizons, 'k.day', 'r.from_day', dialect);
  return scope.add(
    scope.fresh('before'),
    `SELECT r.*, ${since} AS since, ${reason} AS reason FROM ${reached} r${look.clock('k', 'r.due_ms')}`,
  );
}

function daysBefore({ scope, look, anchors, clearDays }: DueBefore, terms: Limited): string {
  const { counting, limit, unit, timetable } = terms;
  const { dialect } = scope;
  const rolling = counting.end === 'same-time';
  const { working } = unit;
  const at = rolling ? 'r.from_ms' : '(r.from_ms - r.ends_day)';
  const seen = scope.add(
    scope.fresh('before'),
    `SELECT r.*, ${at} AS event_ms, k.day AS event_day, ${at} + k.offset_ms - k.day * ${DAY} AS event_clock FROM ${anchors} r${look.clock('k', at)}`,
  );
  // From a day off working days count as from 00:00 of the next working day.
  const begun = scope.add(
    scope.fresh('before'),
    `SELECT r.*, d.ordinal + 1 - d.working AS ordinal, ${rolling ? `CASE WHEN ${working ? 'd.working = 1' : '1 = 1'} THEN r.event_clock ELSE 0 END` : '0'} AS clock FROM ${seen} r${look.day('d', 'r.event_day')}`,
  );
  const counted = scope.add(scope.fresh('before'), working ? workingDaysBefore() : civilDaysBefore());
  const wall = `(r.last_day * ${DAY} + r.clock)`;
  const close = counting.end === 'close-of-business' ? 'COALESCE(d.close_ms, d.end_ms)' : 'd.end_ms';
  const due = rolling
    ? look.instant('d', wall)
    : clearDays
      ? 'd.start_ms'
      : `CASE WHEN d.day IS NOT NULL THEN LEAST(${close}, r.event_ms) END`;
  const usesCalendar =
    working || (!rolling && (counting.roll !== 'none' || counting.end === 'close-of-business'));
  const { since, reason } = provisionalSql(
    usesCalendar ? timetable.rule.horizons : [],
    'r.last_day',
    'r.high_day',
    dialect,
  );
  return scope.add(
    scope.fresh('before'),
    `SELECT r.*, ${due} AS due_ms, ${since} AS since, ${reason} AS reason FROM ${counted} r${rolling ? look.wallDay('d', wall) : look.day('d', 'r.last_day')}`,
  );

  function workingDaysBefore(): string {
    const last = `r.ordinal - ${limit.amount}`;
    const high = rolling ? 's.day' : 'r.event_day - 1';
    return `SELECT r.*, n.day AS last_day, ${high} AS high_day FROM ${begun} r${look.workday('n', last)}${rolling ? look.workday('s', 'r.ordinal') : ''}`;
  }

  function civilDaysBefore(): string {
    const day =
      unit.months > 0
        ? dialect.addMonths('r.event_day', -limit.amount)
        : `r.event_day - ${limit.amount * unit.days}`;
    if (counting.roll === 'none') return `SELECT r.*, ${day} AS last_day, ${day} AS high_day FROM ${begun} r`;
    const planned = `SELECT r.*, ${day} AS high_day FROM ${begun} r`;
    return `SELECT r.*, n.day AS last_day FROM (SELECT r.*, d.ordinal AS high_ordinal FROM (${planned}) r${look.day('d', 'r.high_day')}) r${look.workday('n', 'r.high_ordinal')}`;
  }
}
