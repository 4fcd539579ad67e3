import { describe, expect, it } from 'vitest';
import { at, codes, type EventRow, judged, lines, policyOf } from '../../support/naive-service.ts';

// What deadlines find wrong with a case. 28 September 2026 is a Monday.

const received: EventRow = ['received', '09-28 10:00'];
const promised = { within: { promised: 'promisedAt' } };

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
