import { describe, expect, it } from 'vitest';
import { at, codes, judged, lines, policyOf, wall } from '../support/naive-service.ts';

const HOUR = 3_600_000;

describe('what becomes of one run of 24 hours from Monday 28 September 10:00', () => {
  const policy = policyOf();
  const received = ['received', '09-28 10:00'] as const;

  it.each([
    ['pending at 09-29 10:00, the due instant itself', [], '09-29 10:00', '1 pending due 09-29 10:00'],
    ['overdue 1 ms later', [], '09-29 10:00:00.001', '1 overdue due 09-29 10:00'],
    ['met at due', [['replied', '09-29 10:00']], '09-30 10:00', '1 met due 09-29 10:00 done 09-29 10:00'],
    [
      'late 1 ms after due',
      [['replied', '09-29 10:00:00.001']],
      '09-30 10:00',
      '1 late due 09-29 10:00 done 09-29 10:00:00.001',
    ],
    [
      'met when done at its own start',
      [['replied', '09-28 10:00']],
      '09-28 10:00',
      '1 met due 09-29 10:00 done 09-28 10:00',
    ],
    [
      'exempt when withdrawn before due',
      [['withdrawn', '09-29 09:00']],
      '10-08 09:00',
      '1 exempt due 09-29 10:00 withdrawn',
    ],
    [
      'exempt when merged at due',
      [['merged', '09-29 10:00']],
      '10-08 09:00',
      '1 exempt due 09-29 10:00 merged',
    ],
    [
      'exempt when invalidated',
      [['invalidated', '09-28 11:00']],
      '10-08 09:00',
      '1 exempt due 09-29 10:00 invalidated',
    ],
    [
      'overdue when withdrawn 1 ms after due',
      [['withdrawn', '09-29 10:00:00.001']],
      '09-30 09:00',
      '1 overdue due 09-29 10:00',
    ],
    [
      'not fulfilled by closing, which its to does not name',
      [['closed', '09-28 11:00']],
      '09-29 11:00',
      '1 overdue due 09-29 10:00',
    ],
  ] as const)('is %s', (_, events, asOf, want) => {
    expect(lines(judged(policy, [received, ...events], asOf))).toEqual([want]);
  });

  it('once met at 11:00 stays met: withdrawn, rejected, changed and replied later', () => {
    const events = [
      received,
      ['replied', '09-28 11:00'],
      ['withdrawn', '09-28 12:00'],
      ['paused', '09-28 12:00'],
      ['replied', '09-30 12:00'],
    ] as const;
    expect(lines(judged(policy, events, '10-08 09:00'))).toEqual(['1 met due 09-29 10:00 done 09-28 11:00']);
  });

  it('once overdue becomes late at 15:00, though withdrawn at 12:00, extended at 13:00 and changed at 14:00', () => {
    const strict = policyOf({
      when: { kind: 'complaint' },
      onChange: 'recalculate',
      pause: { on: 'paused', off: 'resumed' },
    });
    const events = [
      received,
      ['withdrawn', '09-29 12:00'],
      ['extended', '09-29 13:00', { duration: '5 days' }],
      ['paused', '09-29 13:30'],
      ['changed', '09-29 14:00', { set: { kind: 'inquiry' } }],
      ['replied', '09-29 15:00'],
    ] as const;
    const result = judged(strict, events, '10-08 09:00', { kind: 'complaint' });
    expect(lines(result)).toEqual(['1 late due 09-29 10:00 done 09-29 15:00']);
    expect(result.verdicts[0]).toMatchObject({ overMs: 5 * HOUR, usedMs: 29 * HOUR, pausedMs: 0 });
  });

  it('has 6 of 24 hours used, 18 left and a share of a quarter at 16:00', () => {
    expect(judged(policy, [received], '09-28 16:00').verdicts[0]).toMatchObject({
      usedMs: 6 * HOUR,
      remainingMs: 18 * HOUR,
      share: 0.25,
      overMs: 0,
      pausedMs: 0,
      clock: 'running',
      severity: 'hard',
      kind: 'deadline',
      case: 'T-1',
    });
  });

  it('done after 36 of 24 hours has a share of 1.5, 12 hours over and nothing remaining', () => {
    expect(judged(policy, [received, ['replied', '09-29 22:00']], '10-08 09:00').verdicts[0]).toMatchObject({
      usedMs: 36 * HOUR,
      overMs: 12 * HOUR,
      share: 1.5,
      remainingMs: null,
      clock: 'stopped',
    });
  });

  it('is soft where its standard is', () => {
    expect(judged(policyOf({ severity: 'soft' }), [received], '09-28 11:00').verdicts[0]?.severity).toBe(
      'soft',
    );
  });
});

