// Worlds for the ladders to be played in: limits, rungs and a log, drawn at random and aimed at each other's instants.

import fc from 'fast-check';
import {
  MINUTE,
  QUARTER,
  type SimEvent,
  type SimRung,
  type SimSpan,
  type SimWorld,
  START,
} from './naive-ladders.ts';

export const HOUR = 4 * QUARTER;

const span = (most: number, units: readonly SimSpan['unit'][]): fc.Arbitrary<SimSpan> =>
  fc.record({ amount: fc.integer({ min: 1, max: most }), unit: fc.constantFrom(...units) });

export const limit = fc.oneof(
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
export const worlds = worldsOf({
  limit,
  by,
  granted: span(8, ['hours', 'working hours']),
  receipt: fc.nat(40).map((quarters) => START + 7 * HOUR + quarters * QUARTER),
  instant,
});

const minutes = (most: number) => span(most, ['minutes', 'working minutes']);

/** One day, from minute to minute, around the beginning of office hours and their break. */
export const minuteWorlds = worldsOf({
  limit: minutes(300),
  by: minutes(90),
  granted: minutes(90),
  receipt: fc.nat(240).map((minute) => START + 8 * HOUR + minute * MINUTE),
  instant: fc.nat(360).map((minute) => START + 8 * HOUR + minute * MINUTE),
});
