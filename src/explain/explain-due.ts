import type { Provisional } from '../calendar/spec.ts';
import { civilOf, toEpochDay, weekdayOf } from '../instant/civil.ts';
import { toEpoch } from '../instant/to-epoch.ts';
import {
  DAY,
  type EpochDay,
  type EpochMs,
  HOUR,
  type InstantInput,
  MINUTE,
  type Millis,
  SECOND,
} from '../instant/types.ts';
import { wallAt, type Zone, zoneOf } from '../instant/zone.ts';
import { formatLimit } from '../limit/format-limit.ts';
import type { Counting, Due, Limit, Step } from '../limit/types.ts';
import { units } from '../limit/units.ts';
import { englishName } from './holiday-names.ts';
import { chinese, english, type Locale, type Words } from './words.ts';

/** A step, or what JSON has made of it. */
export type StoredStep = Omit<Step, 'from' | 'to'> & {
  readonly from: InstantInput;
  readonly to: InstantInput;
};

/** A due instant, or what JSON has made of it. */
export type StoredDue = Omit<Due, 'at' | 'from' | 'steps'> & {
  readonly at: InstantInput;
  readonly from: InstantInput;
  readonly steps: readonly StoredStep[];
};

/** Counted days are listed one by one up to this many; longer limits by runs. */
const LISTED_DAYS = 10;

/**
 * A due instant in sentences, one a line: what was asked and what came out, the convention, every stretch of days or
 * hours with the reason why it counts or doesn't, and how the last day ends. Wall times are those of the calendar's
 * zone; midnight at an end is 24:00 of the day that ends then.
 *
 * @param due - As `dueAt` gives it, or parsed from its JSON.
 */
export function explainDue(due: StoredDue, locale: Locale): string {
  const teller = new Teller(due.timeZone, locale, toEpoch(due.from));
  const at = toEpoch(due.at);
  const backward = at < toEpoch(due.from);
  const limit = formatLimit(due.limit, locale);
  const { words } = teller;
  const from = teller.start(toEpoch(due.from), true);
  const headline = (backward ? words.headlineBefore : words.headline)(limit, from, teller.end(at));
  const lines = [headline, teller.convention(due.counting, due.limit, backward)];
  lines.push(...teller.steps(due.steps, due.limit, due.counting, at, backward));
  lines.push(teller.ending(due, at, backward));
  if (due.provisional !== undefined) lines.push(teller.provisional(due.provisional));
  return lines.join('\n');
}

/** Tells the stretches of a due instant in one language and zone. */
export class Teller {
  readonly words: Words;
  readonly #locale: Locale;
  readonly #zone: Zone;
  /** The year that goes without saying. */
  readonly #year: number;

  constructor(timeZone: string, locale: Locale, from: EpochMs) {
    this.words = locale === 'zh-CN' ? chinese : english;
    this.#locale = locale;
    this.#zone = zoneOf(timeZone);
    this.#year = civilOf(Math.floor(wallAt(this.#zone, from) / DAY)).year;
  }

  day(day: EpochDay, withYear = false): string {
    const { year, month, day: ofMonth } = civilOf(day);
    const { weekdays, months, date } = this.words;
    return date(
      weekdays[weekdayOf(day)]!,
      ofMonth,
      months[month - 1]!,
      withYear || year !== this.#year ? `${year}` : '',
    );
  }

  days(first: EpochDay, last: EpochDay): string {
    return first === last ? this.day(first) : this.words.range(this.day(first), this.day(last));
  }

