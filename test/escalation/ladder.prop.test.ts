import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import type { Assessment } from '../../src/assess/types.ts';
import type { CaseInput } from '../../src/case/types.ts';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import {
  MINUTE,
  QUARTER,
  type SimEscalation,
  type SimRung,
  type SimSpan,
  type SimWorld,
  START,
  simulate,
} from './naive-ladders.ts';
import { HOUR, minuteWorlds, worlds } from './worlds.ts';

const text = ({ amount, unit }: SimSpan) => `${amount} ${unit}`;

const day = ['09:00-12:00', '13:00-18:00'];

const shift = ['06:00-10:00', '20:00-24:00'];

const closed = { '2026-10-14': 'closed' };

function rungOf(rung: SimRung): object {
  const { id, level, deliver, repeat, takenBy } = rung;
  const to =
    rung.to === 'boss'
      ? 'boss'
      : { table: [{ when: { priority: 'high' }, to: 'high-desk' }], otherwise: 'low-desk' };
  const more = {
    ...(deliver === true && { deliver: 'working-time' }),
    ...(repeat && { every: text(repeat.every), times: repeat.times }),
    ...(takenBy && { takenBy }),
  };
  const what =
    'share' in rung
      ? { at: { share: rung.share, of: 'answer' } }
      : 'before' in rung
        ? { at: { before: 'answer', by: text(rung.before) } }
        : 'after' in rung
          ? { at: { after: 'answer', by: text(rung.after) } }
          : 'on' in rung
            ? { on: rung.count === 1 ? rung.on : { event: rung.on, count: rung.count } }
            : { when: { claim: rung.claim } };
  return { id, level, to, ...more, ...what };
}

const policyOf = (world: SimWorld) => {
  const rowOf = (limit: SimSpan) => ({
    limit: text(limit),
    counting: limit.unit === 'days' ? 'calendar-24-7' : 'standard',
  });
  return parsePolicy({
    id: 'p',
    version: '1',
    calendar: {
      timeZone: 'Asia/Shanghai',
      week: { mon: day, tue: day, wed: day, thu: day, fri: day },
      exceptions: closed,
    },
    calendars: {
      shifts: {
        timeZone: 'Asia/Shanghai',
        week: { mon: shift, tue: shift, wed: shift, thu: shift, fri: shift, sat: shift, sun: shift },
        exceptions: closed,
      },
    },
    standards: [
      {
        id: 'answer',
        kind: 'deadline',
        from: 'received',
        to: 'replied',
        within: {
          table: [
            { when: { priority: 'high' }, ...rowOf(world.limits.high) },
            { when: { priority: 'low' }, ...rowOf(world.limits.low) },
          ],
        },
        each: world.each,
        onChange: world.recalculates ? 'recalculate' : 'keep',
        pause: { on: 'paused', off: 'resumed' },
      },
    ],
    ladders: [
      { id: 'l', ...(world.shifts && { calendar: 'shifts' }), rungs: world.rungs.map((one) => rungOf(one)) },
    ],
  });
};

const caseOf = ({ priority, events }: SimWorld): CaseInput => ({
  id: 'T-1',
  priority,
  events: events.map(({ priority, claim, duration, ...event }) => ({
    ...event,
    ...(priority !== undefined || claim !== undefined
      ? { set: { ...(priority !== undefined && { priority }), ...(claim !== undefined && { claim }) } }
      : {}),
    ...(duration !== undefined && { duration: text(duration as SimSpan) }),
  })) as CaseInput['events'],
});

const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);

function played({ escalations }: Assessment): SimEscalation[] {
  return escalations
    .map(({ key, at, deliverAt, to, state, lateTaken }) => ({
      key,
      at: at.getTime(),
      deliverAt: deliverAt.getTime(),
      to,
      state,
      lateTaken,
    }))
    .sort(byKey);
}

const statesOf = ({ verdicts, escalations }: Assessment): string =>
  [
    ...verdicts.map(({ standard, run, status }) => `${standard} ${run} ${status}`),
    ...escalations.map(({ key, state }) => `${key} ${state}`),
  ].join('\n');

describe('ladders, beside a simulator that walks through every minute, or every quarter of an hour', () => {
  it.each([
    ['through a week, by the quarter of an hour', worlds, QUARTER, 8 * 96, { numRuns: 160 }],
    ['through a day, by the minute', minuteWorlds, MINUTE, 9 * 60, { numRuns: 200 }],
  ])(
    '%s, tell everybody whom the simulator tells, at the same instants, and nobody else',
    (...given) => {
      const [, worlds, step, last, tries] = given;
      const seen = new Map<string, number>();
      fc.assert(
        fc.property(worlds, fc.array(fc.nat(last), { minLength: 2, maxLength: 2 }), (world, moments) => {
          const policy = policyOf(world);
          for (const steps of moments) {
            const asOf = START + 7 * HOUR + steps * step;
            const want = simulate(world, asOf, step).sort(byKey);
            expect(played(assess(caseOf(world), policy, { asOf, trace: false }))).toEqual(want);
            for (const { state } of want) seen.set(state, (seen.get(state) ?? 0) + 1);
          }
        }),
        tries,
      );
      for (const state of ['upcoming', 'due', 'taken', 'missed', 'cancelled']) {
        expect(seen.get(state) ?? 0, state).toBeGreaterThan(tries.numRuns / 10);
      }
    },
    120_000,
  );

  it('change at nextChange and not before, the clock stopped or not', () => {
    const tries = { numRuns: 120 };
    let changes = 0;
    fc.assert(
      fc.property(worlds, fc.nat(2 * 96), fc.constantFrom(0, 0, 1, -1), (world, quarters, off) => {
        const asOf = START + 9 * HOUR + quarters * QUARTER + off;
        const policy = policyOf(world);
        const known = caseOf({ ...world, events: world.events.filter(({ at }) => at <= asOf) });
        const at = (moment: number) => assess(known, policy, { asOf: moment, trace: false });
        const now = at(asOf);
        const next = now.nextChange?.getTime() ?? Number.POSITIVE_INFINITY;
        expect(next).toBeGreaterThan(asOf);
        const last = Math.min(next - 1, asOf + 150 * HOUR);
        for (let moment = asOf + 3 * HOUR; moment < last; moment += 3 * HOUR)
          expect(statesOf(at(moment))).toBe(statesOf(now));
        expect(statesOf(at(last))).toBe(statesOf(now));
        if (next === Number.POSITIVE_INFINITY) return;
        changes += 1;
        expect(statesOf(at(next))).not.toBe(statesOf(now));
      }),
      tries,
    );
    expect(changes).toBeGreaterThan(tries.numRuns / 4);
  }, 120_000);
});
