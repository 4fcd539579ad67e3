import { describe, expect, it } from 'vitest';
import { at, caseOf } from './build.ts';
import { expectWholeRow, rated, received, rowsOf } from './whole-row.ts';

describe('a row of', () => {
  it('replies: 1 of 2 received, the other pending', () => {
    const cases = [
      caseOf([received, '09-11 10:00 replied']),
      caseOf([received]),
      caseOf(['09-11 10:00 replied']),
    ];
    const measured = { numerator: 1, denominator: 2, value: 0.5, basis: 'received', pending: 1 };
    expectWholeRow({ measure: 'replyRate' }, { cases }, measured);
  });

  it('resolutions: 1 of 2 received, the other pending', () => {
    const cases = [caseOf([received, '09-11 10:00 resolved']), caseOf([received])];
    const measured = { numerator: 1, denominator: 2, value: 0.5, basis: 'received', pending: 1 };
    expectWholeRow({ measure: 'resolutionRate' }, { cases }, measured);
  });

  it('satisfaction: 1 of 2 answers of 3 asked', () => {
    const asked = { type: 'surveyed', at: at('09-11 10:00') };
    const cases = [
      caseOf([received, asked, rated('satisfied')]),
      caseOf([received, asked, rated('dissatisfied'), rated(null, '09-13 10:00')]),
      caseOf([received, asked]),
      caseOf([received]),
      caseOf([rated('satisfied')]),
      // Neither says how satisfied the customer was.
      caseOf([received, rated(null)]),
      caseOf([received, rated(null), { ...rated('satisfied'), type: 'said' }]),
    ];
    expectWholeRow(
      { measure: 'satisfactionRate' },
      { cases },
      {
        ...{ numerator: 1, denominator: 2, value: 0.5, basis: 'surveyed', pending: 1 },
        responseRate: {
          numerator: 2,
          denominator: 3,
          value: 2 / 3,
          interval: expect.any(Array),
          basis: 'asked',
        },
      },
    );
  });

  it('answers and visits: 1 of 2, the other pending', () => {
    const answered = [
      caseOf(['09-10 10:00 surveyed', '09-11 10:00 rated']),
      caseOf(['09-10 10:00 surveyed']),
    ];
    const half = { numerator: 1, denominator: 2, value: 0.5, pending: 1 };
    expectWholeRow({ measure: 'responseRate' }, { cases: answered }, { ...half, basis: 'asked' });
    const visited = [
      caseOf(['09-10 10:00 closed', '09-11 10:00 return-visited']),
      caseOf(['09-10 10:00 closed']),
    ];
    expectWholeRow({ measure: 'returnVisitRate' }, { cases: visited }, { ...half, basis: 'closed' });
  });

  it('first contacts: 1 of 2, nothing pending', () => {
    const cases = [
      caseOf([received, '09-11 10:00 resolved']),
      caseOf([received, '09-11 10:00 resolved', '09-12 10:00 received']),
    ];
    expectWholeRow(
      { measure: 'firstContactResolutionRate' },
      { cases },
      { numerator: 1, denominator: 2, value: 0.5, basis: 'contacts' },
    );
  });

  it('repeats by key: how they were found, and what had no key', () => {
    const cases = [
      caseOf([received], { customer: 'li' }),
      caseOf(['09-11 10:00 received'], { customer: 'li' }),
      caseOf([received]),
    ];
    const kpi = {
      measure: 'repeatComplaintRate',
      key: ['customer'],
      window: '7 days',
      denominator: 'all',
    } as const;
    expectWholeRow(
      kpi,
      { cases },
      {
        ...{ numerator: 1, denominator: 2, value: 0.5, basis: 'all', undetermined: 1 },
        choices: {
          by: 'key',
          key: ['customer'],
          window: '7 days',
          mergeWindow: null,
          countFirst: false,
          merged: 0,
        },
      },
    );
  });

  it('repeats by their links: how they were found', () => {
    const cases = [
      caseOf([received], { repeatOf: 'a' }),
      caseOf([received], { repeatOf: '' }),
      caseOf([received]),
      caseOf(['09-11 10:00 replied'], { repeatOf: 'a' }),
    ];
    expectWholeRow(
      { measure: 'repeatComplaintRate', denominator: 'all' },
      { cases },
      {
        ...{ numerator: 1, denominator: 3, value: 1 / 3, basis: 'all', choices: { by: 'repeatOf' } },
      },
    );
  });

  it('repeats by two attributes: what lacks one of them, or its receipt, has no key', () => {
    const cases = [
      caseOf([received], { customer: 'li', subject: 'lift' }),
      caseOf([received], { customer: 'li' }),
      caseOf(['09-11 10:00 replied'], { customer: 'li', subject: 'lift' }),
    ];
    const kpi = {
      id: 'k',
      measure: 'repeatComplaintRate',
      key: ['customer', 'subject'],
      window: '7 days',
    } as const;
    expect(rowsOf([{ ...kpi, denominator: 'all' }], { cases })).toMatchObject([
      { numerator: 0, denominator: 1, undetermined: 1 },
    ]);
  });

  it('calls: connected, abandoned and in time', () => {
    const offered = '09-10 10:00 offered';
    const cases = [
      caseOf([offered, '09-10 10:01 answered']),
      caseOf([offered, '09-10 10:01 abandoned']),
      caseOf([offered]),
    ];
    const third = { numerator: 1, denominator: 3, value: 1 / 3, pending: 1 };
    expectWholeRow({ measure: 'connectRate' }, { cases }, { ...third, basis: 'offered' });
    expectWholeRow({ measure: 'abandonRate' }, { cases }, { ...third, basis: 'offered' });
    const level = { numerator: 1, denominator: 2, value: 0.5, basis: 'formula-3', pending: 1 };
    expectWholeRow({ measure: 'serviceLevel', formula: 3, threshold: '1 minute' }, { cases }, level);
  });

  it('events: 2, of nothing', () => {
    const cases = [caseOf([received, '09-11 10:00 transferred', '09-12 10:00 transferred'])];
    const measured = { numerator: 2, denominator: null, value: 2, basis: 'events', interval: null };
    expectWholeRow(
      { measure: 'count', event: 'transferred', goal: '<= 1' },
      { cases },
      { ...measured, goal: '<= 1', met: false, shortBy: 1 },
    );
  });
});
