import { compileSelectors } from '../../case/selector.ts';
import { SPAN_END } from '../../instant/types.ts';
import type { PrepareJudge } from '../organisation-judge.ts';
import type { Settled } from '../settle.ts';
import { type SlotRule, slotsIn } from '../slots.ts';
import type { DutyDetail, DutyStandard } from './standard.ts';

/** An outcome for each period that lies wholly in the range and has begun; the one under way is pending. */
export const judgeDuty: PrepareJudge<DutyStandard> = (standard, setting) => {
  const matches = compileSelectors(standard.event);
  const timetable = setting.timetable(standard.calendar);
  return ({ timeline, range }, { expect }) => {
    const { asOf } = timeline;
    const done = timeline.events.filter((event) => matches(event, timeline));
    const times = standard.times as number;
    const end = Math.min(range.to, SPAN_END);
    const outcomes: Settled[] = [];
    for (const { from, to } of slotsIn(standard as SlotRule, timetable, range.from, end)) {
      if (from > asOf) {
        expect(from);
        break;
      }
      const within = done.filter(({ at }) => at >= from && at < to);
      const last = within[times - 1];
      const detail: DutyDetail = { from: new Date(from), to: new Date(to), count: within.length, times };
      if (to > asOf) outcomes.push({ status: 'pending', from, changesAt: to, detail });
      else if (last !== undefined) outcomes.push({ status: 'met', from, done: last.at, detail });
      else outcomes.push({ status: 'broken', from, detail });
    }
    return outcomes;
  };
};
