import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { realEstateService } from '../../src/presets/real-estate-service.ts';
import { at, caseOf, type EventRow } from '../support/naive-service.ts';
import { judgedBy, kpiCountsBy, type Logged, rungsBy } from './judging.ts';
import { complaint, inquiry, received, setTo } from './real-estate.ts';

const row = judgedBy(realEstateService);
const rungs = rungsBy(realEstateService);
const kpi = kpiCountsBy(realEstateService);

describe('4.9 special cases', () => {
  const rejected = (when: string): EventRow => ['rejected', when];
  const twice = [received, rejected('10-08 09:00'), rejected('10-09 09:00')];
  it('one rejection makes none, two do, at the second; talks take it up, a closing without them misses it', () => {
    expect(rungs('special-case', complaint, twice.slice(0, 2))).toEqual([]);
    expect(rungs('special-case', complaint, twice)).toEqual(['rejected-twice due 10-09 09:00']);
    expect(rungs('special-case', complaint, [...twice, ['escalated', '10-09 09:30', { level: 1 }]])).toEqual([
      'rejected-twice taken 10-09 09:00',
    ]);
    expect(rungs('special-case', complaint, [...twice, ['closed', '10-09 09:30']])).toEqual([
      'rejected-twice missed 10-09 09:00',
    ]);
  });
  it.each(['design-change', 'compensation'])('a claim for %s makes one at once', (claim) => {
    expect(rungs('special-case', { ...complaint, claim }, [received])).toEqual(['claim due 09-30 17:00']);
  });
  it('other claims do once a company names them', () => {
    const claimed = { ...complaint, claim: 'resale' };
    const set = rungsBy(setTo({ specialClaims: ['resale'] }));
    expect(rungs('special-case', claimed, [received])).toEqual([]);
    expect(
      set('special-case', claimed, [received, ['changed', '10-08 09:00', { set: { claim: 'none' } }]]),
    ).toEqual(['claim due 09-30 17:00']);
  });
  it('talks call for a signature, that for the approval, and that for a handler and a time', () => {
    const log: EventRow[] = [
      ...twice,
      ['talks-held', '10-09 10:00'],
      ['signed', '10-09 11:00'],
      ['approved', '10-09 12:00'],
    ];
    const steps = [
      'rejected-twice taken 10-09 09:00',
      'record-signed taken 10-09 10:00',
      'approval taken 10-09 11:00',
    ];
    expect(rungs('special-case', complaint, log)).toEqual([
      ...steps,
      'handler due 10-09 12:00',
      'time due 10-09 12:00',
    ]);
    const named: EventRow[] = [
      ['assigned', '10-09 12:00', { to: 'Zhao', role: 'manager' }],
      ['promised', '10-09 12:00', { promisedAt: '2026-10-12', role: 'manager' }],
    ];
    expect(rungs('special-case', complaint, [...log, ...named])).toEqual([
      ...steps,
      'handler taken 10-09 12:00',
      'time taken 10-09 12:00',
    ]);
    expect(rungs('special-case', complaint, [...log.slice(0, -1), ['closed', '10-09 13:00']])).toEqual([
      'rejected-twice taken 10-09 09:00',
      'record-signed taken 10-09 10:00',
      'approval missed 10-09 11:00',
    ]);
  });
});

describe('4.10 the handler is reminded before the agreed time', () => {
  const promised: EventRow = ['promised', '10-08 10:00', { promisedAt: '2026-10-12T12:00:00+08:00' }];
  const log = [received, promised];
  const set = rungsBy(setTo({ reminderLead: '24 hours' }));
  it('nobody is, until a company says how long before', () => {
    expect(rungs('handler-reminder', complaint, log)).toEqual([]);
  });
  it('24 hours before 12 October 12:00: taken by a reminder, missed without one by the answer', () => {
    const answered: EventRow = ['replied', '10-12 11:00'];
    expect(set('handler-reminder', complaint, log, '10-11 11:59')).toEqual(['remind upcoming 10-11 12:00']);
    expect(set('handler-reminder', complaint, log, '10-11 12:00')).toEqual(['remind due 10-11 12:00']);
    expect(set('handler-reminder', complaint, [...log, ['reminded', '10-11 12:00'], answered])).toEqual([
      'remind taken 10-11 12:00',
    ]);
    expect(set('handler-reminder', complaint, [...log, answered])).toEqual(['remind missed 10-11 12:00']);
  });
  it('is cancelled by an answer before it', () => {
    expect(set('handler-reminder', complaint, [...log, ['replied', '10-11 11:59']])).toEqual([
      'remind cancelled 10-11 12:00',
    ]);
  });
  it('without an agreed time there is none', () => {
    expect(set('handler-reminder', complaint, [received])).toEqual([]);
  });
});

