import { civilOf, weekdayOf } from '../instant/civil.ts';
import { DAY, type EpochDay, type EpochMs, HOUR, MINUTE, type Millis, SECOND } from '../instant/types.ts';
import { wallAt, type Zone, zoneOf } from '../instant/zone.ts';
import { englishName } from './holiday-names.ts';
import { chinese, english, type Locale, type Words } from './words.ts';

/** Names dates, times and lengths in one language and zone. A year is named where it isn't that of the start. */
export class Teller {
  readonly words: Words;
  readonly zone: Zone;
  readonly locale: Locale;
  readonly #year: number;

  constructor(timeZone: string, locale: Locale, from: EpochMs) {
    this.words = locale === 'zh-CN' ? chinese : english;
    this.zone = zoneOf(timeZone);
    this.locale = locale;
    this.#year = civilOf(Math.floor(wallAt(this.zone, from) / DAY)).year;
  }

  day(day: EpochDay, withYear = false): string {
    const { year, month, day: ofMonth } = civilOf(day);
    const { weekdays, months, date } = this.words;
    const told = withYear || year !== this.#year ? `${year}` : '';
    return date(weekdays[weekdayOf(day)]!, ofMonth, months[month - 1]!, told);
  }

  days(first: EpochDay, last: EpochDay): string {
    return first === last ? this.day(first) : this.words.range(this.day(first), this.day(last));
  }

  /** An instant at which something begins: midnight is 00:00. */
  start(t: EpochMs, withYear = false): string {
    const wall = wallAt(this.zone, t);
    const day = Math.floor(wall / DAY);
    return this.words.at(this.day(day, withYear), clock(wall - day * DAY));
  }

  /** An instant at which something ends: midnight is 24:00 of the day before. The day of `after` goes without saying. */
  end(t: EpochMs, after?: EpochMs, withYear = false): string {
    const wall = wallAt(this.zone, t);
    const day = Math.ceil(wall / DAY) - 1;
    const told =
      after !== undefined && Math.floor(wallAt(this.zone, after) / DAY) === day
        ? ''
        : this.day(day, withYear);
    return this.words.at(told, clock(wall - day * DAY));
  }

  between(from: EpochMs, to: EpochMs): string {
    return this.words.range(this.start(from), this.end(to, from));
  }

  /** A length in hours, minutes, seconds and ms, those that are 0 left out. */
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

  /** Elapsed time in its two largest units, rounded down: `418 d 15 h`. */
  elapsed(ms: Millis): string {
    const parts = [
      [Math.floor(ms / DAY), 'd'],
      [Math.floor((ms % DAY) / HOUR), 'h'],
      [Math.floor((ms % HOUR) / MINUTE), 'min'],
      [Math.floor((ms % MINUTE) / SECOND), 's'],
      [ms % SECOND, 'ms'],
    ] as const;
    const first = parts.findIndex(([count]) => count > 0);
    if (first < 0) return this.span(0);
    return this.words.span(parts.slice(first, first + 2).filter(([count]) => count > 0));
  }

  name(name: string): string {
    return this.locale === 'en' ? englishName(name) : name;
  }

  /** Names in brackets, those that aren't known left out. */
  note(...names: readonly (string | undefined)[]): string {
    const told = names.filter((name) => name !== undefined).map((name) => this.name(name));
    return told.length === 0 ? '' : this.words.note(told.join(this.words.semicolon));
  }
}

/** `HH:mm`, with seconds and ms only where there are any. */
function clock(ms: Millis): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = `${two(Math.floor(ms / HOUR))}:${two(Math.floor((ms % HOUR) / MINUTE))}`;
  if (ms % MINUTE === 0) return minutes;
  const seconds = `${minutes}:${two(Math.floor((ms % MINUTE) / SECOND))}`;
  return ms % SECOND === 0 ? seconds : `${seconds}.${String(ms % SECOND).padStart(3, '0')}`;
}
