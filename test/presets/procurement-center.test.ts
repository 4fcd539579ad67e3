import { describe, expect, it } from 'vitest';
import { assessOrganisation } from '../../src/assess/assess-organisation.ts';
import { createAudit } from '../../src/audit/create-audit.ts';
import { checkPolicy } from '../../src/policy/check-policy.ts';
import { extendPolicy } from '../../src/policy/extend-policy.ts';
import { procurementCenter } from '../../src/presets/procurement-center.ts';
import { at, caseOf, type EventRow } from '../support/naive-service.ts';
import { judgedBy, organisationBy } from './judging.ts';

const row = judgedBy(procurementCenter);

it('is a sound policy of rows 5.1 to 5.10 in their order', () => {
  expect(checkPolicy(JSON.parse(JSON.stringify(procurementCenter))).problems).toEqual([]);
  const rows = procurementCenter.standards.map((standard) => standard.row);
  expect([...new Set(rows)]).toEqual(Array.from({ length: 10 }, (_, n) => `5.${n + 1}`));
});

describe('5.1 supplier books a visit at least 1 day ahead', () => {
  const booked = (visit: string, when: string) =>
    row('visit-booked', { visitAt: at(visit) }, [['booked', when]]);
  it('for Tuesday 13 October: kept on Monday 12 at 18:00, broken 1 second later', () => {
    expect(booked('10-13 10:00', '10-12 18:00')).toEqual(['met 10-12 18:00']);
    expect(booked('10-13 10:00', '10-12 18:00:01')).toEqual(['late 10-12 18:00']);
  });
  it.each([
    ['Monday 12 October: Sunday 11 is off, Saturday 10 works', '10-12 10:00', '10-10 18:00'],
    ['Thursday 8 October: 7 back to 1 October are off', '10-08 10:00', '09-30 18:00'],
    ['Monday 28 September: 27, 26 and 25 are off', '09-28 10:00', '09-24 18:00'],
    ['Monday 21 September: Sunday 20 works', '09-21 10:00', '09-20 18:00'],
    ['Tuesday 13 October, at its very end', '10-13 23:59:59', '10-12 18:00'],
  ])('rolls back to a working day for a visit on %s', (_, visit, due) => {
    expect(booked(visit, due)).toEqual([`met ${due}`]);
    expect(booked(visit, `${due}:01`)).toEqual([`late ${due}`]);
  });
  it('reads a bare date as that day, whatever the hour', () => {
    expect(row('visit-booked', { visitAt: '2026-10-13' }, [['booked', '10-12 18:00']])).toEqual([
      'met 10-12 18:00',
    ]);
  });
  it('broken where nobody booked, pending before, silent where no visit is meant', () => {
    const visit = { visitAt: at('10-13 10:00') };
    expect(row('visit-booked', visit, [['arrived', '10-13 10:00']])).toEqual(['overdue 10-12 18:00']);
    expect(row('visit-booked', visit, [['received', '10-08 10:00']], '10-12 18:00')).toEqual([
      'pending 10-12 18:00',
    ]);
    expect(row('visit-booked', {}, [['received', '10-08 10:00']])).toEqual([]);
  });
  it('follows a visit that is put off in time, from 13 to 15 October', () => {
    const log: EventRow[] = [
      ['received', '10-08 10:00'],
      ['changed', '10-09 10:00', { set: { visitAt: at('10-15 10:00') } }],
      ['booked', '10-14 18:00'],
    ];
    expect(row('visit-booked', { visitAt: at('10-13 10:00') }, log)).toEqual(['met 10-14 18:00']);
  });
});

describe('5.2 reception generally no longer than 2 hours', () => {
  const reception = (end: string): EventRow[] => [
    ['reception-started', '10-13 10:00'],
    ['reception-ended', `10-13 ${end}`],
  ];
  it('kept by 2 hours, broken by 1 second more, as advice', () => {
    expect(row('reception-length', {}, reception('12:00'))).toEqual(['met']);
    expect(row('reception-length', {}, reception('12:00:01'))).toEqual(['broken']);
    const part = procurementCenter.standards.find(({ id }) => id === 'reception-length')!;
    expect(part.severity).toBe('soft');
  });
});

