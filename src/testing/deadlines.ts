import fc from 'fast-check';
import type { DeadlineStandard } from '../standards/deadline/standard.ts';

/** Limits of every unit, as text. */
export const limitTexts: fc.Arbitrary<string> = fc.oneof(
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

const simple = fc.oneof(
  { weight: 6, arbitrary: limitTexts },
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
  { weight: 6, arbitrary: limitTexts },
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

/** Deadlines called `answer`, with every option, for the setting of `policies`. */
export const deadlines: fc.Arbitrary<DeadlineStandard> = fc
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
    severity: maybe(fc.constantFrom('soft', 'soft', 'hard'), 30),
    calendar: maybe(fc.constant('round'), 20),
    counting: maybe(
      fc.constantFrom('rolling', 'calendar-24-7', 'prc-civil-procedure', 'us-frcp-6', 'jp-civil-code'),
      35,
    ),
  })
  .map((fields) => {
    const given = Object.entries(fields).filter(([, value]) => value !== undefined);
    return { id: 'answer', kind: 'deadline', ...Object.fromEntries(given) } as unknown as DeadlineStandard;
  });