describe('working time', () => {
  const policy = policyOf({ within: '4 working hours' });

  it('received Wednesday 30 September 16:00: 4 working hours end Thursday 8 October 11:00, after National Day', () => {
    expect(lines(judged(policy, [['received', '09-30 16:00']], '09-30 16:00'))).toEqual([
      '1 pending due 10-08 11:00',
    ]);
  });

  it('at 20:00 the clock stands in closed hours with 2 hours used and 2 left; over is elapsed', () => {
    const night = judged(policy, [['received', '09-30 16:00']], '09-30 20:00').verdicts[0];
    expect(night).toMatchObject({
      clock: 'closed-hours',
      usedMs: 2 * HOUR,
      remainingMs: 2 * HOUR,
      share: 0.5,
    });
    const late = judged(policy, [['received', '09-30 16:00']], '10-09 11:00').verdicts[0];
    expect(late).toMatchObject({ status: 'overdue', overMs: 24 * HOUR, usedMs: 13 * HOUR });
  });

  it('5 working days from Thursday 24 September: 28, 29, 30 September, 8, 9 October', () => {
    const days = policyOf({ within: '5 working days' });
    expect(lines(judged(days, [['received', '09-24 17:00']], '09-24 17:00'))).toEqual([
      '1 pending due 10-09 18:00',
    ]);
  });

  it('a calendar and a counting of its own: 3 days round the clock end at 24:00', () => {
    const round = policyOf(
      { within: '3 days', calendar: 'round', counting: 'calendar-24-7' },
      { calendars: { round: { timeZone: 'Asia/Shanghai', week: 'always' } } },
    );
    expect(lines(judged(round, [['received', '09-30 12:00']], '09-30 12:00'))).toEqual([
      '1 pending due 10-04 00:00',
    ]);
  });
});

describe('no start', () => {
  it('no received at all: undetermined, missing received', () => {
    expect(lines(judged(policyOf(), [['replied', '09-28 10:00']], '09-28 11:00'))).toEqual([
      '1 undetermined missing received',
    ]);
  });

  it('no transferred where a standard starts there: no verdict', () => {
    const policy = policyOf({ from: 'transferred' });
    expect(judged(policy, [['received', '09-28 10:00']], '09-28 11:00').verdicts).toEqual([]);
  });

  it('received, but not by phone as its from demands: no verdict', () => {
    const policy = policyOf({ from: { event: 'received', when: { channel: 'phone' } } });
    const events = [['received', '09-28 10:00', { channel: 'email' }]] as const;
    expect(judged(policy, events, '09-28 11:00').verdicts).toEqual([]);
  });

  it('no received and the standard does not apply: no verdict', () => {
    const policy = policyOf({ when: { kind: 'complaint' } });
    expect(judged(policy, [['replied', '09-28 10:00']], '09-28 11:00', { kind: 'inquiry' }).verdicts).toEqual(
      [],
    );
  });
});

describe('a to before its from', () => {
  it('counts for run 1 at its own instant, 0 used, with a finding, whatever follows', () => {
    const result = judged(
      policyOf(),
      [
        ['replied', '09-28 09:00'],
        ['received', '09-28 10:00'],
        ['withdrawn', '09-28 11:00'],
        ['replied', '09-30 12:00'],
      ],
      '10-08 09:00',
    );
    expect(lines(result)).toEqual(['1 met due 09-29 10:00 done 09-28 09:00']);
    expect(result.verdicts[0]).toMatchObject({ usedMs: 0, overMs: 0 });
    expect(result.findings).toContainEqual(
      expect.objectContaining({ code: 'event.done-before-from', events: [0, 1] }),
    );
  });

  it('at the same instant counts without a finding', () => {
    const result = judged(
      policyOf({ to: 'told' }),
      [
        ['told', '09-28 10:00'],
        ['received', '09-28 10:00'],
      ],
      '09-28 11:00',
    );
    expect(lines(result)).toEqual(['1 met due 09-29 10:00 done 09-28 10:00']);
    expect(codes(result)).toEqual([]);
  });

  it('does not count for run 2: the reply at 09:30 is before the second message at 10:00', () => {
    const result = judged(
      policyOf({ each: 'run' }),
      [
        ['received', '09-28 09:00'],
        ['replied', '09-28 09:30'],
        ['received', '09-28 10:00'],
      ],
      '09-28 11:00',
    );
    expect(lines(result)).toEqual(['1 met due 09-29 09:00 done 09-28 09:30', '2 pending due 09-29 10:00']);
  });

  it('where from and to are one type the next one counts: progress every 24 hours', () => {
    const policy = policyOf({ from: 'progressed', to: 'progressed', each: 'run' });
    const events = [
      ['progressed', '09-28 10:00'],
      ['progressed', '09-29 09:00'],
      ['progressed', '09-30 10:00'],
    ] as const;
    expect(lines(judged(policy, events, '09-30 10:00'))).toEqual([
      '1 met due 09-29 10:00 done 09-29 09:00',
      '2 late due 09-30 09:00 done 09-30 10:00',
      '3 pending due 10-01 10:00',
    ]);
  });
});

