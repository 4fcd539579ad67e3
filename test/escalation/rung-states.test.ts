import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import { at, caseOf, type EventRow, judged, wall } from '../support/naive-service.ts';
import { boss, ladderOf, linesOf, received, remind, rungsOf, warn } from './one-ladder.ts';

const HOUR = 3_600_000;

describe('delivery', () => {
  it('in working time moves the notice from 04:00 to 09:00, not the rung', () => {
    const [rung] = rungsOf(ladderOf([{ ...warn, deliver: 'working-time' }]), [received], '10-12 13:00');
    expect([wall(rung!.at), wall(rung!.deliverAt)]).toEqual(['10-13 04:00', '10-13 09:00']);
  });

  it('else is at the rung itself', () => {
    const [rung] = rungsOf(ladderOf([warn]), [received], '10-12 13:00');
    expect(rung!.deliverAt).toEqual(rung!.at);
  });

  it('goes to a role, or to one by a table', () => {
    const to = { table: [{ when: { tier: 'gold' }, to: 'vip-desk' }], otherwise: 'desk' };
    const of = (attributes: Record<string, unknown>, role: object = to) =>
      rungsOf(ladderOf([{ ...warn, to: role }]), [received], '10-12 13:00', attributes)[0]?.to;
    expect([of({ tier: 'gold' }), of({ tier: 'iron' })]).toEqual(['vip-desk', 'desk']);
    // Whoever has no tier has somebody to be told of it all the same; nobody where the table names no other role.
    expect([of({}), of({}, { table: to.table })]).toEqual(['desk', 'undetermined']);
  });
});

describe('what becomes of a rung', () => {
  const policy = ladderOf([warn, boss]);
  // warn (level 2) at 13 October 04:00, boss (level 3) at 14:00.
  const escalated = (when: string, level: number) => ['escalated', when, { level }] as const;
  const warnAt = (events: readonly EventRow[], asOf: string) =>
    rungsOf(policy, [received, ...events], asOf).find(({ rung }) => rung === 'warn');

  it('upcoming before 04:00, due at 04:00', () => {
    expect(warnAt([], '10-13 03:59:59.999')?.state).toBe('upcoming');
    expect(warnAt([], '10-13 04:00')?.state).toBe('due');
  });

  it('due until the next higher timed rung at 14:00, then missed for good', () => {
    expect(warnAt([], '10-13 13:59:59.999')?.state).toBe('due');
    expect(warnAt([], '10-13 14:00')?.state).toBe('missed');
    expect(warnAt([escalated('10-13 14:00', 2)], '10-14 14:00')?.state).toBe('missed');
  });

  it('taken at 05:00 by level 2, an hour late; level 3 will do, level 1 not', () => {
    expect(warnAt([escalated('10-13 05:00', 2)], '10-14 14:00')).toMatchObject({
      state: 'taken',
      lateTaken: HOUR,
    });
    expect(warnAt([escalated('10-13 05:00', 3)], '10-14 14:00')?.state).toBe('taken');
    expect(warnAt([escalated('10-13 05:00', 1)], '10-14 14:00')?.state).toBe('missed');
  });

  it('taken by an earlier escalation, not late', () => {
    const early = warnAt([escalated('10-12 12:00', 2)], '10-14 14:00');
    expect(early?.state).toBe('taken');
    expect(early).not.toHaveProperty('lateTaken');
    expect(warnAt([escalated('10-12 12:00', 2)], '10-12 13:00')?.state).toBe('upcoming');
  });

  it('cancelled by a reply before it, or at it; due after a reply no more: missed', () => {
    expect(warnAt([['replied', '10-13 03:00']], '10-14 14:00')?.state).toBe('cancelled');
    expect(warnAt([['replied', '10-13 04:00']], '10-14 14:00')?.state).toBe('cancelled');
    expect(warnAt([['replied', '10-13 05:00']], '10-14 14:00')?.state).toBe('missed');
  });

  it('cancelled when the run is exempt first', () => {
    expect(warnAt([['withdrawn', '10-12 12:00']], '10-12 13:00')?.state).toBe('cancelled');
  });

  it('its window ends with the case: closed at 06:00, escalated at 07:00 is too late', () => {
    expect(warnAt([['closed', '10-13 06:00'], escalated('10-13 07:00', 2)], '10-14 14:00')?.state).toBe(
      'missed',
    );
    expect(warnAt([['closed', '10-13 06:00'], escalated('10-13 05:00', 2)], '10-14 14:00')?.state).toBe(
      'taken',
    );
  });

  it('takenBy names what counts instead of escalated', () => {
    const reminded = ladderOf([{ ...remind, takenBy: 'reminded' }]);
    const log = (type: string) => [received, [type, '10-13 08:00', { level: 9 }]] as const;
    expect(linesOf(reminded, log('reminded'), '10-13 09:00')).toEqual(['remind 10-13 07:00 taken']);
    expect(linesOf(reminded, log('escalated'), '10-13 09:00')).toEqual(['remind 10-13 07:00 due']);
  });

  it('nextChange is the rung at 04:00, then due + 1 ms at 10:00, then the end of its window at 14:00', () => {
    const next = (asOf: string) => wall(judged(policy, [received], asOf).nextChange);
    expect(next('10-12 12:00')).toBe('10-13 04:00');
    expect(next('10-13 04:00')).toBe('10-13 10:00:00.001');
    expect(next('10-13 10:00:00.001')).toBe('10-13 14:00');
    expect(next('10-13 14:00')).toBeNull();
  });

  it('carries its action, level, cause and ladder', () => {
    const [rung] = rungsOf(ladderOf([{ ...remind, action: 'remind' }]), [received], '10-12 12:00');
    expect(rung).toMatchObject({
      ladder: 'l',
      rung: 'remind',
      level: 1,
      action: 'remind',
      cause: 'before-due',
      run: 1,
    });
  });
});

