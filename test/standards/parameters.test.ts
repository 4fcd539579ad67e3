import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { checkPolicy } from '../../src/policy/check-policy.ts';
import { always, at, caseOf, type EventRow, policyOf } from '../support/naive-service.ts';
import { onlyVerdict } from '../support/one-standard.ts';

const received: EventRow = ['received', '09-28 10:00'];

const deadline = { kind: 'deadline', from: 'received', to: 'replied', within: '1 day' };

describe('a parameter that stands for another', () => {
  it('has the value of that one, and is missing with it', () => {
    const policy = (again: unknown) =>
      policyOf(
        { restartOn: { parameter: 'restart' } },
        { parameters: { restart: { parameter: 'again' }, again } },
      );
    const log: EventRow[] = [received, ['returned', '09-28 11:00']];
    const judge = (again: unknown) =>
      assess(caseOf(log), policy(again), { asOf: at('09-28 12:00') }).verdicts.map(({ status }) => status);
    expect(judge(['returned'])).toEqual(['exempt', 'pending']);
    expect(judge(null)).toEqual(['undetermined']);
    expect(onlyVerdict(policy(null), log, '09-28 12:00')).toMatchObject({ missing: ['again'] });
  });
});

describe('a condition on an attribute that is called parameter, and on another', () => {
  it('is no parameter', () => {
    const policy = policyOf({ when: { parameter: 'a', tier: 'gold' } });
    const judge = (attributes: object) =>
      assess(caseOf([received], { ...attributes }), policy, { asOf: at('09-28 12:00') }).verdicts.length;
    expect(judge({ parameter: 'a', tier: 'gold' })).toBe(1);
    expect(judge({ parameter: 'b', tier: 'gold' })).toBe(0);
  });
});

describe('parameters that stand for one another in a circle', () => {
  it.each([[{ a: { parameter: 'a' } }], [{ a: { parameter: 'b' }, b: { parameter: 'a' } }]])(
    '%j',
    (parameters) => {
      const standards = [{ id: 's', ...deadline, restartOn: { parameter: 'a' } }];
      const document = { id: 'p', version: '1', calendar: always, standards, parameters };
      expect(checkPolicy(document).problems.map(({ code }) => code)).toContain('policy.parameter-cycle');
    },
  );
});
