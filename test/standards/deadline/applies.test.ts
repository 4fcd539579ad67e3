import { describe, expect, it } from 'vitest';
import { type EventRow, judged, lines, policyOf } from '../../support/naive-service.ts';

// A deadline whose condition comes to hold, or ceases to, as a case goes on. 28 September 2026 is a Monday.

const HOUR = 3_600_000;
const received: EventRow = ['received', '09-28 10:00'];
const promised = { within: { promised: 'promisedAt' } };
const complaints = { when: { kind: 'complaint' }, onChange: 'recalculate' };
const became = (kind: string, when: string): EventRow => ['changed', when, { set: { kind } }];

describe('a standard that comes to apply', () => {
  const policy = policyOf({ ...complaints, restartOn: 'returned' });

  it('runs from the original start, whatever was returned before it applied', () => {
    const log: EventRow[] = [received, ['returned', '09-28 11:00'], became('complaint', '09-28 12:00')];
    expect(lines(judged(policy, log, '09-28 13:00', { kind: 'inquiry' }))).toEqual([
      '1 pending due 09-29 10:00',
    ]);
  });

  it('with the very change that restarts it is one run', () => {
    const both = policyOf({ ...complaints, restartOn: 'changed' });
    const log: EventRow[] = [received, became('complaint', '09-28 12:00')];
    expect(lines(judged(both, log, '09-28 13:00', { kind: 'inquiry' }))).toEqual([
      '1 pending due 09-29 10:00',
    ]);
    expect(
      lines(judged(both, [...log, became('complaint', '09-28 12:30')], '09-28 13:00', { kind: 'inquiry' })),
    ).toEqual(['1 exempt due 09-29 10:00 restarted', '2 pending due 09-29 12:30']);
  });

  it('without a promised time is undetermined', () => {
    const log: EventRow[] = [received, became('complaint', '09-28 12:00')];
    expect(
      lines(judged(policyOf({ ...complaints, ...promised }), log, '09-28 13:00', { kind: 'inquiry' })),
    ).toEqual(['1 undetermined missing promisedAt']);
  });

  it('has its runs in the order in which they came into being: of 12:45 before that of 10:00, which an extension revived', () => {
    const each = policyOf({ ...complaints, each: 'run', within: '2 hours' });
    const log: EventRow[] = [
      received,
      became('complaint', '09-28 12:30'),
      ['received', '09-28 12:45'],
      ['extended', '09-28 13:00', { duration: '24 hours' }],
      became('complaint', '09-28 13:10'),
    ];
    expect(lines(judged(each, log, '09-28 14:00', { kind: 'inquiry' }))).toEqual([
      '1 pending due 09-29 14:45',
      '2 pending due 09-29 12:00',
    ]);
  });

  it('that left at 11:00 has used 1 hour, whatever is changed at 12:00', () => {
    const log: EventRow[] = [received, became('inquiry', '09-28 11:00'), became('query', '09-28 12:00')];
    const result = judged(policy, log, '09-28 13:00', { kind: 'complaint' });
    expect(lines(result)).toEqual(['1 exempt due 09-29 10:00 no-longer-applicable']);
    expect(result.verdicts[0]?.usedMs).toBe(HOUR);
  });

  it('does not come back once the case was withdrawn, though due was extended since', () => {
    const log: EventRow[] = [
      received,
      became('inquiry', '09-28 11:00'),
      ['withdrawn', '09-29 12:00'],
      ['extended', '09-29 12:30', { duration: '48 hours' }],
      became('complaint', '09-29 13:00'),
    ];
    expect(lines(judged(policy, log, '09-29 14:00', { kind: 'complaint' }))).toEqual([
      '1 exempt due 09-29 10:00 no-longer-applicable',
    ]);
  });
});
