import { dayOf } from '../../calendar/day-of.ts';
import { provisionalOf } from '../../calendar/provisional-of.ts';
import { compileWhen } from '../../case/conditions.ts';
import type { EpochMs } from '../../instant/types.ts';
import type { ShiftSpan } from '../kind.ts';
import type { PrepareJudge } from '../organisation-judge.ts';
import type { CoverageDetail, CoverageStandard } from './standard.ts';

/** One outcome for all working hours of the range; none where there are none yet. */
export const judgeCoverage: PrepareJudge<CoverageStandard> = ({ post, atLeast, when, calendar }, setting) => {
  const holds = compileWhen(when);
  const timetable = setting.timetable(calendar);
  return ({ timeline, shifts, range }, { expect }) => {
    const { asOf } = timeline;
    const { from } = range;
    const end = Number.isFinite(range.to) ? range.to : asOf;
    const until = Math.min(end, asOf);
    const [opening] = timetable.intervals(from, end);
    if (opening === undefined) return [];
    if (opening[0] >= until) {
      expect(opening[0] + 1);
      return [];
    }
    if (shifts.length === 0) return [{ status: 'undetermined', missing: ['shifts'], from }];
    const counted = shifts.filter(
      ({ source }) =>
        // Rosters that list absentees say so in the standard attribute; those that don't list only who is there.
        source.present !== false &&
        (post === undefined || source.post === post) &&
        holds((attribute) => (Object.hasOwn(source, attribute) ? source[attribute] : undefined)),
    );
    const gaps = gapsIn(timetable.intervals(from, end), levelsOf(counted), atLeast as number);
    const known = gaps
      .filter((gap) => gap.from < until)
      .map((gap) => ({ ...gap, from: new Date(gap.from), to: new Date(Math.min(gap.to, until)) }));
    const detail: CoverageDetail = { atLeast: atLeast as number, gaps: known };
    const provisional = provisionalOf(timetable, dayOf(timetable, from), dayOf(timetable, until - 1));
    const outcome = { from, detail, provisional };
    if (known.length > 0) return [{ ...outcome, status: 'broken' }];
    if (end <= asOf) return [{ ...outcome, status: 'met' }];
    // By the shifts that are known.
    const next = gaps[0];
    return [{ ...outcome, status: 'pending', changesAt: next === undefined ? end : next.from + 1 }];
  };
};

/** How many different people are on duty from an instant until the next level's. */
interface Level {
  readonly from: EpochMs;
  readonly onDuty: number;
}

function levelsOf(shifts: readonly ShiftSpan[]): Level[] {
  const changes = shifts.flatMap(({ from, to, source: { who } }) => [
    { at: from, who, by: 1 },
    { at: to, who, by: -1 },
  ]);
  const levels: Level[] = [{ from: -Number.POSITIVE_INFINITY, onDuty: 0 }];
  // One person's records may overlap.
  const records = new Map<string, number>();
  for (const { at, who, by } of changes.sort((a, b) => a.at - b.at)) {
    const left = (records.get(who) ?? 0) + by;
    if (left > 0) records.set(who, left);
    else records.delete(who);
    if (levels.at(-1)!.from === at) levels.pop();
    levels.push({ from: at, onDuty: records.size });
  }
  return levels;
}

interface Gap {
  readonly from: EpochMs;
  to: EpochMs;
  onDuty: number;
}

/** Where too few are on duty, each gap within one stretch of working hours. */
function gapsIn(
  hours: Iterable<readonly [EpochMs, EpochMs]>,
  levels: readonly Level[],
  atLeast: number,
): Gap[] {
  const gaps: Gap[] = [];
  let first = 0;
  for (const [start, end] of hours) {
    while (first + 1 < levels.length && levels[first + 1]!.from <= start) first += 1;
    let gap: Gap | undefined;
    for (let n = first; n < levels.length && levels[n]!.from < end; n++) {
      const { from, onDuty } = levels[n]!;
      const to = Math.min(end, levels[n + 1]?.from ?? end);
      if (onDuty >= atLeast) gap = undefined;
      else if (gap === undefined) {
        gap = { from: Math.max(start, from), to, onDuty };
        gaps.push(gap);
      } else {
        gap.to = to;
        gap.onDuty = Math.min(gap.onDuty, onDuty);
      }
    }
  }
  return gaps;
}
