import fc from 'fast-check';
import type { CalendarSpec } from '../../src/calendar/spec.ts';
import type { NaiveCase, NaiveEvent, NaivePolicy, NaiveStandard } from './naive-deadline.ts';
import { always } from './naive-service.ts';

const HOUR = 3_600_000;
/** Friday 25 September 2026, 08:00 in Shanghai: holidays, make-up days and weekends all around. */
const START = Date.UTC(2026, 8, 25);

/** The office of Shanghai in autumn 2026, without the other years. */
const day = ['09:00-18:00'];
const office: CalendarSpec = {
  timeZone: 'Asia/Shanghai',
  week: { mon: day, tue: day, wed: day, thu: day, fri: day },
  holidays: [
    { from: '2026-09-25', to: '2026-09-27' },
    { from: '2026-10-01', to: '2026-10-07' },
  ],
  exceptions: { '2026-10-10': 'working' },
};

export interface Situation {
  readonly policy: NaivePolicy;
  readonly standard: NaiveStandard;
  readonly input: NaiveCase;
  /** Moments of evaluation: any, one of an event's own, and one after everything. */
  readonly moments: readonly number[];
}

const limit = fc.oneof(
  fc.integer({ min: 600, max: 36_000 }).map((n) => `${n} seconds`),
  fc.integer({ min: 10, max: 2000 }).map((n) => `${n} minutes`),
  fc.integer({ min: 1, max: 48 }).map((n) => `${n} hours`),
  fc.integer({ min: 1, max: 5 }).map((n) => `${n} days`),
  fc.constant('1 week'),
  fc.constant('1 month'),
  fc.integer({ min: 10, max: 900 }).map((n) => `${n} working minutes`),
  fc.integer({ min: 1, max: 20 }).map((n) => `${n} working hours`),
  fc.integer({ min: 1, max: 5 }).map((n) => `${n} working days`),
);

/** Whole hours, so that events meet one another and their dues; some a millisecond off. */
const instant = fc
  .tuple(
    fc.oneof({ weight: 3, arbitrary: fc.nat(4 * 24) }, { weight: 1, arbitrary: fc.nat(20 * 24) }),
    fc.constantFrom(0, 0, 0, 0, 1, -1),
  )
  .map(([hours, off]) => START + HOUR + hours * HOUR + off);

const simple = fc.oneof(
  { weight: 6, arbitrary: limit },
  { weight: 1, arbitrary: fc.constant({ promised: 'promisedAt' }) },
  { weight: 1, arbitrary: fc.constantFrom({ parameter: 'set' }, { parameter: 'unset' }) },
);
const priority = fc.constantFrom('high', 'low', 'none');
const rowTest = fc.oneof(
  priority,
  fc.constantFrom(['high', 'none'], { not: 'low' }, { exists: true }, { exists: false }),
);
const row = fc
  .record({
    test: rowTest,
    kind: fc.option(fc.constantFrom('complaint', 'inquiry')),
    limit: simple,
    calendar: fc.option(fc.constant('round'), { freq: 2 }),
    counting: fc.option(fc.constantFrom('rolling', 'prc-civil-procedure'), { freq: 2 }),
  })
  .map(({ test, kind, limit, calendar, counting }) => ({
    when: { priority: test, ...(kind === null ? {} : { kind }) },
    limit,
    ...(calendar === null ? {} : { calendar }),
    ...(counting === null ? {} : { counting }),
  }));
const table = fc
  .record({ rows: fc.array(row, { minLength: 1, maxLength: 3 }), otherwise: fc.option(simple) })
  .map(({ rows, otherwise }) => ({ table: rows, ...(otherwise === null ? {} : { otherwise }) }));
