import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { assessOrganisation } from '../../src/assess/assess-organisation.ts';
import { ruleOf } from '../support/kind-service.ts';
import { at, caseOf, type EventRow } from '../support/naive-service.ts';

const received: EventRow = ['received', '09-28 10:00'];
const date = (when: string) => new Date(at(when));

describe('the whole verdict on the organisation', () => {
  it('has no case, no owner and no due', () => {
    const policy = ruleOf({ kind: 'duty', event: 'survey-run', times: 1, per: 'month' });
    const events = [{ type: 'survey-run', at: at('09-10 10:00') }];
    const { verdicts } = assessOrganisation({ events }, policy, {
      asOf: at('10-15'),
      range: { from: '2026-09-01', to: '2026-10-01' },
      trace: false,
    });
    expect(verdicts).toStrictEqual([
      {
        case: null,
        standard: 'rule',
        kind: 'duty',
        run: 1,
        status: 'met',
        severity: 'hard',
        from: date('09-01'),
        due: null,
        done: date('09-10 10:00'),
        usedMs: null,
        overMs: null,
        pausedMs: null,
        remainingMs: null,
        share: null,
        clock: 'stopped',
        detail: { from: date('09-01'), to: date('10-01'), count: 1, times: 1 },
      },
    ]);
  });
});

describe('a standard about the organisation', () => {
  it.each([
    { kind: 'duty', event: 'survey-run', times: 1, per: 'month' },
    { kind: 'coverage', atLeast: 1 },
  ])('says nothing of a case: $kind', (standard) => {
    const policy = ruleOf(standard);
    expect(assess(caseOf([received]), policy, { asOf: at('09-30') }).verdicts).toEqual([]);
  });
});
