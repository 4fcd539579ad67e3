import { parseGoal } from '../../kpi/parse-goal.ts';

/** Where a goal lies among the values of a chart; to compare with it exactly, see `meetsGoal`. */
export function goalBound(goal: string): number {
  const [part, whole] = parseGoal(goal).bound;
  return Number(part) / Number(whole);
}
