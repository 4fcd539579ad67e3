import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { createTally } from '../../src/kpi/create-tally.ts';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import { always, at, caseOf, type EventRow, judged, office, wall } from '../support/naive-service.ts';

// The ladders of real rulebooks, each as a policy states it. Their numbers are those of the printed rules.

const policyWith = (rungs: readonly object[], more: object = {}, ladder: object = {}) =>
  parsePolicy({
    id: 'p',
    version: '1',
    calendar: office,
    standards: [],
    ...more,
    ladders: [{ id: 'l', ...ladder, rungs }],
  });

/** Each rung as a line, with the role that is told. */
const told = (
  policy: ReturnType<typeof policyWith>,
  events: readonly EventRow[],
  asOf: string,
  attributes?: Record<string, unknown>,
) =>
  judged(policy, events, asOf, attributes).escalations.map(
    ({ rung, to, at, state }) => `${rung} ${to} ${wall(at)} ${state}`,
  );

const arrived = ['received', '10-12 10:00'] as const;

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

describe('a property developer', () => {
  const special = policyWith([
    { id: 'rejected-twice', level: 2, to: 'manager', on: { event: 'rejected', count: 2 } },
    {
      id: 'special-claim',
      level: 2,
      to: 'manager',
      when: { claim: ['design-change', 'financial-compensation'] },
    },
  ]);

  it('makes a case special at the second rejection, not at the first', () => {
    const once = [arrived, ['proposed', '10-12 11:00'], ['rejected', '10-12 12:00']] as const;
    expect(told(special, once, '10-13 12:00')).toEqual([]);
    expect(told(special, [...once, ['rejected', '10-13 09:30']], '10-13 12:00')).toEqual([
      'rejected-twice manager 10-13 09:30 due',
    ]);
  });

  it('makes a case special as soon as its claim touches design or compensation', () => {
    const claimed = ['changed', '10-12 11:00', { set: { claim: 'financial-compensation' } }] as const;
    expect(told(special, [arrived, claimed], '10-12 12:00')).toEqual([
      'special-claim manager 10-12 11:00 due',
    ]);
    expect(told(special, [arrived], '10-12 12:00', { claim: 'noise' })).toEqual([]);
  });

  const agreed = (parameters: object) =>
    policyWith(
      [
        {
          id: 'remind',
          level: 1,
          to: 'handler',
          action: 'remind',
          at: { before: 'agreed', by: { parameter: 'lead' } },
          takenBy: 'reminded',
        },
      ],
      {
        standards: [
          {
            id: 'agreed',
            kind: 'deadline',
            from: 'approved',
            to: 'resolved',
            within: { promised: 'promisedAt' },
          },
        ],
        parameters,
      },
    );
  const approved = ['approved', '10-12 10:00'] as const;

  it('reminds the handler before the agreed time by a lead that the company sets, and by none until it does', () => {
    const promised = { promisedAt: '2026-10-14T10:00:00+08:00' };
    expect(told(agreed({ lead: null }), [approved], '10-12 10:00', promised)).toEqual([]);
    // 4 working hours before Wednesday 10:00: one of Wednesday, three of Tuesday.
    const policy = agreed({ lead: '4 working hours' });
    expect(told(policy, [approved], '10-12 10:00', promised)).toEqual([
      'remind handler 10-13 15:00 upcoming',
    ]);
    const reminded = [approved, ['reminded', '10-13 15:10']] as const;
    expect(told(policy, reminded, '10-13 16:00', promised)).toEqual(['remind handler 10-13 15:00 taken']);
    expect(told(policy, [approved, ['resolved', '10-13 14:00']], '10-13 16:00', promised)).toEqual([
      'remind handler 10-13 15:00 cancelled',
    ]);
  });

  it('raises a complaint of 48 hours from the department to the project, the vice president and the general manager', () => {
    const to = {
      table: [{ when: { level: 'subsidiary' }, to: 'subsidiary-gm' }],
      otherwise: 'project-gm',
    };
    const project = { level: 'project' };
    const later = (by: string) => ({ after: 'complaint', by });
    const policy = policyWith(
      [
        { id: 'gm', level: 1, to, at: { share: 1, of: 'complaint' } },
        { id: 'vice-president', level: 2, to: 'vice-president', at: later('24 hours') },
        { id: 'general-manager', level: 3, to: 'general-manager', at: later('2 days') },
      ],
      {
        calendar: always,
        standards: [
          {
            id: 'complaint',
            kind: 'deadline',
            from: 'received',
            to: { all: ['resolved', 'told'] },
            within: '48 hours',
          },
        ],
        kpis: [
          ...['dispatched', 'extended', 'escalated'].map((event) => ({ id: event, measure: 'count', event })),
          {
            id: 'escalated-dispatch',
            measure: 'count',
            event: { event: 'dispatched', when: { level: { gte: 1 } } },
          },
        ],
      },
    );
    expect(told(policy, [arrived], '10-12 10:00', project)).toEqual([
      'gm project-gm 10-14 10:00 upcoming',
      'vice-president vice-president 10-15 10:00 upcoming',
      'general-manager general-manager 10-16 10:00 upcoming',
    ]);
    const extended = ['extended', '10-13 10:00', { duration: '24 hours' }] as const;
    const escalated = ['escalated', '10-15 11:00', { level: 1, to: 'subsidiary-gm' }] as const;
    expect(told(policy, [arrived, extended, escalated], '10-16 12:00', { level: 'subsidiary' })).toEqual([
      'gm subsidiary-gm 10-15 10:00 taken',
      'vice-president vice-president 10-16 10:00 due',
      'general-manager general-manager 10-17 10:00 upcoming',
    ]);
    // Solved, and the customer told: the general manager isn't bothered any more, the vice president was to be.
    const done = [
      ['resolved', '10-16 11:00'],
      ['told', '10-16 13:00'],
    ] as const;
    expect(told(policy, [arrived, extended, escalated, ...done], '10-18 12:00', project)).toEqual([
      'gm project-gm 10-15 10:00 taken',
      'vice-president vice-president 10-16 10:00 missed',
      'general-manager general-manager 10-17 10:00 cancelled',
    ]);
    // 2 dispatches, one of them by the subsidiary after it had been raised; an extension and an escalation.
    const dispatches = [
      ['dispatched', '10-12 11:00'],
      ['dispatched', '10-15 11:05', { level: 1 }],
    ] as const;
    const tally = createTally(policy);
    const log = [arrived, extended, escalated, ...dispatches, ...done];
    const source = { case: caseOf(log, project), asOf: at('11-01 00:00') };
    tally.add(assess(source.case, policy, source), source);
    expect(tally.kpis(source.asOf).map(({ id, period, value }) => [id, period, value])).toEqual([
      ['dispatched', '2026-10', 2],
      ['extended', '2026-10', 1],
      ['escalated', '2026-10', 1],
      ['escalated-dispatch', '2026-10', 1],
    ]);
  });

  it('brings what cannot be answered to the leader, and what is justified but slow to the department above', () => {
    const policy = policyWith([
      { id: 'leader', level: 1, to: 'leader', on: 'unanswerable' },
      {
        id: 'above',
        level: 2,
        to: 'department-above',
        action: 'dedicated-handler',
        on: { event: { event: 'progressed', when: { justified: true, slow: true } }, count: 1 },
      },
    ]);
    const slow = ['progressed', '10-12 15:00', { justified: true, slow: true }] as const;
    const swift = ['progressed', '10-12 14:00', { justified: true, slow: false }] as const;
    expect(told(policy, [arrived, ['unanswerable', '10-12 10:10'], swift, slow], '10-12 16:00')).toEqual([
      'leader leader 10-12 10:10 due',
      'above department-above 10-12 15:00 due',
    ]);
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