describe('to: all', () => {
  const policy = policyOf({ to: { all: ['resolved', 'told'] } });
  const run = (...events: (readonly [string, string])[]) =>
    lines(judged(policy, [['received', '09-28 10:00'], ...events], '09-28 20:00'));

  it('is done at the last of their first occurrences: resolved 11:00, told 12:00, resolved again 13:00', () => {
    expect(run(['resolved', '09-28 11:00'], ['told', '09-28 12:00'], ['resolved', '09-28 13:00'])).toEqual([
      '1 met due 09-29 10:00 done 09-28 12:00',
    ]);
  });

  it('is not done by one of two, however often', () => {
    expect(run(['resolved', '09-28 11:00'], ['resolved', '09-28 12:00'])).toEqual([
      '1 pending due 09-29 10:00',
    ]);
  });

  it('takes one from before the start and one from after it', () => {
    expect(run(['told', '09-28 09:00'], ['resolved', '09-28 12:00'])).toEqual([
      '1 met due 09-29 10:00 done 09-28 12:00',
    ]);
  });

  it('is done before its start when both were', () => {
    expect(run(['told', '09-28 09:00'], ['resolved', '09-28 08:00'])).toEqual([
      '1 met due 09-29 10:00 done 09-28 09:00',
    ]);
  });
});

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

describe('pauses by events', () => {
  const policy = policyOf({ pause: { on: 'paused', off: ['resumed', 'replied-by-customer'] } });
  const received = ['received', '09-28 10:00'] as const;

  it('of 2 and of 3 hours move due from 10:00 to 15:00', () => {
    const result = judged(
      policy,
      [
        received,
        ['paused', '09-28 12:00'],
        ['resumed', '09-28 14:00'],
        ['paused', '09-28 16:00'],
        ['replied-by-customer', '09-28 19:00'],
      ],
      '09-28 20:00',
    );
    expect(lines(result)).toEqual(['1 pending due 09-29 15:00']);
    expect(result.verdicts[0]).toMatchObject({
      pausedMs: 5 * HOUR,
      usedMs: 5 * HOUR,
      remainingMs: 19 * HOUR,
      clock: 'running',
    });
    expect(codes(result)).toEqual([]);
  });

  it('unclosed at asOf: due as if it ended there, pending and paused ten days on, with a finding', () => {
    const result = judged(policy, [received, ['paused', '09-28 12:00']], '10-08 12:00');
    expect(lines(result)).toEqual(['1 pending due 10-09 10:00']);
    expect(result.verdicts[0]).toMatchObject({ clock: 'paused', usedMs: 2 * HOUR, pausedMs: 240 * HOUR });
    expect(result.findings).toContainEqual(expect.objectContaining({ code: 'pause.unclosed', events: [1] }));
    expect(result.nextChange).toBeNull();
  });

  it('begun before the start counts from the start', () => {
    const events = [['paused', '09-28 08:00'], received, ['resumed', '09-28 12:00']] as const;
    const result = judged(policy, events, '09-28 13:00');
    expect(lines(result)).toEqual(['1 pending due 09-29 12:00']);
    expect(result.verdicts[0]).toMatchObject({ pausedMs: 2 * HOUR, usedMs: HOUR });
  });

  it('over before the start changes nothing', () => {
    const events = [['paused', '09-28 08:00'], ['resumed', '09-28 09:00'], received] as const;
    expect(lines(judged(policy, events, '09-28 13:00'))).toEqual(['1 pending due 09-29 10:00']);
  });

  it('a second pause at 13:00 and a stray resume at 16:00 are ignored, with findings', () => {
    const result = judged(
      policy,
      [
        received,
        ['paused', '09-28 12:00'],
        ['paused', '09-28 13:00'],
        ['resumed', '09-28 14:00'],
        ['resumed', '09-28 16:00'],
      ],
      '09-28 17:00',
    );
    expect(lines(result)).toEqual(['1 pending due 09-29 12:00']);
    expect(result.findings).toMatchObject([
      { code: 'pause.repeated', events: [2] },
      { code: 'pause.stray-resume', events: [4] },
    ]);
  });

  it('a reply and a message of the customer while the clock was stopped are found', () => {
    const result = judged(
      policyOf({ to: 'resolved', pause: { on: 'paused', off: 'resumed' } }),
      [
        received,
        ['paused', '09-28 12:00'],
        ['replied', '09-28 13:00'],
        ['said', '09-28 13:30', { role: 'customer' }],
        ['resumed', '09-28 14:00'],
        ['replied', '09-28 15:00'],
      ],
      '09-28 17:00',
    );
    expect(result.findings).toMatchObject([{ code: 'pause.overlaps-activity', events: [2, 3] }]);
  });

  it('from due itself on acts no more: overdue 1 ms later, and nextChange says so', () => {
    const events = [received, ['paused', '09-29 10:00']] as const;
    expect(judged(policy, events, '09-29 10:00').nextChange).toEqual(new Date(at('09-29 10:00:00.001')));
    expect(lines(judged(policy, events, '09-29 10:00:00.001'))).toEqual(['1 overdue due 09-29 10:00']);
  });

  it('1 ms before due stops it there: 1 ms is left, a week later', () => {
    const events = [received, ['paused', '09-29 09:59:59.999']] as const;
    const result = judged(policy, events, '10-08 10:00');
    expect(lines(result)).toEqual(['1 pending due 10-08 10:00:00.001']);
    expect(result.verdicts[0]).toMatchObject({ remainingMs: 1 });
  });

  it('in the night moves no limit in working hours: 8 from 16:00 end at 15:00, paused 19:00 to 08:00 or not', () => {
    const working = policyOf({ within: '8 working hours', pause: { on: 'paused', off: 'resumed' } });
    const log = [
      ['received', '09-28 16:00'],
      ['paused', '09-28 19:00'],
      ['resumed', '09-29 08:00'],
    ] as const;
    expect(lines(judged(working, log, '09-29 08:00'))).toEqual(['1 pending due 09-29 15:00']);
    expect(judged(working, log, '09-29 08:00').verdicts[0]).toMatchObject({
      pausedMs: 13 * HOUR,
      usedMs: 2 * HOUR,
    });
  });

  it('through 2 closes of business adds 2 working days: 3 from Thursday 8 October end on the 15th', () => {
    const days = policyOf({ within: '3 working days', pause: { on: 'paused', off: 'resumed' } });
    const plain = [['received', '10-08 10:00']] as const;
    // Friday 9, Saturday 10 (make-up) and Monday 12.
    expect(lines(judged(days, plain, '10-08 10:00'))).toEqual(['1 pending due 10-12 18:00']);
    const paused = [...plain, ['paused', '10-09 12:00'], ['resumed', '10-12 09:00']] as const;
    // Closes of the 9th and 10th don't count: 12, 13, 14.
    expect(lines(judged(days, paused, '10-12 10:00'))).toEqual(['1 pending due 10-14 18:00']);
  });
});

