import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import type { Escalation } from '../../src/escalation/types.ts';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import { at, caseOf, type EventRow, judged, policyOf, wall } from '../support/naive-service.ts';

const HOUR = 3_600_000;
const received = ['received', '10-12 10:00'] as const;

/** A ladder over a standard of 24 hours, unless said otherwise. */
const ladderOf = (
  rungs: readonly object[],
  standard: object = {},
  ladder: object = {},
  policy: object = {},
) => policyOf(standard as Record<string, unknown>, { ladders: [{ id: 'l', rungs, ...ladder }], ...policy });
const remind = { id: 'remind', level: 1, to: 'handler', at: { before: 'answer', by: '3 hours' } };
const warn = { id: 'warn', level: 2, to: 'manager', at: { share: 0.75, of: 'answer' } };
const boss = { id: 'boss', level: 3, to: 'boss', at: { after: 'answer', by: '4 hours' } };

const rungsOf = (
  policy: ReturnType<typeof ladderOf>,
  events: readonly EventRow[],
  asOf: string,
  attributes?: Record<string, unknown>,
) => judged(policy, events, asOf, attributes).escalations;
const line = ({ rung, at, state }: Escalation) => `${rung} ${wall(at)} ${state}`;
const linesOf = (...args: Parameters<typeof rungsOf>) => rungsOf(...args).map(line);

