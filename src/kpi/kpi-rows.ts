import type { Provisional } from '../calendar/spec.ts';
import { formatCivilDate } from '../instant/civil.ts';
import { DAY, type EpochMs } from '../instant/types.ts';
import { wallAt, type Zone } from '../instant/zone.ts';
import { Cell } from './cell.ts';
import { Cells, type PlacedCell } from './cells.ts';
import { compositeOf } from './composite-of.ts';
import type { Counter } from './counter.ts';
import { isPart } from './is-part.ts';
import { exactValue, reaches } from './meets-goal.ts';
import { formatPeriod } from './period-of.ts';
import { type Result, resultOf } from './result-of.ts';
import type { KpiRow } from './row.ts';

/** The rows of all KPIs as of an instant: in the order of the KPIs, then by period, then by group. */
export function kpiRows(counters: readonly Counter[], asOf: EpochMs, zone: Zone): KpiRow[] {
  const today = formatCivilDate(Math.floor(wallAt(zone, asOf) / DAY));
  return counters.flatMap((counter) => {
    if (counter.hidden) return [];
    const parts = partsOf(counter, counters);
    return placesOf(counter, parts).map((place) => {
      const { exact, met, ...result } = resultAt(counter, parts, place);
      const { period, group, cell } = place;
      const value = exact === undefined ? exactValue(result) : exact;
      const { spec, goal, groupBy } = counter;
      const provisional = openness(counter, place, asOf, today) ?? cell.provisional;
      return {
        id: spec.id,
        measure: spec.measure,
        period: formatPeriod(period, counter.clock.period),
        group:
          groupBy.length === 0
            ? null
            : Object.fromEntries(groupBy.map((name, index) => [name, group[index] ?? null])),
        ...result,
        goal: spec.goal ?? null,
        met: met ?? (goal === undefined || value === null ? null : reaches(value, goal)),
        ...(provisional === undefined ? {} : { provisional }),
      };
    });
  });
}

/** The counters that a composite weighs, with their weights. */
function partsOf({ spec, groupBy }: Counter, counters: readonly Counter[]): (readonly [Counter, number])[] {
  return Object.entries(spec.weights ?? {}).map(([id, weight]) => {
    const part = counters.find((other) => isPart(other, id, spec, groupBy));
    return [part!, weight];
  });
}

/** Where a KPI has rows: a composite has them wherever one of its parts does, and is as provisional as they are. */
function placesOf({ cells, groupBy }: Counter, parts: readonly (readonly [Counter, number])[]): PlacedCell[] {
  if (parts.length === 0) return cells.sorted();
  const places = new Cells(groupBy, () => new Cell(0, false));
  for (const [part] of parts) {
    for (const { period, group, cell } of part.cells.sorted()) {
      const { counts: _, used: __, ...open } = cell.toJSON();
      places.merge({ period, group, counts: [], ...open });
    }
  }
  return places.sorted();
}

function resultAt(
  { spec, goal }: Counter,
  parts: readonly (readonly [Counter, number])[],
  place: PlacedCell,
): Result {
  if (parts.length === 0) return resultOf[spec.measure]!(place.cell, spec, goal);
  return compositeOf(
    parts.map(([part, weight]) => {
      const cell = part.cells.find(place.period, place.group);
      const result =
        cell === undefined ? undefined : resultOf[part.spec.measure]!(cell, part.spec, part.goal);
      return { result, weight };
    }),
  );
}

/** Half-done periods and open windows are marked with the day up to which everything is known. */
function openness(
  counter: Counter,
  { period, cell }: PlacedCell,
  asOf: EpochMs,
  today: Provisional['since'],
): Provisional | undefined {
  const reason =
    counter.clock.numberOf(asOf) <= period
      ? 'period-open'
      : cell.openUntil > asOf
        ? 'window-open'
        : undefined;
  return reason === undefined ? undefined : { since: today, reason, sources: [] };
}