describe('pauses by a condition', () => {
  const policy = policyOf({ pause: { while: { waitingFor: 'customer' } } });

  it('while waitingFor is customer, 12:00 to 15:00, move due by 3 hours', () => {
    const result = judged(
      policy,
      [
        ['received', '09-28 10:00'],
        ['changed', '09-28 12:00', { set: { waitingFor: 'customer' } }],
        ['changed', '09-28 13:00', { set: { priority: 'high' } }],
        ['changed', '09-28 15:00', { set: { waitingFor: 'us' } }],
      ],
      '09-28 16:00',
    );
    expect(lines(result)).toEqual(['1 pending due 09-29 13:00']);
    expect(result.verdicts[0]).toMatchObject({ pausedMs: 3 * HOUR, clock: 'running' });
  });

  it('from the start where the case begins so', () => {
    const result = judged(policy, [['received', '09-28 10:00']], '09-28 16:00', { waitingFor: 'customer' });
    expect(lines(result)).toEqual(['1 pending due 09-29 16:00']);
    expect(result.verdicts[0]).toMatchObject({ pausedMs: 6 * HOUR, clock: 'paused' });
  });
});

describe('extensions', () => {
  const policy = policyOf({ within: '2 working days', pause: { on: 'paused', off: 'resumed' } });
  const received = ['received', '10-12 10:00'] as const;
  const extended = (...more: (readonly [string, string, Record<string, unknown>?])[]) =>
    lines(judged(policy, [received, ...more], '10-13 12:00'));

  it('2 working days from Monday 12 October: Wednesday 14, 18:00', () => {
    expect(extended()).toEqual(['1 pending due 10-14 18:00']);
  });

  it('a duration counts on from the due in force: 1 working day gives Thursday, another Friday', () => {
    const once = ['extended', '10-12 11:00', { duration: '1 working day' }] as const;
    expect(extended(once)).toEqual(['1 pending due 10-15 18:00']);
    expect(extended(once, ['extended', '10-13 11:00', { duration: '1 working day' }])).toEqual([
      '1 pending due 10-16 18:00',
    ]);
  });

  it('an until replaces it: 16 October 12:00; a bare date means its 24:00', () => {
    expect(extended(['extended', '10-12 11:00', { until: at('10-16 12:00') }])).toEqual([
      '1 pending due 10-16 12:00',
    ]);
    expect(extended(['extended', '10-12 11:00', { until: '2026-10-16' }])).toEqual([
      '1 pending due 10-17 00:00',
    ]);
  });

  it('an until earlier than the due in force changes nothing, and pauses still move that', () => {
    const early = ['extended', '10-12 11:00', { until: at('10-13 12:00') }] as const;
    expect(extended(early)).toEqual(['1 pending due 10-14 18:00']);
    const paused = [received, early, ['paused', '10-13 17:00'], ['resumed', '10-14 09:00']] as const;
    expect(lines(judged(policy, paused, '10-14 10:00'))).toEqual(['1 pending due 10-15 18:00']);
  });

  it('an until is moved by no pause: overdue while paused', () => {
    const log = [
      received,
      ['extended', '10-12 11:00', { until: at('10-15 12:00') }],
      ['paused', '10-12 12:00'],
    ] as const;
    const before = judged(policy, log, '10-15 12:00');
    expect(lines(before)).toEqual(['1 pending due 10-15 12:00']);
    expect(before.nextChange).toEqual(new Date(at('10-15 12:00:00.001')));
    expect(lines(judged(policy, log, '10-15 12:00:00.001'))).toEqual(['1 overdue due 10-15 12:00']);
  });

  it('a duration after an until counts on from it: 15 October 12:00 and 1 working day is the 16th, 18:00', () => {
    expect(
      extended(
        ['extended', '10-12 11:00', { until: at('10-15 12:00') }],
        ['extended', '10-13 11:00', { duration: '1 working day' }],
      ),
    ).toEqual(['1 pending due 10-16 18:00']);
  });

  it('from a due at 24:00 the day that ends then is the one not counted: 3 days to 15 October 24:00, 1 more to the 16th', () => {
    const round = policyOf({ within: '3 days', counting: 'calendar-24-7' });
    const log = [received, ['extended', '10-12 11:00', { duration: '1 day' }]] as const;
    expect(lines(judged(round, [received], '10-12 12:00'))).toEqual(['1 pending due 10-16 00:00']);
    expect(lines(judged(round, log, '10-12 12:00'))).toEqual(['1 pending due 10-17 00:00']);
  });

  it('at due or after it acts no more', () => {
    const hours = policyOf({ within: '2 hours' });
    for (const when of ['10-12 12:00', '10-12 12:00:00.001']) {
      const log = [received, ['extended', when, { duration: '5 hours' }]] as const;
      expect(lines(judged(hours, log, '10-12 13:00'))).toEqual(['1 overdue due 10-12 12:00']);
    }
  });

  it('of neither kind is a finding and changes nothing', () => {
    for (const bad of [{}, { duration: '5 dyas' }, { until: 'soon' }]) {
      const result = judged(policy, [received, ['extended', '10-12 11:00', bad]], '10-12 12:00');
      expect(lines(result)).toEqual(['1 pending due 10-14 18:00']);
      expect(codes(result)).toEqual(['event.bad-extension']);
    }
  });
});

