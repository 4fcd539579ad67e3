import { compileWhen, type Lookup, type Predicate } from '../case/conditions.ts';
import type { Timeline } from '../case/timeline.ts';
import type { EpochMs, Millis } from '../instant/types.ts';
import { Cell } from './cell.ts';
import { Cells, type PlacedCellJson } from './cells.ts';
import { type Goal, parseGoal } from './parse-goal.ts';
import type { PeriodClock } from './period-clock.ts';
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

/** Counts one KPI. It looks at one case at one instant at a time, so that counting makes no new objects. */
export class Counter {
  readonly spec: KpiSpec;
  readonly groupBy: readonly string[];
  readonly hidden: boolean;
  readonly clock: PeriodClock;
  readonly cells: Cells;
  readonly goal: Goal | undefined;
  /** The goal in ms where it is a time, else NaN, which no used time equals. */
  readonly goalMs: Millis;
  private readonly holds: Predicate;
  private timeline: Timeline | null = null;
  private at: EpochMs = 0;
  private owner: string | undefined;

  constructor(spec: KpiSpec, { groupBy, hidden, slots, timed, clock }: CounterShape) {
    this.spec = spec;
    this.groupBy = groupBy;
    this.hidden = hidden;
    this.clock = clock;
    this.cells = new Cells(groupBy, () => new Cell(slots, timed));
    this.goal = spec.goal === undefined ? undefined : parseGoal(spec.goal);
    this.goalMs =
      this.goal?.unit === 'time' ? Number(this.goal.bound[0]) / Number(this.goal.bound[1]) : Number.NaN;
    this.holds = compileWhen(spec.when);
  }

  /** Turns to a case as it was at an instant; false if the KPI isn't about it. `owner` stands for that attribute. */
  look(timeline: Timeline | null, at: EpochMs, owner?: string): boolean {
    this.timeline = timeline;
    this.at = at;
    this.owner = owner;
    return this.holds(this.valueOf);
  }

  /** The cell of the period in which an instant lies and of the group of the case looked at. */
  cell(at: EpochMs): Cell {
    return this.cells.at(this.clock.numberOf(at), this.valueOf);
  }

  merge(cells: readonly PlacedCellJson[]): void {
    for (const cell of cells) this.cells.merge(cell);
  }

  private readonly valueOf: Lookup = (attribute) => {
    if (attribute === 'owner' && this.owner !== undefined) return this.owner;
    return this.timeline?.valueAt(attribute, this.at);
  };
}
