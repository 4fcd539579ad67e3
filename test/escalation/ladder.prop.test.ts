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
  type SimEvent,
  type SimRung,
  type SimSpan,
  type SimWorld,
  START,
  simulate,
} from './naive-ladders.ts';

const HOUR = 4 * QUARTER;

const span = (most: number, units: readonly SimSpan['unit'][]): fc.Arbitrary<SimSpan> =>
  fc.record({ amount: fc.integer({ min: 1, max: most }), unit: fc.constantFrom(...units) });
const limit = fc.oneof(
  span(40, ['hours', 'working hours']),
  span(20, ['hours', 'working hours']),
  span(3, ['days', 'working days']),
);
const by = fc.oneof(
  span(8, ['hours', 'working hours']),
  span(8, ['hours', 'working hours']),
  span(2, ['days', 'working days']),
);

/** A stop under way brings a share of days nearer at the pace of 1 / share: of these, from step to step. */
const triggerBy = (by: fc.Arbitrary<SimSpan>) =>
  fc.oneof(
    fc.constantFrom(0.2, 0.25, 0.5, 1).map((share) => ({ share })),
    by.map((before) => ({ before })),
    by.map((before) => ({ before })),
    by.map((after) => ({ after })),
    fc.constantFrom(1, 2).map((count) => ({ on: 'rejected', count })),
    fc.constant({ claim: 'compensation' }),
  );
const rungBy = (by: fc.Arbitrary<SimSpan>) =>
  fc
    .record({
      level: fc.integer({ min: 1, max: 3 }),
      to: fc.constantFrom('boss' as const, 'by-priority' as const),
      deliver: fc.boolean(),
      repeat: fc.option(fc.record({ every: by, times: fc.integer({ min: 2, max: 3 }) }), { freq: 2 }),
      takenBy: fc.option(fc.constant('reminded'), { freq: 2 }),
      trigger: triggerBy(by),
    })
    .map(({ trigger, repeat, takenBy, ...rest }) => ({
      ...rest,
      ...trigger,
      ...(repeat === null ? {} : { repeat }),
      ...(takenBy === null ? {} : { takenBy }),
    }));

/** Most of it happens on the first two days, so that things meet. */
const instant = fc
  .oneof({ weight: 3, arbitrary: fc.nat(2 * 96) }, { weight: 1, arbitrary: fc.nat(6 * 96) })
  .map((quarters) => START + 9 * HOUR + quarters * QUARTER);

const eventAt = (instant: fc.Arbitrary<number>, granted: fc.Arbitrary<SimSpan>): fc.Arbitrary<SimEvent> =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ type: fc.constantFrom('paused', 'paused', 'resumed'), at: instant }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        type: fc.constantFrom('replied', 'rejected', 'rejected', 'reminded', 'received'),
        at: instant,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constantFrom('closed', 'closed', 'reopened', 'withdrawn'),
        at: instant,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constant('escalated'),
        at: instant,
        level: fc.integer({ min: 1, max: 3 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constant('changed'),
        at: instant,
        priority: fc.constantFrom('high', 'low'),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('changed'),
        at: instant,
        claim: fc.constantFrom('compensation', 'other'),
      }),
    },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('extended'), at: instant, until: instant }) },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('extended'),
        at: instant,
        duration: granted,
      }),
    },
  );

interface Grain {
  readonly limit: fc.Arbitrary<SimSpan>;
  readonly by: fc.Arbitrary<SimSpan>;
  readonly granted: fc.Arbitrary<SimSpan>;
  readonly receipt: fc.Arbitrary<number>;
  readonly instant: fc.Arbitrary<number>;
}

const worldsOf = ({ limit, by, granted, receipt, instant }: Grain): fc.Arbitrary<SimWorld> =>
  fc
    .record({
      limits: fc.record({ high: limit, low: limit }),
      recalculates: fc.boolean(),
      each: fc.constantFrom('first' as const, 'run' as const),
      shifts: fc.oneof(
        { weight: 3, arbitrary: fc.constant(false) },
        { weight: 1, arbitrary: fc.constant(true) },
      ),
      rungs: fc.array(rungBy(by), { minLength: 1, maxLength: 4 }),
      priority: fc.constantFrom('high' as const, 'low' as const),
      receipt,
      events: fc.array(eventAt(instant, granted), { maxLength: 9 }),
    })
    .map(({ rungs, receipt, events, ...rest }) => ({
      ...rest,
      rungs: rungs.map((one, n) => ({ ...one, id: `r${n}` }) as SimRung),
      events: [
        { type: 'received', at: receipt },
        ...events.map((one) => ({ ...one, at: Math.max(one.at, receipt) })),
      ],
    }));

/** Days of a life, from quarter of an hour to quarter of an hour. */
const worlds = worldsOf({
  limit,
  by,
  granted: span(8, ['hours', 'working hours']),
  receipt: fc.nat(40).map((quarters) => START + 7 * HOUR + quarters * QUARTER),
  instant,
});

const minutes = (most: number) => span(most, ['minutes', 'working minutes']);

/** One day, from minute to minute, around the beginning of office hours and their break. */
const minuteWorlds = worldsOf({
  limit: minutes(300),
  by: minutes(90),
  granted: minutes(90),
  receipt: fc.nat(240).map((minute) => START + 8 * HOUR + minute * MINUTE),
  instant: fc.nat(360).map((minute) => START + 8 * HOUR + minute * MINUTE),
});

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
