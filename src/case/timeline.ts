import type { EpochMs } from '../instant/types.ts';
import type { CaseEvent, CaseInput, Finding } from './types.ts';

/** One event of a timeline: its instant as a number, and the event as it was given. */
export interface TimelineEvent {
  readonly type: string;
  readonly at: EpochMs;
  /** Position in the case's own `events`. */
  readonly index: number;
  readonly source: CaseEvent;
}

/** A case whose events are checked, in order (ties keep theirs) and not after `asOf`. */
export interface Timeline {
  readonly id: string;
  readonly source: CaseInput;
  readonly asOf: EpochMs;
  readonly events: readonly TimelineEvent[];
  readonly findings: readonly Finding[];
  /** The first event of a type. */
  first(type: string): TimelineEvent | undefined;
  /** What an attribute was at an instant, by the history of `changed` events; `undefined` when absent. */
  valueAt(attribute: string, at: EpochMs): unknown;
}
