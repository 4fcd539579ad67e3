import { describe, expect, it } from 'vitest';
import { prepareJudge } from '../../src/assess/judge.ts';
import { at, caseOf, type EventRow, policyOf, wall } from '../support/naive-service.ts';

// How the clocks of runs stood over time, which ladders look at.

const received: EventRow = ['received', '09-28 10:00'];
const rung = { id: 'warn', level: 1, to: 'boss', at: { share: 0.5, of: 'answer' } };
const ladders = [{ id: 'up', rungs: [rung] }];

/** When the first run's clock began to stand in each of its ways, and when it was due then. */
function stagesOf(
  standard: object,
  events: readonly EventRow[],
  attributes = {},
  more: object = { ladders },
) {
  const judge = prepareJudge(policyOf({ ...standard }, { ...more }));
  const { runs } = judge(caseOf(events, attributes), { asOf: Date.parse(at('09-28 18:00')), trace: false });
  return runs[0]?.timing?.stages.map(({ since, terms, clock }) => {
    const due = terms && clock.dueAt(since);
    return `${wall(new Date(since))} due ${due ? wall(new Date(due.at)) : '?'}`;
  });
}

describe('the clock of a run stands in another way', () => {
  const pause = { on: 'paused', off: 'resumed' };

  it('from where it was stopped, started, given more time; not from a reply that ends nothing', () => {
    const log: EventRow[] = [
      received,
      ['replied', '09-28 10:30', { channel: 'letter' }],
      ['paused', '09-28 11:00'],
      ['resumed', '09-28 12:00'],
      ['replied', '09-28 12:30', { channel: 'letter' }],
      ['extended', '09-28 13:00', { duration: '2 hours' }],
    ];
    const to = { all: ['replied', 'resolved'] };
    expect(stagesOf({ to, pause }, log)).toEqual([
      '09-28 10:00 due 09-29 10:00',
      '09-28 11:00 due 09-29 10:00',
      '09-28 12:00 due 09-29 11:00',
      '09-28 13:00 due 09-29 13:00',
    ]);
  });

  it('first when the run came into being: with the change that made the standard apply, not when it started', () => {
    const log: EventRow[] = [
      received,
      ['extended', '09-28 11:00', { duration: '2 hours' }],
      ['changed', '09-28 12:00', { set: { kind: 'complaint' } }],
    ];
    const complaints = { when: { kind: 'complaint' }, onChange: 'recalculate' };
    expect(stagesOf(complaints, log, { kind: 'inquiry' })).toEqual(['09-28 12:00 due 09-29 12:00']);
  });

  it('in one way at last, where nobody asks how it stood before', () => {
    const log: EventRow[] = [received, ['paused', '09-28 11:00'], ['resumed', '09-28 12:00']];
    expect(stagesOf({ pause }, log, {}, {})).toEqual(['09-28 10:00 due 09-29 11:00']);
  });
});
