import { describe, expect, it } from 'vitest';
import { abandonRate } from '../../src/kpi/abandon-rate.ts';
import { connectRate } from '../../src/kpi/connect-rate.ts';
import { firstContactResolutionRate } from '../../src/kpi/first-contact-resolution-rate.ts';
import { repeatComplaintRate } from '../../src/kpi/repeat-complaint-rate.ts';
import { replyRate } from '../../src/kpi/reply-rate.ts';
import { resolutionRate } from '../../src/kpi/resolution-rate.ts';
import { responseRate } from '../../src/kpi/response-rate.ts';
import { returnVisitRate } from '../../src/kpi/return-visit-rate.ts';
import { satisfactionRate } from '../../src/kpi/satisfaction-rate.ts';
import { serviceLevel } from '../../src/kpi/service-level.ts';
import { timelinessRate } from '../../src/kpi/timeliness-rate.ts';
import { codeOf } from './code-of.ts';

describe('counts that make no sense', () => {
  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '3', null, undefined])(
    'refuses %s',
    (wrong) => {
      const bad = wrong as number;
      expect(codeOf(() => replyRate({ replied: bad, received: 100 }))).toBe('kpi.count');
      expect(codeOf(() => timelinessRate({ onTime: 1, late: bad, overdue: 0, pending: 0 }))).toBe(
        'kpi.count',
      );
      expect(codeOf(() => repeatComplaintRate({ repeat: 0, total: bad }))).toBe('kpi.count');
      expect(codeOf(() => satisfactionRate({ satisfied: bad, surveyed: 5 }))).toBe('kpi.count');
    },
  );

  it.each([
    ['replyRate', replyRate],
    ['timelinessRate', timelinessRate],
    ['repeatComplaintRate', repeatComplaintRate],
    ['satisfactionRate', satisfactionRate],
    ['resolutionRate', resolutionRate],
    ['responseRate', responseRate],
    ['connectRate', connectRate],
    ['abandonRate', abandonRate],
    ['firstContactResolutionRate', firstContactResolutionRate],
    ['returnVisitRate', returnVisitRate],
  ])('%s refuses none at all', (_, formula) => {
    for (const nothing of [undefined, null] as never[])
      expect(codeOf(() => formula(nothing))).toBe('kpi.count');
  });

  it('are not asked for where serviceLevel is told no formula', () => {
    const call = serviceLevel as unknown as (counts: object) => unknown;
    expect(codeOf(() => call({ answered: 1, abandoned: 0 }))).toBe('kpi.option');
  });

  it('takes -0 as 0', () => {
    expect(replyRate({ replied: -0, received: 10 }).value).toBe(0);
  });
});
