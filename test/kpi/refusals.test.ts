import { describe, expect, it } from 'vitest';
import { DulyError } from '../../src/errors/duly-error.ts';
import { abandonRate } from '../../src/kpi/abandon-rate.ts';
import { attainable } from '../../src/kpi/attainable.ts';
import { connectRate } from '../../src/kpi/connect-rate.ts';
import { createTally } from '../../src/kpi/create-tally.ts';
import { firstContactResolutionRate } from '../../src/kpi/first-contact-resolution-rate.ts';
import { meetsGoal } from '../../src/kpi/meets-goal.ts';
import { mergeTallies } from '../../src/kpi/merge-tallies.ts';
import { parseGoal } from '../../src/kpi/parse-goal.ts';
import { repeatComplaintRate } from '../../src/kpi/repeat-complaint-rate.ts';
import { replyRate } from '../../src/kpi/reply-rate.ts';
import { resolutionRate } from '../../src/kpi/resolution-rate.ts';
import { responseRate } from '../../src/kpi/response-rate.ts';
import { restoreTally } from '../../src/kpi/restore-tally.ts';
import { returnVisitRate } from '../../src/kpi/return-visit-rate.ts';
import { satisfactionRate } from '../../src/kpi/satisfaction-rate.ts';
import { serviceLevel } from '../../src/kpi/service-level.ts';
import { timelinessRate } from '../../src/kpi/timeliness-rate.ts';
import { policyOf } from './build.ts';

/** What the caller reads, and behind it the path and the hint. */
const read = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (!(error instanceof DulyError)) throw error;
    const { code, message, path, hint } = error;
    return `${code}: ${message} (${path.join('.')})${hint === undefined ? '' : ` -> ${hint}`}`;
  }
  return 'nothing was refused';
};
type Row = readonly [act: () => unknown, said: string];
/** Named by what is said. */
const saying = (rows: readonly Row[]) => rows.map(([act, said]) => [said, act] as const);

const runs = { onTime: 80, late: 5, overdue: 5, pending: 10 };
const calls = { answered: 10, abandoned: 6, answeredInTime: 8, abandonedInTime: 2 };
const level = (more: object) => () => serviceLevel({ ...calls, ...more }, { formula: 1 });
const any = (value: unknown) => value as never;