const within = fc.oneof(
  { weight: 6, arbitrary: limit },
  { weight: 2, arbitrary: fc.constant({ promised: 'promisedAt' }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom({ parameter: 'set' }, { parameter: 'unset' }, { parameter: 'table' }),
  },
  { weight: 3, arbitrary: table },
);

/** There in so many of 100. */
const maybe = <T>(arbitrary: fc.Arbitrary<T>, share: number) =>
  fc.oneof({ weight: share, arbitrary }, { weight: 100 - share, arbitrary: fc.constant(undefined) });

const standard = fc
  .record({
    from: fc.constantFrom(
      'received',
      ['received', 'shipped'],
      { event: 'received', when: { channel: ['phone', 'chat'] } },
      'replied',
    ),
    to: fc.constantFrom(
      'replied',
      ['replied', 'resolved'],
      { all: ['resolved', 'replied'] },
      { event: 'replied', when: { channel: 'phone' } },
    ),
    within,
    when: maybe(
      fc.constantFrom(
        { kind: 'complaint' },
        { kind: 'complaint' },
        { kind: { not: 'inquiry' } },
        { kind: { not: 'inquiry' } },
        { level: { gte: 2 } },
        { kind: { parameter: 'kinds' } },
        { kind: { parameter: 'unset' } },
        { kind: ['complaint', 'inquiry'], priority: { exists: true } },
      ),
      60,
    ),
    each: maybe(fc.constantFrom('first', 'run', 'oldest-unanswered'), 75),
    match: maybe(fc.constant('department'), 20),
    restartOn: maybe(fc.constantFrom('rejected', ['rejected', 'reopened']), 40),
    exemptOn: maybe(fc.constantFrom('closed', 'closed', [], ['withdrawn', 'closed']), 40),
    onChange: maybe(fc.constantFrom('keep', 'recalculate', 'recalculate', 'recalculate'), 65),
    pause: maybe(
      fc.constantFrom(
        { on: 'paused', off: 'resumed' },
        { on: ['paused', 'proposed'], off: ['resumed', 'received'] },
        { while: { waiting: true } },
        { while: { priority: ['low', 'none'] } },
      ),
      50,
    ),
    calendar: maybe(fc.constant('round'), 20),
    counting: maybe(
      fc.constantFrom('rolling', 'calendar-24-7', 'prc-civil-procedure', 'us-frcp-6', 'jp-civil-code'),
      35,
    ),
  })
  .map((fields) => {
    const given = Object.entries(fields).filter(([, value]) => value !== undefined);
    return { id: 'answer', ...Object.fromEntries(given) } as unknown as NaiveStandard;
  });

const set = fc.record(
  {
    priority,
    kind: fc.constantFrom('complaint', 'inquiry', 'inquiry'),
    waiting: fc.boolean(),
    promisedAt: instant,
    level: fc.integer({ min: 1, max: 3 }),
  },
  { requiredKeys: [] },
);

/** Attributes of an event that nothing but selectors and `match` read. */
const marks = fc.record(
  { channel: fc.constantFrom('phone', 'phone', 'email'), department: fc.constantFrom('A', 'A', 'B') },
  { requiredKeys: [] },
);

const event: fc.Arbitrary<NaiveEvent> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(
        fc.constantFrom(
          'received',
          'received',
          'received',
          'replied',
          'replied',
          'replied',
          'resolved',
          'shipped',
          'proposed',
          'rejected',
          'rejected',
          'reopened',
          'withdrawn',
          'closed',
          'closed',
        ),
        instant,
        marks,
      )
      .map(([type, at, more]) => ({ type, at, ...more })),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(fc.constantFrom('paused', 'resumed'), instant).map(([type, at]) => ({ type, at })),
  },
  { weight: 5, arbitrary: fc.tuple(instant, set).map(([at, set]) => ({ type: 'changed', at, set })) },
  {
    weight: 1,
    arbitrary: fc.tuple(instant, instant).map(([at, promisedAt]) => ({ type: 'promised', at, promisedAt })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        instant,
        fc.oneof(
          instant.map((until) => ({ until })),
          limit.map((duration) => ({ duration })),
        ),
      )
      .map(([at, more]) => ({ type: 'extended', at, ...more })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('assigned', 'transferred'), instant, fc.constantFrom('li', 'wu'))
      .map(([type, at, to]) => ({ type, at, to })),
  },
);

const input: fc.Arbitrary<NaiveCase> = fc
  .record({
    attributes: fc.record(
      {
        kind: fc.constantFrom('complaint', 'complaint', 'inquiry'),
        priority,
        waiting: fc.boolean(),
        channel: fc.constantFrom('phone', 'email'),
        department: fc.constantFrom('A', 'B'),
        level: fc.integer({ min: 1, max: 3 }),
        promisedAt: instant,
        owner: fc.constant('desk'),
      },
      { requiredKeys: [] },
    ),
    // Nearly always something to judge; now and then nothing.
    receipt: fc.option(
      instant.map((at) => START + ((at - START) % (48 * HOUR))),
      { freq: 12 },
    ),
    events: fc.array(event, { minLength: 0, maxLength: 11 }),
  })
  .map(({ attributes, receipt, events }) => ({
    id: 'T-1',
    ...attributes,
    events: receipt === null ? events : [...events, { type: 'received', at: receipt, channel: 'phone' }],
  }));

/** A policy of one deadline, a case, and three moments. */
export const situations: fc.Arbitrary<Situation> = fc
  .record({
    standard,
    input,
    counting: fc.constantFrom('standard', 'standard', 'prc-civil-code', 'rolling'),
    moment: instant,
    near: fc.nat(3),
    parameter: limit,
  })
  .map(({ standard, input, counting, moment, near, parameter }) => ({
    policy: {
      calendar: office,
      calendars: { round: always },
      counting,
      parameters: {
        set: parameter,
        unset: null,
        kinds: ['complaint', 'repair'],
        table: { table: [{ when: { priority: 'high' }, limit: { parameter: 'set' } }], otherwise: '1 day' },
      },
    },
    standard,
    input,
    moments: [moment, input.events[near]?.at ?? moment, START + 40 * 24 * HOUR],
  }));

/** The policy of a situation as a document. */
export const documentOf = ({ policy, standard }: Situation) => ({
  id: 'p',
  version: '1',
  ...policy,
  standards: [{ kind: 'deadline', ...standard }],
});
