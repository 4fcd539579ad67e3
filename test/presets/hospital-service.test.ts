import { describe, expect, it } from 'vitest';
import { createAudit } from '../../src/audit/create-audit.ts';
import { hospitalService } from '../../src/presets/hospital-service.ts';
import { at, caseOf, type EventRow } from '../support/naive-service.ts';
import { judgedBy, organisationBy, rungsBy } from './judging.ts';

const row = judgedBy(hospitalService);
const admitted: EventRow = ['admitted', '10-01 10:00'];

describe('7.1 the resident visits in each half-day of the stay', () => {
  // Admitted 1 October 10:00, discharged 3 October 10:00: whole half-days are 1 Oct pm, 2 Oct am, 2 Oct pm.
  const discharged: EventRow = ['discharged', '10-03 10:00'];
  const visit = (when: string, role = 'resident'): EventRow => ['visited', when, { role }];
  it('kept with one visit in each of the three', () => {
    const visits = [visit('10-01 15:00'), visit('10-02 08:00'), visit('10-02 16:00')];
    expect(row('resident-visits', {}, [admitted, ...visits, discharged])).toEqual(['met', 'met', 'met']);
  });
  it('two in one morning do not do for the afternoon', () => {
    const visits = [visit('10-01 15:00'), visit('10-02 08:00'), visit('10-02 11:59')];
    expect(row('resident-visits', {}, [admitted, ...visits, discharged])).toEqual(['met', 'met', 'broken']);
  });
  it('12:00 is the afternoon', () => {
    const visits = [visit('10-01 12:00'), visit('10-02 12:00')];
    expect(row('resident-visits', {}, [admitted, ...visits, discharged])).toEqual(['met', 'broken', 'met']);
  });
  it('a round of the resident does, a visit of somebody else does not', () => {
    const visits = [visit('10-01 15:00', 'family'), visit('10-02 08:00')];
    const round: EventRow = ['round', '10-02 16:00', { role: 'resident' }];
    expect(row('resident-visits', {}, [admitted, ...visits, round, discharged])).toEqual([
      'broken',
      'met',
      'met',
    ]);
  });
  it('a half-day that the stay cuts is none, and the one under way is pending', () => {
    expect(row('resident-visits', {}, [admitted, ['discharged', '10-01 23:59']])).toEqual([]);
    expect(row('resident-visits', {}, [admitted], '10-02 09:00')).toEqual(['broken', 'pending']);
  });
});

describe('7.2 rounds every week', () => {
  // Monday 5 October to Monday 19 October: two weeks.
  const weeks = ['10-05 00:00', '10-19 00:00'] as const;
  it.each([
    ['chief-round', 'round', 'associate-chief'],
    ['nursing-round', 'round', 'head-nurse'],
    ['nurse-hand-over', 'handed-over', 'nurse'],
    ['nurse-round-with-doctor', 'round', 'nurse'],
  ])('%s: kept in the first week, broken in the second', (id, event, role) => {
    const events: EventRow[] = [[event, '10-11 09:00', { role }]];
    expect(organisationBy(hospitalService)(id, { events }, weeks)).toEqual(['met', 'broken']);
  });
});

describe('7.3 no clear diagnosis within 3 days of admission', () => {
  // 1 October isn't counted; 2, 3 and 4 October are: due 4 October 24:00, holidays or not.
  it('kept at 24:00 of day 3, broken 1 second later', () => {
    expect(row('unclear-diagnosis', {}, [admitted, ['consulted', '10-05 00:00']])).toEqual([
      'met 10-05 00:00',
    ]);
    expect(row('unclear-diagnosis', {}, [admitted, ['consulted', '10-05 00:00:01']])).toEqual([
      'late 10-05 00:00',
    ]);
  });
  it('asked only while undiagnosed: a diagnosis in time ends it, one after due does not', () => {
    expect(row('unclear-diagnosis', {}, [admitted, ['diagnosed', '10-04 12:00']])[0]).toMatch(/^exempt/);
    expect(row('unclear-diagnosis', {}, [admitted, ['diagnosed', '10-05 08:00']])).toEqual([
      'overdue 10-05 00:00',
    ]);
  });
});

