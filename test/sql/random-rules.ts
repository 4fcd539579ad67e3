import fc from 'fast-check';
import { counting, limit, limits, selector, some, when } from './random-policies.ts';

const kept = <T extends object>(rule: T) =>
  Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== undefined));

const shared = {
  when: some(when),
  exemptOn: some(
    fc.oneof(
      {
        weight: 9,
        arbitrary: fc.constantFrom<string | readonly string[]>(['withdrawn', 'closed'], 'closed'),
      },
      { weight: 1, arbitrary: fc.constant({ parameter: 'unset' }) },
    ),
  ),
};

const step = fc.oneof(
  fc.constantFrom<string>('replied', 'told', 'transferred', 'received'),
  selector('resolved'),
  fc.tuple(selector('resolved'), fc.constant('told')).map((all) => ({ all })),
);

export const order = fc
  .record({ ...shared, steps: fc.array(step, { minLength: 2, maxLength: 3 }) })
  .map((rule) => ({ kind: 'order', ...kept(rule) }));

const number = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(0, 1, 1, 2, 2, 2.5, 3, 5, -1) },
  { weight: 1, arbitrary: fc.constantFrom({ parameter: 'number' }, { parameter: 'unset' }) },
);
/** A lower bound, an upper one, or both. */
const edges = <T>(edge: fc.Arbitrary<T>) =>
  fc.oneof(
    edge.map((min) => ({ min })),
    edge.map((max) => ({ max })),
    fc.record({ min: edge, max: edge }),
  );

const instant = fc.constantFrom({ attribute: 'promisedAt' }, { attribute: 'promisedOn' });
const events = (...types: string[]) =>
  fc.oneof(fc.constantFrom(...types).chain(selector), fc.constant(types));

const numberBound = fc
  .record({
    ...shared,
    measure: fc.constant('rings'),
    event: some(events('replied', 'transferred', 'changed')),
    edges: edges(number),
  })
  .map(({ edges, ...rule }) => ({ kind: 'bound', ...kept(rule), ...edges }));
const countBound = fc
  .record({
    ...shared,
    measure: events('replied', 'told', 'transferred').map((count) => ({ count })),
    edges: edges(number),
  })
  .map(({ edges, ...rule }) => ({ kind: 'bound', ...kept(rule), ...edges }));
/** Spans and notices of one unit each, so that none is rare. */
const ofEachUnit = <T>(make: (limit: fc.Arbitrary<unknown>) => fc.Arbitrary<T>) =>
  fc.tuple(...Object.values(limits).map(make));
const parameter = fc.constantFrom({ parameter: 'set' }, { parameter: 'unset' });

const spanBound = (limit: fc.Arbitrary<unknown>) =>
  fc
    .record({
      ...shared,
      measure: fc.record({
        from: fc.oneof(
          { weight: 3, arbitrary: events('received', 'transferred') },
          { weight: 1, arbitrary: instant },
        ),
        to: fc.oneof(
          { weight: 3, arbitrary: events('replied', 'resolved', 'transferred') },
          { weight: 1, arbitrary: instant },
        ),
      }),
      match: some(fc.constant('department'), 3),
      calendar: some(fc.constant('side'), 3),
      counting: some(counting),
      edges: edges(fc.oneof({ weight: 12, arbitrary: limit }, { weight: 1, arbitrary: parameter })),
    })
    .map(({ edges, ...rule }) => ({ kind: 'bound', ...kept(rule), ...edges }));

const noticeWith = (limit: fc.Arbitrary<unknown>) =>
  fc
    .record({
      ...shared,
      event: events('told', 'replied'),
      before: fc.oneof(events('resolved', 'closed'), instant),
      atLeast: fc.oneof({ weight: 4, arbitrary: limit }, { weight: 1, arbitrary: tableOf(limit) }),
      unless: some(events('returned', 'withdrawn')),
      clearDays: some(fc.boolean()),
      calendar: some(fc.constant('side'), 3),
      counting: some(counting),
    })
    .map((rule) => ({ kind: 'notice', ...kept(rule) }));

const tableOf = (limit: fc.Arbitrary<unknown>) =>
  fc.record(
    {
      table: fc.array(
        fc.record(
          { when, limit, calendar: fc.constant('side'), counting },
          { requiredKeys: ['when', 'limit'] },
        ),
        { minLength: 1, maxLength: 2 },
      ),
      otherwise: limit,
    },
    { requiredKeys: ['table'] },
  );

/** Bounds of all three sorts. */
export const bounds = fc
  .tuple(
    fc.array(numberBound, { minLength: 4, maxLength: 4 }),
    fc.array(countBound, { minLength: 4, maxLength: 4 }),
    ofEachUnit(spanBound),
  )
  .map((lists) => lists.flat());

export const notices = fc
  .tuple(ofEachUnit(noticeWith), noticeWith(parameter))
  .map(([all, last]) => [...all, last]);

/** A few of each. */
export const rules = fc
  .tuple(numberBound, countBound, spanBound(limit), noticeWith(limit))
  .map((list) => list.map((rule, n) => ({ id: `r${n}`, ...rule })));
