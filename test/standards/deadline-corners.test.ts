import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { at, caseOf, codes, type EventRow, judged, lines, policyOf, wall } from '../support/naive-service.ts';

// What deadlines do where rules meet. 28 September 2026 is a Monday, 1 to 7 October are off.

const HOUR = 3_600_000;
const received: EventRow = ['received', '09-28 10:00'];
const pause = { on: 'paused', off: 'resumed' };
const promised = { within: { promised: 'promisedAt' } };
const complaints = { when: { kind: 'complaint' }, onChange: 'recalculate' };
const became = (kind: string, when: string): EventRow => ['changed', when, { set: { kind } }];

describe('events told apart by their attributes', () => {
  const said = (role: string, when: string): EventRow => ['said', when, { role }];
  const customer = { event: 'said', when: { role: 'customer' } };
  const agent = { event: 'said', when: { role: 'agent' } };

  it('start and fulfil: asked 10:00, answered 12:00, asked 13:00, though all are messages', () => {
    const policy = policyOf({ from: customer, to: agent, each: 'run' });
    const log = [
      said('agent', '09-28 09:00'),
      said('customer', '09-28 10:00'),
      said('robot', '09-28 11:00'),
      said('agent', '09-28 12:00'),
      said('customer', '09-28 13:00'),
    ];
    expect(lines(judged(policy, log.slice(1), '09-28 14:00'))).toEqual([
      '1 met due 09-29 10:00 done 09-28 12:00',
      '2 pending due 09-29 13:00',
    ]);
    expect(lines(judged(policy, log, '09-28 14:00'))).toEqual([
      '1 met due 09-29 10:00 done 09-28 09:00',
      '2 pending due 09-29 13:00',
    ]);
  });

  it('one of two types, another by its channel: told by phone at 12:00 fulfils, told by letter at 11:00 does not', () => {
    const policy = policyOf({ to: ['replied', { event: 'told', when: { channel: 'phone' } }] });
    const told = (channel: string, when: string): EventRow => ['told', when, { channel }];
    expect(
      lines(
        judged(
          policy,
          [received, told('letter', '09-28 11:00'), told('phone', '09-28 12:00')],
          '09-28 13:00',
        ),
      ),
    ).toEqual(['1 met due 09-29 10:00 done 09-28 12:00']);
    expect(
      lines(judged(policy, [received, told('letter', '09-28 11:00'), ['replied', '09-28 13:00']], '09-29')),
    ).toEqual(['1 met due 09-29 10:00 done 09-28 13:00']);
  });

  it('one type in two roles: a message of the agent fulfils, one of a robot exempts', () => {
    const policy = policyOf({ to: agent, exemptOn: { event: 'said', when: { role: 'robot' } } });
    const judge = (...log: EventRow[]) => lines(judged(policy, [received, ...log], '09-28 13:00'));
    expect(judge(said('customer', '09-28 11:00'), said('robot', '09-28 12:00'))).toEqual([
      '1 exempt due 09-29 10:00 said',
    ]);
    expect(judge(said('customer', '09-28 11:00'), said('agent', '09-28 12:00'))).toEqual([
      '1 met due 09-29 10:00 done 09-28 12:00',
    ]);
    expect(judge(said('customer', '09-28 11:00'))).toEqual(['1 pending due 09-29 10:00']);
  });

  it('an event without a condition is the same as its type', () => {
    const policy = policyOf({ from: { event: 'received' }, to: [{ event: 'replied' }] });
    expect(lines(judged(policy, [received, ['replied', '09-28 11:00']], '09-28 13:00'))).toEqual([
      '1 met due 09-29 10:00 done 09-28 11:00',
    ]);
  });

  it('a rejection by the customer restarts, one by the bank does not', () => {
    const policy = policyOf({ restartOn: { event: 'rejected', when: { by: 'customer' } } });
    const log: EventRow[] = [
      received,
      ['rejected', '09-28 11:00', { by: 'bank' }],
      ['rejected', '09-28 12:00', { by: 'customer' }],
    ];
    expect(lines(judged(policy, log, '09-28 13:00'))).toEqual([
      '1 exempt due 09-29 10:00 restarted',
      '2 pending due 09-29 12:00',
    ]);
  });

  it('three are needed: done with the third, in whatever order, not with the second', () => {
    const policy = policyOf({ to: { all: ['resolved', 'told', 'recorded'] } });
    const log: EventRow[] = [received, ['told', '09-28 11:00'], ['recorded', '09-28 12:00']];
    expect(lines(judged(policy, log, '09-28 14:00'))).toEqual(['1 pending due 09-29 10:00']);
    expect(lines(judged(policy, [...log, ['resolved', '09-28 13:00']], '09-28 14:00'))).toEqual([
      '1 met due 09-29 10:00 done 09-28 13:00',
    ]);
  });
});

