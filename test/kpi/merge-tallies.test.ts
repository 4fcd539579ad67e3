import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { Timeline } from '../../src/case/timeline.ts';
import { createTally } from '../../src/kpi/create-tally.ts';
import { mergeTallies } from '../../src/kpi/merge-tallies.ts';
import { restoreTally } from '../../src/kpi/restore-tally.ts';
import type { Tally } from '../../src/kpi/tally.ts';
import type { KpiSpec } from '../../src/kpi/types.ts';
import { statuses, type Verdict } from '../../src/standards/verdict.ts';
import { asOf, caseOf, policyOf, verdictOf } from './build.ts';

const DAY = 86_400_000;

const kpis: KpiSpec[] = [
  { id: 'timely', measure: 'timelinessRate', goal: '>= 90%', groupBy: ['channel'] },
  { id: 'received', measure: 'timelinessRate', of: 's', basis: 'received', period: 'week' },
  { id: 'p90', measure: 'percentile', of: 's', p: 90, goal: '<= 24 hours', period: 'quarter' },
  { id: 'mean', measure: 'mean', of: 's', goal: '<= 2 days', groupBy: ['owner'] },
  { id: 'score', measure: 'score', of: 's', period: 'year' },
  { id: 'reply', measure: 'replyRate', flow: true },
  { id: 'resolved', measure: 'resolutionRate' },
  { id: 'happy', measure: 'satisfactionRate', basicWeight: 0.9, groupBy: ['channel', 'tier'] },
  { id: 'again', measure: 'repeatComplaintRate', when: { kind: 'complaint' } },
  { id: 'key', measure: 'repeatComplaintRate', key: ['customer'], window: '30 days', groupBy: ['channel'] },
  {
    id: 'merged',
    measure: 'repeatComplaintRate',
    key: ['customer', 'channel'],
    window: '5 weeks',
    mergeWindow: '7 days',
    countFirst: true,
    denominator: 'all',
  },
  { id: 'first', measure: 'firstContactResolutionRate', window: '7 days' },
  { id: 'calls', measure: 'serviceLevel', formula: 5, threshold: '1 day', shortAbandoned: '1 hour' },
  { id: 'events', measure: 'count', event: ['transferred', 'rated'], period: 'day' },
  { id: 'total', measure: 'composite', weights: { resolved: 0.5, reply: 0.25 } },
];

const policy = policyOf(...kpis);
const newTally = () => createTally(policy, { groupBy: ['tier'] });

interface Item {
  readonly timeline: Timeline;
  readonly verdicts: readonly Verdict[];
}

const instant = fc.integer({ min: asOf - 120 * DAY, max: asOf });
const event = fc.record({
  type: fc.constantFrom(
    'replied',
    'resolved',
    'transferred',
    'rated',
    'offered',
    'answered',
    'abandoned',
    'closed',
  ),
  at: instant,
  satisfaction: fc.constantFrom('satisfied', 'basically-satisfied', 'dissatisfied'),
});
const attributes = fc.record(
  {
    kind: fc.constantFrom('complaint', 'inquiry'),
    channel: fc.constantFrom('web', 'phone'),
    customer: fc.constantFrom('li', 'wang'),
    tier: fc.constantFrom(1, '1', true, null),
    repeatOf: fc.constant('x'),
  },
  { requiredKeys: [] },
);
const provisional = fc.record({
  since: fc.constantFrom('2027-01-01', '2027-02-01'),
  reason: fc.constantFrom('a', 'b'),
  sources: fc.subarray(['cn', 'de', 'us']),
});
const verdict = fc
  .record({
    status: fc.constantFrom(...statuses),
    from: instant,
    used: fc.integer({ min: 0, max: 40 * DAY }),
    standard: fc.constantFrom('s', 'advice'),
    score: fc.integer({ min: 0, max: 100_000 }),
    extra: fc.record({ owner: fc.constantFrom('li', 'wang'), provisional }, { requiredKeys: [] }),
  })
  .map(({ status, from, used, standard, score, extra }) => {
    const done = status === 'met' || status === 'late';
    return verdictOf(status, {
      standard,
      from: new Date(from),
      due: new Date(from + 2 * DAY),
      done: done ? new Date(from + used) : null,
      usedMs: used,
      detail: { score: score / 10_000 },
      ...extra,
    } as Partial<Verdict>);
  });
const item: fc.Arbitrary<Item> = fc
  .tuple(instant, fc.array(event, { maxLength: 6 }), attributes, fc.array(verdict, { maxLength: 4 }))
  .map(([received, events, given, verdicts]) => ({
    timeline: caseOf([{ type: 'received', at: received }, ...events], given),
    verdicts,
  }));

