import { describe, expect, it } from 'vitest';
import { at, codes, type EventRow, judged, lines, policyOf, wall } from '../../support/naive-service.ts';

// The clock of a deadline where it stops at an edge. 28 September 2026 is a Monday.

const HOUR = 3_600_000;
const received: EventRow = ['received', '09-28 10:00'];
const pause = { on: 'paused', off: 'resumed' };
const promised = { within: { promised: 'promisedAt' } };

describe('the clock', () => {
  it('stopped when the case came in, and done an hour before: nothing used, nothing paused', () => {
    const log: EventRow[] = [['paused', '09-28 08:00'], ['replied', '09-28 09:00'], received];
    const [verdict] = judged(policyOf({ pause }), log, '09-28 14:00').verdicts;
    expect(verdict).toMatchObject({ status: 'met', usedMs: 0, pausedMs: 0 });
    expect(wall(verdict!.due)).toBe('09-29 10:00');
  });

  it('stopped 1 ms before due waits for an event: nothing changes by itself', () => {
    const log: EventRow[] = [received, ['paused', '09-29 09:59:59.999']];
    const result = judged(policyOf({ pause }), log, '09-30 12:00');
    expect(result.verdicts[0]).toMatchObject({ status: 'pending', clock: 'paused', remainingMs: 1 });
    expect(result.nextChange).toBeNull();
  });

  it('stopped and started in one instant has not stood still', () => {
    const log: EventRow[] = [received, ['paused', '09-28 11:00'], ['resumed', '09-28 11:00']];
    expect(judged(policyOf({ pause }), log, '09-28 12:00').verdicts[0]).toMatchObject({
      usedMs: 2 * HOUR,
      pausedMs: 0,
      clock: 'running',
    });
  });

  it('of a promise goes on to a later one that can be read', () => {
    const policy = policyOf({ ...promised, onChange: 'recalculate' });
    const log: EventRow[] = [
      received,
      ['promised', '09-28 11:00', { promisedAt: at('09-29 12:00') }],
      ['promised', '09-28 12:00', { promisedAt: 'soon' }],
    ];
    const result = judged(policy, log, '09-28 13:00');
    expect(lines(result)).toEqual(['1 pending due 09-29 12:00']);
    expect(codes(result)).toEqual(['attribute.not-an-instant']);
  });
});