describe('a single run that matches by an attribute', () => {
  const policy = policyOf({ from: 'transferred', to: 'department-replied', match: 'department' });
  const log = (...departments: (string | undefined)[]) =>
    departments.map((department, n): EventRow => {
      const more = department === undefined ? {} : { department };
      return [n === 0 ? 'transferred' : 'department-replied', `09-28 1${n}:00`, more];
    });

  it('is fulfilled by the answer of its own department alone, at 12:00', () => {
    expect(lines(judged(policy, log('A', 'B', 'A'), '09-28 14:00'))).toEqual([
      '1 met due 09-29 10:00 done 09-28 12:00',
    ]);
    expect(lines(judged(policy, log('A', 'B'), '09-28 14:00'))).toEqual(['1 pending due 09-29 10:00']);
  });

  it('is fulfilled by none where its start names no department, and that is found', () => {
    const result = judged(policy, log(undefined, undefined, 'A'), '09-28 14:00');
    expect(lines(result)).toEqual(['1 pending due 09-29 10:00']);
    expect(result.findings).toMatchObject([{ code: 'attribute.missing', path: ['department'] }]);
    expect(codes(judged(policy, log('A', undefined), '09-28 14:00'))).toEqual([]);
  });

  it('finds nothing missing in one of several runs whose starts name their departments', () => {
    const each = policyOf({
      from: 'transferred',
      to: 'department-replied',
      match: 'department',
      each: 'run',
    });
    const both: EventRow[] = [...log('A', 'A'), ['transferred', '09-28 12:00', { department: 'B' }]];
    expect(codes(judged(each, both, '09-28 14:00'))).toEqual([]);
  });

  it('finds nothing missing where it matches by nothing', () => {
    const log: EventRow[] = [received, ['paused', '09-28 11:00'], ['resumed', '09-28 12:00']];
    expect(codes(judged(policyOf({ pause }), log, '09-28 13:00'))).toEqual([]);
  });
});

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

describe('a standard that comes to apply', () => {
  const policy = policyOf({ ...complaints, restartOn: 'returned' });

  it('runs from the original start, whatever was returned before it applied', () => {
    const log: EventRow[] = [received, ['returned', '09-28 11:00'], became('complaint', '09-28 12:00')];
    expect(lines(judged(policy, log, '09-28 13:00', { kind: 'inquiry' }))).toEqual([
      '1 pending due 09-29 10:00',
    ]);
  });

  it('with the very change that restarts it is one run', () => {
    const both = policyOf({ ...complaints, restartOn: 'changed' });
    const log: EventRow[] = [received, became('complaint', '09-28 12:00')];
    expect(lines(judged(both, log, '09-28 13:00', { kind: 'inquiry' }))).toEqual([
      '1 pending due 09-29 10:00',
    ]);
    expect(
      lines(judged(both, [...log, became('complaint', '09-28 12:30')], '09-28 13:00', { kind: 'inquiry' })),
    ).toEqual(['1 exempt due 09-29 10:00 restarted', '2 pending due 09-29 12:30']);
  });

  it('without a promised time is undetermined', () => {
    const log: EventRow[] = [received, became('complaint', '09-28 12:00')];
    expect(
      lines(judged(policyOf({ ...complaints, ...promised }), log, '09-28 13:00', { kind: 'inquiry' })),
    ).toEqual(['1 undetermined missing promisedAt']);
  });

  it('has its runs in the order in which they came into being: of 12:45 before that of 10:00, which an extension revived', () => {
    const each = policyOf({ ...complaints, each: 'run', within: '2 hours' });
    const log: EventRow[] = [
      received,
      became('complaint', '09-28 12:30'),
      ['received', '09-28 12:45'],
      ['extended', '09-28 13:00', { duration: '24 hours' }],
      became('complaint', '09-28 13:10'),
    ];
    expect(lines(judged(each, log, '09-28 14:00', { kind: 'inquiry' }))).toEqual([
      '1 pending due 09-29 14:45',
      '2 pending due 09-29 12:00',
    ]);
  });

  it('that left at 11:00 has used 1 hour, whatever is changed at 12:00', () => {
    const log: EventRow[] = [received, became('inquiry', '09-28 11:00'), became('query', '09-28 12:00')];
    const result = judged(policy, log, '09-28 13:00', { kind: 'complaint' });
    expect(lines(result)).toEqual(['1 exempt due 09-29 10:00 no-longer-applicable']);
    expect(result.verdicts[0]?.usedMs).toBe(HOUR);
  });

  it('does not come back once the case was withdrawn, though due was extended since', () => {
    const log: EventRow[] = [
      received,
      became('inquiry', '09-28 11:00'),
      ['withdrawn', '09-29 12:00'],
      ['extended', '09-29 12:30', { duration: '48 hours' }],
      became('complaint', '09-29 13:00'),
    ];
    expect(lines(judged(policy, log, '09-29 14:00', { kind: 'complaint' }))).toEqual([
      '1 exempt due 09-29 10:00 no-longer-applicable',
    ]);
  });
});

