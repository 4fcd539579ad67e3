import { compileWhen, type Lookup, type Predicate } from '../case/conditions.ts';
import type { Timeline } from '../case/timeline.ts';
import type { EpochMs, Millis } from '../instant/types.ts';
import { Cell } from './cell.ts';
import { Cells, type PlacedCellJson } from './cells.ts';
import { countComplaint, repeatsOf } from './count-repeats.ts';
import { type Goal, parseGoal } from './parse-goal.ts';
import type { PeriodClock } from './period-clock.ts';
import type { Repeats, RepeatsJson } from './repeats.ts';
import type { KpiSpec } from './types.ts';

/** What a KPI needs to count: which attributes group it, and the shape of its cells. */
export interface CounterShape {
  readonly groupBy: readonly string[];
  /** Without rows of its own. */
  readonly hidden: boolean;
  readonly slots: number;
  readonly timed: boolean;
  readonly clock: PeriodClock;
}

interface Owned {
  readonly owner?: string | undefined;
}

/** Counts one KPI. It looks at one case at one instant at a time, so that counting makes no new objects. */
export class Counter {
  readonly spec: KpiSpec;
  readonly groupBy: readonly string[];
  readonly hidden: boolean;
  readonly clock: PeriodClock;
  readonly cells: Cells;
  /** Where repeats are found by key: the complaints that aren't in the cells yet. */
  readonly repeats: Repeats | undefined;
  readonly goal: Goal | undefined;
  /** The goal of what measures time, in ms; NaN without one, which no used time equals. */
  readonly goalMs: Millis;
  private readonly makeCells: () => Cells;
  private readonly holds: Predicate;
  private timeline: Timeline | null = null;
  private at: EpochMs = 0;
  private run: Owned | undefined;

  constructor(spec: KpiSpec, { groupBy, hidden, slots, timed, clock }: CounterShape) {
    this.spec = spec;
    this.groupBy = groupBy;
    this.hidden = hidden;
    this.clock = clock;
    this.makeCells = () => new Cells(groupBy, (place) => new Cell(place, slots, timed));
    this.cells = this.makeCells();
    this.repeats = repeatsOf(spec);
    this.goal = spec.goal === undefined ? undefined : parseGoal(spec.goal);
    this.goalMs = Number(this.goal?.bound[0]);
    this.holds = compileWhen(spec.when);
  }

  /** Turns to a case as it was at an instant; false if the KPI isn't about it. Who held a `run` is its owner. */
  look(timeline: Timeline | null, at: EpochMs, run?: Owned): boolean {
    this.timeline = timeline;
    this.at = at;
    this.run = run;
    return this.holds(this.valueOf);
  }

  /** The cell of the period in which an instant lies and of the group of the case looked at. */
  cell(at: EpochMs): Cell {
    return this.cells.at(this.clock.numberOf(at), this.valueOf);
  }

  /** The attributes of its further groups, each with whether any case has it; none where nothing is counted. */
  furtherGroups(): (readonly [name: string, isKnown: boolean])[] {
    const cells = this.cells.sorted();
    const own = this.spec.groupBy?.length ?? 0;
    const isKnown = (at: number) => cells.some(({ place }) => place.group[at] !== null);
    const further = cells.length > 0 ? this.groupBy.slice(own) : [];
    return further.map((name, at) => [name, isKnown(own + at)]);
  }

  /** The cells with everything in them. */
  counted(): Cells {
    if (this.repeats === undefined) return this.cells;
    const all = this.makeCells();
    const copies = new Map(
      this.cells.sorted().map((cell) => [cell, all.merge({ ...cell.place, ...cell.toJSON() })]),
    );
    this.repeats.each((cell, isRepeat) => countComplaint(copies.get(cell)!, isRepeat));
    return all;
  }

  merge(json: readonly PlacedCellJson[], repeats: RepeatsJson | null | undefined): void {
    const cells = json.map((cell) => this.cells.merge(cell));
    if (repeats) this.repeats?.merge(repeats, cells);
  }

  private readonly valueOf: Lookup = (attribute) => {
    const owner = attribute === 'owner' ? this.run?.owner : undefined;
    return owner ?? this.timeline?.valueAt(attribute, this.at);
  };
}