describe('when a rung is reached', () => {
  it('3 hours before, three quarters of, and 4 hours after 24 hours from Monday 10:00', () => {
    expect(linesOf(ladderOf([remind, warn, boss]), [received], '10-12 10:00')).toEqual([
      'remind 10-13 07:00 upcoming',
      'warn 10-13 04:00 upcoming',
      'boss 10-13 14:00 upcoming',
    ]);
  });

  it('1 working hour before 09:30 is yesterday 17:30', () => {
    const rung = { ...remind, at: { before: 'answer', by: '1 working hour' } };
    expect(linesOf(ladderOf([rung], { within: '23.5 hours' }), [received], '10-12 10:00')).toEqual([
      'remind 10-12 17:30 upcoming',
    ]);
  });

  it('offsets in days are rolling: 1 working day before Wednesday 18:00 is Tuesday 18:00, 1 day after Thursday 18:00', () => {
    const rungs = [
      { ...remind, at: { before: 'answer', by: '1 working day' } },
      { ...boss, at: { after: 'answer', by: '1 day' } },
    ];
    expect(linesOf(ladderOf(rungs, { within: '2 working days' }), [received], '10-12 10:00')).toEqual([
      'remind 10-13 18:00 upcoming',
      'boss 10-15 18:00 upcoming',
    ]);
  });

  it('half of 8 working hours from 16:00 is the next day at 11:00; the share leaves pauses out', () => {
    const half = { ...warn, at: { share: 0.5, of: 'answer' } };
    const working = { within: '8 working hours', pause: { on: 'paused', off: 'resumed' } };
    const log = [['received', '10-12 16:00']] as const;
    expect(linesOf(ladderOf([half], working), log, '10-12 16:00')).toEqual(['warn 10-13 11:00 upcoming']);
    const paused = [...log, ['paused', '10-12 17:00'], ['resumed', '10-13 12:00']] as const;
    // 1 hour used on the 12th, 3 more from 12:00 on the 13th.
    expect(linesOf(ladderOf([half], working), paused, '10-13 12:00')).toEqual(['warn 10-13 15:00 upcoming']);
  });

  it('with no net time a share is at due itself', () => {
    expect(linesOf(ladderOf([warn], { within: '0 hours' }), [received], '10-12 10:00')).toEqual([
      'warn 10-12 10:00 due',
    ]);
  });

  it('repeats every working day, 3 times, each with a key of its own', () => {
    const rung = { ...boss, every: '1 working day', times: 3 };
    const all = rungsOf(ladderOf([rung]), [received], '10-12 10:00');
    expect(all.map(({ at, repeat, key }) => [wall(at), repeat, key])).toEqual([
      ['10-13 14:00', 1, 'T-1/l/boss/1/1'],
      ['10-14 14:00', 2, 'T-1/l/boss/1/2'],
      ['10-15 14:00', 3, 'T-1/l/boss/1/3'],
    ]);
  });

  it('once for each run', () => {
    const log = [received, ['received', '10-12 12:00']] as const;
    const keys = rungsOf(ladderOf([boss], { each: 'run' }), log, '10-12 13:00').map(({ key }) => key);
    expect(keys).toEqual(['T-1/l/boss/1/1', 'T-1/l/boss/2/1']);
  });

  it('at the second rejection, not at the first', () => {
    const twice = { id: 'twice', level: 2, to: 'manager', on: { event: 'rejected', count: 2 } };
    const log = [received, ['rejected', '10-12 11:00']] as const;
    expect(linesOf(ladderOf([twice]), log, '10-12 13:00')).toEqual([]);
    expect(linesOf(ladderOf([twice]), [...log, ['rejected', '10-12 12:00']], '10-12 13:00')).toEqual([
      'twice 10-12 12:00 due',
    ]);
  });

  it('at the first event of its type', () => {
    const angry = { id: 'angry', level: 1, to: 'superior', on: 'agitated' };
    const log = [received, ['agitated', '10-12 11:00'], ['agitated', '10-12 12:00']] as const;
    expect(linesOf(ladderOf([angry]), log, '10-12 13:00')).toEqual(['angry 10-12 11:00 due']);
  });

  it('when an attribute first holds: at the change at 11:00, or from the first event on', () => {
    const claim = {
      id: 'claim',
      level: 2,
      to: 'supervisor',
      when: { claim: ['design-change', 'compensation'] },
    };
    const log = [received, ['changed', '10-12 11:00', { set: { claim: 'compensation' } }]] as const;
    expect(linesOf(ladderOf([claim]), log, '10-12 13:00')).toEqual(['claim 10-12 11:00 due']);
    expect(linesOf(ladderOf([claim]), [received], '10-12 13:00', { claim: 'design-change' })).toEqual([
      'claim 10-12 10:00 due',
    ]);
    expect(linesOf(ladderOf([claim]), [received], '10-12 13:00', { claim: 'other' })).toEqual([]);
  });

  it('due unknown: not listed; nor with an offset that nobody has set', () => {
    expect(linesOf(ladderOf([remind], { within: { parameter: 'x' } }), [received], '10-12 13:00')).toEqual(
      [],
    );
    const lead = { ...remind, at: { before: 'answer', by: { parameter: 'lead' } } };
    expect(linesOf(ladderOf([lead, boss]), [received], '10-12 13:00')).toEqual(['boss 10-13 14:00 upcoming']);
    expect(
      linesOf(ladderOf([lead], {}, {}, { parameters: { lead: '1 hour' } }), [received], '10-12 13:00'),
    ).toEqual(['remind 10-13 09:00 upcoming']);
  });

  it('only where the ladder applies', () => {
    const policy = ladderOf([boss], {}, { when: { kind: 'complaint' } });
    expect(linesOf(policy, [received], '10-12 13:00', { kind: 'complaint' })).toHaveLength(1);
    expect(linesOf(policy, [received], '10-12 13:00', { kind: 'inquiry' })).toEqual([]);
  });
});

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

