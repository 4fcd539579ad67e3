import { compileRow } from '../../case/conditions.ts';
import { attributeOf, typesOf } from '../../case/selector.ts';
import { reportMissing } from '../applies.ts';
import type { CompiledStandard, PolicySetting } from '../kind.ts';
import { compileLimitRule } from '../limit-rule.ts';
import { withParameters } from '../parameters.ts';
import { compileFulfilment } from './fulfilment.ts';
import { Opened } from './opened.ts';
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
  const { each = 'first' } = rule;
  const charge: Charge = {
    id: rule.id,
    severity: rule.severity ?? 'hard',
    each,
    match: rule.match,
    recalculates: rule.onChange === 'recalculate',
    missing: [...missing],
    applies: compileRow(rule.when ?? {}),
    roles: new RoleTable(rule, setting.codeOf),
    limits: compileLimitRule(within, setting, rule),
    fulfilment: compileFulfilment(rule.to),
    timetable: setting.timetable(),
    reopens: each === 'first' ? RESTART : FROM | RESTART,
  };
  const pauses = rule.pause === undefined ? undefined : setting.pauses(rule.pause);
  const startsAtReceipt = typesOf(rule.from).includes('received');

  return {
    id: rule.id,
    judge(timeline, judging) {
      const start = charge.roles.next(0, FROM, timeline);
      if (start < 0) {
        const unheard = startsAtReceipt && timeline.first('received') === undefined;
        return unheard ? withoutReceipt(charge, timeline) : none;
      }
      const { report, timed } = judging;
      const scene: Scene = { charge, timeline, report, timed, pauses: pauses?.follow(timeline, report) };
      if (charge.roles.next(start + 1, charge.reopens, timeline) < 0) {
        const course = walkRun(scene, start, keyOf(scene, start), true);
        return course === undefined ? none : [verdictOf(scene, course, 1, judging)];
      }
      return coursesOf(scene, start).map((course, index) => verdictOf(scene, course, index + 1, judging));
    },
  };
}

const none: readonly never[] = [];

/** All runs of a case, in the order in which they came into being. */
function coursesOf(scene: Scene, start: number): readonly Course[] {
  const { roles, reopens } = scene.charge;
  const { timeline } = scene;
  const opened = new Opened();
  let begun = false;
  for (let index = start; index >= 0; index = roles.next(index + 1, FROM | reopens, timeline)) {
    opened.takeUp(index);
    const role = roles.at(index, timeline);
    const first = opened.latest === undefined;
    const restarted = role & RESTART && !first ? restartedKeys(scene, index, opened) : none;
    for (const key of restarted) opened.add(walkRun(scene, index, key, first));
    if (restarted.length > 0 || !(role & FROM) || (begun && isAnswering(scene, index, opened))) continue;
    begun = true;
    opened.add(walkRun(scene, index, keyOf(scene, index), first));
  }
  return opened.all.sort((a, b) => a.since - b.since);
}

/** Whether a `from` opens nothing: there has been one, or (`oldest-unanswered`) an older one waits for its answer. */
function isAnswering(scene: Scene, index: number, { ends }: Opened): boolean {
  const { each } = scene.charge;
  if (each === 'run') return false;
  return each !== 'oldest-unanswered' || (ends.get(keyOf(scene, index)) ?? -1) >= index;
}

/** What the `to` of a run that starts here has to equal. */
function keyOf({ charge, timeline, report }: Scene, index: number): unknown {
  const { match } = charge;
  if (match === undefined) return undefined;
  const key = attributeOf(timeline.events[index]!, timeline, match);
  if (key === undefined) reportMissing(match, report);
  return key;
}

/** The keys of the runs that a restart opens: its own, if that ever had a run, else those of the runs it has ended. */
function restartedKeys({ charge, timeline }: Scene, index: number, opened: Opened): readonly unknown[] {
  const { match } = charge;
  const own = match === undefined ? undefined : timeline.events[index]!.source[match];
  if (own !== undefined) return opened.ends.has(own) ? [own] : none;
  return [...(opened.restarted.get(index) ?? [opened.latest!.key])];
}
