import { describe, expect, it } from 'vitest';
import { always, codes, type EventRow, judged, lines } from '../../support/naive-service.ts';
import { policyOfOne } from '../../support/one-standard.ts';
import { delay, promised, received } from './delay.ts';

describe('a notice before an event', () => {
  const discharge = policyOfOne(
    {
      kind: 'notice',
      event: 'discharge-told',
      before: 'discharged',
      atLeast: '1 day',
      counting: 'calendar-24-7',
      calendar: 'ward',
    },
    { calendars: { ward: always } },
  );
  const admitted: EventRow = ['admitted', '09-21 10:00'];
  const discharged: EventRow = ['discharged', '09-30 10:00'];

  it('is pending until the event, told or not', () => {
    expect(lines(judged(discharge, [admitted], '09-30 09:00'))).toEqual(['1 pending']);
    const told: EventRow[] = [admitted, ['discharge-told', '09-29 10:00']];
    expect(lines(judged(discharge, told, '09-30 09:00'))).toEqual(['1 pending']);
  });

  it('is met when told on Tuesday for Wednesday, late when told on Wednesday, overdue when not told', () => {
    const told = (when: string): EventRow[] => [admitted, ['discharge-told', when], discharged];
    expect(lines(judged(discharge, told('09-30 00:00'), '10-05 00:00'))).toEqual([
      '1 met due 09-30 00:00 done 09-30 00:00',
    ]);
    expect(lines(judged(discharge, told('09-30 00:00:01'), '10-05 00:00'))).toEqual([
      '1 late due 09-30 00:00 done 09-30 00:00:01',
    ]);
    expect(lines(judged(discharge, [admitted, discharged], '10-05 00:00'))).toEqual([
      '1 overdue due 09-30 00:00',
    ]);
  });

  it('takes an event at 00:00 for one of the day that begins: told by the end of the day before', () => {
    const log: EventRow[] = [admitted, ['discharged', '09-30 00:00']];
    expect(lines(judged(discharge, log, '10-05 00:00'))).toEqual(['1 overdue due 09-30 00:00']);
  });

  it('takes the first of the events', () => {
    const log: EventRow[] = [admitted, discharged, ['discharged', '10-04 10:00']];
    expect(lines(judged(discharge, log, '10-05 00:00'))).toEqual(['1 overdue due 09-30 00:00']);
  });
});

describe('when a notice applies', () => {
  it('is decided when the case begins', () => {
    const policy = policyOfOne({ ...delay, when: { kind: 'exchange' } });
    expect(lines(judged(policy, [received], '09-29 00:00', { ...promised, kind: 'return' }))).toEqual([]);
    expect(codes(judged(policy, [received], '09-29 00:00', promised))).toEqual(['attribute.missing']);
  });

  it.each([
    ['a promise for a limit', { ...delay, atLeast: { promised: 'promisedAt' } }],
    ['nothing to come before', { ...delay, before: undefined }],
    ['a limit without unit', { ...delay, atLeast: '1' }],
  ])('is refused with %s', (_, standard) =>
    expect(() => policyOfOne(standard)).toThrowError(expect.objectContaining({ code: 'policy.invalid' })),
  );
});
