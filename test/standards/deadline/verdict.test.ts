import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess/assess.ts';
import { countings } from '../../../src/limit/countings.ts';
import { at, caseOf, type EventRow, policyOf } from '../../support/naive-service.ts';
import { onlyVerdict } from '../../support/one-standard.ts';

// Whole verdicts on deadlines, key by key. 28 September 2026 is a Monday.

const HOUR = 3_600_000;
const received: EventRow = ['received', '09-28 10:00'];
const date = (when: string) => new Date(at(when));

const promised = { within: { promised: 'promisedAt' } };
const deadline = { case: 'T-1', standard: 'answer', kind: 'deadline', run: 1, severity: 'hard' };
const pending = { ...deadline, status: 'pending', done: null, overMs: 0 };

describe('the whole verdict on a deadline', () => {
  it('of 8 working hours at 20:00, untraced: the clock stands in closed hours', () => {
    const policy = policyOf({ within: '8 working hours' });
    expect(onlyVerdict(policy, [received], '09-28 20:00', { owner: 'li' })).toStrictEqual({
      ...pending,
      from: date('09-28 10:00'),
      due: date('09-28 18:00'),
      status: 'overdue',
      usedMs: 8 * HOUR,
      overMs: 2 * HOUR,
      pausedMs: 0,
      remainingMs: 0,
      share: 1,
      clock: 'closed-hours',
      owner: 'li',
      counting: countings.standard,
    });
  });

  it('of 1 working day, traced: its zone, limit, convention, sources and steps', () => {
    const policy = policyOf({ within: '1 working day', title: 'Answer', clause: { en: '§ 1' } });
    const { steps, ...verdict } = onlyVerdict(policy, [received], '09-28 19:00', {}, true);
    expect(verdict).toStrictEqual({
      ...pending,
      from: date('09-28 10:00'),
      due: date('09-29 18:00'),
      usedMs: 8 * HOUR,
      pausedMs: 0,
      remainingMs: 9 * HOUR,
      share: 8 / 17,
      clock: 'closed-hours',
      counting: countings.standard,
      timeZone: 'Asia/Shanghai',
      limit: { amount: 1, unit: 'working days' },
      convention: 'standard',
      sources: [{ id: 'china', revision: expect.any(String) }],
      title: 'Answer',
      clause: { en: '§ 1' },
    });
    expect(steps).toHaveLength(2);
  });

  it('of 24 hours, traced: no source is asked which days are worked', () =>
    expect(onlyVerdict(policyOf(), [received], '09-28 12:00', {}, true)).not.toHaveProperty('sources'));

  it('of 24 hours, paused for 2 and now: 3 used, 21 left', () => {
    const policy = policyOf({ pause: { on: 'paused', off: 'resumed' }, severity: 'soft' });
    const log: EventRow[] = [
      received,
      ['paused', '09-28 11:00'],
      ['resumed', '09-28 13:00'],
      ['paused', '09-28 15:00'],
    ];
    expect(onlyVerdict(policy, log, '09-28 16:00')).toStrictEqual({
      ...pending,
      severity: 'soft',
      from: date('09-28 10:00'),
      due: date('09-29 13:00'),
      usedMs: 3 * HOUR,
      pausedMs: 3 * HOUR,
      remainingMs: 21 * HOUR,
      share: 3 / 24,
      clock: 'paused',
      counting: countings.standard,
    });
  });

  it('withdrawn after 2 hours: exempt, and nothing is left of it', () => {
    expect(onlyVerdict(policyOf(), [received, ['withdrawn', '09-28 12:00']], '09-28 16:00')).toStrictEqual({
      ...pending,
      status: 'exempt',
      from: date('09-28 10:00'),
      due: date('09-29 10:00'),
      usedMs: 2 * HOUR,
      pausedMs: 0,
      remainingMs: null,
      share: 2 / 24,
      clock: 'stopped',
      reason: 'withdrawn',
      counting: countings.standard,
    });
  });

  it('with a promised time, done 2 hours late: no limit and no counting', () => {
    const policy = policyOf({ within: { promised: 'promisedAt' } });
    const promised = { promisedAt: at('09-28 14:00') };
    const log: EventRow[] = [received, ['replied', '09-28 16:00']];
    const { steps, ...verdict } = onlyVerdict(policy, log, '09-28 18:00', promised, true);
    expect(steps).toHaveLength(1);
    expect(verdict).toStrictEqual({
      ...deadline,
      status: 'late',
      from: date('09-28 10:00'),
      due: date('09-28 14:00'),
      done: date('09-28 16:00'),
      usedMs: 6 * HOUR,
      overMs: 2 * HOUR,
      pausedMs: 0,
      remainingMs: null,
      share: 1.5,
      clock: 'stopped',
      timeZone: 'Asia/Shanghai',
    });
  });

  it('without the promised time: how long it has been waited for, and what is missing', () => {
    const policy = policyOf({ within: { promised: 'promisedAt' } });
    expect(onlyVerdict(policy, [received], '09-28 18:00')).toStrictEqual({
      ...deadline,
      status: 'undetermined',
      from: date('09-28 10:00'),
      due: null,
      done: null,
      usedMs: 8 * HOUR,
      overMs: null,
      pausedMs: 0,
      remainingMs: null,
      share: null,
      clock: 'stopped',
      missing: ['promisedAt'],
    });
  });

  it('promised for the very instant of its start has no share', () => {
    const policy = policyOf({ within: { promised: 'promisedAt' } });
    expect(onlyVerdict(policy, [received], '09-28 11:00', { promisedAt: at('09-28 10:00') })).toMatchObject({
      status: 'overdue',
      share: null,
      usedMs: HOUR,
      overMs: HOUR,
    });
  });
});

describe('the verdict on a run that a restart ended after its due', () => {
  it('is overdue for good: stopped, nothing left, 2 hours over', () => {
    const policy = policyOf({ within: '2 hours', restartOn: 'returned' });
    const log: EventRow[] = [received, ['returned', '09-28 14:00']];
    const [verdict] = assess(caseOf(log), policy, { asOf: at('09-28 15:00') }).verdicts;
    expect(verdict).toMatchObject({
      status: 'overdue',
      usedMs: 4 * HOUR,
      overMs: 2 * HOUR,
      remainingMs: null,
      clock: 'stopped',
    });
  });
});

describe('used time', () => {
  it('is counted by the calendar of the row that applied: 2 of the round clock, not 0 of the office', () => {
    const row = { when: { tier: 'gold' }, limit: '4 working hours', calendar: 'round' };
    const policy = policyOf(
      { within: { table: [row] } },
      { calendars: { round: { timeZone: 'Asia/Shanghai', week: 'always' } } },
    );
    const log: EventRow[] = [['received', '09-27 10:00']];
    expect(onlyVerdict(policy, log, '09-27 12:00', { tier: 'gold' })).toMatchObject({
      usedMs: 2 * HOUR,
      remainingMs: 2 * HOUR,
      clock: 'running',
    });
  });
});

describe('what a traced verdict tells of a promised time', () => {
  it('is one step that counts nothing', () => {
    const input = caseOf([received], { promisedAt: at('09-29 10:00') });
    const [verdict] = assess(input, policyOf(promised), { asOf: at('09-28 12:00') }).verdicts;
    expect(verdict?.steps).toEqual([
      {
        counted: false,
        from: new Date(at('09-28 10:00')),
        to: new Date(at('09-29 10:00')),
        amount: 0,
        reason: 'promised',
      },
    ]);
  });
});
