import type { Timeline } from '../case/timeline.ts';
import { DAY } from '../instant/types.ts';
import { wallAt, type Zone } from '../instant/zone.ts';
import type { Verdict } from '../standards/verdict.ts';
import { isBreach } from './breach.ts';
import type { HourCounts } from './report.ts';

type Week = number[][];
type Judged = Pick<Verdict, 'status' | 'severity'>;

/** Counts cases by the weekday and hour of their arrival. */
export interface HourCounter {
  add(timeline: Timeline, runs: readonly Judged[]): void;
  merge(counts: HourCounts | undefined): void;
  list(): HourCounts;
}

export function countHours(zone: Zone): HourCounter {
  const arrivals = emptyWeek();
  const breached = emptyWeek();
  return {
    add(timeline, runs) {
      const { at } = timeline.first('received') ?? timeline.events[0] ?? {};
      if (at === undefined) return;
      const wall = wallAt(zone, at);
      const day = Math.floor(wall / DAY);
      const hour = Math.floor((wall - day * DAY) / HOUR);
      // Day 0 was a Thursday.
      const weekday = (((day + 3) % 7) + 7) % 7;
      arrivals[weekday]![hour]! += 1;
      if (runs.some(isHardBreach)) breached[weekday]![hour]! += 1;
    },
    merge(counts) {
      if (counts === undefined) return;
      addUp(arrivals, counts.arrivals);
      addUp(breached, counts.breached);
    },
    list: () => ({ arrivals: arrivals.map((day) => [...day]), breached: breached.map((day) => [...day]) }),
  };
}

const HOUR = 3_600_000;

const emptyWeek = (): Week => Array.from({ length: 7 }, () => new Array<number>(24).fill(0));

const isHardBreach = (run: Judged) => isBreach(run) && run.severity === 'hard';

function addUp(into: Week, more: HourCounts['arrivals']): void {
  for (const [weekday, hours] of into.entries())
    for (const hour of hours.keys()) hours[hour]! += more[weekday]![hour]!;
}
