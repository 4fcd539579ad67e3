import { compileWhen } from '../../case/conditions.ts';
import { attributeOf, typesOf } from '../../case/selector.ts';
import type { CompiledStandard, PolicySetting } from '../kind.ts';
import { compileLimitRule } from '../limit-rule.ts';
import { withParameters } from '../parameters.ts';
import { compilePauses } from '../pauses.ts';
import type { DeadlineStandard } from './deadline.ts';
import { compileFulfilment } from './fulfilment.ts';
import { compileRoles, FROM, RESTART } from './roles.ts';
import { type Charge, type Course, type Scene, walkRun } from './run.ts';
import { verdictOf, withoutReceipt } from './verdict-of.ts';

/** Makes a deadline ready to judge timelines. */
export function compileDeadline(standard: DeadlineStandard, setting: PolicySetting): CompiledStandard {
  const { within, ...given } = standard;
  const missing = new Set<string>();
  const rule = { ...withParameters(given, (name) => setting.parameter(name), missing), within };
  const charge: Charge = {
    standard: rule,
    missing: [...missing],
    applies: compileWhen(rule.when),
    limits: compileLimitRule(within, setting, rule),
    fulfilment: compileFulfilment(rule.to),
    timetable: setting.timetable(),
  };
  const rolesOf = compileRoles(rule);
  const pausesOf = rule.pause === undefined ? undefined : compilePauses(rule.pause);
  const startsAtReceipt = typesOf(rule.from).includes('received');

  return {
    id: rule.id,
    judge(timeline, judging) {
      const roles = rolesOf(timeline);
      if (!roles.some((role) => (role & FROM) !== 0)) {
        return startsAtReceipt && timeline.first('received') === undefined
          ? withoutReceipt(charge, timeline)
          : [];
      }
      const scene: Scene = {
        charge,
        timeline,
        roles,
        report: judging.report,
        pauses: pausesOf?.(timeline, judging.report),
      };
      const courses = rule.each === 'run' ? everyRun(scene) : oneAfterAnother(scene);
      return courses.map((course) => verdictOf(scene, course, judging));
    },
  };
}

/** Every `from` opens a run of its own, and so does every restart once there was one. */
function everyRun(scene: Scene): Course[] {
  const courses: Course[] = [];
  for (let index = 0; index < scene.roles.length; index++) {
    const role = scene.roles[index]!;
    if (role & FROM || (role & RESTART && courses.length > 0)) begin(scene, index, courses);
  }
  return courses;
}

/** One run at a time: the next begins at a restart, or at the next unanswered `from` where each counts. */
function oneAfterAnother(scene: Scene): Course[] {
  const courses: Course[] = [];
  const again = scene.charge.standard.each === 'oldest-unanswered' ? FROM : 0;
  let index = nextOf(scene, FROM, 0);
  while (index >= 0) {
    const course = begin(scene, index, courses);
    if (course === undefined) {
      index = nextOf(scene, again, index + 1);
      continue;
    }
    const { ending } = course;
    if (ending === undefined) break;
    const resumes = ending.as === 'restarted' ? ending.index : Math.max(ending.index, index) + 1;
    index = nextOf(scene, RESTART | again, resumes);
  }
  return courses;
}

function begin(scene: Scene, index: number, courses: Course[]): Course | undefined {
  const { match } = scene.charge.standard;
  const event = scene.timeline.events[index]!;
  const own = match === undefined ? undefined : attributeOf(event, scene.timeline, match);
  const course = walkRun(scene, {
    index,
    run: courses.length + 1,
    match: own ?? courses.at(-1)?.start.match,
  });
  if (course !== undefined) courses.push(course);
  return course;
}

function nextOf({ roles }: Scene, role: number, from: number): number {
  for (let index = from; index < roles.length; index++) if (roles[index]! & role) return index;
  return -1;
}