describe('tables', () => {
  const within = {
    table: [
      { when: { priority: 'high', tier: 'gold' }, limit: '2 hours' },
      { when: { priority: 'high' }, limit: '8 hours' },
      { when: { priority: 'medium' }, limit: { promised: 'promisedAt' } },
      { when: { priority: 'low' }, limit: '2 working days', counting: 'prc-civil-procedure' },
      { when: { priority: 'night' }, limit: '2 working hours', calendar: 'hotline' },
      { when: { priority: 'secret' }, limit: { parameter: 'secret' } },
    ],
    otherwise: '24 hours',
  };
  const policy = policyOf(
    { within },
    { calendars: { hotline: { timeZone: 'Asia/Shanghai', week: 'always' } }, parameters: { secret: null } },
  );
  const due = (attributes: Record<string, unknown>) =>
    lines(judged(policy, [['received', '10-12 17:00']], '10-12 17:00', attributes));

  it.each([
    ['the first row that matches: 2 hours', { priority: 'high', tier: 'gold' }, '1 pending due 10-12 19:00'],
    ['the second: 8 hours', { priority: 'high', tier: 'iron' }, '1 pending due 10-13 01:00'],
    ['a promise', { priority: 'medium', tier: 'x', promisedAt: '2026-10-13' }, '1 pending due 10-14 00:00'],
    ['a counting of the row: 24:00', { priority: 'low', tier: 'x' }, '1 pending due 10-15 00:00'],
    ['a calendar of the row: always open', { priority: 'night', tier: 'x' }, '1 pending due 10-12 19:00'],
    ['otherwise: 24 hours', { priority: 'none', tier: 'x' }, '1 pending due 10-13 17:00'],
    ['a row whose test reads an absent tier', { priority: 'high' }, '1 undetermined missing tier'],
    ['no priority: never otherwise', { tier: 'gold' }, '1 undetermined missing priority'],
    ['a parameter nobody has set', { priority: 'secret', tier: 'x' }, '1 undetermined missing secret'],
    [
      'an absent tier that a row of low priority does not need',
      { priority: 'low' },
      '1 pending due 10-15 00:00',
    ],
  ])('%s', (_, attributes, want) => expect(due(attributes)).toEqual([want]));

  it('without otherwise and without a match: undetermined', () => {
    const bare = policyOf({ within: { table: [{ when: { priority: 'high' }, limit: '8 hours' }] } });
    const log = [['received', '10-12 17:00']] as const;
    expect(lines(judged(bare, log, '10-12 18:00', { priority: 'low' }))).toEqual([
      '1 undetermined missing priority',
    ]);
  });
});