describe('while the limit is not known', () => {
  const table = { within: { table: [{ when: { priority: 'high' }, limit: '2 hours' }] } };
  const log: EventRow[] = [
    received,
    ['extended', '09-28 10:30', { duration: '1 hour' }],
    ['extended', '09-28 11:00', { until: at('09-30 10:00') }],
    ['changed', '09-28 11:30', { set: { tier: 'gold' } }],
  ];

  it('for want of a row: extended and changed, it is undetermined', () => {
    const judge = (standard: object, priority: string) =>
      lines(judged(policyOf({ ...table, ...standard }), log, '09-28 12:00', { priority }));
    expect(judge({}, 'low')).toEqual(['1 undetermined missing priority']);
    expect(judge({ onChange: 'recalculate' }, 'low')).toEqual(['1 undetermined missing priority']);
    expect(judge({}, 'high')).toEqual(['1 pending due 09-30 10:00']);
  });

  it('for want of a promised time: an hour more and an until are kept until it is promised', () => {
    expect(lines(judged(policyOf(promised), log, '09-28 12:00'))).toEqual([
      '1 undetermined missing promisedAt',
    ]);
    const later: EventRow = ['promised', '09-28 11:45', { promisedAt: at('09-29 10:00') }];
    expect(lines(judged(policyOf(promised), [...log, later], '09-28 12:00'))).toEqual([
      '1 pending due 09-30 10:00',
    ]);
    expect(lines(judged(policyOf(promised), [...log.slice(0, 2), later], '09-28 12:00'))).toEqual([
      '1 pending due 09-29 11:00',
    ]);
  });

  it('and the clock stopped: undetermined, and nothing changes by itself', () => {
    const stopped: EventRow[] = [received, ['paused', '09-28 11:00']];
    const result = judged(policyOf({ ...promised, pause }), stopped, '09-28 12:00');
    expect(lines(result)).toEqual(['1 undetermined missing promisedAt']);
    expect(result.nextChange).toBeNull();
  });
});

describe('while a parameter is not set', () => {
  it('no rung is listed: whether it restarts is not known', () => {
    const rungs = [{ id: 'warn', level: 1, to: 'boss', at: { share: 0.5, of: 'answer' } }];
    const policy = (again: string | null) =>
      policyOf(
        { restartOn: { parameter: 'again' } },
        { parameters: { again }, ladders: [{ id: 'up', rungs }] },
      );
    const rungsOf = (again: string | null, asOf: string) =>
      judged(policy(again), [received], asOf).escalations.map(({ rung, state }) => `${rung} ${state}`);
    expect([rungsOf('returned', '09-28 12:00'), rungsOf(null, '09-28 12:00')]).toEqual([
      ['warn upcoming'],
      [],
    ]);
    expect([rungsOf('returned', '09-28 22:00'), rungsOf(null, '09-28 22:00')]).toEqual([['warn due'], []]);
  });
});

