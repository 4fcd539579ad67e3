import { describe, expect, it } from 'vitest';
import { createTally } from '../../src/kpi/create-tally.ts';
import { meetsGoal } from '../../src/kpi/meets-goal.ts';
import { repeatComplaintRate } from '../../src/kpi/repeat-complaint-rate.ts';
import { replyRate } from '../../src/kpi/reply-rate.ts';
import { satisfactionRate } from '../../src/kpi/satisfaction-rate.ts';
import { serviceLevel } from '../../src/kpi/service-level.ts';
import { timelinessRate } from '../../src/kpi/timeliness-rate.ts';

const runs = { onTime: 80, late: 5, overdue: 5, pending: 10 };
const calls = { answered: 1000, abandoned: 60, answeredInTime: 860, abandonedInTime: 20 };
const level = { id: 'k', measure: 'serviceLevel', formula: 1 } as const;
const policy = { standards: [], calendar: { timeZone: 'Asia/Shanghai', week: 'always' as const } };
// What a caller without types may write.
const mistyped = (options: object) => options as never;

describe('the options of the KPI formulas', () => {
  it.each([
    ['timelinessRate', 'bassis', () => timelinessRate(runs, mistyped({ bassis: 'received' }))],
    [
      'repeatComplaintRate',
      'denominater',
      () => repeatComplaintRate({ repeat: 10, total: 1000 }, mistyped({ denominater: 'all' })),
    ],
    [
      'satisfactionRate',
      'basicWheight',
      () => satisfactionRate({ satisfied: 45, surveyed: 50 }, mistyped({ basicWheight: 0.9 })),
    ],
    ['replyRate', 'flows', () => replyRate({ replied: 9, received: 10 }, mistyped({ flows: true }))],
    ['serviceLevel', 'threshold', () => serviceLevel(calls, mistyped({ formula: 3, threshold: 20 }))],
    ['createTally', 'groupby', () => createTally(policy, mistyped({ groupby: ['channel'] }))],
  ])('%s refuses %s, which would change nothing in silence', (_, key, call) => {
    expect(call).toThrow(expect.objectContaining({ code: 'kpi.unknown-key', path: [key] }));
  });

  it('names the option that was meant', () => {
    expect(() => timelinessRate(runs, mistyped({ bassis: 'received' }))).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('basis') }),
    );
  });

  it('may be null or left out: 80 of 90 by due', () => {
    expect(timelinessRate(runs, null as never)).toEqual(timelinessRate(runs));
    expect(timelinessRate(runs, {}).denominator).toBe(90);
  });

  it.each([
    ['a flow of "yes"', 'flow', () => replyRate({ replied: 9, received: 10 }, mistyped({ flow: 'yes' }))],
    ['groups that are no list', 'groupBy', () => createTally(policy, mistyped({ groupBy: 'channel' }))],
  ])('refuse %s', (_, key, call) => {
    expect(call).toThrow(expect.objectContaining({ code: 'kpi.option', path: [key] }));
  });

  it.each(['1 working hour', '2 months', 'P1M'])(
    'refuse a threshold of %s, which is no elapsed time',
    (threshold) => {
      expect(() => createTally({ ...policy, kpis: [{ ...level, threshold: threshold as never }] })).toThrow(
        expect.objectContaining({
          problems: [expect.objectContaining({ code: 'policy.shape', path: ['kpis', 0, 'threshold'] })],
        }),
      );
    },
  );

  it('a goal of 5 without an operator is no goal', () => {
    expect(() => meetsGoal({ value: 5 }, 5 as never)).toThrow(expect.objectContaining({ code: 'kpi.goal' }));
  });

  it('a part larger than its whole is named by its path', () => {
    expect(() => replyRate({ replied: 11, received: 10 })).toThrow(
      expect.objectContaining({ code: 'kpi.part', path: ['replied'] }),
    );
  });
});
