import { describe, expect, it } from 'vitest';
import { codes, judged, lines, policyOf } from '../../support/naive-service.ts';

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
