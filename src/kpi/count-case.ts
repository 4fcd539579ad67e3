import { compileSelectors } from '../case/selector.ts';
import type { Timeline } from '../case/timeline.ts';
import { calls } from './count-calls.ts';
import { firstContacts } from './count-first-contacts.ts';
import { repeatComplaints } from './count-repeats.ts';
import type { Counter } from './counter.ts';
import type { KpiSpec, Measure } from './types.ts';

/** Counts a case for a KPI. */
export type CountCase = (counter: Counter, timeline: Timeline) => void;

/** A measure of cases: how many slots its cells have, and how a case is counted. */
export interface CaseMeasure {
  readonly slots: number;
  compile(spec: KpiSpec): CountCase;
}

/** Slots: received, with the event, received but still without it. */
const share = (type: string): CaseMeasure => ({
  slots: 3,
  compile:
    ({ flow }) =>
    (counter, timeline) => {
      const received = timeline.first('received');
      if (received === undefined || !counter.look(timeline, received.at)) return;
      const cell = counter.cell(received.at);
      const event = timeline.first(type);
      cell.count(0);
      if (event === undefined) cell.count(2);
      else (flow === true ? counter.cell(event.at) : cell).count(1);
    },
});

/** Slots: all, satisfied, basically satisfied, surveyed, asked, asked and answered. */
const satisfaction: CaseMeasure = {
  slots: 6,
  compile: () => (counter, timeline) => {
    const received = timeline.first('received');
    if (received === undefined || !counter.look(timeline, received.at)) return;
    const cell = counter.cell(received.at);
    const answer = lastAnswer(timeline);
    cell.count(0);
    if (answer !== undefined) cell.count(3);
    if (answer === 'satisfied') cell.count(1);
    if (answer === 'basically-satisfied') cell.count(2);
    if (timeline.first('surveyed') === undefined) return;
    cell.count(4);
    if (answer !== undefined) cell.count(5);
  },
};

/** A customer may be asked again: the last answer stands. */
function lastAnswer(timeline: Timeline): unknown {
  if (timeline.first('rated') === undefined) return undefined;
  return timeline.events.findLast(({ type, source }) => type === 'rated' && source.satisfaction != null)
    ?.source.satisfaction;
}

/** Slots: with the first event, with the other one too. */
const followUp = (first: string, other: string): CaseMeasure => ({
  slots: 2,
  compile: () => (counter, timeline) => {
    const at = timeline.first(first)?.at;
    if (at === undefined || !counter.look(timeline, at)) return;
    const cell = counter.cell(at);
    cell.count(0);
    if (timeline.first(other) !== undefined) cell.count(1);
  },
});

/** One slot: the events. A period in which cases came in is counted even if none of them has any. */
const events: CaseMeasure = {
  slots: 1,
  compile: ({ event }) => {
    const matches = compileSelectors(event!);
    return (counter, timeline) => {
      const received = timeline.first('received');
      if (received !== undefined && counter.look(timeline, received.at)) counter.cell(received.at);
      for (const entry of timeline.events) {
        if (matches(entry, timeline) && counter.look(timeline, entry.at)) counter.cell(entry.at).count(0);
      }
    };
  },
};

/** The measures that count cases or events rather than runs. */
export const caseMeasures: { readonly [measure in Measure]?: CaseMeasure } = {
  replyRate: share('replied'),
  resolutionRate: share('resolved'),
  satisfactionRate: satisfaction,
  repeatComplaintRate: repeatComplaints,
  responseRate: followUp('surveyed', 'rated'),
  returnVisitRate: followUp('closed', 'return-visited'),
  firstContactResolutionRate: firstContacts,
  connectRate: calls,
  abandonRate: calls,
  serviceLevel: calls,
  count: events,
};
