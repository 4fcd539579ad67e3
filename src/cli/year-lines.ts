import stringWidth from 'string-width';
import { type DayFacts, dayFacts } from '../calendar/day-facts.ts';
import { provisionalOf } from '../calendar/provisional-of.ts';
import type { Timetable } from '../calendar/timetable.ts';
import { Teller } from '../explain/teller.ts';
import { civilOf, epochDayOf, formatCivilDate, weekdayOf } from '../instant/civil.ts';
import { DAY, type EpochDay } from '../instant/types.ts';
import { countedBy } from '../limit/counted-by.ts';
import { countings } from '../limit/countings.ts';
import type { Locale } from '../report/index.ts';
import { safeText } from '../report/safe-text.ts';
import { wrap } from '../report/wrap.ts';
import { type YearWords, yearWords } from './year-words.ts';

export interface YearView {
  readonly year: number;
  readonly name: string;
  readonly locale: Locale;
  readonly width: number;
  readonly color: boolean;
}

/** What there is to mark about a day; the others are usual working days. */
type Mark = 'off' | 'makeUp' | 'own' | 'weekly';

const signs: Readonly<Record<Mark, string>> = { off: '*', makeUp: '+', own: '~', weekly: '.' };
const colors: Readonly<Record<Mark, number>> = { off: 31, makeUp: 32, own: 33, weekly: 2 };

/** A month is seven cells of a number and its mark. */
const CELL = 3;
const MONTH_WIDTH = 7 * CELL;
const GAP = '  ';
const NARROWEST_NAME = 20;

/** A year at a glance: its months, what the marks mean, the days marked with their names, and what is published. */
export function yearLines(timetable: Timetable, view: YearView): string[] {
  const words = yearWords[view.locale];
  const days = daysOf(timetable, view.year);
  const working = days.filter(({ facts }) => facts.working).length;
  const paint = brush(view.color);
  const title = words.title(view.name, view.year, timetable.zone.name, working);
  return [
    ...wrap(title, view.width).map((line) => paint(line, 1)),
    '',
    ...monthRows(days, words, view, paint),
    ...legend(days, words, view, paint),
    ...namedDays(timetable, days, words, view),
    '',
    ...published(timetable, view, words).flatMap((line) => wrap(safeText(line), view.width)),
  ];
}

type Paint = (text: string, code: number) => string;

const brush =
  (color: boolean): Paint =>
  (text, code) =>
    color ? `\u001b[${code}m${text}\u001b[0m` : text;

interface ShownDay {
  readonly day: EpochDay;
  readonly facts: DayFacts;
  readonly mark: Mark | undefined;
}

function daysOf(timetable: Timetable, year: number): ShownDay[] {
  const first = epochDayOf(year, 1, 1);
  return Array.from({ length: epochDayOf(year + 1, 1, 1) - first }, (_, index) => {
    const facts = dayFacts(timetable, first + index);
    return { day: first + index, facts, mark: markOf(facts) };
  });
}

function markOf({ cause, working }: DayFacts): Mark | undefined {
  if (cause === 'make-up') return 'makeUp';
  if (cause === 'week') return undefined;
  if (cause === 'closed-weekday') return 'weekly';
  return working ? 'own' : 'off';
}

/** As many months side by side as fit. */
function monthRows(days: readonly ShownDay[], words: YearWords, { width }: YearView, paint: Paint): string[] {
  const blocks = words.months.map((name, index) => monthBlock(name, index + 1, days, words, paint));
  const fit = Math.floor((width + GAP.length) / (MONTH_WIDTH + GAP.length));
  const across = [6, 4, 3, 2].find((count) => count <= fit) ?? 1;
  const rows: string[] = [];
  for (let first = 0; first < 12; first += across) {
    const beside = blocks.slice(first, first + across);
    const height = Math.max(...beside.map((block) => block.length));
    for (let line = 0; line < height; line += 1) {
      const cells = beside.map((block) => block[line] ?? ' '.repeat(MONTH_WIDTH));
      rows.push(cells.join(GAP).trimEnd());
    }
    rows.push('');
  }
  return rows;
}