describe('4.11 dispatch, extension, escalation', () => {
  const escalated = (when: string, level: number): EventRow => ['escalated', when, { level }];
  it('the department at due, 2 October 17:00; the others only where a company says when', () => {
    expect(rungs('complaint-escalation', complaint, [received])).toEqual(['department due 10-02 17:00']);
    expect(rungs('complaint-escalation', complaint, [received, escalated('10-02 17:30', 1)])).toEqual([
      'department taken 10-02 17:00',
    ]);
  });
  it('cancelled by a solution told at due, an hour later with an extension of 1 hour', () => {
    const solved: EventRow[] = [received, ['resolved', '10-02 17:00'], ['told', '10-02 17:00']];
    expect(rungs('complaint-escalation', complaint, solved)).toEqual(['department cancelled 10-02 17:00']);
    const extended: EventRow = ['extended', '10-02 12:00', { duration: '1 hour' }];
    expect(rungs('complaint-escalation', complaint, [received, extended])).toEqual([
      'department due 10-02 18:00',
    ]);
  });
  it('then project or subsidiary general manager, vice president, general manager', () => {
    const policy = setTo({
      toProject: '24 hours',
      toVicePresident: '48 hours',
      toGeneralManager: '72 hours',
    });
    const log = [received, escalated('10-02 18:00', 1), escalated('10-04 17:00', 3)];
    expect(rungsBy(policy)('complaint-escalation', complaint, log)).toEqual([
      'department taken 10-02 17:00',
      'project missed 10-03 17:00',
      'vice-president taken 10-04 17:00',
      'general-manager due 10-05 17:00',
    ]);
    const roles = (attributes: Record<string, unknown>) =>
      assess(caseOf(log, { ...complaint, ...attributes }), policy, { asOf: at('10-20') })
        .escalations.filter(({ ladder }) => ladder === 'complaint-escalation')
        .map(({ level, to }) => `${level} ${to}`);
    const above = ['3 vice-president', '4 general-manager'];
    expect(roles({})).toEqual(['1 department', '2 project-general-manager', ...above]);
    expect(roles({ unit: 'project' })).toEqual(['1 department', '2 project-general-manager', ...above]);
    expect(roles({ unit: 'subsidiary' })).toEqual(['1 department', '2 subsidiary-general-manager', ...above]);
  });
  it('counts dispatches, extensions, escalations and escalated dispatches of a month', () => {
    const cases: Logged[] = [
      [
        complaint,
        [
          ['received', '10-08 09:00'],
          ['dispatched', '10-08 10:00'],
          ['extended', '10-09 10:00', { duration: '1 day' }],
          ['escalated', '10-10 10:00', { level: 2 }],
          ['dispatched', '10-10 11:00', { level: 2 }],
        ],
      ],
      [
        complaint,
        [
          ['received', '10-08 09:00'],
          ['dispatched', '10-08 10:00'],
        ],
      ],
    ];
    const value = (id: string) => kpi(id, cases);
    expect(value('dispatches')).toEqual(['2026-10 3/null -']);
    expect(value('extensions')).toEqual(['2026-10 1/null -']);
    expect(value('escalations')).toEqual(['2026-10 1/null -']);
    expect(value('escalated-dispatches')).toEqual(['2026-10 1/null -']);
    expect(kpi('dispatches', cases.slice(1))).toEqual(['2026-10 1/null -']);
    expect(kpi('escalations', cases.slice(1))).toEqual(['2026-10 0/null -']);
  });
});

describe('4.17 what cannot be answered exactly', () => {
  const log: EventRow[] = [received, ['unresolved', '10-08 09:00']];
  it('goes to the leader: taken when raised, missed when closed first', () => {
    expect(rungs('unanswerable', inquiry, [...log, ['escalated', '10-08 09:01', { level: 1 }]])).toEqual([
      'leader taken 10-08 09:00',
    ]);
    expect(rungs('unanswerable', inquiry, [...log, ['closed', '10-08 09:01']])).toEqual([
      'leader missed 10-08 09:00',
    ]);
  });
  it('a justified delay goes to the department above: taken by level 2, not by level 1', () => {
    const delayed = { ...complaint, delay: 'justified' };
    const raised = (level: number): EventRow[] => [received, ['escalated', '09-30 18:00', { level }]];
    expect(rungs('unanswerable', delayed, raised(2))).toEqual(['department-above taken 09-30 17:00']);
    expect(rungs('unanswerable', delayed, [...raised(1), ['closed', '10-08 09:00']])).toEqual([
      'department-above missed 09-30 17:00',
    ]);
  });
  it('nothing is promised: kept, broken', () => {
    const observed = (passed: boolean): EventRow[] => [
      received,
      ['observed', '10-08 09:00', { item: 'nothing-promised', passed }],
    ];
    expect(row('nothing-promised', inquiry, observed(true))).toEqual(['met']);
    expect(row('nothing-promised', inquiry, observed(false))).toEqual(['broken']);
  });
});
