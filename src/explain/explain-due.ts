import type { Provisional } from '../calendar/spec.ts';
import { toEpochDay } from '../instant/civil.ts';
import { toEpoch } from '../instant/to-epoch.ts';
import { DAY, type InstantInput } from '../instant/types.ts';
import { wallAt } from '../instant/zone.ts';
import { formatLimit } from '../limit/format-limit.ts';
import type { Due } from '../limit/types.ts';
import { units } from '../limit/units.ts';
import { type StoredStep, type Trail, tellSteps } from './tell-steps.ts';
import { Teller } from './teller.ts';
import type { Locale } from './words.ts';

/** A due instant, or what JSON has made of it. */
export type StoredDue = Omit<Due, 'at' | 'from' | 'pauses' | 'extensions' | 'steps'> & {
  readonly at: InstantInput;
  readonly from: InstantInput;
  readonly steps: readonly StoredStep[];
};

/**
 * A due instant in sentences, one a line: what was asked and what came out, the convention, every stretch of days or
 * hours with the reason why it counts or doesn't, and how the last day ends. Wall times are those of the calendar's
 * zone; midnight at an end is 24:00 of the day that ends then.
 */
export function explainDue(due: StoredDue, locale: Locale): string {
  const teller = new Teller(due.timeZone, locale, toEpoch(due.from));
  return tellDue(teller, due).join('\n');
}

/** The sentences on a due instant. */
export function tellDue(
  teller: Teller,
  { limit, counting, convention, steps, provisional, sources, ...due }: StoredDue,
): string[] {
  const from = toEpoch(due.from);
  const at = toEpoch(due.at);
  const trail = { limit, counting, steps, at, backward: due.direction === 'before' || at < from };
  const { words, locale } = teller;
  const headline = trail.backward ? words.headlineBefore : words.headline;
  return [
    headline(formatLimit(limit, locale), teller.start(from, true), teller.end(at)),
    tellConvention(teller, trail, convention),
    ...tellSteps(teller, trail),
    words.due(tellEnd(teller, trail), teller.end(at), trail.backward),
    ...tellProvisional(teller, provisional),
    ...tellGaps(teller, sources),
  ];
}

/** What the sources themselves say that they don't hold. */
function tellGaps({ words }: Teller, sources: Due['sources'] = []): string[] {
  return sources.flatMap(({ id, partial = false }) =>
    partial === false ? [] : words.incomplete(id, partial === true ? '' : partial),
  );
}

/** What may yet move a result. */
export function tellProvisional(teller: Teller, provisional: Provisional | undefined): string[] {
  if (provisional === undefined) return [];
  const { since, sources } = provisional;
  const { words } = teller;
  return [words.provisional(teller.day(toEpochDay(since), true), sources.join(words.comma))];
}

/** The zone and the convention, as far as it bears on the limit. */
function tellConvention(
  { words, zone }: Teller,
  { counting, limit, backward }: Trail,
  name: StoredDue['convention'],
): string {
  const said = [words.zone(zone.name)];
  const { ms, months, working } = units[limit.unit];
  const bears = ms === 0 || (!backward && (counting.hours === 'from-next-hour' || counting.rollHours));
  // The default goes without saying.
  if (bears && name !== undefined && name !== 'standard') said.push(words.convention(name));
  if (ms > 0) {
    if (counting.hours === 'from-next-hour' && !backward) said.push(words.nextHour);
  } else if (counting.start !== 'instant') {
    if (backward) said.push(words.eventDay);
    else {
      const sameDay = counting.start === 'same-day';
      const cutOff = counting.cutOff ?? (working && sameDay ? 'close' : undefined);
      said.push(sameDay ? words.sameDay : words.nextDay);
      if (cutOff !== undefined) said.push(words.cutOff(cutOff === 'close' ? words.close : cutOff));
      if (months > 0 && counting.months === 'before-first-counted') said.push(words.firstCounted);
    }
  }
  return said.join(words.semicolon) + words.sentenceEnd;
}

/** Why due is when it is. */
function tellEnd({ words, zone, locale }: Teller, { counting, limit, steps, at, backward }: Trail): string {
  if (steps.some(({ reason }) => reason === 'extended')) return words.extendedDue;
  if (units[limit.unit].ms > 0) return words.used(formatLimit(limit, locale));
  if (counting.end === 'same-time') return words.sameTime;
  const wall = wallAt(zone, at);
  if (wall % DAY !== 0) return words.closeOfBusiness;
  const first = steps.at(-1)?.days?.[0];
  const clear = backward && first !== undefined && toEpochDay(first) * DAY === wall;
  return clear ? words.clear : words.midnight;
}
