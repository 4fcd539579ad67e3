import { describe, expect, it } from 'vitest';
import { at, codes, judged, lines, policyOf } from '../../support/naive-service.ts';

const HOUR = 3_600_000;

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
