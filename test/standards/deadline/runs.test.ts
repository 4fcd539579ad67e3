import { describe, expect, it } from 'vitest';
import { judged, lines, policyOf, wall } from '../../support/naive-service.ts';

describe('exemptOn', () => {
  it('of its own replaces withdrawn, merged and invalidated', () => {
    const policy = policyOf({ exemptOn: 'abandoned' });
    const events = [
      ['received', '09-28 10:00'],
      ['withdrawn', '09-28 11:00'],
    ] as const;
    expect(lines(judged(policy, events, '09-28 12:00'))).toEqual(['1 pending due 09-29 10:00']);
    expect(lines(judged(policy, [...events, ['abandoned', '09-28 12:00']], '09-28 12:00'))).toEqual([
      '1 exempt due 09-29 10:00 abandoned',
    ]);
  });

  it('of nothing exempts from nothing', () => {
    const events = [
      ['received', '09-28 10:00'],
      ['withdrawn', '09-28 11:00'],
    ] as const;
    expect(lines(judged(policyOf({ exemptOn: [] }), events, '09-28 12:00'))).toEqual([
      '1 pending due 09-29 10:00',
    ]);
  });
});

describe('the runs of a case', () => {
  const three = [
    ['received', '09-28 09:00'],
    ['received', '09-28 10:00'],
    ['replied', '09-28 11:00'],
    ['received', '09-28 12:00'],
  ] as const;

  it('first: of 3 messages only the first counts', () => {
    expect(lines(judged(policyOf(), three, '09-28 13:00'))).toEqual([
      '1 met due 09-29 09:00 done 09-28 11:00',
    ]);
  });

  it('run: each of 3 messages opens one, the reply at 11:00 closes the two that are open', () => {
    expect(lines(judged(policyOf({ each: 'run' }), three, '09-28 13:00'))).toEqual([
      '1 met due 09-29 09:00 done 09-28 11:00',
      '2 met due 09-29 10:00 done 09-28 11:00',
      '3 pending due 09-29 12:00',
    ]);
  });

  it('oldest-unanswered: the second message does not restart the first, the third opens run 2', () => {
    expect(lines(judged(policyOf({ each: 'oldest-unanswered' }), three, '09-28 13:00'))).toEqual([
      '1 met due 09-29 09:00 done 09-28 11:00',
      '2 pending due 09-29 12:00',
    ]);
  });

  it('oldest-unanswered: a message that answers the one before opens no run itself, the next one does', () => {
    const policy = policyOf({ from: 'progressed', to: 'progressed', each: 'oldest-unanswered' });
    const at = (hour: number) => ['progressed', `09-28 ${hour}:00`] as const;
    expect(lines(judged(policy, [at(10), at(11)], '09-28 13:00'))).toEqual([
      '1 met due 09-29 10:00 done 09-28 11:00',
    ]);
    expect(lines(judged(policy, [at(10), at(11), at(12)], '09-28 13:00'))).toEqual([
      '1 met due 09-29 10:00 done 09-28 11:00',
      '2 pending due 09-29 12:00',
    ]);
  });

  it('match: the answer of department A closes run 1 and leaves run 2 of B open', () => {
    const policy = policyOf({
      from: 'transferred',
      to: 'department-replied',
      each: 'run',
      match: 'department',
    });
    const events = [
      ['transferred', '09-28 09:00', { department: 'A' }],
      ['transferred', '09-28 10:00', { department: 'B' }],
      ['transferred', '09-28 10:30'],
      ['department-replied', '09-28 11:00', { department: 'A' }],
      ['department-replied', '09-28 11:30'],
    ] as const;
    expect(lines(judged(policy, events, '09-28 13:00'))).toEqual([
      '1 met due 09-29 09:00 done 09-28 11:00',
      '2 pending due 09-29 10:00',
      '3 pending due 09-29 10:30',
    ]);
  });

  it('match with oldest-unanswered: each department has its own oldest question', () => {
    const policy = policyOf({ each: 'oldest-unanswered', match: 'department' });
    const events = [
      ['received', '09-28 09:00', { department: 'A' }],
      ['received', '09-28 09:30', { department: 'B' }],
      ['received', '09-28 10:00', { department: 'A' }],
      ['replied', '09-28 11:00', { department: 'A' }],
      ['received', '09-28 12:00', { department: 'A' }],
    ] as const;
    expect(lines(judged(policy, events, '09-28 13:00'))).toEqual([
      '1 met due 09-29 09:00 done 09-28 11:00',
      '2 pending due 09-29 09:30',
      '3 pending due 09-29 12:00',
    ]);
  });
});

