import type { Provisional } from '../calendar/spec.ts';
import type { EpochMs } from '../instant/types.ts';
import type { PeriodNumber } from './period-of.ts';
import type { GroupValue } from './row.ts';
import { UsedTimes, type UsedTimesJson } from './used-times.ts';

/** Where a cell stands: its period, and a value for each attribute that the KPI is grouped by. */
export interface Place {
  readonly period: PeriodNumber;
  readonly group: readonly GroupValue[];
}

export interface CellJson {
  readonly counts: readonly number[];
  readonly used?: UsedTimesJson;
  readonly openUntil?: EpochMs;
  readonly provisional?: Provisional;
}

/** The counts of one KPI in one period and group. Merging adds them up; which is which is the measure's business. */
export class Cell {
  readonly place: Place;
  readonly counts: number[];
  /** Only where the measure is about used times. */
  readonly used: UsedTimes | undefined;
  /** The instant by which the last window that may still change a count has passed. */
  openUntil: EpochMs = 0;
  provisional: Provisional | undefined;

  constructor(place: Place, slots: number, timed: boolean) {
    this.place = place;
    this.counts = new Array<number>(slots).fill(0);
    this.used = timed ? new UsedTimes() : undefined;
  }

  count(slot: number, amount = 1): void {
    this.counts[slot]! += amount;
  }

  merge(other: CellJson): void {
    for (const [slot, count] of other.counts.entries()) this.counts[slot]! += count;
    if (other.used !== undefined) this.used!.merge(other.used);
    this.openUntil = Math.max(this.openUntil, other.openUntil ?? 0);
    if (other.provisional !== undefined) this.addProvisional(other.provisional);
  }

  addProvisional(other: Provisional): void {
    const own = this.provisional;
    if (own === undefined || !covers(own, other)) this.provisional = unite(own ?? other, other);
  }

  toJSON(): CellJson {
    return {
      counts: [...this.counts],
      ...(this.used === undefined ? {} : { used: this.used.toJSON() }),
      ...(this.openUntil === 0 ? {} : { openUntil: this.openUntil }),
      ...(this.provisional === undefined ? {} : { provisional: this.provisional }),
    };
  }
}

const isEarlier = (a: Provisional, b: Provisional): boolean =>
  a.since < b.since || (a.since === b.since && a.reason < b.reason);

/** Whether `unite` would add nothing. */
function covers(own: Provisional, other: Provisional): boolean {
  return !isEarlier(other, own) && other.sources.every((source) => own.sources.includes(source));
}

/** The earlier of both with the sources of both, whichever came first. */
function unite(a: Provisional, b: Provisional): Provisional {
  const { since, reason } = isEarlier(b, a) ? b : a;
  return { since, reason, sources: [...new Set([...a.sources, ...b.sources])].sort() };
}
