import { compileSelectors, type EventMatch, type Selectors } from '../case/selector.ts';
import type { Timeline } from '../case/timeline.ts';
import type { EpochMs } from '../instant/types.ts';
import type { PolicySetting, Run } from '../standards/kind.ts';
import { compileParameterRow, withParameters } from '../standards/parameters.ts';
import { compileRole } from './role.ts';
import { compileRungTime, type Firing } from './rung-time.ts';
import type { Escalation, Ladder, Rung } from './types.ts';

/** A rung as it stands, and the instant at which its state changes if nothing happens. */
export interface Played {
  readonly escalation: Escalation;
  readonly changesAt: EpochMs | null;
}

/** A ladder made ready to play on any number of cases. */
export interface CompiledLadder {
  readonly id: string;
  play(timeline: Timeline, runs: readonly Run[]): Played[];
}

/** One firing of a rung: for which run and repeat, and when. */
interface Due extends Firing {
  readonly rung: CompiledRung;
}

interface CompiledRung {
  readonly rung: Rung;
  readonly timed: boolean;
  readonly firings: (timeline: Timeline, runs: readonly Run[]) => Firing[];
  readonly takenBy: EventMatch;
  readonly roleAt: (timeline: Timeline, at: EpochMs) => string;
}

/** Makes a ladder ready to play. */
export function compileLadder(ladder: Ladder, setting: PolicySetting): CompiledLadder {
  const applies = compileParameterRow(ladder.when ?? {}, setting.parameter);
  const own = ladder.calendar === undefined ? undefined : setting.timetable(ladder.calendar);
  const rungs = ladder.rungs.flatMap((rung) => compileRung(rung, setting));

  return {
    id: ladder.id,
    play(timeline, runs) {
      const firings: Due[] = rungs
        .flatMap((rung) => rung.firings(timeline, runs).map((firing) => ({ ...firing, rung })))
        .filter(({ basis }) => applies((attribute) => timeline.valueAt(attribute, basis)) === true);
      const caseEnd = endOf(timeline);
      return firings.map((firing) => {
        const { rung, at, run, repeat, cause, timing } = firing;
        const { id, level, action, deliver } = rung.rung;
        const hours = own ?? timing?.timetable ?? setting.timetable();
        const state = stateOf(firing, windowEnd(firing, firings, caseEnd), timeline);
        const escalation: Escalation = {
          key: [timeline.id, ladder.id, id, run, repeat].map((part) => encodeURIComponent(part)).join('/'),
          ladder: ladder.id,
          rung: id,
          level,
          to: rung.roleAt(timeline, at),
          run,
          repeat,
          at: new Date(at),
          deliverAt: new Date(deliver === 'working-time' ? hours.next(at) : at),
          state: state.state,
          cause,
          ...(action === undefined ? {} : { action }),
          ...(state.lateTaken === undefined ? {} : { lateTaken: state.lateTaken }),
        };
        return { escalation, changesAt: state.changesAt };
      });
    },
  };
}

/** A rung ready to play; none while a parameter that says when it fires is not set. */
function compileRung({ to, ...given }: Rung, setting: PolicySetting): CompiledRung[] {
  let complete = true;
  const known = withParameters(given, setting.parameter, () => {
    complete = false;
  });
  if (!complete) return [];
  const rung = { ...known, to } as Rung;
  const byLevel: EventMatch = ({ type, source }) =>
    type === 'escalated' && typeof source.level === 'number' && source.level >= rung.level;
  return [
    {
      rung,
      timed: 'at' in rung,
      firings: compileRungTime(rung),
      takenBy: rung.takenBy === undefined ? byLevel : compileSelectors(rung.takenBy),
      roleAt: compileRole(to, setting.parameter),
    },
  ];
}

interface State {
  readonly state: Escalation['state'];
  readonly changesAt: EpochMs | null;
  readonly lateTaken?: number;
}

/** Where a rung stands at the timeline's `asOf`; it can be taken until its window ends. */
function stateOf({ rung, at, timing }: Due, window: EpochMs, timeline: Timeline): State {
  const { asOf } = timeline;
  if (timing?.endedAt != null && timing.endedAt <= at) return { state: 'cancelled', changesAt: null };
  if (asOf < at) return { state: 'upcoming', changesAt: at };
  const taken = timeline.events.find((event) => event.at < window && rung.takenBy(event, timeline));
  if (taken !== undefined) {
    return { state: 'taken', changesAt: null, ...(taken.at > at ? { lateTaken: taken.at - at } : {}) };
  }
  if (asOf >= window) return { state: 'missed', changesAt: null };
  return { state: 'due', changesAt: Number.isFinite(window) ? window : null };
}

/** A rung can be taken until the next higher timed one of its run, the end of the run, or the end of the case. */
function windowEnd(firing: Due, all: readonly Due[], caseEnd: EpochMs): EpochMs {
  let end = Math.min(caseEnd, firing.timing?.endedAt ?? Number.POSITIVE_INFINITY);
  for (const { rung, at, run } of all) {
    if (rung.timed && rung.rung.level > firing.rung.rung.level && run === firing.run && at > firing.at) {
      end = Math.min(end, at);
    }
  }
  // What happens at the end itself still counts.
  return end <= firing.at ? firing.at + 1 : end;
}

const endings: Selectors = ['closed', 'withdrawn', 'merged', 'invalidated'];

function endOf(timeline: Timeline): EpochMs {
  const ends = compileSelectors(endings);
  const last = timeline.events.findLast((event) => ends(event, timeline));
  return last === undefined ? Number.POSITIVE_INFINITY : last.at;
}
