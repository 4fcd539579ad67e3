import { describe, expect, it } from 'vitest';
import { assessOrganisation } from '../../src/assess/assess-organisation.ts';
import { extendPolicy } from '../../src/policy/extend-policy.ts';
import { procurementCenter } from '../../src/presets/procurement-center.ts';
import { at, type EventRow } from '../support/naive-service.ts';
import { judgedBy, organisationBy } from './judging.ts';

const row = judgedBy(procurementCenter);

describe('5.7 before talks and meals', () => {
  it.each([
    ['plan-before-talks', 'plan-written', 'talks-started'],
    ['meal-applied-for', 'meal-applied', 'meal-taken'],
  ])('%s: kept with %s first, broken without', (id, first, then) => {
    const late: EventRow[] = [
      [then, '10-13 10:00'],
      [first, '10-13 10:01'],
    ];
    expect(row(id, {}, [[first, '10-12 10:00'], ...late])).toEqual(['met']);
    expect(row(id, {}, late)).toEqual(['broken']);
  });
});

describe('5.8 nobody absent in the reception hours', () => {
  // Saturday 10 October works, Sunday 11 doesn't.
  const days = ['10-10 00:00', '10-12 00:00'] as const;
  const shift = (who: string, to: string, more = {}) => ({
    who,
    from: '10-10 09:00',
    to: `10-10 ${to}`,
    ...more,
  });
  const judge = organisationBy(procurementCenter);
  it('kept by one until 18:00, broken by 17:59 and by an absentee', () => {
    expect(judge('nobody-absent', { shifts: [shift('Li', '18:00')] }, days)).toEqual(['met']);
    expect(judge('nobody-absent', { shifts: [shift('Li', '17:59')] }, days)).toEqual(['broken']);
    const absent = { shifts: [shift('Li', '18:00', { present: false })] };
    expect(judge('nobody-absent', absent, days)).toEqual(['broken']);
  });
  it('asks for as many as a company says', () => {
    const two = organisationBy(
      extendPolicy(procurementCenter, { parameters: { ...procurementCenter.parameters, receptionStaff: 2 } }),
    );
    const log = { shifts: [shift('Li', '18:00'), shift('Wu', '18:00')] };
    expect(two('nobody-absent', log, days)).toEqual(['met']);
    expect(two('nobody-absent', { shifts: log.shifts.slice(1) }, days)).toEqual(['broken']);
  });
});

describe('5.9 internal satisfaction surveyed', () => {
  const judge = (policy: typeof procurementCenter, ...whens: string[]) =>
    assessOrganisation({ events: whens.map((when) => ({ type: 'survey-run', at: at(when) })) }, policy, {
      asOf: '2027-01-01T00:00:00+08:00',
      range: { from: '2026-01-01', to: '2027-01-01' },
    })
      .verdicts.filter(({ standard }) => standard === 'internal-survey')
      .map(({ status }) => status);
  it('undetermined until a company says how often, then twice a year keeps it and once breaks it', () => {
    expect(judge(procurementCenter, '03-02 10:00', '09-01 10:00')).toEqual(['undetermined']);
    const set = extendPolicy(procurementCenter, {
      parameters: { ...procurementCenter.parameters, surveysPerYear: 2 },
    });
    expect(judge(set, '03-02 10:00', '09-01 10:00')).toEqual(['met']);
    expect(judge(set, '03-02 10:00')).toEqual(['broken']);
  });
});

describe('5.10 booking, reception and calls', () => {
  const seen = (item: string, passed: boolean): EventRow => ['observed', '10-13 10:00', { item, passed }];
  it('kept when all that was observed passed, broken by one that did not, undetermined unseen', () => {
    expect(
      row('reception-manners', {}, [seen('booking-name', true), seen('seen-to-the-lift', true)]),
    ).toEqual(['met']);
    expect(row('reception-manners', {}, [seen('booking-name', true), seen('booking-time', false)])).toEqual([
      'broken',
    ]);
    expect(row('reception-manners', {}, [['received', '10-13 10:00']])).toEqual(['undetermined']);
  });
});