describe('7.4 poor effect after 7 days of treatment', () => {
  // Begun 1 October; 2 to 8 October are days 1 to 7: due 8 October 24:00.
  const begun: EventRow = ['treatment-started', '10-01 10:00'];
  const assessed = (outcome: string): EventRow => ['outcome-assessed', '10-07 10:00', { outcome }];
  it('kept by a consultation on day 7, broken on day 8', () => {
    expect(row('poor-effect', {}, [begun, assessed('poor'), ['consulted', '10-08 23:59']])).toEqual([
      'met 10-09 00:00',
    ]);
    expect(row('poor-effect', {}, [begun, assessed('poor'), ['consulted', '10-09 00:01']])).toEqual([
      'late 10-09 00:00',
    ]);
  });
  it('a good effect needs none', () => {
    expect(row('poor-effect', {}, [begun, assessed('good')])[0]).toMatch(/^exempt/);
    expect(row('poor-effect', { outcome: 'good' }, [begun])).toEqual([]);
    expect(row('poor-effect', { outcome: 'poor' }, [begun])).toEqual(['overdue 10-09 00:00']);
  });
});

describe('7.5 discharge told a day ahead', () => {
  const leave: EventRow = ['discharged', '10-10 10:00'];
  it.each(['chief', 'head-nurse'])('to the %s: kept on 9 October 23:59, broken on the day itself', (to) => {
    const told = (when: string): EventRow => ['discharge-told', when, { to }];
    const id = `discharge-told-${to}`;
    expect(row(id, {}, [admitted, told('10-09 23:59'), leave])[0]).toMatch(/^met/);
    expect(row(id, {}, [admitted, told('10-10 08:00'), leave])[0]).toMatch(/^late/);
    expect(row(id, {}, [admitted, leave])[0]).toMatch(/^overdue/);
  });
});

describe('7.6 nursing', () => {
  const observed = (passed: boolean, item = 'basic-nursing'): EventRow => [
    'observed',
    '10-03 10:00',
    { item, passed },
  ];
  const passRate = (passes: number, failures: number) => {
    const audit = createAudit(hospitalService, { asOf: at('11-01 00:00') });
    for (let n = 0; n < passes + failures; n++)
      audit.add({ ...caseOf([admitted, observed(n < passes)]), id: `P-${n}` });
    return audit
      .report()
      .kpis.filter(({ id }) => id === 'nursing-pass-rate')
      .map(({ value, met }) => [value, met]);
  };
  it('9 of 10 meet 90%, 8 of 10 miss it', () => {
    expect(passRate(9, 1)).toEqual([[0.9, true]]);
    expect(passRate(8, 2)).toEqual([[0.8, false]]);
  });
  it('of one patient too: 9 of 10 keep it, 8 of 10 break it', () => {
    const ten = (passes: number) => Array.from({ length: 10 }, (_, n) => observed(n < passes));
    expect(row('nursing', {}, [admitted, ...ten(9)])).toEqual(['met']);
    expect(row('nursing', {}, [admitted, ...ten(8)])).toEqual(['broken']);
  });
  it('no bedsore keeps it, one breaks it at once', () => {
    const received: EventRow = ['received', '10-01 10:00'];
    expect(row('no-nursing-harm', {}, [received, ['closed', '10-05 10:00']])).toEqual(['met']);
    expect(row('no-nursing-harm', {}, [received, ['bedsore', '10-04 10:00']])).toEqual(['broken']);
  });
});

describe('7.7 consultation by level', () => {
  const asked = (scope: string): EventRow => ['consultation-requested', '10-08 09:00', { scope }];
  const escalated = (level: number): EventRow => ['escalated', '10-08 10:00', { level }];
  const rungs = rungsBy(hospitalService);
  it.each([
    ['department', 1, 'in-department'],
    ['departments', 2, 'between-departments'],
    ['hospital', 3, 'in-hospital'],
    ['outside', 4, 'outside'],
  ])('%s: taken with level %i, open without', (scope, level, rung) => {
    expect(rungs('consultation-levels', {}, [admitted, asked(scope), escalated(level)])).toEqual([
      `${rung} taken 10-08 09:00`,
    ]);
    expect(rungs('consultation-levels', {}, [admitted, asked(scope)])).toEqual([`${rung} due 10-08 09:00`]);
  });
  it('a transfer goes to the chief, then to the medical office', () => {
    const log: EventRow[] = [
      admitted,
      ['transfer-discussed', '10-08 09:00'],
      ['escalated', '10-08 09:30', { level: 2 }],
      ['approved', '10-08 10:00', { role: 'chief', form: 'transfer' }],
    ];
    expect(rungs('consultation-levels', {}, log)).toEqual([
      'transfer-chief taken 10-08 09:00',
      'transfer-office due 10-08 10:00',
    ]);
  });
});