  /** An instant at which something begins: midnight is 00:00. */
  start(t: EpochMs, withYear = false): string {
    const wall = wallAt(this.#zone, t);
    const day = Math.floor(wall / DAY);
    return this.words.at(this.day(day, withYear), clock(wall - day * DAY));
  }

  /** An instant at which something ends: midnight is 24:00 of the day before. */
  end(t: EpochMs, after?: EpochMs): string {
    const wall = wallAt(this.#zone, t);
    const day = Math.ceil(wall / DAY) - 1;
    const sameDay = after !== undefined && Math.floor(wallAt(this.#zone, after) / DAY) === day;
    return sameDay ? clock(wall - day * DAY) : this.words.at(this.day(day), clock(wall - day * DAY));
  }

  between(from: EpochMs, to: EpochMs): string {
    return this.words.range(this.start(from), this.end(to, from));
  }

  span(ms: Millis): string {
    const parts = [
      [Math.floor(ms / HOUR), 'h'],
      [Math.floor((ms % HOUR) / MINUTE), 'min'],
      [Math.floor((ms % MINUTE) / SECOND), 's'],
      [ms % SECOND, 'ms'],
    ] as const;
    const told = parts.filter(([count]) => count > 0);
    return this.words.span(told.length > 0 ? told : [[0, 'h']]);
  }

  /** The convention, as far as it bears on the limit. */
  convention(counting: Counting, limit: Limit, backward: boolean): string {
    const { words } = this;
    const said = [words.zone(this.#zone.name)];
    const { ms, months, working } = units[limit.unit];
    if (ms > 0) {
      if (counting.hours === 'from-next-hour' && !backward) said.push(words.nextHour);
    } else if (counting.start !== 'instant') {
      const cutOff = counting.cutOff ?? (working && counting.start === 'same-day' ? 'close' : undefined);
      said.push(backward ? words.eventDay : counting.start === 'same-day' ? words.sameDay : words.nextDay);
      if (cutOff !== undefined && !backward)
        said.push(words.cutOff(cutOff === 'close' ? words.close : cutOff));
      if (months > 0 && counting.months === 'before-first-counted' && !backward)
        said.push(words.firstCounted);
    }
    return said.join(words.semicolon) + words.sentenceEnd;
  }

  steps(
    steps: readonly StoredStep[],
    limit: Limit,
    counting: Counting,
    at: EpochMs,
    backward: boolean,
  ): string[] {
    let before = 0;
    return steps.flatMap((step) => {
      const lines = this.step(step, { limit, counting, at, backward, before });
      before += step.amount;
      return lines;
    });
  }

  step(step: StoredStep, scene: Scene): string[] {
    const { words } = this;
    const { reason } = step;
    if (reason === 'rolled') return [this.rolled(step, scene)];
    if (reason === 'extended') return [words.extended(this.end(toEpoch(step.to)))];
    if (reason === 'promised') return [words.promised(this.end(toEpoch(step.to)))];
    if (!step.counted) return [words.line(this.stretch(step, scene), this.uncounted(step, scene))];
    return this.counted(step, scene);
  }

  counted(step: StoredStep, scene: Scene): string[] {
    const { words } = this;
    const { limit, before } = scene;
    const { ms, months } = units[limit.unit];
    const why =
      step.reason === 'make-up'
        ? [words.makeUp + this.naming(step)]
        : step.reason === 'provisional'
          ? [words.unpublished]
          : [];
    const line = (days: string, what: string) => words.line(days, [...why, what].join(words.comma));
    if (ms > 0) {
      const sum = before > 0 ? words.comma + words.inAll(this.span(before + step.amount)) : '';
      return [line(this.stretch(step, scene), this.span(step.amount) + sum)];
    }
    if (months > 0 || byClock(scene) || step.days === undefined) {
      return [line(this.stretch(step, scene), words.amount(step.amount, limit.unit))];
    }
    const [first, last] = step.days.map((date) => toEpochDay(date)) as [EpochDay, EpochDay];
    const listed = limit.amount * units[limit.unit].days <= LISTED_DAYS;
    if (!listed)
      return [line(this.days(first, last), words.nth(before + 1, before + step.amount, limit.unit))];
    return Array.from({ length: step.amount }, (_, index) => {
      const day = scene.backward ? last - index : first + index;
      return line(this.day(day), words.nth(before + index + 1, before + index + 1, limit.unit));
    });
  }

  uncounted(step: StoredStep, scene: Scene): string {
    const { words } = this;
    const { reason } = step;
    if (reason === 'holiday')
      return words.notCounted(
        (step.name === undefined ? words.uncounted.holiday : this.name(step.name)) +
          this.naming({ ...step, name: undefined }),
      );
    if (reason === 'pause' && units[scene.limit.unit].months > 0) return words.added;
    if (
      reason === 'weekend' &&
      step.days !== undefined &&
      !step.days.every((date) => weekdayOf(toEpochDay(date)) > 4)
    ) {
      return words.notCounted(words.closingDay);
    }
    const said =
      reason in words.uncounted ? words.uncounted[reason as keyof Words['uncounted']] : words.closed;
    return words.notCounted(said);
  }

  /** The days of a step, or its instants where the clock matters. */
  stretch(step: StoredStep, scene: Scene): string {
    if (step.days === undefined || byClock(scene)) return this.between(toEpoch(step.from), toEpoch(step.to));
    const [first, last] = step.days.map((date) => toEpochDay(date)) as [EpochDay, EpochDay];
    return this.days(first, last);
  }

  rolled(step: StoredStep, { limit, at, backward }: Scene): string {
    const [first, last] = step.days!.map((date) => toEpochDay(date)) as [EpochDay, EpochDay];
    const why = this.naming(step);
    if (units[limit.unit].ms > 0) return this.words.rolledHours(this.day(first), why, this.day(last));
    if (backward) return this.words.rolled(this.day(last + 1), why, this.day(first), true);
    const back = toEpoch(step.to) > at;
    return back
      ? this.words.rolled(this.day(last), why, this.day(first - 1), true)
      : this.words.rolled(this.day(first - 1), why, this.day(last), false);
  }

  /** What a holiday or make-up day is for, and who says so. */
  naming({
    name,
    source,
  }: {
    readonly name?: string | undefined;
    readonly source?: string | undefined;
  }): string {
    const said = [name, source].filter((text) => text !== undefined).map((text) => this.name(text));
    return said.length === 0 ? '' : this.words.note(said.join(this.words.semicolon));
  }

  name(name: string): string {
    return this.#locale === 'en' ? englishName(name) : name;
  }

  /** Why due is when it is. */
  ending(
    { counting, limit, steps }: Pick<StoredDue, 'counting' | 'limit' | 'steps'>,
    at: EpochMs,
    backward: boolean,
  ): string {
    const { words } = this;
    const due = this.end(at);
    if (steps.some(({ reason }) => reason === 'extended')) return words.due(words.extendedDue, due);
    if (units[limit.unit].ms > 0) return words.due(words.used(formatLimit(limit, this.#locale)), due);
    if (counting.end === 'same-time') return words.due(words.sameTime, due);
    const atMidnight = wallAt(this.#zone, at) % DAY === 0;
    const how = counting.end === 'close-of-business' && !atMidnight ? words.closeOfBusiness : words.midnight;
    return words.due(backward && atMidnight ? words.midnight : how, due);
  }

  provisional({ since, sources }: Provisional): string {
    return this.words.provisional(this.day(toEpochDay(since), true), sources.join(this.words.comma));
  }
}

interface Scene {
  readonly limit: Limit;
  readonly counting: Counting;
  readonly at: EpochMs;
  readonly backward: boolean;
  /** What has been counted before the step. */
  readonly before: number;
}

/** Whether days run from clock time to clock time: rolling ones, unless they are told by the working days they reach. */
function byClock({ limit, counting }: Scene): boolean {
  const { ms, working } = units[limit.unit];
  return ms === 0 && !working && counting.end === 'same-time';
}

/** `HH:mm`, with seconds and ms only where there are any. */
function clock(ms: Millis): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = `${two(Math.floor(ms / HOUR))}:${two(Math.floor((ms % HOUR) / MINUTE))}`;
  if (ms % MINUTE === 0) return minutes;
  const seconds = `${minutes}:${two(Math.floor((ms % MINUTE) / SECOND))}`;
  return ms % SECOND === 0 ? seconds : `${seconds}.${String(ms % SECOND).padStart(3, '0')}`;
}