describe('the end of the case', () => {
  const late = ladderOf([boss]);
  // Due on 13 October at 10:00, boss at 14:00.
  it('at 12:00 leaves nobody to be told at 14:00; reopened at 13:00, it has not ended', () => {
    const closed = [received, ['closed', '10-13 12:00']] as const;
    expect(linesOf(late, closed, '10-13 14:00')).toEqual(['boss 10-13 14:00 missed']);
    expect(linesOf(late, [...closed, ['reopened', '10-13 13:00']], '10-13 14:00')).toEqual([
      'boss 10-13 14:00 due',
    ]);
    expect(linesOf(late, [...closed, ['reopened', '10-13 15:00']], '10-13 16:00')).toEqual([
      'boss 10-13 14:00 missed',
    ]);
  });

  it('tells of itself: a rung on closed is due until it is taken', () => {
    const onClosed = ladderOf([{ id: 'end', level: 1, to: 'manager', on: 'closed' }]);
    const closed = [received, ['closed', '10-12 12:00']] as const;
    expect(linesOf(onClosed, closed, '10-13 12:00')).toEqual(['end 10-12 12:00 due']);
  });

  it('cancels the reminders that are left', () => {
    const nagging = ladderOf([
      { id: 'nag', level: 1, to: 'handler', on: 'rejected', every: '1 day', times: 3, takenBy: 'reminded' },
    ]);
    const log = [received, ['rejected', '10-12 11:00'], ['closed', '10-13 12:00']] as const;
    expect(linesOf(nagging, log, '10-14 12:00')).toEqual([
      'nag 10-12 11:00 missed',
      'nag 10-13 11:00 missed',
      'nag 10-14 11:00 cancelled',
    ]);
  });
});

describe('the key of a rung', () => {
  it('is one of its own even where ids hold the slash that joins them', () => {
    const policy = parsePolicy({
      id: 'p',
      version: '1',
      calendar: { timeZone: 'UTC', week: 'always' },
      standards: [{ id: 'answer', kind: 'deadline', from: 'received', to: 'replied', within: '24 hours' }],
      ladders: [
        { id: 'a/b', rungs: [{ ...boss, id: 'c' }] },
        { id: 'a', rungs: [{ ...boss, id: 'b/c' }] },
      ],
    });
    const { escalations } = assess({ ...caseOf([received]), id: 'x/y' }, policy, { asOf: at('10-12 12:00') });
    expect(new Set(escalations.map(({ key }) => key)).size).toBe(2);
  });
});

describe('a ladder that is written wrong', () => {
  it('has two rungs of one name: they would share their keys', () => {
    expect(() => ladderOf([warn, { ...boss, id: 'warn' }])).toThrow('ladders.0.rungs.1');
  });
});
