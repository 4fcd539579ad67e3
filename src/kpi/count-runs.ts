import type { Timeline } from '../case/timeline.ts';
import type { EpochMs } from '../instant/types.ts';
import { type Status, statuses } from '../standards/verdict.ts';
import type { Cell } from './cell.ts';
import type { Counter } from './counter.ts';
import type { CountedRun } from './tally.ts';
import type { Basis } from './types.ts';

/** The slot of each status, in the order of `statuses`. */
export const slotOf = Object.fromEntries(statuses.map((status, slot) => [status, slot])) as Readonly<
  Record<Status, number>
>;

/** Whether a verdict's used time is final: the run is done. */
export const isDone = ({ status }: Pick<CountedRun, 'status'>): boolean =>
  status === 'met' || status === 'late';

/** After the statuses: what a measure of runs counts besides. */
export const RUN_SLOTS = statuses.length + 2;
/** Percentiles: done runs that used less than the goal allows, and exactly as much. */
export const BELOW_GOAL = statuses.length;
export const AT_GOAL = statuses.length + 1;
/** Scores: runs with one, and their sum in ten-thousandths. */
export const SCORED = statuses.length;
export const SCORE_SUM = statuses.length + 1;

/** Pass rates: what a checklist has observed, and how much of it passed. */
export const OBSERVED = statuses.length;
export const PASSED = statuses.length + 1;

/** Counts a run in the period that the basis names. Exempt runs are in no basis. */
export function countRun(counter: Counter, timeline: Timeline | null, run: CountedRun): void {
  if (run.status === 'exempt') return;
  const at = placeOf(run, counter.spec.basis ?? 'due') ?? timeline?.events[0]?.at;
  if (at === undefined) return;
  if (!counter.look(timeline, run.from ?? at, run)) return;
  const cell = counter.cell(at);
  cell.count(slotOf[run.status]);
  if (cell.used !== undefined && isDone(run) && run.usedMs !== null) {
    cell.used.add(run.usedMs);
    if (run.usedMs < counter.goalMs) cell.count(BELOW_GOAL);
    if (run.usedMs === counter.goalMs) cell.count(AT_GOAL);
  }
  if (counter.spec.measure === 'score') addScore(cell, run);
  if (counter.spec.measure === 'passRate') addObserved(cell, run);
  if (run.provisional !== undefined) cell.addProvisional(run.provisional);
}

/** A score of at most 4 decimals is kept whole, so that sums don't depend on their order. */
function addScore(cell: Cell, { detail }: CountedRun): void {
  const score = detail?.score as number;
  if (!Number.isFinite(score)) return;
  cell.count(SCORED);
  cell.count(SCORE_SUM, Math.round(score * 10_000));
}

function addObserved(cell: Cell, { detail }: CountedRun): void {
  const { passed, failed } = detail ?? {};
  if (!Number.isSafeInteger(passed) || !Number.isSafeInteger(failed)) return;
  cell.count(OBSERVED, (passed as number) + (failed as number));
  cell.count(PASSED, passed as number);
}

/** The instant that puts a run in its period; where the basis has none yet, the next best one. */
function placeOf({ from, due, done }: CountedRun, basis: Basis): EpochMs | undefined {
  if (basis === 'received') return from ?? due ?? done ?? undefined;
  return (basis === 'due' ? (due ?? done) : (done ?? due)) ?? from ?? undefined;
}
