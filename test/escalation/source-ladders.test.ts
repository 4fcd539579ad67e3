import { describe, expect, it } from 'vitest';
import { arrived, policyWith, told } from './told.ts';

// The ladders of real rulebooks, each as a policy states it. Their numbers are those of the printed rules.

describe('a property service centre', () => {
  const unsettled = policyWith([
    { id: 'supervisor', level: 1, to: 'supervisor', on: 'unresolved' },
    { id: 'head', level: 2, to: 'office-head', on: { event: 'unresolved', count: 2 } },
  ]);

  it('hands a question that is not settled to the supervisor, then to the head of the office', () => {
    const once = [arrived, ['unresolved', '10-12 10:05']] as const;
    expect(told(unsettled, once, '10-12 10:05')).toEqual(['supervisor supervisor 10-12 10:05 due']);
    const taken = [...once, ['escalated', '10-12 10:06', { level: 1, to: 'supervisor' }]] as const;
    expect(told(unsettled, [...taken, ['unresolved', '10-12 10:20']], '10-12 10:20')).toEqual([
      'supervisor supervisor 10-12 10:05 taken',
      'head office-head 10-12 10:20 due',
    ]);
  });

  it('hands a visitor who is dissatisfied, or asks for somebody else, to the person concerned or the supervisor', () => {
    const to = {
      table: [{ when: { concerned: { exists: true } }, to: 'person-concerned' }],
      otherwise: 'supervisor',
    };
    const policy = policyWith([
      { id: 'up', level: 1, to, on: { event: ['dissatisfied', 'insisted'], count: 1 } },
    ]);
    const log = (type: string) => [arrived, [type, '10-12 10:05']] as const;
    expect(told(policy, log('dissatisfied'), '10-12 10:06')).toEqual(['up supervisor 10-12 10:05 due']);
    expect(told(policy, log('insisted'), '10-12 10:06', { concerned: 'li' })).toEqual([
      'up person-concerned 10-12 10:05 due',
    ]);
    // Both: told once.
    const both = [...log('dissatisfied'), ['insisted', '10-12 10:07']] as const;
    expect(told(policy, both, '10-12 10:08')).toHaveLength(1);
  });
});

describe('a textile company', () => {
  it('raises an agitated customer to the superior, as advice', () => {
    const policy = policyWith(
      [{ id: 'superior', level: 1, to: 'superior', on: 'agitated' }],
      {},
      { severity: 'soft' },
    );
    expect(policy.ladders?.[0]?.severity).toBe('soft');
    const log = [arrived, ['agitated', '10-12 10:05'], ['agitated', '10-12 10:15']] as const;
    expect(told(policy, log, '10-12 10:20')).toEqual(['superior superior 10-12 10:05 due']);
  });
});

describe('a call centre', () => {
  it('tells the supervisor when an apology is refused, who contacts the customer: two obligations', () => {
    const policy = policyWith([
      { id: 'inform', level: 1, to: 'supervisor', on: 'apology-refused', takenBy: 'supervisor-informed' },
      {
        id: 'contact',
        level: 1,
        to: 'supervisor',
        action: 'contact-customer',
        on: 'apology-refused',
        takenBy: 'supervisor-contacted',
      },
    ]);
    const log = [
      arrived,
      ['apology-refused', '10-12 10:05'],
      ['supervisor-informed', '10-12 10:06'],
    ] as const;
    expect(told(policy, log, '10-12 10:10')).toEqual([
      'inform supervisor 10-12 10:05 taken',
      'contact supervisor 10-12 10:05 due',
    ]);
    expect(told(policy, [...log, ['closed', '10-12 10:30']], '10-12 11:00')).toEqual([
      'inform supervisor 10-12 10:05 taken',
      'contact supervisor 10-12 10:05 missed',
    ]);
  });

  it('raises abuse only where the agent cannot cope', () => {
    const policy = policyWith([
      { id: 'abuse', level: 1, to: 'supervisor', when: { abuse: true, coping: false } },
    ]);
    const abused = ['changed', '10-12 10:05', { set: { abuse: true } }] as const;
    expect(told(policy, [arrived, abused], '10-12 10:10')).toEqual([]);
    const overwhelmed = ['changed', '10-12 10:07', { set: { coping: false } }] as const;
    expect(told(policy, [arrived, abused, overwhelmed], '10-12 10:10')).toEqual([
      'abuse supervisor 10-12 10:07 due',
    ]);
  });

  it('brings complaints about attitude to the group leader, nuisance calls to the automatic desk or the supervisor', () => {
    const to = {
      table: [{ when: { autoDesk: { exists: true } }, to: 'auto-desk' }],
      otherwise: 'supervisor',
    };
    const policy = policyWith([
      {
        id: 'attitude',
        level: 1,
        to: 'group-leader',
        on: { event: 'received', when: { subject: 'attitude' } },
      },
      { id: 'nuisance', level: 1, to, on: 'nuisance' },
    ]);
    expect(told(policy, [arrived], '10-12 10:00', { subject: 'attitude' })).toEqual([
      'attitude group-leader 10-12 10:00 due',
    ]);
    const call = [arrived, ['nuisance', '10-12 10:01']] as const;
    expect(told(policy, call, '10-12 10:02')).toEqual(['nuisance supervisor 10-12 10:01 due']);
    expect(told(policy, call, '10-12 10:02', { autoDesk: true })).toEqual([
      'nuisance auto-desk 10-12 10:01 due',
    ]);
  });
});

describe('a hospital', () => {
  it('asks for a consultation in the department, between departments, in the hospital, then outside', () => {
    const scope = (level: number, consultation: string, to: string) => ({
      id: consultation,
      level,
      to,
      when: { consultation },
    });
    const policy = policyWith([
      scope(1, 'department', 'chief'),
      scope(2, 'between-departments', 'chief'),
      scope(3, 'hospital', 'medical-office'),
      scope(4, 'outside', 'vice-president'),
      { id: 'transfer', level: 5, to: 'medical-office', on: 'transfer-discussed' },
    ]);
    const asked = (when: string, consultation: string) =>
      ['changed', when, { set: { consultation } }] as const;
    const log = [
      ['admitted', '10-12 10:00'],
      asked('10-14 09:00', 'department'),
      ['escalated', '10-14 09:30', { level: 1, to: 'chief' }],
      asked('10-15 09:00', 'hospital'),
    ] as const;
    expect(told(policy, log, '10-15 12:00')).toEqual([
      'department chief 10-14 09:00 taken',
      'hospital medical-office 10-15 09:00 due',
    ]);
    expect(told(policy, [...log, ['transfer-discussed', '10-16 09:00']], '10-16 12:00')).toEqual([
      'department chief 10-14 09:00 taken',
      'hospital medical-office 10-15 09:00 due',
      'transfer medical-office 10-16 09:00 due',
    ]);
  });
});