describe('5.3 complaint line: answered within 1 hour', () => {
  const complaint = { kind: 'complaint' };
  const answer = (received: string, replied: string) =>
    row('complaint-answer', complaint, [
      ['received', received],
      ['replied', replied],
    ]);
  it('kept at 60 minutes, broken 1 second later and without an answer', () => {
    expect(answer('09-28 10:00', '09-28 11:00')).toEqual(['met 09-28 11:00']);
    expect(answer('09-28 10:00', '09-28 11:00:01')).toEqual(['late 09-28 11:00']);
    const acknowledged: EventRow[] = [
      ['received', '09-28 10:00'],
      ['acknowledged', '09-28 10:05'],
    ];
    expect(row('complaint-answer', complaint, acknowledged)).toEqual(['overdue 09-28 11:00']);
  });
  it('never rolls: taken at 17:30 on the eve of National Day it is due at 18:30, at night on 1 October at 04:00', () => {
    expect(answer('09-30 17:30', '09-30 18:30')).toEqual(['met 09-30 18:30']);
    expect(answer('09-30 17:30', '10-08 09:00')).toEqual(['late 09-30 18:30']);
    expect(answer('10-01 03:00', '10-01 04:00')).toEqual(['met 10-01 04:00']);
  });
});

describe('5.4 on-time supply and contract-review timeliness, without goals', () => {
  const promised = { promisedAt: at('10-09 12:00') };
  const rateOf = (kpi: string, kind: string, event: string) => {
    const audit = createAudit(procurementCenter, { asOf: at('11-01 00:00') });
    for (const [n, done] of ['10-08 10:00', '10-09 12:00', '10-09 12:00:01', '10-10 10:00'].entries())
      audit.add({
        ...caseOf(
          [
            ['received', '09-30 10:00'],
            [event, done],
          ],
          { kind, ...promised },
        ),
        id: `S-${n}`,
      });
    return audit
      .report()
      .kpis.filter(({ id }) => id === kpi)
      .map(({ numerator, denominator, value, goal, met }) => ({ numerator, denominator, value, goal, met }));
  };
  it.each([
    ['on-time-supply', 'supply', 'delivered'],
    ['contract-review-timeliness', 'contract-review', 'approved'],
  ])('%s: 2 of 4 in time, neither met nor missed', (kpi, kind, event) => {
    expect(rateOf(kpi, kind, event)).toEqual([
      { numerator: 2, denominator: 4, value: 0.5, goal: null, met: null },
    ]);
  });
  it('kept at the promised time, broken 1 second later', () => {
    const delivered = (when: string): EventRow[] => [
      ['received', '09-30 10:00'],
      ['delivered', when],
    ];
    const supply = { kind: 'supply', ...promised };
    expect(row('supply', supply, delivered('10-09 12:00'))).toEqual(['met 10-09 12:00']);
    expect(row('supply', supply, delivered('10-09 12:00:01'))).toEqual(['late 10-09 12:00']);
    expect(row('request-promise', supply, delivered('10-09 12:00'))).toEqual([]);
  });
});