describe('a rung once reached', () => {
  // warn at 75% of 24 hours: 13 October 04:00.
  const warned = (standard: object, events: readonly EventRow[], asOf: string) =>
    linesOf(ladderOf([warn], standard), [received, ...events], asOf, { priority: 'low' });
  const extended = ['extended', '10-13 05:00', { duration: '24 hours' }] as const;

  it('at 04:00 stays there when more time is given at 05:00; given at 03:00 it comes at 22:00', () => {
    expect(warned({}, [extended], '10-13 06:00')).toEqual(['warn 10-13 04:00 due']);
    const early = ['extended', '10-13 03:00', { duration: '24 hours' }] as const;
    expect(warned({}, [early], '10-13 06:00')).toEqual(['warn 10-13 22:00 upcoming']);
  });

  it('at 04:00 stays there when more time is given at 04:00', () => {
    expect(warned({}, [['extended', '10-13 04:00', { duration: '24 hours' }]], '10-13 06:00')).toEqual([
      'warn 10-13 04:00 due',
    ]);
  });

  it('stays where it is through a pause; one that is not reached moves with due', () => {
    const pause = { pause: { on: 'paused', off: 'resumed' } };
    const stop = (from: string, to: string) =>
      [
        ['paused', from],
        ['resumed', to],
      ] as const;
    expect(warned(pause, stop('10-13 05:00', '10-13 09:00'), '10-13 09:30')).toEqual([
      'warn 10-13 04:00 due',
    ]);
    expect(warned(pause, stop('10-13 03:00', '10-13 06:00'), '10-13 06:30')).toEqual([
      'warn 10-13 07:00 upcoming',
    ]);
    expect(warned(pause, [['paused', '10-13 03:00']], '10-13 06:00')).toEqual(['warn 10-13 07:00 upcoming']);
    const half = { ...pause, within: '2 days' };
    // Before due of days, which a pause within a day doesn't move: 14 October 18:00, so 15:00 comes while paused.
    const policy = ladderOf([remind], half);
    expect(linesOf(policy, [received, ['paused', '10-14 14:00']], '10-14 15:00')).toEqual([
      'remind 10-14 15:00 due',
    ]);
    expect(linesOf(policy, [received, ['paused', '10-14 14:00']], '10-14 19:00')).toEqual([
      'remind 10-14 15:00 due',
    ]);
  });

  it('comes at 13:32, stopped since 11:40, when 81 minutes more run into the night: a fifth of 335 was used by 11:40', () => {
    const policy = policyOf(
      { within: '255 working minutes', pause: { on: 'paused', off: 'resumed' } },
      {
        calendar: { timeZone: 'Asia/Shanghai', week: { mon: ['09:00-12:00', '13:00-18:00'] } },
        ladders: [
          { id: 'l', rungs: [{ id: 'fifth', level: 1, to: 'boss', at: { share: 0.2, of: 'answer' } }] },
        ],
      },
    );
    const events: EventRow[] = [
      ['received', '10-12 10:33'],
      ['extended', '10-12 10:33', { duration: '81 minutes' }],
      ['paused', '10-12 11:40'],
    ];
    // 255 + 81 minutes of office hours; due passes 18:00 at 13:31, and from then on each minute of the stop is lost.
    expect(wall(judged(policy, events, '10-12 13:31').nextChange)).toBe('10-12 13:32');
    expect(linesOf(policy, events, '10-12 13:31:59')).toEqual(['fifth 10-12 13:31:59.200 upcoming']);
    expect(linesOf(policy, events, '10-12 13:32')).toEqual(['fifth 10-12 11:40 due']);
  });

  it('at once when a change leaves less time than it needs, at the instant where it would have been', () => {
    const table = {
      within: { table: [{ when: { priority: 'high' }, limit: '8 hours' }], otherwise: '24 hours' },
      onChange: 'recalculate',
    };
    const changed = (when: string, priority: string) => ['changed', when, { set: { priority } }] as const;
    // 75% of 8 hours from 10:00 is 16:00.
    expect(warned(table, [changed('10-12 17:00', 'high')], '10-12 17:00')).toEqual(['warn 10-12 16:00 due']);
    const back = [changed('10-12 17:00', 'high'), changed('10-12 17:30', 'low')] as const;
    expect(warned(table, back, '10-12 18:00')).toEqual(['warn 10-12 16:00 due']);
  });

  it('is still there when its standard has ceased to apply, and cancelled if that came first', () => {
    const standard = { when: { priority: 'low' }, onChange: 'recalculate' };
    const raised = (when: string) => ['changed', when, { set: { priority: 'high' } }] as const;
    expect(warned(standard, [raised('10-13 05:00')], '10-13 06:00')).toEqual(['warn 10-13 04:00 missed']);
    expect(warned(standard, [raised('10-13 03:00')], '10-13 06:00')).toEqual(['warn 10-13 04:00 cancelled']);
    const lowered = ['changed', '10-13 04:30', { set: { priority: 'low' } }] as const;
    expect(warned(standard, [raised('10-13 03:00'), lowered], '10-13 06:00')).toEqual([
      'warn 10-13 04:00 due',
    ]);
  });

  it('is still there when due is no longer known; one that is not reached is not listed', () => {
    const standard = {
      within: { table: [{ when: { priority: 'low' }, limit: '24 hours' }] },
      onChange: 'recalculate',
    };
    const unknown = (when: string) => ['changed', when, { set: { priority: 'odd' } }] as const;
    expect(warned(standard, [unknown('10-13 05:00')], '10-13 06:00')).toEqual(['warn 10-13 04:00 due']);
    expect(warned(standard, [unknown('10-13 03:00')], '10-13 06:00')).toEqual([]);
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

describe('the calendar of a ladder', () => {
  const night = ['20:00-24:00'];
  const week = { mon: night, tue: night, wed: night, thu: night, fri: night };
  const policy = (rung: object) =>
    ladderOf(
      [rung],
      {},
      { calendar: 'night' },
      { calendars: { night: { timeZone: 'Asia/Shanghai', week } } },
    );

  it('of its own is where offsets count and notices are brought: 4 hours after 10:00 are over at midnight', () => {
    const late = { ...boss, at: { after: 'answer', by: '4 working hours' } };
    expect(linesOf(policy(late), [received], '10-12 10:00')).toEqual(['boss 10-14 00:00 upcoming']);
    const [brought] = rungsOf(policy({ ...warn, deliver: 'working-time' }), [received], '10-12 10:00');
    expect([wall(brought!.at), wall(brought!.deliverAt)]).toEqual(['10-13 04:00', '10-13 20:00']);
  });

  it('does not change what a share of the limit is', () => {
    const half = { ...warn, at: { share: 0.5, of: 'answer' } };
    expect(linesOf(policy(half), [received], '10-12 10:00')).toEqual(['warn 10-12 22:00 upcoming']);
  });
});

describe('a share', () => {
  it('counts from the start of the run even where hours count from the next full hour', () => {
    const half = { ...warn, at: { share: 0.5, of: 'answer' } };
    const standard = { within: '2 hours', counting: 'prc-civil-procedure' };
    // From 10:30 to 13:00: half of it at 11:45.
    expect(linesOf(ladderOf([half], standard), [['received', '10-12 10:30']], '10-12 10:30')).toEqual([
      'warn 10-12 11:45 upcoming',
    ]);
    const all = { ...warn, at: { share: 1, of: 'answer' } };
    expect(linesOf(ladderOf([all], standard), [['received', '10-12 10:30']], '10-12 10:30')).toEqual([
      'warn 10-12 13:00 upcoming',
    ]);
  });
});

describe('a ladder that is written wrong', () => {
  it('has two rungs of one name: they would share their keys', () => {
    expect(() => ladderOf([warn, { ...boss, id: 'warn' }])).toThrow('ladders.0.rungs.1');
  });
});

describe('rungs of a notice', () => {
  const policy = ladderOf(
    [{ id: 'tell', level: 1, to: 'handler', at: { before: 'delay', by: '2 hours' } }],
    {},
    {},
    {
      standards: [
        {
          id: 'delay',
          kind: 'notice',
          event: 'delay-told',
          before: { attribute: 'promisedAt' },
          atLeast: '0 hours',
        },
      ],
    },
  );
  const promised = (when: string, day: string) =>
    ['promised', when, { promisedAt: `2026-10-${day}T10:00:00+08:00` }] as const;

  it('come 2 hours before the promised time, and stay there when it is promised anew after that', () => {
    const log = [received, promised('10-12 11:00', '14')] as const;
    expect(linesOf(policy, [received], '10-12 12:00')).toEqual([]);
    expect(linesOf(policy, log, '10-12 12:00')).toEqual(['tell 10-14 08:00 upcoming']);
    expect(linesOf(policy, [...log, promised('10-14 07:00', '16')], '10-14 09:00')).toEqual([
      'tell 10-16 08:00 upcoming',
    ]);
    expect(linesOf(policy, [...log, promised('10-14 08:30', '16')], '10-14 09:00')).toEqual([
      'tell 10-14 08:00 due',
    ]);
    expect(linesOf(policy, [...log, ['delay-told', '10-13 09:00']], '10-14 09:00')).toEqual([
      'tell 10-14 08:00 cancelled',
    ]);
  });
});
