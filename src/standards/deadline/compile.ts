import { none } from '../../case/none.ts';
import { attributeOf, typesOf } from '../../case/selector.ts';
import { appliesAt } from '../applies.ts';
import type { CompiledStandard, PolicySetting } from '../kind.ts';
import { compileLimitRule } from '../limit-rule.ts';
import { resolveParameters } from '../parameters.ts';
import { addRuns, labelOf, type Settled } from '../settle.ts';
import { compileFulfilment } from './fulfilment.ts';
import { Opened } from './opened.ts';
import { FROM, RESTART, RoleTable } from './roles.ts';
import { type Charge, type Course, namedBy, type Scene, walkRun } from './run.ts';
import { settledOf } from './settled-of.ts';
import { settledQuietly } from './settled-quietly.ts';
import type { DeadlineStandard } from './standard.ts';

/** Makes a deadline ready to judge timelines. */
export function compileDeadline(standard: DeadlineStandard, setting: PolicySetting): CompiledStandard {
  const { within, ...given } = standard;
  const { known, missing } = resolveParameters(given, setting.parameter);
  // Only a row that is reached misses its parameters.
  const rule = { ...known, within };
  const { each = 'first' } = rule;
  const charge: Charge = {
    standard: rule,
    each,
    match: rule.match,
    recalculates: rule.onChange === 'recalculate',
    missing,
    applies: setting.row(rule.when ?? {}),
    roles: new RoleTable(rule, setting.codeOf),
    limits: compileLimitRule(within, setting, rule),
    fulfilment: compileFulfilment(rule.to),
    timetable: setting.timetable(),
    reopens: each === 'first' ? RESTART : FROM | RESTART,
  };
  const pauses = rule.pause && setting.pauses(rule.pause);
  /** Whether nothing is to be noticed about a case to which it doesn't apply. */
  const picky = missing.length === 0 && !charge.recalculates && pauses?.types.length !== 0;
  const label = labelOf(rule, charge.timetable);
  const startsAtReceipt = typesOf(rule.from).includes('received');

  return {
    label,
    judge(timeline, judging, runs) {
      const start = charge.roles.next(0, FROM, timeline);
      const { report, timed } = judging;
      if (start < 0) {
        // Nothing can be said of a case whose log lacks the event that every case begins with.
        const unheard = startsAtReceipt && timeline.first('received') === undefined;
        if (unheard && charge.applies(timeline.lookupAt(timeline.asOf)) === true)
          addRuns(
            [{ status: 'undetermined', missing: ['received'], ownerless: true }],
            label,
            timeline,
            runs,
          );
        return;
      }
      const from = timeline.events[start]!;
      const key = charge.match && attributeOf(from, timeline, charge.match);
      const simple = picky && timeline.steady && (!charge.match || key !== undefined);
      // Most standards are about other cases.
      if (simple && !appliesAt(charge.applies, timeline, from.at)) return;
      const stopped = pauses?.follow(timeline, report);
      const isOnly = charge.roles.next(start + 1, charge.reopens, timeline) === -1;
      const quiet =
        simple && isOnly && !stopped && settledQuietly(charge, label, timeline, start, key, judging);
      if (quiet) {
        runs.push(quiet);
        return;
      }
      const scene: Scene = { charge, timeline, report, timed, pauses: stopped };
      const courses = isOnly ? [walkRun(scene, start, keyOf(scene, start), true)] : coursesOf(scene, start);
      const settled: Settled[] = [];
      for (const course of courses) if (course) settled.push(settledOf(scene, course, judging));
      addRuns(settled, label, timeline, runs);
    },
  };
}

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
  return each !== 'oldest-unanswered' || (ends.get(keyOf(scene, index)) ?? 0) >= index;
}

/** What the `to` of a run that starts here has to equal. */
function keyOf({ charge, timeline }: Scene, index: number): unknown {
  const { match } = charge;
  const key = match && attributeOf(timeline.events[index]!, timeline, match);
  if (match && key === undefined) timeline.lack(match);
  return key;
}

/** The keys of the runs that a restart opens: its own, if that ever had a run, else those of the runs it has ended. */
function restartedKeys({ charge, timeline }: Scene, index: number, opened: Opened): readonly unknown[] {
  const own = namedBy(charge, timeline.events[index]!);
  if (own !== undefined) return opened.ends.has(own) ? [own] : none;
  return [...(opened.restarted.get(index) ?? [opened.latest!.key])];
}