describe('5.5 the handler promises a time, which is due', () => {
  const request = { kind: 'inquiry' };
  const received: EventRow = ['received', '09-30 10:00'];
  const promise = (when: string, promisedAt: string): EventRow => [
    'promised',
    when,
    { promisedAt: at(promisedAt) },
  ];
  it('kept at the promised instant on a holiday, broken 1 second later, overdue without an answer', () => {
    const log = [received, promise('09-30 11:00', '10-03 12:00')];
    const replied = (when: string): EventRow => ['replied', when];
    expect(row('request-promise', request, [...log, replied('10-03 12:00')])).toEqual(['met 10-03 12:00']);
    expect(row('request-promise', request, [...log, replied('10-03 12:00:01')])).toEqual([
      'late 10-03 12:00',
    ]);
    expect(row('request-promise', request, log)).toEqual(['overdue 10-03 12:00']);
  });
  it('takes it from the case too, a bare date as the end of that day', () => {
    const onDate = { promisedAt: '2026-10-09' };
    expect(row('request-promise', onDate, [received, ['resolved', '10-10 00:00']])).toEqual([
      'met 10-10 00:00',
    ]);
    expect(row('request-promise', onDate, [received, ['resolved', '10-10 00:00:01']])).toEqual([
      'late 10-10 00:00',
    ]);
  });
  it('undetermined while none is given, answered or not', () => {
    expect(row('request-promise', request, [received])).toEqual(['undetermined']);
    expect(row('request-promise', request, [received, ['replied', '09-30 10:05']])).toEqual(['undetermined']);
  });
  it('the first promise stands: neither a second one nor a pause moves it', () => {
    const log: EventRow[] = [
      received,
      promise('09-30 11:00', '10-08 12:00'),
      promise('09-30 12:00', '10-12 12:00'),
      ['paused', '09-30 13:00'],
      ['resumed', '10-08 11:00'],
    ];
    expect(row('request-promise', request, log)).toEqual(['overdue 10-08 12:00']);
  });
  it('an extension granted before it is due moves it', () => {
    const log: EventRow[] = [
      received,
      promise('09-30 11:00', '10-08 12:00'),
      ['extended', '10-08 11:00', { until: at('10-09 12:00') }],
    ];
    expect(row('request-promise', request, [...log, ['replied', '10-09 12:00']])).toEqual([
      'met 10-09 12:00',
    ]);
    expect(row('request-promise', request, log)).toEqual(['overdue 10-09 12:00']);
  });
  it('says nothing of complaints and visits', () => {
    expect(row('request-promise', { kind: 'complaint' }, [received])).toEqual([]);
    expect(row('request-promise', { visitAt: at('10-13 10:00') }, [['booked', '10-08 10:00']])).toEqual([]);
  });
});

describe('5.6 visitors received at the booked time', () => {
  const visit = { visitAt: at('10-13 10:00') };
  const log = (...more: EventRow[]): EventRow[] => [
    ['booked', '10-09 10:00'],
    ['arrived', '10-13 09:50'],
    ...more,
  ];
  it('kept at 10:00, broken 1 second later', () => {
    expect(row('received-on-time', visit, log(['reception-started', '10-13 10:00']))).toEqual([
      'met 10-13 10:00',
    ]);
    expect(row('received-on-time', visit, log(['reception-started', '10-13 10:00:01']))).toEqual([
      'late 10-13 10:00',
    ]);
  });
  it('moves with a visit that is put off, and ends with one that is called off', () => {
    const putOff: EventRow = ['changed', '10-12 10:00', { set: { visitAt: at('10-14 15:00') } }];
    expect(row('received-on-time', visit, log(putOff, ['reception-started', '10-14 15:00']))).toEqual([
      'met 10-14 15:00',
    ]);
    expect(row('received-on-time', visit, log(['withdrawn', '10-12 10:00']))).toEqual(['exempt 10-13 10:00']);
  });
  it('a delay is explained by then: kept at 10:00, broken 1 second later or untold, needless if there is none', () => {
    expect(row('delay-explained', visit, log(['delay-told', '10-13 10:00']))).toEqual(['met 10-13 10:00']);
    expect(row('delay-explained', visit, log(['delay-told', '10-13 10:00:01']))).toEqual([
      'late 10-13 10:00',
    ]);
    expect(row('delay-explained', visit, log(['reception-started', '10-13 10:05']))).toEqual([
      'overdue 10-13 10:00',
    ]);
    expect(row('delay-explained', visit, log(['reception-started', '10-13 09:55']))).toEqual([
      'exempt 10-13 10:00',
    ]);
  });
  it('never alone', () => {
    const seen = (passed: boolean) =>
      log(['observed', '10-13 10:10', { item: 'visitor-never-alone', passed }]);
    expect(row('visitor-accompanied', visit, seen(true))).toEqual(['met']);
    expect(row('visitor-accompanied', visit, seen(false))).toEqual(['broken']);
  });
});

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
