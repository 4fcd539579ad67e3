import { compileRow } from '../../case/conditions.ts';
import { attributeOf, typesOf } from '../../case/selector.ts';
import type { Timeline } from '../../case/timeline.ts';
import { reportMissing } from '../applies.ts';
import type { CompiledStandard, PolicySetting } from '../kind.ts';
import { compileLimitRule } from '../limit-rule.ts';
import { withParameters } from '../parameters.ts';
import { compileFulfilment } from './fulfilment.ts';
import { FROM, RESTART, RoleTable } from './roles.ts';
import { type Charge, type Course, type Scene, walkRun } from './run.ts';
import type { DeadlineStandard } from './standard.ts';
import { verdictOf, withoutReceipt } from './verdict-of.ts';

/** Makes a deadline ready to judge timelines. */
export function compileDeadline(standard: DeadlineStandard, setting: PolicySetting): CompiledStandard {
  const { within, ...given } = standard;
  const missing = new Set<string>();
  const known = withParameters(given, setting.parameter, ({ parameter }) => {
    missing.add(parameter);
  });
  // Only a row that is reached misses its parameters.
  const rule = { ...known, within };
  const charge: Charge = {
    standard: rule,
    missing: [...missing],
    applies: compileRow(rule.when ?? {}),
    roles: new RoleTable(rule, setting.codeOf),
    limits: compileLimitRule(within, setting, rule),
    fulfilment: compileFulfilment(rule.to),
    timetable: setting.timetable(),
  };
  const pauses = rule.pause === undefined ? undefined : setting.pauses(rule.pause);
  const single = (rule.each ?? 'first') === 'first' && rule.restartOn === undefined;
  const startsAtReceipt = typesOf(rule.from).includes('received');

  return {
    id: rule.id,
    judge(timeline, judging) {
      const start = startIn(charge, timeline);
      if (start < 0) {
        const unheard = startsAtReceipt && timeline.first('received') === undefined;
        return unheard ? withoutReceipt(charge, timeline) : [];
      }
      const { report, timed } = judging;
      const scene = { charge, timeline, report, timed, pauses: pauses?.follow(timeline, report) };
      const courses = single ? onlyCourse(scene, start) : coursesOf(scene, start);
      return courses.map((course, index) => verdictOf(scene, course, index + 1, judging));
    },
  };
}

/** The first event at which a run may start; -1 if there is none. */
function startIn({ roles }: Charge, timeline: Timeline): number {
  const { length } = timeline.events;
  for (let n = 0; n < length; n++) if (roles.at(n, timeline) & FROM) return n;
  return -1;
}

/** The only run there can be. */
function onlyCourse(scene: Scene, index: number): Course[] {
  const course = walkRun(scene, { index, key: keyOf(scene, index), first: true });
  return course === undefined ? [] : [course];
}

/** All runs of a case, in the order in which they came into being. */
function coursesOf(scene: Scene, start: number): Course[] {
  const { charge, timeline } = scene;
  const courses: Course[] = [];
  let begun = false;
  for (let index = start; index < timeline.events.length; index++) {
    const role = charge.roles.at(index, timeline);
    if ((role & (FROM | RESTART)) === 0) continue;
    const existing = courses.filter(({ since }) => since < index);
    let keys = role & RESTART ? restartedKeys(scene, index, existing) : [];
    if (keys.length === 0 && role & FROM && !(begun && isAnswering(scene, index, existing))) {
      keys = [keyOf(scene, index)];
      begun = true;
    }
    for (const key of keys) {
      const course = walkRun(scene, { index, key, first: existing.length === 0 });
      if (course !== undefined) courses.push(course);
    }
  }
  return courses.length > 1 ? courses.sort((a, b) => a.since - b.since) : courses;
}

/** Whether a `from` opens nothing: there has been one, or (`oldest-unanswered`) an older one waits for its answer. */
function isAnswering(scene: Scene, index: number, existing: readonly Course[]): boolean {
  const { each } = scene.charge.standard;
  if (each === 'run') return false;
  if (each !== 'oldest-unanswered') return true;
  const key = keyOf(scene, index);
  return existing.some(
    ({ start, ending }) => start.key === key && (ending === undefined || ending.index >= index),
  );
}

/** What the `to` of a run that starts here has to equal. */
function keyOf({ charge, timeline, report }: Scene, index: number): unknown {
  const { match } = charge.standard;
  if (match === undefined) return undefined;
  const key = attributeOf(timeline.events[index]!, timeline, match);
  if (key === undefined) reportMissing(match, report);
  return key;
}

/** The keys of the runs that a restart opens: its own, if that ever had a run, else those of the runs it has ended. */
function restartedKeys({ charge, timeline }: Scene, index: number, existing: readonly Course[]): unknown[] {
  const { match } = charge.standard;
  const own = match === undefined ? undefined : timeline.events[index]!.source[match];
  if (own !== undefined) return existing.some(({ start }) => start.key === own) ? [own] : [];
  const ended = existing.filter(({ ending }) => ending?.as === 'restarted' && ending.index === index);
  const latest = ended.length > 0 ? ended : existing.slice(-1);
  return [...new Set(latest.map(({ start }) => start.key))];
}
