import { describe, expect, it } from 'vitest';
import { createAudit } from '../../src/audit/create-audit.ts';
import { checkPolicy } from '../../src/policy/check-policy.ts';
import { procurementCenter } from '../../src/presets/procurement-center.ts';
import { at, caseOf, type EventRow } from '../support/naive-service.ts';
import { judgedBy } from './judging.ts';

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