describe('promises', () => {
  const log = [
    ['received', '10-12 10:00'],
    ['promised', '10-12 11:00', { promisedAt: at('10-14 12:00') }],
    ['changed', '10-13 11:00', { set: { promisedAt: at('10-20 12:00') } }],
  ] as const;
  const promise = { within: { promised: 'promisedAt' } };

  it('none given: undetermined, missing promisedAt', () => {
    expect(lines(judged(policyOf(promise), log.slice(0, 1), '10-12 12:00'))).toEqual([
      '1 undetermined missing promisedAt',
    ]);
  });

  it('the first one known at or after the start stands', () => {
    expect(lines(judged(policyOf(promise), log, '10-13 12:00'))).toEqual(['1 pending due 10-14 12:00']);
  });

  it('known before the start counts; a bare date is the end of that day in the zone of the policy', () => {
    expect(
      lines(judged(policyOf(promise), log.slice(0, 1), '10-13 12:00', { promisedAt: '2026-10-13' })),
    ).toEqual(['1 pending due 10-14 00:00']);
  });

  it('recalculated: the latest set before the due in force, not one set after it', () => {
    const latest = policyOf({ ...promise, onChange: 'recalculate' });
    expect(lines(judged(latest, log, '10-13 12:00'))).toEqual(['1 pending due 10-20 12:00']);
    const tooLate = [
      ...log.slice(0, 2),
      ['promised', '10-14 12:00:00.001', { promisedAt: at('10-20 12:00') }],
    ] as const;
    expect(lines(judged(latest, tooLate, '10-14 13:00'))).toEqual(['1 overdue due 10-14 12:00']);
  });

  it('is moved by no pause: overdue while paused, and the clock goes on when resumed', () => {
    const pausing = policyOf({ ...promise, pause: { on: 'paused', off: 'resumed' } });
    const paused = [...log.slice(0, 2), ['paused', '10-14 10:00']] as const;
    expect(lines(judged(pausing, paused, '10-14 13:00'))).toEqual(['1 overdue due 10-14 12:00']);
    const resumed = judged(pausing, [...paused, ['resumed', '10-14 14:00']], '10-14 15:00');
    expect(resumed.verdicts[0]).toMatchObject({ clock: 'running', pausedMs: 4 * HOUR, usedMs: 49 * HOUR });
  });

  it('earlier than the start is due before it: overdue at once', () => {
    expect(
      lines(judged(policyOf(promise), log.slice(0, 1), '10-12 11:00', { promisedAt: '2026-10-10' })),
    ).toEqual(['1 overdue due 10-11 00:00']);
  });

  it('that states no instant is a finding, and undetermined', () => {
    const result = judged(policyOf(promise), log.slice(0, 1), '10-12 11:00', { promisedAt: 'soon' });
    expect(lines(result)).toEqual(['1 undetermined missing promisedAt']);
    expect(result.findings).toMatchObject([{ code: 'attribute.not-an-instant', path: ['promisedAt'] }]);
  });
});