describe('findings', () => {
  it('name the standard attribute that a promise reads and the case lacks, not one that states no instant', () => {
    const found = (attributes: object) =>
      judged(policyOf(promised), [received], '09-28 12:00', { ...attributes }).findings;
    expect(found({})).toMatchObject([{ code: 'attribute.missing', path: ['promisedAt'] }]);
    expect(found({ promisedAt: 'soon' })).toMatchObject([
      { code: 'attribute.not-an-instant', path: ['promisedAt'], message: '"soon" states no instant' },
    ]);
    expect(found({ promisedAt: at('09-29 10:00') })).toEqual([]);
  });

  it('name nothing that a withdrawn case lacks for a promise', () => {
    const result = judged(policyOf(promised), [received, ['withdrawn', '09-28 11:00']], '09-28 12:00');
    expect([lines(result), codes(result)]).toEqual([['1 exempt withdrawn'], []]);
  });

  it('name the attribute on which a table hangs', () => {
    const within = { table: [{ when: { priority: 'high' }, limit: '2 hours' }], otherwise: '1 day' };
    const found = (attributes: object) =>
      judged(policyOf({ within }), [received], '09-28 12:00', { ...attributes }).findings;
    expect(found({})).toMatchObject([{ code: 'attribute.missing', path: ['priority'] }]);
    expect(found({ priority: 'low' })).toEqual([]);
  });

  it('call no attribute missing that is there and fits no row', () => {
    const within = { table: [{ when: { priority: 'high' }, limit: '2 hours' as const }] };
    const assessed = (attributes: object) =>
      judged(policyOf({ within }), [received], '09-28 12:00', { ...attributes });
    expect([lines(assessed({ priority: 'low' })), codes(assessed({ priority: 'low' }))]).toEqual([
      ['1 undetermined missing priority'],
      [],
    ]);
    expect(codes(assessed({}))).toEqual(['attribute.missing']);
  });

  it('say of an extension without a readable time which event it is', () => {
    const log: EventRow[] = [
      received,
      ['extended', '09-28 11:00', { duration: 'a while' }],
      ['extended', '09-28 12:00'],
    ];
    expect(judged(policyOf(), log, '09-28 13:00').findings).toEqual(
      [1, 2].map((index) => ({
        code: 'event.bad-extension',
        path: ['events', index],
        message: 'an extension states no duration or until',
        events: [index],
      })),
    );
  });

  it('of a clock that stands while a condition holds are made where the standard does not apply, too', () => {
    const policy = policyOf({ when: { kind: 'complaint' }, pause: { while: { waiting: true } } });
    const log: EventRow[] = [received, ['replied', '09-28 11:00']];
    const result = judged(policy, log, '09-28 13:00', { kind: 'inquiry', waiting: true });
    expect(lines(result)).toEqual([]);
    expect(codes(result)).toEqual(['pause.overlaps-activity']);
  });
});