describe('restartOn', () => {
  const policy = policyOf({ to: 'resolved', restartOn: 'rejected' });
  const received = ['received', '09-28 10:00'] as const;

  it('ends an undone run as exempt before due and opens run 2 of 24 hours from 20:00', () => {
    expect(lines(judged(policy, [received, ['rejected', '09-28 20:00']], '09-28 21:00'))).toEqual([
      '1 exempt due 09-29 10:00 restarted',
      '2 pending due 09-29 20:00',
    ]);
  });

  it('at due itself the run is exempt, 1 ms later overdue', () => {
    expect(lines(judged(policy, [received, ['rejected', '09-29 10:00']], '09-29 11:00'))[0]).toBe(
      '1 exempt due 09-29 10:00 restarted',
    );
    expect(lines(judged(policy, [received, ['rejected', '09-29 10:00:00.001']], '09-29 11:00'))[0]).toBe(
      '1 overdue due 09-29 10:00',
    );
  });

  it('after done opens run 2 and leaves run 1 met; the earlier resolution does not answer it', () => {
    const events = [received, ['resolved', '09-28 12:00'], ['rejected', '09-28 12:00']] as const;
    expect(lines(judged(policy, events, '09-28 13:00'))).toEqual([
      '1 met due 09-29 10:00 done 09-28 12:00',
      '2 pending due 09-29 12:00',
    ]);
  });

  it('before any run is ignored', () => {
    expect(lines(judged(policy, [['rejected', '09-28 09:00'], received], '09-28 13:00'))).toEqual([
      '1 pending due 09-29 10:00',
    ]);
  });

  it('ends no pause: run 2 begins while the clock is stopped', () => {
    const pausing = policyOf({
      to: 'resolved',
      restartOn: 'rejected',
      pause: { on: 'paused', off: 'resumed' },
    });
    const events = [
      received,
      ['paused', '09-28 12:00'],
      ['rejected', '09-28 14:00'],
      ['resumed', '09-28 18:00'],
    ] as const;
    expect(lines(judged(pausing, events, '09-28 19:00'))).toEqual([
      '1 exempt due 09-29 12:00 restarted',
      '2 pending due 09-29 18:00',
    ]);
    expect(judged(pausing, events.slice(0, 3), '09-28 15:00').verdicts[1]).toMatchObject({ clock: 'paused' });
  });

  it('of department B restarts the run of B alone', () => {
    const departments = policyOf({
      from: 'transferred',
      to: 'department-replied',
      each: 'run',
      match: 'department',
      restartOn: 'returned',
    });
    const transfers = [
      ['transferred', '09-28 09:00', { department: 'A' }],
      ['transferred', '09-28 10:00', { department: 'B' }],
    ] as const;
    expect(
      lines(
        judged(departments, [...transfers, ['returned', '09-28 11:00', { department: 'B' }]], '09-28 12:00'),
      ),
    ).toEqual([
      '1 pending due 09-29 09:00',
      '2 exempt due 09-29 10:00 restarted',
      '3 pending due 09-29 11:00',
    ]);
    // Without a name it returns to both, and both have a run again.
    expect(lines(judged(departments, [...transfers, ['returned', '09-28 11:00']], '09-28 12:00'))).toEqual([
      '1 exempt due 09-29 09:00 restarted',
      '2 exempt due 09-29 10:00 restarted',
      '3 pending due 09-29 11:00',
      '4 pending due 09-29 11:00',
    ]);
  });
});