describe('parameters', () => {
  const log = [['received', '10-12 10:00']] as const;

  it('null, absent or set to 2 hours', () => {
    const standard = { within: { parameter: 'callBack' } };
    const missing = ['1 undetermined missing callBack'];
    expect(lines(judged(policyOf(standard), log, '10-12 11:00'))).toEqual(missing);
    expect(lines(judged(policyOf(standard, { parameters: { callBack: null } }), log, '10-12 11:00'))).toEqual(
      missing,
    );
    expect(
      lines(judged(policyOf(standard, { parameters: { callBack: '2 hours' } }), log, '10-12 11:00')),
    ).toEqual(['1 pending due 10-12 12:00']);
  });

  it('stands for a whole table, whose rows may hold parameters', () => {
    const policy = policyOf(
      { within: { parameter: 'limits' } },
      {
        parameters: {
          limits: {
            table: [{ when: { tier: { parameter: 'best' } }, limit: { parameter: 'fast' } }],
            otherwise: '5 hours',
          },
          fast: '1 hour',
          best: ['gold', 'platinum'],
        },
      },
    );
    expect(lines(judged(policy, log, '10-12 10:00', { tier: 'gold' }))).toEqual([
      '1 pending due 10-12 11:00',
    ]);
    expect(lines(judged(policy, log, '10-12 10:00', { tier: 'iron' }))).toEqual([
      '1 pending due 10-12 15:00',
    ]);
  });

  it('in the condition of a row that nobody has set: undetermined where the row is reached, never otherwise', () => {
    const policy = policyOf({
      within: {
        table: [
          { when: { tier: 'gold' }, limit: '1 hour' },
          { when: { kind: 'complaint', tier: { parameter: 'second' } }, limit: '2 hours' },
        ],
        otherwise: '5 hours',
      },
    });
    const of = (attributes: Record<string, unknown>) => lines(judged(policy, log, '10-12 10:00', attributes));
    expect(of({ kind: 'complaint', tier: 'gold' })).toEqual(['1 pending due 10-12 11:00']);
    expect(of({ kind: 'complaint', tier: 'iron' })).toEqual(['1 undetermined missing second']);
    expect(of({ kind: 'inquiry', tier: 'iron' })).toEqual(['1 pending due 10-12 15:00']);
  });

  it('in a condition: a list of kinds that widens a standard; not set: undetermined', () => {
    const standard = { when: { kind: { parameter: 'kinds' } } };
    const wide = policyOf(standard, { parameters: { kinds: ['complaint', 'repair'] } });
    expect(judged(wide, log, '10-12 11:00', { kind: 'repair' }).verdicts).toHaveLength(1);
    expect(judged(wide, log, '10-12 11:00', { kind: 'inquiry' }).verdicts).toEqual([]);
    expect(lines(judged(policyOf(standard), log, '10-12 11:00', { kind: 'repair' }))).toEqual([
      '1 undetermined missing kinds',
    ]);
  });
});