describe('more time', () => {
  const extended = (when: string, more: object): EventRow => ['extended', when, { ...more }];

  it('until the very due in force gives none: an hour of pause still moves due to 11:00', () => {
    const log = [
      received,
      extended('09-28 11:00', { until: at('09-29 10:00') }),
      ['paused', '09-28 12:00'] as EventRow,
      ['resumed', '09-28 13:00'] as EventRow,
    ];
    expect(lines(judged(policyOf({ pause }), log, '09-28 14:00'))).toEqual(['1 pending due 09-29 11:00']);
  });

  it('until the very due that a change makes of it adds no step', () => {
    const within = { table: [{ when: { priority: 'high' }, limit: '24 hours' }], otherwise: '26 hours' };
    const log = [
      received,
      extended('09-28 11:00', { until: at('09-29 12:00') }),
      ['changed', '09-28 13:00', { set: { priority: 'low' } }] as EventRow,
    ];
    const policy = policyOf({ within, onChange: 'recalculate' });
    const reasons = (events: readonly EventRow[]) =>
      assess(caseOf(events, { priority: 'high' }), policy, { asOf: at('09-28 14:00') }).verdicts.map((one) =>
        one.steps?.map(({ reason }) => reason ?? 'counted'),
      );
    expect(reasons(log.slice(0, 2))).toEqual([['counted', 'extended']]);
    expect(reasons(log)).toEqual([['counted']]);
  });

  it("passes on an error that isn't ours: a duration or an until that can't be fetched", () => {
    const lost = () => {
      throw new Error('connection lost');
    };
    const fetched = {
      duration: Object.defineProperty({}, 'amount', { get: lost }),
      until: Object.defineProperty({}, 'epochMilliseconds', { get: lost }),
    };
    for (const [key, value] of Object.entries(fetched))
      expect(() =>
        judged(policyOf(), [received, extended('09-28 11:00', { [key]: value })], '09-28 12:00'),
      ).toThrow('connection lost');
  });

  it('until 15:00 stands, however long a later pause: what stood before it had been settled', () => {
    const log = [
      received,
      extended('09-28 11:00', { duration: '4 hours' }),
      extended('09-28 12:00', { until: at('09-29 15:00') }),
      ['paused', '09-28 13:00'] as EventRow,
      ['resumed', '09-29 12:00'] as EventRow,
    ];
    expect(lines(judged(policyOf({ pause }), log, '09-29 13:00'))).toEqual(['1 pending due 09-29 15:00']);
  });

  it('2 hours after an until of 15:00 wait for a pause of half an hour: 17:30', () => {
    const log = [
      received,
      extended('09-28 12:00', { until: at('09-29 15:00') }),
      extended('09-28 13:00', { duration: '2 hours' }),
      ['paused', '09-29 15:30'] as EventRow,
      ['resumed', '09-29 16:00'] as EventRow,
    ];
    expect(lines(judged(policyOf({ pause }), log, '09-29 16:30'))).toEqual(['1 pending due 09-29 17:30']);
  });

  it('until 12:00 is outlived by a change to 48 hours: due the day after, 10:00', () => {
    const within = { table: [{ when: { priority: 'high' }, limit: '24 hours' }], otherwise: '48 hours' };
    const log = [
      received,
      extended('09-28 11:00', { until: at('09-29 12:00') }),
      ['changed', '09-28 13:00', { set: { priority: 'low' } }] as EventRow,
    ];
    const policy = policyOf({ within, onChange: 'recalculate' });
    expect(lines(judged(policy, log, '09-28 14:00', { priority: 'high' }))).toEqual([
      '1 pending due 09-30 10:00',
    ]);
  });
});

describe('the clock', () => {
  it('stopped when the case came in, and done an hour before: nothing used, nothing paused', () => {
    const log: EventRow[] = [['paused', '09-28 08:00'], ['replied', '09-28 09:00'], received];
    const [verdict] = judged(policyOf({ pause }), log, '09-28 14:00').verdicts;
    expect(verdict).toMatchObject({ status: 'met', usedMs: 0, pausedMs: 0 });
    expect(wall(verdict!.due)).toBe('09-29 10:00');
  });

  it('stopped 1 ms before due waits for an event: nothing changes by itself', () => {
    const log: EventRow[] = [received, ['paused', '09-29 09:59:59.999']];
    const result = judged(policyOf({ pause }), log, '09-30 12:00');
    expect(result.verdicts[0]).toMatchObject({ status: 'pending', clock: 'paused', remainingMs: 1 });
    expect(result.nextChange).toBeNull();
  });

  it('stopped and started in one instant has not stood still', () => {
    const log: EventRow[] = [received, ['paused', '09-28 11:00'], ['resumed', '09-28 11:00']];
    expect(judged(policyOf({ pause }), log, '09-28 12:00').verdicts[0]).toMatchObject({
      usedMs: 2 * HOUR,
      pausedMs: 0,
      clock: 'running',
    });
  });

  it('of a promise goes on to a later one that can be read', () => {
    const policy = policyOf({ ...promised, onChange: 'recalculate' });
    const log: EventRow[] = [
      received,
      ['promised', '09-28 11:00', { promisedAt: at('09-29 12:00') }],
      ['promised', '09-28 12:00', { promisedAt: 'soon' }],
    ];
    const result = judged(policy, log, '09-28 13:00');
    expect(lines(result)).toEqual(['1 pending due 09-29 12:00']);
    expect(codes(result)).toEqual(['attribute.not-an-instant']);
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

describe('a case that lacks its beginning', () => {
  it('names nobody as its owner: undetermined', () => {
    const [verdict] = judged(policyOf(), [['replied', '09-28 11:00']], '09-28 12:00', {
      owner: 'li',
    }).verdicts;
    expect(verdict).toMatchObject({ status: 'undetermined', missing: ['received'] });
    expect(verdict).not.toHaveProperty('owner');
  });
});
