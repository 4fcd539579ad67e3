import { describe, expect, it } from 'vitest';
import { assessOrganisation } from '../../src/assess/assess-organisation.ts';
import { realEstateService } from '../../src/presets/real-estate-service.ts';
import { caseOf, type EventRow } from '../support/naive-service.ts';
import { judgedBy, kpiCountsBy, type Logged, organisationBy } from './judging.ts';
import { complaint, inquiry, received, setTo } from './real-estate.ts';

const row = judgedBy(realEstateService);
const kpi = kpiCountsBy(realEstateService);
const organisation = organisationBy(realEstateService);
const midnight = (date: string) => `${date}T00:00:00+08:00`;
/** The same over the year 2026, as of 00:00 of a day. */
const inYear = (id: string, events: readonly EventRow[], asOf: string) =>
  assessOrganisation({ events: caseOf(events).events, shifts: [] }, realEstateService, {
    asOf: midnight(asOf),
    range: { from: midnight('2026-01-01'), to: midnight('2027-01-01') },
  })
    .verdicts.filter(({ standard }) => standard === id)
    .map(({ status }) => status);

describe('4.12 the course of a special case', () => {
  const manager: EventRow = ['promised', '10-09 12:30', { promisedAt: '2026-10-15', role: 'manager' }];
  const whole: EventRow[] = [
    received,
    ['promised', '09-30 17:05', { promisedAt: '2026-10-08' }],
    ['talks-held', '10-09 10:00'],
    ['recorded', '10-09 10:30'],
    ['signed', '10-09 11:00', { form: 'talks-record' }],
    ['approved', '10-09 12:00'],
    manager,
    ['reminded', '10-14 12:00'],
    ['resolved', '10-15 12:00'],
    ['filed', '10-15 13:00'],
    ['report-issued', '10-16 12:00', { form: 'weekly' }],
    ['return-visited', '10-17 12:00'],
  ];
  const without = (...types: string[]) => whole.filter(([type]) => !types.includes(type));
  it.each([
    ['special-record', 'recorded'],
    ['special-approval', 'approved'],
    ['special-reminder', 'promised'],
    ['special-report', 'filed'],
    ['special-return-visit', 'resolved'],
  ])('%s: kept by the whole course, broken without %s', (standard, missing) => {
    expect(row(standard, complaint, whole)).toEqual(['met']);
    expect(row(standard, complaint, without(missing))).toEqual(['broken']);
  });
  it('a return visit before the solution breaks it', () => {
    const early: EventRow[] = [received, ['return-visited', '10-08 09:00'], ['resolved', '10-08 10:00']];
    expect(row('special-return-visit', complaint, early)).toEqual(['broken']);
  });
});

describe('4.13 who is asked first', () => {
  const closed: EventRow = ['closed', '10-08 12:00'];
  it('holds the case until handed over; unheld for a minute breaks it', () => {
    const handed: EventRow = ['transferred', '10-01 09:00', { to: 'Qian' }];
    expect(row('first-asked', { ...complaint, owner: 'Zhao' }, [received, handed, closed])).toEqual(['met']);
    expect(
      row('first-asked', complaint, [received, ['assigned', '09-30 17:00', { to: 'Zhao' }], closed]),
    ).toEqual(['met']);
    expect(
      row('first-asked', complaint, [received, ['assigned', '09-30 17:01', { to: 'Zhao' }], closed]),
    ).toEqual(['broken']);
  });
  it('dropped before anybody else has it', () => {
    const dropped: EventRow = ['changed', '10-01 09:00', { set: { owner: null } }];
    expect(row('first-asked', { ...complaint, owner: 'Zhao' }, [received, dropped, closed])).toEqual([
      'broken',
    ]);
  });
});

