import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Timeline } from '../../src/case/timeline.ts';
import { createTally } from '../../src/kpi/create-tally.ts';
import { mergeTallies } from '../../src/kpi/merge-tallies.ts';
import { restoreTally } from '../../src/kpi/restore-tally.ts';
import type { Tally } from '../../src/kpi/tally.ts';
import type { KpiSpec } from '../../src/kpi/types.ts';
import { statuses, type Verdict } from '../../src/standards/verdict.ts';
import { checkLaws, tallyLaws } from '../../src/testing/index.ts';
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

describe('the laws of tallies', () => {
  it.each(tallyLaws({ create: newTally, items: item, asOf }))('$name', (law) => {
    checkLaws(law, { numRuns: law.name.startsWith('any order') ? 200 : 50 });
  });
});

describe('mergeTallies', () => {
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
  it('refuses a snapshot of another format', () => {
    const snapshot = { ...newTally().snapshot(), format: 'duly-tally/2' } as never;
    expect(() => restoreTally(snapshot)).toThrow(expect.objectContaining({ code: 'kpi.snapshot' }));
  });
});