describe('7.8 consultations and discussions first', () => {
  const consulted: EventRow = ['consulted', '10-02 10:00'];
  const left: EventRow = ['discharged', '10-09 10:00'];
  it('before an operation of class 2, not of class 1', () => {
    const operated = (level: number): EventRow => ['operated', '10-03 10:00', { class: level }];
    expect(row('consultation-before-operation', {}, [admitted, consulted, operated(2)])).toEqual(['met']);
    expect(row('consultation-before-operation', {}, [admitted, operated(2)])).toEqual(['broken']);
    expect(row('consultation-before-operation', {}, [admitted, operated(1)])).not.toContain('broken');
  });
  it('for severe cases, and where the family asks', () => {
    for (const [id, attributes] of [
      ['consultation-of-severe-cases', { severity: 'critical' }],
      ['consultation-asked-for', { consultationAsked: true }],
    ] as const) {
      expect(row(id, attributes, [admitted, consulted, left])).toEqual(['met']);
      expect(row(id, attributes, [admitted, left])).toEqual(['broken']);
      expect(row(id, {}, [admitted, left])).not.toContain('broken');
    }
  });
  it('recorded by the attending after it was held', () => {
    const recorded = (when: string): EventRow => ['consultation-recorded', when, { role: 'attending' }];
    expect(row('consultation-recorded', {}, [admitted, consulted, recorded('10-02 11:00')])).toEqual(['met']);
    expect(row('consultation-recorded', {}, [admitted, recorded('10-02 09:00'), consulted])).toEqual([
      'broken',
    ]);
  });
  it('costly tests only after discussion', () => {
    const test: EventRow = ['costly-test', '10-03 10:00'];
    expect(row('costly-after-discussion', {}, [admitted, ['discussed', '10-03 09:00'], test])).toEqual([
      'met',
    ]);
    expect(row('costly-after-discussion', {}, [admitted, test])).toEqual(['broken']);
  });
});

describe('7.9 the resident is responsible round the clock', () => {
  it('kept when somebody holds the patient from admission on, broken with a gap of 1 minute', () => {
    const left: EventRow = ['discharged', '10-05 10:00'];
    const given = (when: string): EventRow => ['assigned', when, { to: 'Dr Li' }];
    expect(row('resident-responsible', {}, [admitted, given('10-01 10:00'), left])).toEqual(['met']);
    expect(row('resident-responsible', {}, [admitted, given('10-01 10:01'), left])).toEqual(['broken']);
  });
});

describe('7.10 and 7.11 checklists', () => {
  const observed = (item: string, passed: boolean): EventRow => ['observed', '10-03 10:00', { item, passed }];
  it('each omission of the chief’s round costs 1 of 5 points', () => {
    const audit = createAudit(hospitalService, { asOf: at('11-01 00:00') });
    const log = [admitted, observed('round-held', true), observed('records-checked', false)];
    const added = audit.add(caseOf(log));
    const verdicts = added.ok ? added.assessment.verdicts : [];
    const verdict = verdicts.find(({ standard }) => standard === 'chief-round-rules');
    expect(verdict?.status).toBe('broken');
    expect(verdict?.detail).toMatchObject({ score: 4, deducted: 1 });
    expect(row('chief-round-rules', {}, [admitted, observed('round-held', true)])).toEqual(['met']);
  });
  it('ward standards: kept, broken', () => {
    expect(row('ward-standards', {}, [admitted, observed('nobody-refused', true)])).toEqual(['met']);
    expect(row('ward-standards', {}, [admitted, observed('nobody-refused', false)])).toEqual(['broken']);
  });
});