describe('4.14 and 4.15 duties', () => {
  const form = (event: string, when: string, form: string): EventRow => [event, when, { form }];
  // July to November, or two years and their quarters, are judged on 1 December.
  it.each<[string, EventRow, readonly [string, string], string[]]>([
    [
      'return-visit-statistics',
      form('report-issued', '09-05 09:00', 'return-visits'),
      ['09-01', '11-01'],
      ['met', 'broken'],
    ],
    [
      'return-visit-opinions-quarterly',
      form('survey-run', '09-30 09:00', 'quarterly'),
      ['04-01', '10-01'],
      ['broken', 'met'],
    ],
    [
      'return-visit-review-quarterly',
      form('review-held', '06-30 09:00', 'quarterly'),
      ['04-01', '10-01'],
      ['met', 'broken'],
    ],
    // Monday 5, 12 and 19 October.
    [
      'reception-report-weekly',
      form('report-issued', '10-11 09:00', 'weekly'),
      ['10-05', '10-19'],
      ['met', 'broken'],
    ],
    [
      'reception-report-monthly',
      form('report-issued', '10-31 23:00', 'monthly'),
      ['09-01', '11-01'],
      ['broken', 'met'],
    ],
  ])('%s: kept in one period, broken in the other', (id, event, range, statuses) => {
    expect(organisation(id, { events: [event] }, range)).toEqual(statuses);
  });
  it.each([
    ['return-visit-opinions-yearly', 'survey-run', 'yearly'],
    ['return-visit-review-yearly', 'review-held', 'yearly'],
    ['return-visit-plan', 'plan-made', 'return-visits'],
  ])('%s: kept by one in the year, open without until it ends', (id, event, name) => {
    expect(inYear(id, [form(event, '03-05 09:00', name)], '2027-01-01')).toEqual(['met']);
    expect(inYear(id, [], '2026-12-31')).toEqual(['pending']);
    expect(inYear(id, [], '2027-01-01')).toEqual(['broken']);
  });
  it('a monthly report is no weekly one', () => {
    const monthly = form('report-issued', '10-06 09:00', 'monthly');
    expect(organisation('reception-report-weekly', { events: [monthly] }, ['10-05', '10-12'])).toEqual([
      'broken',
    ]);
  });
  it('answer library: undetermined until a company says how often, then 2 a month keep it and 1 breaks it', () => {
    const events: EventRow[] = [
      ['library-updated', '09-05 09:00'],
      ['library-updated', '09-06 09:00'],
      ['library-updated', '10-08 09:00'],
    ];
    const set = organisationBy(setTo({ libraryUpdates: 2 }));
    expect(organisation('answer-library', { events }, ['09-01', '11-01'])).toEqual(['undetermined']);
    expect(set('answer-library', { events }, ['09-01', '11-01'])).toEqual(['met', 'broken']);
  });
  it('return visits by department and year: 1 of 2 in sales, 1 of 1 in works', () => {
    const closed = (department: string, ...more: EventRow[]): Logged => [
      { ...complaint, department },
      [['received', '09-01 09:00'], ['closed', '09-02 09:00'], ...more],
    ];
    const visited: EventRow = ['return-visited', '10-08 09:00'];
    expect(
      kpi('return-visit-rate', [closed('sales'), closed('sales', visited), closed('works', visited)]),
    ).toEqual(['2026 sales 1/2 -', '2026 works 1/1 -']);
  });
});

