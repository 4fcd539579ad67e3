import { describe, expect, it } from 'vitest';
import { codes, type EventRow, judged, lines, policyOf } from '../../support/naive-service.ts';

// Which events start, fulfil, end and restart a deadline. 28 September 2026 is a Monday.

const received: EventRow = ['received', '09-28 10:00'];
const pause = { on: 'paused', off: 'resumed' };

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
