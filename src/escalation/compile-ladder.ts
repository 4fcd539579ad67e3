import type { RowAnswer } from '../case/conditions.ts';
import { compileSelectors, type EventMatch } from '../case/selector.ts';
import type { Timeline } from '../case/timeline.ts';
import type { EpochMs } from '../instant/types.ts';
import type { PolicySetting } from '../standards/kind.ts';
import { compileParameterRow, resolveParameters } from '../standards/parameters.ts';
import type { Run } from '../standards/settle.ts';
import { compileRole } from './role.ts';
import { compileRungTime, type Firing, type LadderHours } from './rung-time.ts';
import type { Escalation, Ladder, Rung } from './types.ts';

/** A rung as it stands, and the instant at which its state changes if nothing happens; `Infinity`: never. */
export interface Played {
  readonly escalation: Escalation;
  readonly changesAt: EpochMs;
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
  readonly firings: (timeline: Timeline, runs: readonly Run[]) => Firing[];
  readonly takenBy: EventMatch;
  readonly roleAt: (timeline: Timeline, at: EpochMs) => string;
}

/** Makes a ladder ready to play. */
export function compileLadder(ladder: Ladder, setting: PolicySetting): CompiledLadder {
  const applies: RowAnswer = compileParameterRow(ladder.when ?? {}, setting.parameter);
  const own = ladder.calendar === undefined ? undefined : setting.timetable(ladder.calendar);
  const hours = { own, policy: setting.timetable() };
  const rungs = ladder.rungs.flatMap((rung) => compileRung(rung, hours, setting));

  return {
    id: ladder.id,
    play(timeline, runs) {
      const firings: Due[] = [];
      for (const rung of rungs) {
        for (const firing of rung.firings(timeline, runs)) {
          if (applies(timeline.lookupAt(firing.basis)) === true) firings.push({ ...firing, rung });
        }
      }
      const timed = firings.filter(({ endedAt }) => endedAt !== undefined);
      return firings.map((firing) => {
        const { rung, at, run, repeat, cause, basis } = firing;
        const { id, level, action, deliver } = rung.rung;
        const { changesAt, ...state } = stateOf(firing, timed, timeline);
        const escalation: Escalation = {
          key: [timeline.id, ladder.id, id, run, repeat].map(encodeURIComponent).join('/'),
          ladder: ladder.id,
          rung: id,
          level,
          to: rung.roleAt(timeline, Math.max(at, basis)),
          run,
          repeat,
          at: new Date(at),
          deliverAt: new Date(deliver === 'working-time' ? firing.hours.next(at) : at),
          ...state,
          cause,
          ...(action !== undefined && { action }),
        };
        return { escalation, changesAt };
      });
    },
  };
}

/** A rung ready to play; none while a parameter that says when it fires is not set. */
function compileRung(
  { to, ...given }: Rung,
  hours: LadderHours,
  { parameter }: PolicySetting,
): CompiledRung[] {
  const { known, missing } = resolveParameters(given, parameter);
  if (missing.length > 0) return [];
  const rung = { ...known, to } as Rung;
  const byLevel: EventMatch = ({ type, source }) =>
    type === 'escalated' && typeof source.level === 'number' && source.level >= rung.level;
  return [
    {
      rung,
      firings: compileRungTime(rung, hours),
      takenBy: rung.takenBy === undefined ? byLevel : compileSelectors(rung.takenBy),
      roleAt: compileRole(to, parameter),
    },
  ];
}

interface State extends Pick<Escalation, 'state' | 'lateTaken'> {
  readonly changesAt: EpochMs;
}

const never = Number.POSITIVE_INFINITY;

/** Where a rung stands at the timeline's `asOf`; it can be taken until its window ends. */
function stateOf(firing: Due, timed: readonly Due[], timeline: Timeline): State {
  const { asOf, events } = timeline;
  const { rung, at, reached } = firing;
  const caseEnd = endOf(firing, timeline);
  // A rung that belongs to no run is told of a case as long as that is there.
  const { endedAt = caseEnd } = firing;
  if (endedAt !== null && endedAt <= reached) return { state: 'cancelled', changesAt: never };
  if (asOf < reached) return { state: 'upcoming', changesAt: reached };
  let window = Math.min(caseEnd, endedAt ?? caseEnd);
  for (const other of timed) {
    const above = other.run === firing.run && other.rung.rung.level > rung.rung.level;
    // One that its run's end has cancelled ends nothing.
    if (!above || (other.endedAt ?? never) <= other.reached) continue;
    const end = other.reached > asOf ? other.reached : other.at;
    if (end > at) window = Math.min(window, end);
  }
  // What happens at the rung's own instant counts, even if its window ends there.
  const taken = events.find(
    (event) => (event.at < window || event.at <= at) && rung.takenBy(event, timeline),
  );
  if (taken !== undefined) {
    return { state: 'taken', changesAt: never, ...(taken.at > at && { lateTaken: taken.at - at }) };
  }
  if (asOf >= window) return { state: 'missed', changesAt: never };
  return { state: 'due', changesAt: window };
}

const endings = ['closed', 'withdrawn', 'merged', 'invalidated'];

/** The end of the case as the rung sees it: after what brought it about, and not undone by the rung's instant. */
function endOf({ basis, at }: Due, { events }: Timeline): EpochMs {
  let end = never;
  for (const event of events) {
    if (event.at <= basis) continue;
    if (endings.includes(event.type)) end = Math.min(end, event.at);
    else if (event.type === 'reopened' && event.at <= at) end = never;
  }
  return end;
}