describe('a return that names nobody asks again who was asked last', () => {
  const matched = {
    from: 'transferred',
    to: 'department-replied',
    each: 'run',
    match: 'department',
    restartOn: 'returned',
  };
  const of = (department: string, type: string, when: string) =>
    [type, `09-28 ${when}`, { department }] as const;
  const returned = ['returned', '09-28 15:00'] as const;

  it('B, where A and B were asked in one instant, A before B', () => {
    const log = [
      of('A', 'transferred', '10:00'),
      of('B', 'transferred', '10:00'),
      of('B', 'department-replied', '11:00'),
      of('A', 'department-replied', '12:00'),
      returned,
    ];
    const third = (department: string) =>
      lines(
        judged(policyOf(matched), [...log, of(department, 'department-replied', '16:00')], '09-28 17:00'),
      )[2];
    expect(third('B')).toBe('3 met due 09-29 15:00 done 09-28 16:00');
    expect(third('A')).toBe('3 pending due 09-29 15:00');
  });

  it('B, asked at 12:45, though it is only at 13:10 that the standard comes to apply to A, asked at 10:00', () => {
    const complaints = { ...matched, when: { kind: 'complaint' }, onChange: 'recalculate' };
    const log = [
      of('A', 'transferred', '10:00'),
      ['changed', '09-28 12:30', { set: { kind: 'complaint' } }],
      of('B', 'transferred', '12:45'),
      of('C', 'returned', '12:50'),
      ['extended', '09-28 13:00', { duration: '24 hours' }],
      ['changed', '09-28 13:10', { set: { kind: 'complaint' } }],
      of('A', 'department-replied', '14:00'),
      of('B', 'department-replied', '14:30'),
      returned,
      of('B', 'department-replied', '16:00'),
    ] as const;
    const policy = policyOf({ ...complaints, within: '2 hours' });
    expect(lines(judged(policy, log, '09-28 17:00', { kind: 'inquiry' }))).toEqual([
      '1 met due 09-29 14:45 done 09-28 14:30',
      '2 met due 09-29 12:00 done 09-28 14:00',
      '3 met due 09-28 17:00 done 09-28 16:00',
    ]);
  });
});

describe('the owner', () => {
  const log = [
    ['received', '10-12 10:00'],
    ['assigned', '10-12 11:00', { to: 'li' }],
    ['transferred', '10-13 09:00', { to: 'wu' }],
    ['assigned', '10-13 12:00', { to: 'chen' }],
  ] as const;
  const owner = (asOf: string, attributes?: Record<string, unknown>) =>
    judged(policyOf(), log, asOf, attributes).verdicts[0]?.owner;

  it('is who held it at due (Tuesday 10:00: wu), whoever holds it since', () =>
    expect(owner('10-20 10:00')).toBe('wu'));
  it('is who holds it now while it is not due', () => expect(owner('10-12 12:00')).toBe('li'));
  it('is the owner of the case before anybody was assigned', () => {
    expect(owner('10-12 10:30', { owner: 'desk', department: 'x' })).toBe('desk');
    expect(owner('10-12 10:30', { department: 'x' })).toBe('x');
    expect(owner('10-12 10:30')).toBeUndefined();
  });
  it('is whom a later change of owner names', () => {
    const changed = [...log.slice(0, 2), ['changed', '10-12 12:00', { set: { owner: 'zhao' } }]] as const;
    expect(judged(policyOf(), changed, '10-12 13:00').verdicts[0]?.owner).toBe('zhao');
  });
});

describe('nextChange', () => {
  it('is due + 1 ms of the first run that goes overdue, then of the next, then null', () => {
    const policy = policyOf({ each: 'run' });
    const log = [
      ['received', '10-12 10:00'],
      ['received', '10-12 12:00'],
    ] as const;
    const next = (asOf: string) => wall(judged(policy, log, asOf).nextChange);
    expect(next('10-12 13:00')).toBe('10-13 10:00:00.001');
    expect(next('10-13 10:00')).toBe('10-13 10:00:00.001');
    expect(next('10-13 10:00:00.001')).toBe('10-13 12:00:00.001');
    expect(next('10-14 10:00')).toBeNull();
  });
});