describe('onChange', () => {
  const byPriority = {
    within: { table: [{ when: { complexity: 'simple' }, limit: '2 hours' }], otherwise: '24 hours' },
    pause: { on: 'paused', off: 'resumed' },
  };
  const received = ['received', '10-12 10:00'] as const;
  const changed = (when: string, set: Record<string, unknown>) => ['changed', when, { set }] as const;
  const simple = { complexity: 'simple' };

  it('keep: 2 hours as of the start, though complex at 11:00', () => {
    const log = [received, changed('10-12 11:00', { complexity: 'complex' })] as const;
    expect(lines(judged(policyOf(byPriority), log, '10-12 11:30', simple))).toEqual([
      '1 pending due 10-12 12:00',
    ]);
  });

  it('recalculate: 24 hours from the original start; changed at due or after it: 2 hours', () => {
    const policy = policyOf({ ...byPriority, onChange: 'recalculate' });
    const run = (when: string) =>
      lines(judged(policy, [received, changed(when, { complexity: 'complex' })], '10-12 13:00', simple));
    expect(run('10-12 11:59:59.999')).toEqual(['1 pending due 10-13 10:00']);
    expect(run('10-12 12:00')).toEqual(['1 overdue due 10-12 12:00']);
    expect(run('10-12 12:00:00.001')).toEqual(['1 overdue due 10-12 12:00']);
  });

  it('recalculate: the new limit carries every pause, 1 hour each before and after the change', () => {
    const policy = policyOf({ ...byPriority, onChange: 'recalculate' });
    const log = [
      received,
      ['paused', '10-12 10:30'],
      ['resumed', '10-12 11:30'],
      changed('10-12 12:00', { complexity: 'complex' }),
      ['paused', '10-12 13:00'],
      ['resumed', '10-12 14:00'],
    ] as const;
    expect(lines(judged(policy, log, '10-12 15:00', simple))).toEqual(['1 pending due 10-13 12:00']);
  });

  it('recalculate: 24 hours made 2 after 5 is overdue at once', () => {
    const policy = policyOf({ ...byPriority, onChange: 'recalculate' });
    const log = [received, changed('10-12 15:00', simple)] as const;
    expect(lines(judged(policy, log, '10-12 15:00', { complexity: 'complex' }))).toEqual([
      '1 overdue due 10-12 12:00',
    ]);
  });

  const complaints = policyOf({ when: { kind: 'complaint' }, onChange: 'recalculate' });

  it('turned false before due: exempt, no longer applicable; with keep nothing', () => {
    const log = [received, changed('10-12 12:00', { kind: 'inquiry' })] as const;
    expect(lines(judged(complaints, log, '10-20 12:00', { kind: 'complaint' }))).toEqual([
      '1 exempt due 10-13 10:00 no-longer-applicable',
    ]);
    expect(
      lines(judged(policyOf({ when: { kind: 'complaint' } }), log, '10-12 13:00', { kind: 'complaint' })),
    ).toEqual(['1 pending due 10-13 10:00']);
  });

  it('turned true: a run from the original start; with keep none', () => {
    const log = [received, changed('10-12 12:00', { kind: 'complaint' })] as const;
    expect(lines(judged(complaints, log, '10-12 13:00', { kind: 'inquiry' }))).toEqual([
      '1 pending due 10-13 10:00',
    ]);
    expect(
      judged(policyOf({ when: { kind: 'complaint' } }), log, '10-12 13:00', { kind: 'inquiry' }).verdicts,
    ).toEqual([]);
  });

  it('turned true after it was done, or after it would have been due, acts no more', () => {
    const done = [
      received,
      ['replied', '10-12 11:00'],
      changed('10-12 12:00', { kind: 'complaint' }),
    ] as const;
    expect(judged(complaints, done, '10-12 13:00', { kind: 'inquiry' }).verdicts).toEqual([]);
    const past = [received, changed('10-13 10:00', { kind: 'complaint' })] as const;
    expect(judged(complaints, past, '10-14 13:00', { kind: 'inquiry' }).verdicts).toEqual([]);
  });

  it('the latest change before due decides: false at 11:00 and true again at 12:00 is pending', () => {
    const log = [
      received,
      changed('10-12 11:00', { kind: 'inquiry' }),
      changed('10-12 12:00', { kind: 'complaint' }),
    ] as const;
    expect(lines(judged(complaints, log, '10-12 11:30', { kind: 'complaint' }))).toEqual([
      '1 exempt due 10-13 10:00 no-longer-applicable',
    ]);
    expect(lines(judged(complaints, log, '10-12 13:00', { kind: 'complaint' }))).toEqual([
      '1 pending due 10-13 10:00',
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

describe('pauses of selectors of their own', () => {
  const held = policyOf({
    pause: { on: { event: 'moved', when: { to: 'hold' } }, off: { event: 'moved', when: { to: 'desk' } } },
  });
  const received = ['received', '09-28 10:00'] as const;
  const moved = (when: string, to: string) => ['moved', when, { to }] as const;

  it('stop the clock for 2 hours: 24 hours end on Tuesday 12:00', () => {
    const result = judged(
      held,
      [received, moved('09-28 11:00', 'hold'), moved('09-28 13:00', 'desk')],
      '09-28 14:00',
    );
    expect(lines(result)).toEqual(['1 pending due 09-29 12:00']);
    expect(codes(result)).toEqual([]);
  });

  it('are found stray at 10:30, repeated at 12:00, unclosed since 11:00, with a reply at 12:30', () => {
    const events = [
      ['received', '09-28 10:00'],
      moved('09-28 10:30', 'desk'),
      moved('09-28 11:00', 'hold'),
      moved('09-28 12:00', 'hold'),
      ['said', '09-28 12:30', { role: 'customer', text: 'Hello?' }],
    ] as const;
    expect(judged(held, events, '09-28 14:00').findings.map(({ code, events }) => [code, events])).toEqual([
      ['pause.stray-resume', [1]],
      ['pause.repeated', [3]],
      ['pause.unclosed', [2]],
      ['pause.overlaps-activity', [4]],
    ]);
  });

  it('are looked at though their standard does not apply, and so are paused and resumed, which no standard names', () => {
    const elsewhere = policyOf({ when: { kind: 'complaint' }, pause: { on: 'held', off: 'freed' } });
    const events = [received, ['held', '09-28 11:00'], ['paused', '09-28 12:00']] as const;
    const { verdicts, findings } = judged(elsewhere, events, '09-28 14:00', { kind: 'inquiry' });
    expect(verdicts).toEqual([]);
    expect(findings.map(({ code, events }) => [code, events])).toEqual([
      ['pause.unclosed', [1]],
      ['pause.unclosed', [2]],
    ]);
  });
});

describe('pauses that no standard of the policy knows', () => {
  it('are looked at all the same: stray at 09:30, unclosed from 11:00, with a reply at 12:00', () => {
    const result = judged(
      policyOf({ to: 'resolved' }),
      [
        ['received', '09-28 09:00'],
        ['resumed', '09-28 09:30'],
        ['paused', '09-28 11:00'],
        ['replied', '09-28 12:00'],
      ],
      '09-28 13:00',
    );
    expect(lines(result)).toEqual(['1 pending due 09-29 09:00']);
    expect(result.findings).toMatchObject([
      { code: 'pause.stray-resume', events: [1] },
      { code: 'pause.unclosed', events: [2] },
      { code: 'pause.overlaps-activity', events: [3] },
    ]);
  });
});
