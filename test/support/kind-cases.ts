import fc from 'fast-check';
import { assess } from '../../src/assess/assess.ts';
import type { CaseInput } from '../../src/case/types.ts';
import type { Policy } from '../../src/policy/types.ts';
import { cases } from '../../src/testing/index.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Monday 28 September 2026, 00:00 in Shanghai, whose clocks know no summer time. */
export const START = Date.UTC(2026, 8, 27, 16);

export interface NaiveEvent {
  readonly type: string;
  readonly at: number;
  readonly room?: string;
  readonly score?: number | string;
  readonly set?: Readonly<Record<string, unknown>>;
  readonly visitAt?: number | string | null;
}

export interface NaiveCase {
  readonly id: string;
  readonly events: readonly NaiveEvent[];
  readonly score?: number;
  readonly visitAt?: number | string;
}

/** What became of a run, as a naive evaluator says it. */
export interface NaiveRun {
  readonly status: string;
  readonly from?: number | null;
  readonly due?: number | null;
  readonly done?: number | null;
  readonly note?: string;
}

/** Whole hours of five days, half of them of the first one, so that events meet one another and their dues; some a millisecond off. */
const instant = fc
  .tuple(fc.oneof(fc.nat(24), fc.nat(5 * 24)), fc.constantFrom(0, 0, 0, 0, 1, -1))
  .map(([hours, off]) => START + hours * HOUR + off);

/** Cases of events of these types, most of which begin with the first one. */
export const casesOf = (types: readonly string[]): fc.Arbitrary<NaiveCase> =>
  cases({
    types: [...types, 'changed'],
    instants: instant,
    begins: fc.nat(12).map((hours) => START + hours * HOUR),
    attributes: {
      score: fc.nat(4),
      visitAt: fc.oneof(instant, instant, fc.constantFrom('2026-09-29', '2026-10-01', null)),
    },
    marks: { room: fc.constantFrom('a', 'a', 'b'), score: fc.constantFrom(0, 1, 2, 3, 4, 'x') },
    most: 9,
  }) as fc.Arbitrary<unknown> as fc.Arbitrary<NaiveCase>;

/** A case with moments at which to judge it: any, one of its events, and one after all. */
export const momentsOf = ({ events }: NaiveCase): fc.Arbitrary<number> =>
  fc.oneof(
    instant,
    fc.constantFrom(...events.map(({ at }) => at), START + 3 * DAY),
    fc.constant(START + 9 * DAY),
  );

export const sorted = ({ events }: NaiveCase, asOf: number): NaiveEvent[] =>
  events
    .map((event, index) => ({ event, index }))
    .filter(({ event }) => event.at <= asOf)
    .sort((a, b) => a.event.at - b.event.at || a.index - b.index)
    .map(({ event }) => event);

export const gone = (type: string): boolean => ['withdrawn', 'merged', 'invalidated'].includes(type);

/** Open hours of the office between two instants, hour by hour and to the millisecond. */
export function officeTime(from: number, to: number): number {
  let sum = 0;
  for (let hour = START - 2 * DAY; hour < to; hour += HOUR) {
    const wall = new Date(hour + 8 * HOUR);
    const [day, clock, weekday] = [wall.toISOString().slice(5, 10), wall.getUTCHours(), wall.getUTCDay()];
    const off = day >= '10-01' && day <= '10-07';
    if (off || weekday === 0 || weekday === 6 || clock < 9 || clock >= 18) continue;
    sum += Math.max(0, Math.min(to, hour + HOUR) - Math.max(from, hour));
  }
  return sum;
}

/** What the package says of a case, in the terms of the naive evaluators. */
export function judgedRuns(policy: Policy, input: NaiveCase, asOf: number): NaiveRun[] {
  const { verdicts } = assess(input as unknown as CaseInput, policy, { asOf, trace: false });
  return verdicts.map((verdict) => ({
    status: verdict.status,
    from: verdict.from?.getTime() ?? null,
    due: verdict.due?.getTime() ?? null,
    done: verdict.done?.getTime() ?? null,
    ...(verdict.status === 'exempt' && { note: verdict.reason }),
    ...(verdict.status === 'undetermined' && { note: verdict.missing.join() }),
  }));
}

/** A naive run with every key. */
export const filled = ({ status, from = null, due = null, done = null, note }: NaiveRun): NaiveRun => ({
  status,
  from,
  due,
  done,
  ...(note !== undefined && { note }),
});
