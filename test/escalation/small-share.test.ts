import { describe, expect, it } from 'vitest';
import { timetableOf } from '../../src/calendar/timetable-of.ts';
import type { Timeline } from '../../src/case/timeline.ts';
import { compileClockTime } from '../../src/escalation/clock-time.ts';
import { DAY, HOUR, SECOND } from '../../src/instant/types.ts';
import type { Stop } from '../../src/limit/pauses.ts';
import { units } from '../../src/limit/units.ts';
import type { Run } from '../../src/standards/settle.ts';

const timetable = timetableOf({ timeZone: 'UTC', week: 'always' });

/** When a rung at a share is reached of a run stopped from its start, and how often its due instant was asked for. */
function reachedOf(share: number, due: number): { reached: number | undefined; asked: number } {
  let asked = 0;
  const clock = {
    stoppedSince: 0,
    dueAt: () => {
      asked += 1;
      return { at: due };
    },
    stopsUntil: (t: number): Stop[] => (t > 0 ? [[0, t]] : []),
    isEven: true,
  };
  const terms = { unit: units.days, timetable };
  const timing = { from: 0, endedAt: null, stages: [{ since: 0, terms, clock }] };
  const run = { standard: 'answer', run: 1, due, timing } as unknown as Run;
  const find = compileClockTime({ share, of: 'answer' }, { own: undefined, policy: timetable });
  const [firing] = find({ asOf: 10 * DAY } as Timeline, [run]);
  return { reached: firing?.reached, asked };
}

describe('a rung at a very small share of the days of a run that is stopped from its start', () => {
  // What is left of the net time has to be nothing for a share of it to be 0 ms: the rung comes with due.
  it.each([0.000002, 0.00002, 0.002])('of %f is reached at due, a day later, in few steps', (share) => {
    const { reached, asked } = reachedOf(share, DAY);
    expect(reached).toBe(DAY);
    expect(asked).toBeLessThan(2000);
  });

  it('of 0.000002 is reached as soon after 10 seconds or 100 hours', () => {
    expect(reachedOf(0.000002, 10 * SECOND)).toMatchObject({ reached: 10 * SECOND });
    const { reached, asked } = reachedOf(0.000002, 100 * HOUR);
    expect(reached).toBe(100 * HOUR);
    expect(asked).toBeLessThan(2000);
  });
});
