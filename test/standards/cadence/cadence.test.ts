import { describe, expect, it } from 'vitest';
import { type EventRow, judged, lines } from '../../support/naive-service.ts';
import { policyOfOne } from '../../support/one-standard.ts';
import { daily, gaps, shipped, tracking } from './tracking.ts';

describe('when a cadence applies', () => {
  it('is decided when it begins', () => {
    const policy = policyOfOne({ ...daily, when: { kind: 'exchange' } });
    const log: EventRow[] = [shipped, ['changed', '09-28 11:00', { set: { kind: 'exchange' } }]];
    expect(lines(judged(policy, log, '09-28 12:00', { kind: 'return' }))).toEqual([]);
    expect(lines(judged(policy, [shipped], '09-28 12:00', { kind: 'exchange' }))).toHaveLength(1);
  });

  it('gives no verdict without its beginning, but undetermined where every case begins so', () => {
    expect(lines(judged(gaps, [['progressed', '09-28 10:00']], '09-29 10:00'))).toEqual([]);
    const fromReceipt = policyOfOne({ ...daily, from: 'received' });
    expect(lines(judged(fromReceipt, [['progressed', '09-28 10:00']], '09-29 10:00'))).toEqual([
      '1 undetermined missing received',
    ]);
  });
});

describe('a cadence that is no cadence', () => {
  it.each([
    ['neither limit nor slots', tracking],
    ['both', { ...daily, per: 'day' }],
    ['a promised time', { ...daily, every: { promised: 'promisedAt' } }],
    ['no times at all', { ...tracking, times: 0, per: 'day' }],
    ['an unknown slot', { ...tracking, per: 'fortnight' }],
    ['a window of no length', { ...tracking, per: 'day', windows: ['08:00-08:00'] }],
    ['no end', { ...daily, until: undefined }],
  ])('is refused: %s', (_, standard) =>
    expect(() => policyOfOne(standard)).toThrowError(expect.objectContaining({ code: 'policy.invalid' })),
  );
});
