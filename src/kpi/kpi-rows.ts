import type { Provisional } from '../calendar/spec.ts';
import { formatCivilDate } from '../instant/civil.ts';
import { DAY, type EpochMs } from '../instant/types.ts';
import { wallAt, type Zone } from '../instant/zone.ts';
import { Cell } from './cell.ts';
import { Cells } from './cells.ts';
import { compositeOf } from './composite-of.ts';
import type { Counter } from './counter.ts';
import { isPart } from './is-part.ts';
import { exactValue, reaches } from './meets-goal.ts';
import { formatPeriod } from './period-of.ts';
import { type Result, resultOf } from './result-of.ts';
import type { KpiRow } from './row.ts';
import { shortBy } from './short-by.ts';

/** A KPI with everything it has counted. */
interface Counted {
  readonly counter: Counter;
  readonly cells: Cells;
}

/** The same with what it weighs. */
interface Whole extends Counted {
  readonly parts: readonly { readonly counted: Counted; readonly weight: number }[];
}

/** The moment at which is counted, and the time from which cases were taken; `null` where it has no end. */
export interface Scope {
  readonly asOf: EpochMs;
  readonly from?: EpochMs | null;
  readonly to?: EpochMs | null;
}

/** The rows of all KPIs as of an instant: in the order of the KPIs, then by period, then by group. */
export function kpiRows(counters: readonly Counter[], scope: Scope, zone: Zone): KpiRow[] {
  const { asOf } = scope;
  const today = formatCivilDate(Math.floor(wallAt(zone, asOf) / DAY));
  const all = counters.map((counter): Counted => ({ counter, cells: counter.counted() }));
  return all.flatMap((one) => {
    if (one.counter.hidden) return [];
    const counted = { ...one, parts: partsOf(one.counter, all) };
    return placesOf(counted).map((cell) =>
      rowOf(counted, cell, openness(counted.counter, cell, scope, today)),
    );
  });
}

function rowOf(counted: Whole, cell: Cell, open: Provisional | undefined): KpiRow {
  const { counter } = counted;
  const { spec, goal, groupBy, clock } = counter;
  const { period, group } = cell.place;
  const { exact, met: known, short, ...result } = resultAt(counted, cell);
  const value = exact === undefined ? exactValue(result) : exact;
  const met = known ?? (goal === undefined || value === null ? null : reaches(value, goal));
  const missing = met === false ? (short ?? shortBy(spec.measure, result, goal!)) : null;
  const provisional = open ?? cell.provisional;
  return {
    id: spec.id,
    measure: spec.measure,
    period: formatPeriod(period, clock.period),
    group:
      groupBy.length === 0
        ? null
        : Object.fromEntries(groupBy.map((name, index) => [name, group[index] ?? null])),
    ...result,
    goal: spec.goal ?? null,
    met,
    ...(missing !== null && { shortBy: missing }),
    ...(provisional !== undefined && { provisional }),
  };
}

/** What a composite weighs. */
function partsOf({ spec, groupBy }: Counter, all: readonly Counted[]): Whole['parts'] {
  return Object.entries(spec.weights ?? {}).map(([id, weight]) => ({
    counted: all.find(({ counter }) => isPart(counter, id, spec, groupBy))!,
    weight,
  }));
}

/**
 * Where a KPI has rows: a composite has them wherever one of its parts does, and is as provisional as they are. By
 * further attributes that no case has, the rows would be the same once more.
 */
function placesOf({ counter, cells, parts }: Whole): Cell[] {
  const { groupBy, spec } = counter;
  const own = spec.groupBy?.length ?? 0;
  const places = (parts.length === 0 ? cells : united(groupBy, parts)).sorted();
  const isKnown = ({ place }: Cell) => place.group.slice(own).some((value) => value !== null);
  return groupBy.length === own || places.some(isKnown) ? places : [];
}

function united(groupBy: readonly string[], parts: Whole['parts']): Cells {
  const places = new Cells(groupBy, (place) => new Cell(place, 0, false));
  for (const { counted } of parts) {
    for (const { counts: _, used: __, ...cell } of counted.cells.toJSON())
      places.merge({ ...cell, counts: [] });
  }
  return places;
}

function resultAt({ counter, parts }: Whole, cell: Cell): Result {
  if (parts.length === 0) return resultIn(counter, cell);
  const { period, group } = cell.place;
  return compositeOf(
    parts.map(({ counted, weight }) => {
      const part = counted.cells.find(period, group);
      return { weight, result: part && resultIn(counted.counter, part) };
    }),
  );
}

const resultIn = ({ spec, goal }: Counter, cell: Cell): Result => resultOf[spec.measure]!(cell, spec, goal);

/** Half-done periods and open windows are marked with the day up to which everything is known. */
function openness(
  { clock, repeats }: Counter,
  { place: { period }, openUntil }: Cell,
  { asOf, from = null, to = null }: Scope,
  today: Provisional['since'],
): Provisional | undefined {
  const now = clock.numberOf(asOf);
  // What is a repeat depends on complaints before it, and perhaps after it, that the range has left out.
  const { window = 0, countFirst } = repeats?.rules ?? {};
  const isCut =
    (from !== null && period <= clock.numberOf(from - 1 + window)) ||
    (to !== null && period >= clock.numberOf(to - (countFirst ? window : 0)));
  const marks = [
    [now < period, 'period-not-begun'],
    [now === period, 'period-open'],
    [isCut, 'range-cut'],
    [openUntil > asOf, 'window-open'],
    [repeats?.unsorted === true, 'input-unsorted'],
  ] as const;
  const mark = marks.find(([holds]) => holds);
  return mark && { since: today, reason: mark[1], sources: [] };
}
