import { describe, expect, it } from 'vitest';
import { assessOrganisation } from '../../../src/assess/assess-organisation.ts';
import type { BoundDetail } from '../../../src/standards/bound/standard.ts';
import { at, wall } from '../../support/naive-service.ts';
import { policyOfOne } from '../../support/one-standard.ts';

const range = { from: '2026-09-28', to: '2026-09-29' } as const;
const judge = (standard: object, events: readonly object[], asOf = '09-30 00:00') =>
  assessOrganisation({ events: events as never }, policyOfOne({ kind: 'bound', ...standard }), {
    asOf: at(asOf),
    range,
  });
const told = ({ verdicts }: ReturnType<typeof judge>) =>
  verdicts.map(({ case: id, status, detail }) => [id, status, (detail as unknown as BoundDetail)?.value]);

describe("a bound of the organisation's events", () => {
  const absence = {
    measure: { from: { event: 'post-left', when: { errand: { exists: false } } }, to: 'post-back' },
    match: 'by',
    max: '10 minutes',
  };
  const left = (when: string, by: string, more = {}) => ({ type: 'post-left', at: at(when), by, ...more });
  const back = (when: string, by: string) => ({ type: 'post-back', at: at(when), by });

  it('gives one run for each absence in range: 10 minutes are met, 11 broken, errands and other days left out', () => {
    const events = [
      left('09-28 10:00', 'li'),
      left('09-28 10:02', 'wu'),
      back('09-28 10:10', 'li'),
      back('09-28 10:13', 'wu'),
      left('09-28 11:00', 'li', { errand: true }),
      left('09-29 09:00', 'li'),
    ];
    expect(told(judge(absence, events))).toEqual([
      [null, 'met', 600_000],
      [null, 'broken', 660_000],
    ]);
  });

  it('is pending while somebody is away for no more than 10 minutes, and says when that is over', () => {
    const away = judge(absence, [left('09-28 10:00', 'li')], '09-28 10:10');
    expect([told(away), wall(away.nextChange)]).toEqual([[[null, 'pending', 600_000]], '09-28 10:10:00.001']);
  });

  it('counts only what happens in range: 2 of 4 on 28 September', () => {
    const events = ['09-27 23:00', '09-28 00:00', '09-28 23:00', '09-29 00:00'].map((when) =>
      left(when, 'li'),
    );
    expect(told(judge({ measure: { count: 'post-left' }, max: 2 }, events))).toEqual([[null, 'met', 2]]);
    expect(told(judge({ measure: { count: 'post-left' }, max: 1 }, events))).toEqual([[null, 'broken', 2]]);
  });

  it('holds a number of each event that has it to its bound: 3 people together where 2 may be', () => {
    const events = [2, 3].map((people, n) => ({ type: 'seen', at: at(`09-28 1${n}:00`), people }));
    expect(told(judge({ measure: 'people', max: 2 }, [...events, left('09-28 12:00', 'li')]))).toEqual([
      [null, 'met', 2],
      [null, 'broken', 3],
    ]);
    expect(told(judge({ measure: 'people', max: 2 }, []))).toEqual([]);
  });

  it('counts over the range: none is pending until it is over, one is broken at once', () => {
    const count = { measure: { count: 'wandered' }, max: 0 };
    const open = judge(count, [], '09-28 12:00');
    expect([told(open), wall(open.nextChange)]).toEqual([[[null, 'pending', 0]], '09-29 00:00']);
    expect(told(judge(count, [], '09-29 00:00'))).toEqual([[null, 'met', 0]]);
    const events = [{ type: 'wandered', at: at('09-28 11:00') }];
    expect(told(judge(count, events, '09-28 12:00'))).toEqual([[null, 'broken', 1]]);
  });

  it('counts what applies, however the day goes on: 1 of 2, though something was closed before the second', () => {
    const count = { measure: { count: 'wandered' }, max: 1, when: { by: 'li' } };
    const wandered = (when: string, by: string) => ({ type: 'wandered', at: at(when), by });
    const closed = { type: 'closed', at: at('09-28 10:30') };
    const withdrawn = { type: 'withdrawn', at: at('09-28 10:40') };
    const events = [wandered('09-28 10:00', 'li'), closed, withdrawn, wandered('09-28 11:00', 'wu')];
    expect(told(judge(count, events))).toEqual([[null, 'met', 1]]);
    expect(told(judge(count, [...events, wandered('09-28 12:00', 'li')]))).toEqual([[null, 'broken', 2]]);
    expect(told(judge(count, events.slice(1, 3)))).toEqual([[null, 'met', 0]]);
  });

  it('has no time to measure from that only a case could state', () => {
    const measure = { from: { attribute: 'bookedAt' }, to: 'visited' };
    const events = [{ type: 'visited', at: at('09-28 11:00'), bookedAt: at('09-28 09:00') }];
    expect(told(judge({ measure, max: '1 hour' }, events))).toEqual([]);
  });
});
