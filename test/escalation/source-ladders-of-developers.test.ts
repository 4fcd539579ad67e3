import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { createTally } from '../../src/kpi/create-tally.ts';
import { always, at, caseOf } from '../support/naive-service.ts';
import { arrived, policyWith, told } from './told.ts';

// The ladders of the rulebook for property developers, as policies state them. Their numbers are those of the printed rules.

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
