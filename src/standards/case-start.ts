import type { Timeline } from '../case/timeline.ts';
import type { EpochMs } from '../instant/types.ts';

/** When a case began: with its first `received`, else with its first event. */
export const caseStart = (timeline: Timeline): EpochMs | undefined =>
  (timeline.first('received') ?? timeline.events[0])?.at;
