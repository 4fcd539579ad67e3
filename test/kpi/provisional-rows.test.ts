import { describe, expect, it } from 'vitest';
import { Cell } from '../../src/kpi/cell.ts';
import { createTally } from '../../src/kpi/create-tally.ts';
import type { KpiSpec } from '../../src/kpi/types.ts';
import { at, caseOf, policyOf, verdictOf } from './build.ts';

const reply: KpiSpec = { id: 'k', measure: 'replyRate' };
const keyed: KpiSpec = {
  id: 'k',
  measure: 'repeatComplaintRate',
  key: ['customer'],
  window: '7 days',
  denominator: 'all',
};

/** What is said of the month of September, its case received on the 15th. */
function markOf(kpi: KpiSpec, asOf: string, range?: { from?: string; to?: string }) {
  const tally = createTally(policyOf(kpi));
  tally.add({ timeline: caseOf(['09-15 10:00 received'], { customer: 'li' }), verdicts: [] });
  const ms = (text: string | undefined) => (text === undefined ? null : at(text).getTime());
  const [row] = tally.kpis(at(asOf), range && { from: ms(range.from), to: ms(range.to) });
  return row?.provisional?.reason;
}

describe('a row of September', () => {
  it('is firm from 1 October 00:00 on, open before it, and not begun in August', () => {
    expect(markOf(reply, '10-01 00:00')).toBeUndefined();
    expect(markOf(reply, '09-30 23:59')).toBe('period-open');
    expect(markOf(reply, '09-01 00:00')).toBe('period-open');
    expect(markOf(reply, '08-31 23:59')).toBe('period-not-begun');
  });

  it('is cut by a range that begins after its first minute or ends before its last', () => {
    expect(markOf(reply, '11-01 00:00', { from: '09-01 00:00', to: '10-01 00:00' })).toBeUndefined();
    expect(markOf(reply, '11-01 00:00', { from: '09-01 00:01' })).toBe('range-cut');
    expect(markOf(reply, '11-01 00:00', { to: '09-30 23:59' })).toBe('range-cut');
    expect(markOf(reply, '11-01 00:00', { from: '10-01 00:00' })).toBe('range-cut');
    expect(markOf(reply, '11-01 00:00', { to: '09-01 00:00' })).toBe('range-cut');
    expect(markOf(reply, '11-01 00:00', {})).toBeUndefined();
  });

  it('of repeats is cut where the 7 days before it are not all in the range', () => {
    expect(markOf(keyed, '11-01 00:00', { from: '08-25 00:00' })).toBeUndefined();
    expect(markOf(keyed, '11-01 00:00', { from: '08-25 00:01' })).toBe('range-cut');
  });

  it('of repeats that count the first one is cut where the 7 days after it are not all in the range', () => {
    const range = { to: '10-07 23:59' };
    expect(markOf(keyed, '11-01 00:00', range)).toBeUndefined();
    expect(markOf({ ...keyed, countFirst: true }, '11-01 00:00', range)).toBe('range-cut');
    expect(markOf({ ...keyed, countFirst: true }, '11-01 00:00', { to: '10-08 00:00' })).toBeUndefined();
  });

  it('is dated by the zone: at 23:30 on 31 August in UTC it is 1 September in Shanghai', () => {
    const tally = createTally(policyOf(reply));
    tally.add({ timeline: caseOf(['09-15 10:00 received']), verdicts: [] });
    expect(tally.kpis('2026-08-31T23:30:00Z')[0]?.provisional).toEqual({
      since: '2026-09-01',
      reason: 'period-open',
      sources: [],
    });
  });

  it('tells what is provisional about its runs where nothing else is', () => {
    const provisional = { since: '2026-09-20', reason: 'beyond', sources: ['cn'] } as const;
    const tally = createTally(policyOf({ id: 'k', measure: 'timelinessRate', of: 's', basis: 'received' }));
    tally.add({ verdicts: [verdictOf('met', { provisional: { ...provisional, sources: ['cn'] } })] });
    expect(tally.kpis(at('11-01 00:00'))[0]?.provisional).toEqual(provisional);
  });
});

describe('what is provisional in a cell', () => {
  const since = (date: `${number}-${number}-${number}`, reason: string, ...sources: string[]) => ({
    since: date,
    reason,
    sources,
  });
  const united = (...given: ReturnType<typeof since>[]) => {
    const cell = new Cell({ period: 0, group: [] }, 1, false);
    for (const one of given) cell.addProvisional(one);
    return cell.provisional;
  };

  it('is the earliest date and what is said of it, with every source once, by letter', () => {
    const [late, early] = [since('2027-02-01', 'a', 'us', 'cn'), since('2027-01-01', 'b', 'de', 'cn')];
    const want = since('2027-01-01', 'b', 'cn', 'de', 'us');
    expect(united(late, early)).toEqual(want);
    expect(united(early, late)).toEqual(want);
  });

  it('is of one date what comes first by letter', () => {
    const [a, b] = [since('2027-01-01', 'a', 'x'), since('2027-01-01', 'b', 'x')];
    expect(united(a, b)?.reason).toBe('a');
    expect(united(b, a)?.reason).toBe('a');
  });

  it('has its sources by letter though it be the only one', () => {
    expect(united(since('2027-01-01', 'a', 'us', 'cn'))?.sources).toEqual(['cn', 'us']);
  });
});

describe('a cell in JSON', () => {
  it('leaves out what there is nothing of, and comes back with all there is', () => {
    const cell = new Cell({ period: 7, group: ['web'] }, 2, false);
    cell.count(1);
    expect(cell.toJSON()).toEqual({ counts: [0, 1] });
    cell.count(0, 3);
    cell.openUntil = 9;
    cell.addProvisional({ since: '2027-01-01', reason: 'a', sources: ['cn'] });
    const json = cell.toJSON();
    expect(json).toEqual({
      counts: [3, 1],
      openUntil: 9,
      provisional: { since: '2027-01-01', reason: 'a', sources: ['cn'] },
    });
    const other = new Cell({ period: 7, group: ['web'] }, 2, false);
    other.merge(json);
    other.merge({ counts: [1, 0], openUntil: 4 });
    expect(other.toJSON()).toEqual({ ...json, counts: [4, 1] });
    expect(new Cell({ period: 7, group: [] }, 0, true).toJSON().used).toEqual({
      sum: [0, 0],
      range: null,
      buckets: [],
    });
  });
});
