import { SPAN_END } from '../../instant/types.ts';
import { compileRule } from '../compile-rule.ts';
import type { CompiledStandard, PolicySetting } from '../kind.ts';
import type { Settled } from '../settle.ts';
import { type SlotRule, slotsIn } from '../slots.ts';
import { compileEvents, fromFirst } from './span.ts';
import type { CadenceSlots, CadenceStandard } from './standard.ts';

/** Makes a cadence ready whose event has to come so many times in each slot of civil time. */
export function compileSlots(
  given: CadenceStandard & CadenceSlots,
  setting: PolicySetting,
): CompiledStandard {
  return compileRule(given, setting, (standard, terms) => {
    const { recurs, until } = compileEvents(standard);
    const times = (standard.times as number | undefined) ?? 1;
    return fromFirst(standard.from, terms, (timeline, { expect }, events) => {
      const { asOf } = timeline;
      const [start, ...later] = events;
      const ends = (event: typeof start) => until(event!, timeline) || terms.exempts(event!, timeline);
      const end = later.find(ends)?.at ?? SPAN_END;
      const hits = events.filter((event) => recurs(event, timeline)).map(({ at }) => at);
      const runs: Settled[] = [];
      for (const slot of slotsIn(standard as SlotRule, terms.timetable, start!.at, end)) {
        const { from, to } = slot;
        if (from > asOf) {
          expect(from);
          break;
        }
        const inside = hits.filter((at) => at >= from && at < to);
        const done = inside[times - 1];
        const kept = done === undefined ? 'broken' : 'met';
        const detail = { slot: { from: new Date(from), to: new Date(to) }, count: inside.length, times };
        runs.push(
          asOf < to
            ? { status: 'pending', from, detail, changesAt: to }
            : { status: kept, from, done: done ?? null, detail },
        );
      }
      return runs;
    });
  });
}