/** A title, the weekdays, and the weeks from Monday on, each line as wide as the month. */
function monthBlock(
  name: string,
  month: number,
  days: readonly ShownDay[],
  words: YearWords,
  paint: Paint,
): string[] {
  const ours = days.filter(({ day }) => civilOf(day).month === month);
  const before = weekdayOf(ours[0]!.day);
  const cells = [...Array<string>(before).fill(' '.repeat(CELL)), ...ours.map((day) => cellOf(day, paint))];
  const weeks: string[] = [];
  for (let first = 0; first < cells.length; first += 7) {
    const week = cells.slice(first, first + 7);
    weeks.push(week.join('') + ' '.repeat(CELL * (7 - week.length)));
  }
  const heads = words.weekdays.map((weekday) => `${weekday} `).join('');
  return [paint(padded(name), 1) + ' '.repeat(MONTH_WIDTH - stringWidth(padded(name))), heads, ...weeks];
}

const padded = (name: string) => name.padStart(name.length + 1);

function cellOf({ day, mark }: ShownDay, paint: Paint): string {
  const text = String(civilOf(day).day).padStart(2);
  return mark === undefined ? `${text} ` : paint(text + signs[mark], colors[mark]);
}

function legend(days: readonly ShownDay[], words: YearWords, { width }: YearView, paint: Paint): string[] {
  const present = (Object.keys(signs) as Mark[]).filter((mark) => days.some((each) => each.mark === mark));
  if (present.length === 0) return [];
  const parts = present.map((mark) => `${signs[mark]} ${words.marks[mark]}`);
  const line = parts.join('   ');
  if (stringWidth(line) > width) return parts.flatMap((part) => wrap(part, width));
  return [present.map((mark, index) => paint(parts[index]!, colors[mark])).join('   ')];
}

/** The marked days in runs of one name. */
function namedDays(
  timetable: Timetable,
  days: readonly ShownDay[],
  words: YearWords,
  { year, locale, width }: YearView,
): string[] {
  const teller = new Teller(timetable.zone.name, locale, epochDayOf(year, 6, 1) * DAY);
  return (['off', 'makeUp', 'own'] as const).flatMap((mark) => {
    const runs = runsOf(days, mark);
    const texts = runs.map(({ first, last }) => teller.days(first, last));
    const room = Math.max(...texts.map((text) => stringWidth(text)), 0);
    const left = width - room - 2 * GAP.length;
    const lines = runs.flatMap(({ name }, index) => {
      const when = GAP + texts[index]! + ' '.repeat(room - stringWidth(texts[index]!));
      const told = wrap(safeText(teller.name(name)), Math.max(NARROWEST_NAME, left));
      // On a narrow terminal names go below their days.
      if (left < NARROWEST_NAME) return [when.trimEnd(), ...told.map((text) => GAP + GAP + text)];
      const [beside = '', ...more] = told;
      return [
        (when + GAP + beside).trimEnd(),
        ...more.map((text) => ' '.repeat(room + 2 * GAP.length) + text),
      ];
    });
    return lines.length === 0 ? [] : ['', words.marks[mark], ...lines];
  });
}

interface Run {
  readonly first: EpochDay;
  readonly last: EpochDay;
  readonly name: string;
}

function runsOf(days: readonly ShownDay[], mark: Mark): Run[] {
  const runs: Run[] = [];
  for (const { day, facts } of days.filter((each) => each.mark === mark)) {
    const name = facts.name ?? '';
    const before = runs.at(-1);
    if (before?.name === name && before.last === day - 1) runs[runs.length - 1] = { ...before, last: day };
    else runs.push({ first: day, last: day, name });
  }
  return runs;
}

/** What each source covers, and from when on the year is provisional. */
function published(timetable: Timetable, { year }: YearView, words: YearWords): string[] {
  const [first, last] = [epochDayOf(year, 1, 1), epochDayOf(year, 12, 31)];
  const sources = countedBy([{ amount: 1, unit: 'working days' }], countings.standard, timetable);
  const covered = timetable.rule.horizons.map(({ source, from, to }) =>
    words.covers(source.id, source.revision, formatCivilDate(from), formatCivilDate(to)),
  );
  const gaps = sources.flatMap(({ id, partial = false }) =>
    partial === false ? [] : words.partial(id, partial),
  );
  const provisional = provisionalOf(timetable, first, last);
  const since = provisional === undefined ? [] : [words.provisional(provisional.since, provisional.sources)];
  return [...(covered.length === 0 ? [words.noSources] : covered), ...since, ...gaps];
}
