import fc from 'fast-check';
import type { Test, When } from '../../src/case/conditions.ts';
import { countings } from '../../src/limit/countings.ts';
import type { Counting, CountingName } from '../../src/limit/types.ts';
import { channels, kinds, priorities } from './random-cases.ts';

const source = {
  id: 'test-holidays',
  title: 'Holidays',
  revision: '1',
  horizon: { from: '2026-01-01', to: '2026-10-12' },
  off: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  working: ['2026-09-26', '2026-10-10'],
  names: { '2026-10-01': 'National Day' },
} as const;
const other = {
  ...source,
  id: 'other',
  horizon: { from: '2026-09-28', to: '2026-12-31' },
  off: ['2026-10-09'],
  working: [],
} as const;

const office = ['09:00-12:00', '13:00-18:00'];
const week = { mon: office, tue: office, wed: office, thu: office, fri: office };
const calendars = [
  { timeZone: 'Asia/Shanghai', week, holidays: [source] },
  { timeZone: 'Asia/Shanghai', week, holidays: [source, other] },
  { timeZone: 'Europe/Berlin', week: { ...week, fri: ['08:00-14:00'] } },
  { timeZone: 'America/New_York', week: 'always' },
  {
    timeZone: 'Asia/Tokyo',
    week: { mon: ['22:00-06:00'], wed: ['22:00-06:00'], sat: ['10:00-16:00'], thu: office },
    holidays: [other],
  },
] as const;
export const calendar = fc.constantFrom(...calendars);

const amount = (max: number) => fc.integer({ min: 1, max });
const limitText = (text: fc.Arbitrary<string>) => text as fc.Arbitrary<never>;
/** Limits by their unit. */
export const limits = {
  minutes: limitText(amount(90).map((n) => `${n} minutes`)),
  seconds: limitText(amount(20_000).map((n) => `${n} seconds`)),
  hours: limitText(
    fc.oneof(
      fc.constantFrom('0 hours', '8.5 hours'),
      amount(72).map((n) => `${n} hours`),
    ),
  ),
  days: limitText(amount(9).map((n) => `${n} days`)),
  weeks: limitText(amount(2).map((n) => `${n} weeks`)),
  months: limitText(fc.constant('1 month')),
  'working minutes': limitText(amount(600).map((n) => `${n} working minutes`)),
  'working hours': limitText(
    fc.oneof(
      fc.constantFrom('0 working hours', '8.5 working hours'),
      amount(40).map((n) => `${n} working hours`),
    ),
  ),
  'working days': limitText(amount(8).map((n) => `${n} working days`)),
};
export const limit = fc.oneof(...Object.values(limits), limits['working days']);

const own: fc.Arbitrary<Counting> = fc
  .record({
    start: fc.constantFrom('next-day', 'same-day'),
    end: fc.constantFrom('close-of-business', 'end-of-day'),
    roll: fc.constantFrom('next-working-day', 'none'),
    months: fc.constantFrom('corresponding', 'before-first-counted'),
    cutOff: fc.option(fc.constantFrom('close', '16:00'), { freq: 2 }),
    hours: fc.constantFrom('from-instant', 'from-next-hour'),
    rollHours: fc.boolean(),
  } as const)
  .map(({ cutOff, ...counting }) => ({ ...counting, ...(cutOff !== null && { cutOff }) }));

export const counting: fc.Arbitrary<CountingName | Counting> = fc.oneof(
  fc.constantFrom(...(Object.keys(countings) as CountingName[])),
  own,
);

const text = (values: readonly string[]): fc.Arbitrary<Test> =>
  fc.oneof(
    fc.constantFrom(...values),
    fc.constant(values),
    fc.constantFrom(...values).map((not) => ({ not })),
    fc.boolean().map((exists) => ({ exists })),
    fc.constantFrom(...values).map((gte) => ({ gte })),
  );

export const when: fc.Arbitrary<When> = fc.oneof(
  text(kinds).map((kind) => ({ kind })),
  text(priorities).map((priority) => ({ priority })),
  text(channels).map((channel) => ({ channel })),
  fc.record({
    kind: text(kinds),
    level: fc.constantFrom<Test>(1, [2, 3], { gte: 2 }, { lt: 3, gt: 1 }, { not: 2 }, 'two'),
  }),
  fc.boolean().map((vip) => ({ vip })),
);

export const some = <T>(value: fc.Arbitrary<T>, freq = 2) => fc.option(value, { nil: undefined, freq });
export const selector = (type: string) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(type) },
    { weight: 1, arbitrary: when.map((when) => ({ event: type, when })) },
  );

const within = fc.oneof(
  { weight: 6, arbitrary: limit },
  { weight: 2, arbitrary: fc.constantFrom({ promised: 'promisedAt' }, { promised: 'promisedOn' }) },
  {
    weight: 3,
    arbitrary: fc.record(
      {
        table: fc.array(
          fc.record(
            {
              when,
              limit: fc.oneof(
                { weight: 4, arbitrary: limit },
                { weight: 1, arbitrary: fc.constant({ promised: 'promisedAt' }) },
              ),
              calendar: fc.constant('side'),
              counting,
            },
            { requiredKeys: ['when', 'limit'] },
          ),
          { minLength: 1, maxLength: 3 },
        ),
        otherwise: limit,
      },
      { requiredKeys: ['table'] },
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom({ parameter: 'set' }, { parameter: 'unset' }) },
);

const pause = fc.oneof(
  fc.constant({ on: 'paused', off: 'resumed' }),
  fc.constant({ on: ['paused', 'transferred'], off: ['resumed', 'department-replied'] }),
  fc.constantFrom(...priorities).map((priority) => ({ while: { priority } })),
);

const to = fc.oneof(
  { weight: 3, arbitrary: selector('replied') },
  { weight: 2, arbitrary: fc.constant(['replied', 'resolved']) },
  { weight: 2, arbitrary: fc.tuple(selector('resolved'), fc.constant('told')).map((all) => ({ all })) },
  { weight: 1, arbitrary: fc.constant(['resolved', 'received']) },
);

export const deadline = fc
  .record({
    when: some(when),
    from: fc.oneof(
      { weight: 5, arbitrary: selector('received') },
      { weight: 1, arbitrary: fc.constant(['received', 'transferred']) },
    ),
    to,
    within,
    each: some(fc.constantFrom('first', 'run', 'oldest-unanswered')),
    match: some(fc.constant('department'), 3),
    restartOn: some(fc.constantFrom<string | readonly string[]>('returned', ['returned', 'received']), 3),
    pause: some(pause),
    exemptOn: some(fc.constantFrom([], ['withdrawn', 'closed'], 'closed'), 2),
    calendar: some(fc.constant('side'), 3),
    counting: some(counting),
    severity: some(fc.constantFrom('hard', 'soft')),
  })
  .map(({ restartOn, ...rest }) => {
    const refused = rest.each === 'oldest-unanswered' || (rest.each === 'run' && rest.match !== undefined);
    const kept = { ...rest, ...(!refused && { restartOn }) };
    return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
  });
