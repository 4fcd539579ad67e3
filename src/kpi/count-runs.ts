import type { Timeline } from '../case/timeline.ts';
import type { EpochMs } from '../instant/types.ts';
import { type Status, statuses, type Verdict } from '../standards/verdict.ts';
import type { Cell } from './cell.ts';
import type { Counter } from './counter.ts';
import type { Basis } from './types.ts';

/** The slot of each status, in the order of `statuses`. */
export const slotOf = Object.fromEntries(statuses.map((status, slot) => [status, slot])) as Readonly<
  Record<Status, number>
>;

/** Whether a verdict's used time is final: the run is done. */
export const isDone = ({ status }: Verdict): boolean => status === 'met' || status === 'late';

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
export function countRun(counter: Counter, timeline: Timeline | null, verdict: Verdict): void {
  if (verdict.status === 'exempt') return;
  const at = placeOf(verdict, counter.spec.basis ?? 'due') ?? timeline?.events[0]?.at;
  if (at === undefined) return;
  if (!counter.look(timeline, verdict.from?.getTime() ?? at, verdict.owner)) return;
  const cell = counter.cell(at);
  cell.count(slotOf[verdict.status]);
  if (cell.used !== undefined && isDone(verdict) && verdict.usedMs !== null) {
    cell.used.add(verdict.usedMs);
    if (verdict.usedMs < counter.goalMs) cell.count(BELOW_GOAL);
    if (verdict.usedMs === counter.goalMs) cell.count(AT_GOAL);
  }
  if (counter.spec.measure === 'score') addScore(cell, verdict);
  if (counter.spec.measure === 'passRate') addObserved(cell, verdict);
  if (verdict.provisional !== undefined) cell.addProvisional(verdict.provisional);
}

/** A score of at most 4 decimals is kept whole, so that sums don't depend on their order. */
function addScore(cell: Cell, { detail }: Verdict): void {
  const score = detail?.score;
  if (typeof score !== 'number' || !Number.isFinite(score)) return;
  cell.count(SCORED);
  cell.count(SCORE_SUM, Math.round(score * 10_000));
}

function addObserved(cell: Cell, { detail }: Verdict): void {
  const { passed, failed } = detail ?? {};
  if (!Number.isSafeInteger(passed) || !Number.isSafeInteger(failed)) return;
  cell.count(OBSERVED, (passed as number) + (failed as number));
  cell.count(PASSED, passed as number);
}

/** The instant that puts a run in its period; where the basis has none yet, the next best one. */
function placeOf({ from, due, done }: Verdict, basis: Basis): EpochMs | undefined {
  const order =
    basis === 'received'
      ? (from ?? due ?? done)
      : basis === 'due'
        ? (due ?? done ?? from)
        : (done ?? due ?? from);
  return order?.getTime();
}
