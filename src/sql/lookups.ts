import type { Horizon } from '../calendar/day-rule.ts';
import { horizonText } from '../calendar/horizon-text.ts';
import { DAY } from '../instant/types.ts';
import { BLOCK } from './calendar-tables.ts';
import { anyOf } from './conditions.ts';
import type { Dialect } from './dialect.ts';

/** Joins with the calendar tables: each finds at most one row, by equality on a number and then a range. */
export class Lookups {
  private readonly dialect: Dialect;
  /** Its number in the calendar tables. */
  readonly calendar: number;
  private readonly prefix: string;

  constructor(dialect: Dialect, calendar: number, prefix: string) {
    this.dialect = dialect;
    this.calendar = calendar;
    this.prefix = prefix;
  }

  private table(name: string, condition = ''): string {
    return `(SELECT * FROM ${this.dialect.quote(`${this.prefix}${name}`)} WHERE calendar = ${this.calendar}${condition})`;
  }

  /** All stretches of time. */
  stretches = (): string => this.table('clock');

  /** The stretch of time in which an instant lies. */
  clock = (alias: string, at: string): string => this.within(this.stretches(), alias, at);

  /** The same of a relation that has a row for each of them. */
  within(relation: string, alias: string, at: string): string {
    return ` LEFT JOIN ${relation} ${alias} ON ${alias}.utc_day = ${this.dialect.div(at, DAY)} AND ${at} >= ${alias}.start_ms AND ${at} < ${alias}.end_ms`;
  }

  /** The working ms from the start of the tables to an instant whose stretch was joined. */
  worked = (alias: string, at: string): string =>
    `(${alias}.before_ms + ${alias}.open * (${at} - ${alias}.start_ms))`;

  /** The interval in which so much has been worked. */
  interval(alias: string, worked: string): string {
    return ` LEFT JOIN ${this.table('intervals')} ${alias} ON ${alias}.block = ${this.dialect.div(`(${worked} - 1)`, BLOCK)} AND ${worked} > ${alias}.before_ms AND ${worked} <= ${alias}.before_ms + (${alias}.end_ms - ${alias}.start_ms)`;
  }

  /** The first instant at which so much has been worked. */
  reached = (alias: string, worked: string): string =>
    `(${alias}.start_ms + (${worked} - ${alias}.before_ms))`;

  day(alias: string, day: string): string {
    return ` LEFT JOIN ${this.table('days')} ${alias} ON ${alias}.day = ${day}`;
  }

  /** The day of a civil date, as text. */
  date(alias: string, date: string): string {
    return ` LEFT JOIN ${this.table('days')} ${alias} ON ${alias}.date = ${date}`;
  }

  /** The working day of that ordinal. */
  workday(alias: string, ordinal: string): string {
    return ` LEFT JOIN ${this.table('days', ' AND working = 1')} ${alias} ON ${alias}.ordinal = ${ordinal}`;
  }

  /** The day on which a wall time lies that may lie outside the day it is counted from. */
  wallDay = (alias: string, wall: string): string => this.day(alias, this.dialect.div(wall, DAY));

  /** The instant of a wall time whose day was joined. */
  instant(alias: string, wall: string): string {
    return `(${wall} - CASE WHEN ${wall} - ${alias}.day * ${DAY} < ${alias}.switch_ms THEN ${alias}.shift_ms ELSE ${alias}.shift_after_ms END)`;
  }
}

/** What isn't published of the days from `a` to `b`: since when, and why. */
export function provisionalSql(
  horizons: readonly Horizon[],
  a: string,
  b: string,
  dialect: Dialect,
): { since: string; reason: string } {
  const nothing = {
    since: `CAST(NULL AS ${dialect.types.whole})`,
    reason: `CAST(NULL AS ${dialect.types.text})`,
  };
  if (horizons.length === 0) return nothing;
  const since = horizons.map(
    ({ from, to }) => `CASE WHEN ${a} < ${from} THEN ${a} WHEN ${b} > ${to} THEN ${to + 1} END`,
  );
  const texts = [...new Set(horizons.map((horizon) => horizonText([horizon])))];
  const reasons = texts.map((text) => {
    const short = horizons
      .filter((horizon) => horizonText([horizon]) === text)
      .map(({ from, to }) => `${a} < ${from} OR ${b} > ${to}`);
    return `CASE WHEN ${anyOf(short)} THEN ${dialect.text(text)} END`;
  });
  return {
    since: since.length === 1 ? since[0]! : `LEAST(${since.join(', ')})`,
    reason: reasons.length === 1 ? reasons[0]! : `NULLIF(${dialect.joined('; ', reasons)}, '')`,
  };
}
