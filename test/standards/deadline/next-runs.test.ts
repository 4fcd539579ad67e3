import { describe, expect, it } from 'vitest';
import { type EventRow, judged, lines, policyOf } from '../../support/naive-service.ts';

// What opens a next run and what doesn't. 28 September 2026 is a Monday.

const received: EventRow = ['received', '09-28 10:00'];
const became = (kind: string, when: string): EventRow => ['changed', when, { set: { kind } }];

describe('one run after another', () => {
  it('of one type from and to: the next message at 11:00 fulfils the first, however many follow', () => {
    const policy = policyOf({ from: 'progressed', to: 'progressed' });
    const log = (...hours: number[]) => hours.map((hour): EventRow => ['progressed', `09-28 ${hour}:00`]);
    expect(lines(judged(policy, log(10, 11, 12), '09-28 14:00'))).toEqual([
      '1 met due 09-29 10:00 done 09-28 11:00',
    ]);
    expect(lines(judged(policy, log(10), '09-28 14:00'))).toEqual(['1 pending due 09-29 10:00']);
  });

  it('first: a second message opens none, though the first was answered and a return opens run 2 of 13:00', () => {
    const policy = policyOf({ restartOn: 'returned' });
    const log: EventRow[] = [received, ['replied', '09-28 11:00'], ['received', '09-28 12:00']];
    expect(lines(judged(policy, log, '09-28 14:00'))).toEqual(['1 met due 09-29 10:00 done 09-28 11:00']);
    expect(lines(judged(policy, [...log, ['returned', '09-28 13:00']], '09-28 14:00'))).toEqual([
      '1 met due 09-29 10:00 done 09-28 11:00',
      '2 pending due 09-29 13:00',
    ]);
  });

  it('an event that starts and restarts at once opens one run: 2 of 11:00, 3 of 12:00', () => {
    const policy = policyOf({ each: 'run', restartOn: 'received' });
    const log: EventRow[] = [received, ['received', '09-28 11:00'], ['received', '09-28 12:00']];
    expect(lines(judged(policy, log, '09-28 14:00'))).toEqual([
      '1 exempt due 09-29 10:00 restarted',
      '2 exempt due 09-29 11:00 restarted',
      '3 pending due 09-29 12:00',
    ]);
  });

  it('a reply at 09:00 answers run 1 of 10:00 before it started, and not run 2 of 11:00', () => {
    const log: EventRow[] = [['replied', '09-28 09:00'], received, ['received', '09-28 11:00']];
    const result = judged(policyOf({ each: 'run' }), log, '09-28 14:00');
    expect(lines(result)).toEqual(['1 met due 09-29 10:00 done 09-28 09:00', '2 pending due 09-29 11:00']);
    expect(result.findings).toContainEqual({
      code: 'event.done-before-from',
      message: 'answer was done before it started',
      events: [0, 1],
    });
  });

  it('a message to which it does not apply opens none: of 10:00, 12:00 and 14:00 not the second', () => {
    const policy = policyOf({ when: { kind: 'complaint' }, each: 'run' });
    const log: EventRow[] = [
      received,
      became('inquiry', '09-28 11:00'),
      ['received', '09-28 12:00'],
      became('complaint', '09-28 13:00'),
      ['received', '09-28 14:00'],
    ];
    expect(lines(judged(policy, log, '09-28 15:00', { kind: 'complaint' }))).toEqual([
      '1 pending due 09-29 10:00',
      '2 pending due 09-29 14:00',
    ]);
  });

  const departments = policyOf({
    from: 'transferred',
    to: 'department-replied',
    match: 'department',
    each: 'run',
    restartOn: 'returned',
  });
  const of = (department: string | undefined, type: string, when: string): EventRow => [
    type,
    `09-28 ${when}`,
    department === undefined ? {} : { department },
  ];
  const bothDone = [
    of('B', 'transferred', '09:00'),
    of('A', 'transferred', '10:00'),
    of('B', 'department-replied', '11:00'),
    of('A', 'department-replied', '12:00'),
  ];

  it("a return of B's answer asks B again, though A was asked later", () => {
    const log = [...bothDone, of('B', 'returned', '13:00')];
    const answered = (department: string) =>
      lines(judged(departments, [...log, of(department, 'department-replied', '14:00')], '09-28 15:00'))[2];
    expect(answered('B')).toBe('3 met due 09-29 13:00 done 09-28 14:00');
    expect(answered('A')).toBe('3 pending due 09-29 13:00');
  });

  it('a return that names nobody asks the department again that was asked last, A', () => {
    const log = [...bothDone, of(undefined, 'returned', '13:00')];
    const answered = (department: string) =>
      lines(judged(departments, [...log, of(department, 'department-replied', '14:00')], '09-28 15:00'))[2];
    expect(answered('A')).toBe('3 met due 09-29 13:00 done 09-28 14:00');
    expect(answered('B')).toBe('3 pending due 09-29 13:00');
  });

  it('a return of the answer of C, who was never asked, asks nobody', () => {
    expect(
      lines(judged(departments, [...bothDone, of('C', 'returned', '13:00')], '09-28 15:00')),
    ).toHaveLength(2);
  });
});