const tallyOf = (items: readonly Item[]): Tally => {
  const tally = newTally();
  for (const one of items) tally.add(one);
  return tally;
};

/** Everything a report shows of a tally. */
const reportOf = (tally: Tally) => ({ standards: tally.standards(), kpis: tally.kpis(asOf) });

/** Cuts a list at random places and merges the parts in a random tree, some of them through JSON. */
function mergeSomehow(items: readonly Item[], pick: (below: number) => number): Tally {
  if (items.length < 2 || pick(4) === 0) return tallyOf(items);
  const cut = pick(items.length + 1);
  const left = mergeSomehow(items.slice(0, cut), pick);
  const right = mergeSomehow(items.slice(cut), pick);
  const sent = pick(2) === 0 ? JSON.parse(JSON.stringify(right)) : right;
  return pick(2) === 0 ? mergeTallies(left, sent) : mergeTallies(sent, left);
}

describe('mergeTallies', () => {
  test.prop([fc.array(item, { maxLength: 25 }), fc.infiniteStream(fc.nat()), fc.infiniteStream(fc.nat())], {
    numRuns: 200,
  })(
    'gives the same report to the last digit for any order, split and merge tree',
    (items, order, splits) => {
      const shuffled = items
        .map((one) => ({ one, key: order.next().value as number }))
        .sort((a, b) => a.key - b.key)
        .map(({ one }) => one);
      const merged = mergeSomehow(shuffled, (below) => (splits.next().value as number) % below);
      const whole = tallyOf(items);
      expect(JSON.stringify(merged)).toBe(JSON.stringify(whole));
      expect(JSON.stringify(reportOf(merged))).toBe(JSON.stringify(reportOf(whole)));
    },
  );

  test.prop([fc.array(item, { maxLength: 10 })], { numRuns: 50 })(
    'is unchanged by an empty tally',
    (items) => {
      const tally = tallyOf(items);
      expect(mergeTallies(tally, newTally()).snapshot()).toEqual(tally.snapshot());
      expect(mergeTallies(newTally(), tally).snapshot()).toEqual(tally.snapshot());
    },
  );

  test.prop([fc.array(item, { maxLength: 10 }), fc.array(item, { maxLength: 10 })], { numRuns: 50 })(
    'changes neither of the two',
    (a, b) => {
      const [first, second] = [tallyOf(a), tallyOf(b)];
      const before = JSON.stringify([first, second]);
      mergeTallies(first, second).add({
        timeline: caseOf(['09-10 10:00 received']),
        verdicts: [verdictOf('met')],
      });
      expect(JSON.stringify([first, second])).toBe(before);
    },
  );

  it('merges two snapshots', () => {
    const one = tallyOf([
      { timeline: caseOf(['09-10 10:00 received']), verdicts: [verdictOf('met')] },
    ]).snapshot();
    expect(mergeTallies(one, one).standards()[0]).toMatchObject({ runs: 2, met: 2 });
  });

  it('refuses tallies of other KPIs, of other standards, and of another zone', () => {
    const other = createTally(policyOf({ id: 'k', measure: 'replyRate' }));
    const fewer = createTally({ ...policy, standards: [{ id: 's' }], kpis: [] });
    const elsewhere = createTally(
      { ...policy, calendar: { timeZone: 'UTC', week: 'always' } },
      { groupBy: ['tier'] },
    );
    for (const tally of [other, fewer, elsewhere])
      expect(() => mergeTallies(newTally(), tally)).toThrow(expect.objectContaining({ code: 'kpi.merge' }));
  });

  it('refuses what is no tally', () => {
    expect(() => mergeTallies(newTally(), {} as Tally)).toThrow(
      expect.objectContaining({ code: 'kpi.snapshot' }),
    );
  });
});

describe('restoreTally', () => {
  test.prop([fc.array(item, { maxLength: 10 }), item], { numRuns: 50 })(
    'goes on where the snapshot was taken, as if there had been none',
    (items, next) => {
      const restored = restoreTally(JSON.parse(JSON.stringify(tallyOf(items))));
      restored.add(next);
      expect(reportOf(restored)).toEqual(reportOf(tallyOf([...items, next])));
    },
  );

  it('refuses a snapshot of another format', () => {
    const snapshot = { ...newTally().snapshot(), format: 'duly-tally/2' } as never;
    expect(() => restoreTally(snapshot)).toThrow(expect.objectContaining({ code: 'kpi.snapshot' }));
  });
});