describe('counts that are refused are named, with what they are', () => {
  it.each(
    saying([
      [
        () => replyRate({ replied: 1.5, received: 10 }),
        'kpi.count: replied: replied is 1.5; expected a whole number, 0 or more (replied)',
      ],
      [
        () => replyRate({ replied: 1, received: -1 }),
        'kpi.count: received: received is -1; expected a whole number, 0 or more (received)',
      ],
      [
        () => replyRate(any(undefined)),
        'kpi.count: replied: replied is undefined; expected a whole number, 0 or more (replied)',
      ],
      [
        () => timelinessRate({ ...runs, broken: -1 }),
        'kpi.count: broken: broken is -1; expected a whole number, 0 or more (broken)',
      ],
      [
        () => timelinessRate({ ...runs, undetermined: -1 }),
        'kpi.count: undetermined: undetermined is -1; expected a whole number, 0 or more (undetermined)',
      ],
      ...(['onTime', 'late', 'overdue', 'pending'] as const).map(
        (name): Row => [
          () => timelinessRate({ ...runs, [name]: Number.NaN }),
          `kpi.count: ${name}: ${name} is NaN; expected a whole number, 0 or more (${name})`,
        ],
      ),
      ...(['answered', 'abandoned', 'answeredInTime', 'abandonedInTime', 'shortAbandoned'] as const).map(
        (name): Row => [
          level({ [name]: '1' }),
          `kpi.count: ${name}: ${name} is "1"; expected a whole number, 0 or more (${name})`,
        ],
      ),
      [
        () => replyRate({ replied: 11, received: 10 }),
        'kpi.part: replied: replied (11) is more than received (10) (replied)',
      ],
      [
        () => resolutionRate({ resolved: 2, received: 1 }),
        'kpi.part: resolved: resolved (2) is more than received (1) (resolved)',
      ],
      [
        () => responseRate({ responded: 2, asked: 1 }),
        'kpi.part: responded: responded (2) is more than asked (1) (responded)',
      ],
      [
        () => connectRate({ connected: 2, offered: 1 }),
        'kpi.part: connected: connected (2) is more than offered (1) (connected)',
      ],
      [
        () => returnVisitRate({ visited: 2, closed: 1 }),
        'kpi.part: visited: visited (2) is more than closed (1) (visited)',
      ],
      [
        () => firstContactResolutionRate({ resolvedAtFirst: 2, contacts: 1 }),
        'kpi.part: resolvedAtFirst: resolvedAtFirst (2) is more than contacts (1) (resolvedAtFirst)',
      ],
      [
        () => abandonRate({ abandoned: 2, offered: 1 }),
        'kpi.part: abandoned: abandoned (2) is more than offered (1) (abandoned)',
      ],
      [
        () => abandonRate({ abandoned: 2, offered: 9, shortAbandoned: 3 }),
        'kpi.part: shortAbandoned: shortAbandoned (3) is more than abandoned (2) (shortAbandoned)',
      ],
      [
        () => repeatComplaintRate({ repeat: 2, total: 1 }),
        'kpi.part: repeat: repeat (2) is more than total (1) (repeat)',
      ],
      [
        level({ answeredInTime: 11 }),
        'kpi.part: answeredInTime: answeredInTime (11) is more than answered (10) (answeredInTime)',
      ],
      [
        level({ abandonedInTime: 7 }),
        'kpi.part: abandonedInTime: abandonedInTime (7) is more than abandoned (6) (abandonedInTime)',
      ],
      [
        level({ shortAbandoned: 3 }),
        'kpi.part: shortAbandoned: shortAbandoned (3) is more than abandonedInTime (2) (shortAbandoned)',
      ],
      [
        () => satisfactionRate({ satisfied: 3, basicallySatisfied: 1, surveyed: 3 }),
        'kpi.part: satisfied: satisfied + basicallySatisfied (4) is more than surveyed (3) (satisfied)',
      ],
      [
        () => satisfactionRate({ satisfied: 3, surveyed: 3, total: 2 }),
        'kpi.part: surveyed: surveyed (3) is more than total (2) (surveyed)',
      ],
      [
        () => satisfactionRate({ satisfied: 3, surveyed: 3 }, { denominator: 'all' }),
        'kpi.missing: total: total is missing; expected the number of all cases (total)',
      ],
      [
        () => satisfactionRate({ satisfied: 3, surveyed: 3 }, { basicWeight: 1.5 }),
        'kpi.weight: basicWeight: basicWeight is 1.5; expected 0 to 1 with at most 4 decimals (basicWeight)',
      ],
      [
        () => satisfactionRate({ satisfied: 3, surveyed: 3 }, { basicWeight: 0.12345 }),
        'kpi.weight: basicWeight: basicWeight is 0.12345; expected 0 to 1 with at most 4 decimals (basicWeight)',
      ],
      [
        () => satisfactionRate({ satisfied: 3, surveyed: 3 }, { basicWeight: -0.1 }),
        'kpi.weight: basicWeight: basicWeight is -0.1; expected 0 to 1 with at most 4 decimals (basicWeight)',
      ],
    ]),
  )('%s', (said, act) => expect(read(act)).toBe(said));

  it.each([0, 1, 0.0001, 0.9999])('but a weight of %d is none of them', (basicWeight) =>
    expect(read(() => satisfactionRate({ satisfied: 3, surveyed: 3 }, { basicWeight }))).toBe(
      'nothing was refused',
    ),
  );
});

