import { describe, expect, it } from 'vitest';
import { wall } from '../support/naive-service.ts';
import { boss, ladderOf, linesOf, received, remind, rungsOf, warn } from './one-ladder.ts';

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
