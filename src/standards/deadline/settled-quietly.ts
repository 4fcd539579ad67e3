import { attributeOf } from '../../case/selector.ts';
import type { Timeline } from '../../case/timeline.ts';
import type { DueMoment } from '../../limit/types.ts';
import type { Judging } from '../kind.ts';
import { statedInstant } from '../promise.ts';
import { type Label, Run } from '../settle.ts';
import { promisedMoment } from './clock.ts';
import { ACTS, TO } from './roles.ts';
import type { Charge } from './run.ts';
import { statusOf } from './settled-of.ts';

/**
 * What became of the only run of a steady case if its clock was never stopped and nothing has happened to it but its
 * end: most runs are such, and need no clock to follow. `undefined` where more may have happened.
 *
 * @param start - The event at which it starts.
 * @param key - What its `to` must equal, where the standard matches by something.
 */
export function settledQuietly(
  charge: Charge,
  label: Label,
  timeline: Timeline,
  start: number,
  key: unknown,
  { report, trace }: Judging,
): Run | undefined {
  const { roles, limits, match } = charge;
  const { events } = timeline;
  const from = events[start]!.at;
  let n = roles.next(0, TO, timeline);
  if ((n !== -1 && n < start) || roles.next(start + 1, ACTS, timeline) !== -1) return undefined;
  const fulfilled = charge.fulfilment();
  let done: number | null = null;
  for (; n !== -1; n = roles.next(n + 1, TO, timeline)) {
    const event = events[n]!;
    if (n > start && (!match || attributeOf(event, timeline, match) === key) && fulfilled(event, timeline)) {
      done = event.at;
      break;
    }
  }
  const terms = limits.allowanceFor(timeline, from);
  let moment: DueMoment;
  if (terms.kind === 'limit') {
    moment = terms.dueFrom(from, trace);
  } else if (terms.kind === 'promise') {
    const promised = statedInstant(terms.attribute, timeline, from, charge.timetable, report);
    if (promised === undefined) return undefined;
    moment = promisedMoment(from, promised, trace);
  } else return undefined;
  const end = done ?? timeline.asOf;
  const status = statusOf(done === null ? undefined : 'done', moment, end);
  const figures = { run: 1, status, from, due: moment.at, done, end, terms, moment, stops: undefined };
  return new Run(figures, undefined, label, timeline);
}