describe('choices that are refused are told with those there are', () => {
  it.each(
    saying([
      [
        () => timelinessRate(runs, any({ basis: 'open' })),
        'kpi.option: basis: basis is "open"; expected due, received, closed (basis)',
      ],
      [
        () => serviceLevel(calls, any({ formula: 6 })),
        'kpi.option: formula: formula is 6; expected 1, 2, 3, 4, 5 (formula)',
      ],
      [
        () => serviceLevel(calls, any(undefined)),
        'kpi.option: formula: formula is undefined; expected 1, 2, 3, 4, 5 (formula)',
      ],
      [
        () => repeatComplaintRate({ repeat: 1, total: 2 }, any({ denominator: 'some' })),
        'kpi.option: denominator: denominator is "some"; expected excluding-repeats, all, including-repeats (denominator)',
      ],
      [
        () => satisfactionRate({ satisfied: 3, surveyed: 3 }, any({ denominator: 'some' })),
        'kpi.option: denominator: denominator is "some"; expected surveyed, all (denominator)',
      ],
      [
        () => timelinessRate(runs, any({ bassis: 'due' })),
        'kpi.unknown-key: bassis: there is no option "bassis" (bassis) -> Did you mean "basis"?',
      ],
      [
        () => meetsGoal(any({}), '>= 9'),
        'kpi.option: rate is an object; expected what a formula gives: a finite value, or null ()',
      ],
    ]),
  )('%s', (said, act) => expect(read(act)).toBe(said));
});

describe('goals, tallies and histories that are refused', () => {
  const tally = createTally(policyOf());
  const expected = 'expected ">= 90%", "<= 24 hours", "<= 8 working hours" or ">= 4.5"';

  it.each(
    saying([
      [() => parseGoal('90%', ['goal']), `kpi.goal: goal: "90%" is no goal; ${expected} (goal)`],
      [() => parseGoal('>= 90 %'), `kpi.goal: ">= 90 %" is no goal; ${expected} ()`],
      [
        () => parseGoal('<= 5 working days'),
        `kpi.goal: "<= 5 working days" is no goal; ${expected} () -> State it in hours or working hours`,
      ],
      [
        () => parseGoal('<= 1 month', ['goal']),
        `kpi.goal: goal: "<= 1 month" is no goal; ${expected} (goal) -> State it in hours or working hours`,
      ],
      [
        () => createTally(policyOf(), any({ groupBy: 'channel' })),
        'kpi.option: groupBy: groupBy is "channel"; expected a list of attributes (groupBy)',
      ],
      [
        () =>
          mergeTallies(tally, createTally({ ...policyOf(), calendar: { timeZone: 'UTC', week: 'always' } })),
        "kpi.merge: tallies of different timeZone can't be merged ()",
      ],
      [
        () => mergeTallies(tally, createTally({ ...policyOf(), standards: [] })),
        "kpi.merge: tallies of different standards can't be merged ()",
      ],
      [
        () =>
          mergeTallies(
            tally,
            createTally({ ...policyOf(), calendars: { b: { timeZone: 'UTC', week: 'always' } } }),
          ),
        "kpi.merge: tallies of different calendars can't be merged ()",
      ],
      [
        () => mergeTallies(tally, createTally(policyOf({ id: 'k', measure: 'replyRate' }))),
        "kpi.merge: tallies of different kpis can't be merged ()",
      ],
      ...[undefined, null, 7, {}, { format: 'duly-tally/2' }].flatMap((given): Row[] => {
        const shown = typeof given === 'object' && given !== null ? 'an object' : String(given);
        const said = `kpi.snapshot: ${shown} is no snapshot of a tally; expected format "duly-tally/1" ()`;
        return [
          [() => mergeTallies(tally, any(given)), said],
          [() => restoreTally(any(given)), said],
        ];
      }),
      ...[undefined, null, 7, {}].map((given): Row => {
        const shown = typeof given === 'object' && given !== null ? 'an object' : String(given);
        return [
          () => attainable(any(given), 's', 0.9),
          `kpi.snapshot: ${shown} is no snapshot of a tally; expected format "duly-tally/1" ()`,
        ];
      }),
      [() => attainable(tally, 'x', 0.9), 'kpi.standard: no standard "x"; expected one of s, advice ()'],
      ...[0, -0.1, 1.1, Number.NaN].map(
        (share): Row => [
          () => attainable(tally, 's', share),
          `kpi.option: share: share is ${share}; expected a share over 0 and at most 1: 0.95 for 95% (share)`,
        ],
      ),
    ]),
  )('%s', (said, act) => expect(read(act)).toBe(said));

  it('but not a history asked for all of its runs', () =>
    expect(attainable(tally, 's', 1)).toMatchObject({ share: 1, runs: 0 }));
});