describe('4.16 wrong answers and dropped lines', () => {
  const wrong: EventRow[] = [received, ['replied', '09-30 17:05'], ['answered-wrongly', '10-08 10:00']];
  const put: EventRow[] = [...wrong, ['called-back', '10-08 11:00'], ['apologised', '10-08 11:00']];
  it('called back, apologised and answered fully: undetermined, then within 1 hour kept, later or in part broken', () => {
    const set = judgedBy(setTo({ wrongAnswer: '1 hour' }));
    expect(row('wrong-answer', inquiry, [...put, ['corrected', '10-08 11:00']])).toEqual(['undetermined']);
    expect(set('wrong-answer', inquiry, [...put, ['corrected', '10-08 11:00']])).toEqual(['met 10-08 11:00']);
    expect(set('wrong-answer', inquiry, [...put, ['corrected', '10-08 11:01']])).toEqual([
      'late 10-08 11:00',
    ]);
    expect(set('wrong-answer', inquiry, put)).toEqual(['overdue 10-08 11:00']);
  });
  it('a dropped line is called back: undetermined, then within 5 minutes kept, later broken', () => {
    const set = judgedBy(setTo({ droppedLine: '5 minutes' }));
    const log = (back: string): EventRow[] => [
      ['received', '10-08 09:55'],
      ['line-dropped', '10-08 10:00'],
      ['called-back', back],
    ];
    expect(row('dropped-line', inquiry, log('10-08 10:05'))).toEqual(['undetermined']);
    expect(set('dropped-line', inquiry, log('10-08 10:05'))).toEqual(['met 10-08 10:05']);
    expect(set('dropped-line', inquiry, log('10-08 10:06'))).toEqual(['late 10-08 10:05']);
  });
});

describe('4.18 to 4.21 on the phone and at the desk', () => {
  it('3 rings keep it, 4 break it; a visit has none', () => {
    const rang = (rings: number) => row('rings', { channel: 'phone', rings }, [received]);
    expect(rang(3)).toEqual(['met']);
    expect(rang(4)).toEqual(['broken']);
    expect(row('rings', { channel: 'visit', rings: 4 }, [received])).toEqual([]);
  });
  it.each([
    ['10:00:02', 'met'],
    ['10:00:03', 'met'],
    ['10:00:01', 'broken'],
    ['10:00:04', 'broken'],
  ])('a silent caller greeted at 10:00:00 and again at %s: %s', (clock, status) => {
    const greeted = (when: string, more = {}): EventRow => [
      'greeted',
      `10-08 ${when}`,
      { silent: true, ...more },
    ];
    const log = [greeted('10:00:00'), greeted(clock, { repeated: true })];
    expect(row('silent-caller', {}, log)).toEqual([status]);
  });
  it('hanging up on a silent caller who was greeted once breaks it, on one greeted twice keeps it', () => {
    const greeted: EventRow = ['greeted', '10-08 10:00:00'];
    const again: EventRow = ['greeted', '10-08 10:00:03', { repeated: true }];
    const hungUp: EventRow = ['hung-up', '10-08 10:00:10'];
    expect(row('silent-caller-hung-up', { silent: true }, [greeted, again, hungUp])).toEqual(['met']);
    expect(row('silent-caller-hung-up', { silent: true }, [greeted, hungUp])).toEqual(['broken']);
    expect(row('silent-caller', {}, [greeted, hungUp])).toEqual([]);
  });
  it.each([
    ['opening', '您好，请讲。', 'met'],
    ['opening', '请讲。', 'broken'],
    ['closing', '感谢来电，再见！', 'met'],
    ['closing', '就这样。', 'broken'],
    ['return-visit', '您好，想做个回访。', 'met'],
    ['return-visit', '您好，房子怎么样？', 'broken'],
    ['talk', '这个我查一下。', 'met'],
    ['talk', '这事不归我管。', 'broken'],
  ])('in the situation %s: %s %s', (situation, text, status) => {
    const said: EventRow = ['said', '10-08 10:00', { role: 'agent', situation, text }];
    expect(row('phrases', {}, [received, said])).toEqual([status]);
  });
  it('the register: kept, broken by one item', () => {
    const observed = (passed: boolean): EventRow[] => [
      received,
      ['observed', '10-08 10:00', { item: 'name-registered', passed: true }],
      ['observed', '10-08 10:00', { item: 'consent-before-hold', passed }],
    ];
    expect(row('register', {}, observed(true))).toEqual(['met']);
    expect(row('register', {}, observed(false))).toEqual(['broken']);
  });
});
