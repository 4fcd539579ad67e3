import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../src/policy/check-policy.ts';
import { realEstateService } from '../../src/presets/real-estate-service.ts';
import type { EventRow } from '../support/naive-service.ts';
import { judgedBy, kpiCountsBy, type Logged } from './judging.ts';
import { complaint, inquiry, received, setTo } from './real-estate.ts';

const row = judgedBy(realEstateService);
const kpi = kpiCountsBy(realEstateService);

describe('4.1 complaints solved and told within 48 hours', () => {
  const solved: EventRow = ['resolved', '10-01 10:00'];
  it.each<[string, EventRow[], string]>([
    ['kept when told on 2 October at 17:00, a holiday', [solved, ['told', '10-02 17:00']], 'met'],
    ['late when told 1 second later', [solved, ['told', '10-02 17:00:01']], 'late'],
    [
      'late when told early and solved late',
      [
        ['told', '10-01 10:00'],
        ['resolved', '10-02 17:01'],
      ],
      'late',
    ],
    ['overdue when solved and never told', [solved], 'overdue'],
    [
      'overdue after an interim reply',
      [
        ['replied', '09-30 17:05'],
        ['told', '09-30 17:05'],
      ],
      'overdue',
    ],
    ['overdue when closed only', [['closed', '10-01 10:00']], 'overdue'],
    ['a reopening starts nothing anew', [['reopened', '10-02 10:00'], solved], 'overdue'],
    [
      'a pause stops nothing: none is printed',
      [
        ['paused', '10-01 09:00'],
        ['resumed', '10-02 09:00'],
      ],
      'overdue',
    ],
    ['exempt when withdrawn at due', [['withdrawn', '10-02 17:00']], 'exempt'],
    ['overdue when withdrawn 1 second later', [['withdrawn', '10-02 17:00:01']], 'overdue'],
  ])('%s', (_, events, status) => {
    expect(row('complaint-solved', complaint, [received, ...events])).toEqual([`${status} 10-02 17:00`]);
  });
  it('is pending at due, overdue 1 second later', () => {
    expect(row('complaint-solved', complaint, [received], '10-02 17:00')).toEqual(['pending 10-02 17:00']);
    expect(row('complaint-solved', complaint, [received], '10-02 17:00:01')).toEqual(['overdue 10-02 17:00']);
  });
  it('is due a day later with an extension of 24 hours', () => {
    const log: EventRow[] = [received, ['extended', '10-01 12:00', { duration: '24 hours' }], solved];
    expect(row('complaint-solved', complaint, [...log, ['told', '10-03 17:00']])).toEqual([
      'met 10-03 17:00',
    ]);
    expect(row('complaint-solved', complaint, [...log, ['told', '10-03 17:01']])).toEqual([
      'late 10-03 17:00',
    ]);
  });
  it('reclassified before due: into a complaint counts from receipt, out of it ends; after due nothing changes', () => {
    const becomes = (kind: string, when: string): EventRow => ['changed', when, { set: { kind } }];
    const log = (change: EventRow): EventRow[] => [
      received,
      change,
      ['resolved', '10-02 17:00'],
      ['told', '10-02 17:01'],
    ];
    expect(row('complaint-solved', inquiry, log(becomes('complaint', '10-02 09:00')))).toEqual([
      'late 10-02 17:00',
    ]);
    expect(row('complaint-solved', complaint, log(becomes('inquiry', '10-02 09:00')))).toEqual([
      'exempt 10-02 17:00',
    ]);
    expect(row('complaint-solved', complaint, [received, becomes('inquiry', '10-03 09:00')])).toEqual([
      'overdue 10-02 17:00',
    ]);
  });
  it('is about complaints proper, and about repairs too once a company says so', () => {
    const log: EventRow[] = [received, solved, ['told', '10-01 10:00']];
    const widened = judgedBy(
      setTo({ complaintKinds: ['complaint', 'repair', 'inquiry', 'suggestion', 'query'] }),
    );
    expect(row('complaint-solved', { kind: 'repair' }, log)).toEqual([]);
    expect(widened('complaint-solved', { kind: 'repair' }, log)).toEqual(['met 10-02 17:00']);
    expect(widened('complaint-solved', { kind: 'repair' }, [received])).toEqual(['overdue 10-02 17:00']);
    expect(widened('complaint-solved', complaint, log)).toEqual(['met 10-02 17:00']);
  });
});

describe('4.2 answered at once, or a time agreed', () => {
  const promised = (promisedAt: string): EventRow => ['promised', '09-30 17:05', { promisedAt }];
  const friday = '2026-10-09T12:00:00+08:00';
  it('at once is undetermined until a company sets answerAtOnce, then 10 minutes keep it and 1 second more breaks it', () => {
    const log = (when: string): EventRow[] => [received, ['replied', when]];
    const set = judgedBy(setTo({ answerAtOnce: '10 minutes' }));
    expect(row('answer-at-once', complaint, log('09-30 17:10'))).toEqual(['undetermined']);
    expect(row('answer-at-once', inquiry, [received])).toEqual(['undetermined']);
    expect(set('answer-at-once', complaint, log('09-30 17:10'))).toEqual(['met 09-30 17:10']);
    expect(set('answer-at-once', inquiry, log('09-30 17:10:01'))).toEqual(['late 09-30 17:10']);
    expect(set('answer-at-once', inquiry, [received])).toEqual(['overdue 09-30 17:10']);
    expect(set('answer-at-once', inquiry, [received, promised(friday)])).toEqual(['met 09-30 17:10']);
    expect(set('answer-at-once', { kind: 'repair' }, [received])).toEqual([]);
  });
  it.each([
    ['kept at the agreed time', '10-09 12:00', 'met'],
    ['late 1 second after it', '10-09 12:00:01', 'late'],
  ])('the agreed 9 October 12:00: %s', (_, when, status) => {
    expect(row('agreed-time', inquiry, [received, promised(friday), ['replied', when]])).toEqual([
      `${status} 10-09 12:00`,
    ]);
    expect(row('agreed-time', { ...complaint, promisedAt: friday }, [received, ['resolved', when]])).toEqual([
      `${status} 10-09 12:00`,
    ]);
  });
  it('a bare date is due at 24:00 of its day, holiday or not', () => {
    const log = (when: string): EventRow[] => [received, promised('2026-10-05'), ['replied', when]];
    expect(row('agreed-time', inquiry, log('10-06 00:00'))).toEqual(['met 10-06 00:00']);
    expect(row('agreed-time', inquiry, log('10-06 00:00:01'))).toEqual(['late 10-06 00:00']);
  });
  it('another time agreed before the first counts, one agreed after it does not', () => {
    const again = (when: string): EventRow => ['promised', when, { promisedAt: '2026-10-12T12:00:00+08:00' }];
    const answered: EventRow = ['replied', '10-12 10:00'];
    expect(row('agreed-time', inquiry, [received, promised(friday), again('10-09 11:59'), answered])).toEqual(
      ['met 10-12 12:00'],
    );
    expect(row('agreed-time', inquiry, [received, promised(friday), again('10-09 12:01'), answered])).toEqual(
      ['late 10-09 12:00'],
    );
  });
  it('a pause does not move it', () => {
    const log: EventRow[] = [
      received,
      promised(friday),
      ['paused', '10-08 09:00'],
      ['resumed', '10-09 11:00'],
    ];
    expect(row('agreed-time', inquiry, log)).toEqual(['overdue 10-09 12:00']);
  });
  it('without an agreed time only the answer at once is asked for', () => {
    expect(row('agreed-time', inquiry, [received])).toEqual([]);
    expect(row('answer-at-once', inquiry, [received])).toEqual(['undetermined']);
  });
});

describe('4.4 inquiries and complaints answered in time, by receipt', () => {
  it('an inquiry is due after 48 hours: 2 October 17:00, holiday or not', () => {
    expect(row('inquiry-answer', inquiry, [received, ['replied', '10-02 17:00']])).toEqual([
      'met 10-02 17:00',
    ]);
    expect(row('inquiry-answer', inquiry, [received, ['replied', '10-02 17:00:01']])).toEqual([
      'late 10-02 17:00',
    ]);
    expect(row('inquiry-answer', complaint, [received])).toEqual([]);
  });
  it('or at the agreed time, sooner or later, whenever within the 48 hours it was agreed', () => {
    const agreed = (when: string, promisedAt: string): EventRow[] => [
      received,
      ['promised', when, { promisedAt }],
    ];
    const answered: EventRow = ['resolved', '10-08 18:00'];
    const later = '2026-10-08T18:00:00+08:00';
    const sooner = '2026-10-01T12:00:00+08:00';
    expect(row('inquiry-answer', inquiry, [...agreed('10-02 16:59', later), answered])).toEqual([
      'met 10-08 18:00',
    ]);
    expect(row('inquiry-answer', inquiry, [...agreed('10-02 17:01', later), answered])).toEqual([
      'late 10-02 17:00',
    ]);
    expect(row('inquiry-answer', inquiry, agreed('10-01 09:00', sooner))).toEqual(['overdue 10-01 12:00']);
    expect(row('inquiry-answer', { ...inquiry, promisedAt: later }, [received, answered])).toEqual([
      'met 10-08 18:00',
    ]);
  });
  it('inquiries: 1 of 1 meets it; one that is late, overdue or not due yet misses it', () => {
    const kept: Logged = [
      inquiry,
      [
        ['received', '09-01 09:00'],
        ['replied', '09-02 09:00'],
      ],
    ];
    const late: Logged = [
      inquiry,
      [
        ['received', '09-01 09:00'],
        ['replied', '09-03 09:01'],
      ],
    ];
    const open: Logged = [inquiry, [['received', '09-30 09:00']]];
    expect(kpi('inquiry-timeliness', [kept])).toEqual(['2026-09 1/1 met']);
    expect(kpi('inquiry-timeliness', [kept, late])).toEqual(['2026-09 1/2 missed']);
    expect(kpi('inquiry-timeliness', [kept, open], '10-01 09:00')).toEqual(['2026-09 1/2 missed']);
  });
  it('complaints apart: neither counts among the other', () => {
    const kept: Logged = [
      complaint,
      [
        ['received', '09-01 09:00'],
        ['resolved', '09-02 09:00'],
        ['told', '09-03 09:00'],
      ],
    ];
    const broken: Logged = [
      complaint,
      [
        ['received', '09-01 09:00'],
        ['replied', '09-02 09:00'],
      ],
    ];
    expect(kpi('complaint-timeliness', [kept])).toEqual(['2026-09 1/1 met']);
    expect(kpi('complaint-timeliness', [kept, broken])).toEqual(['2026-09 1/2 missed']);
    expect(kpi('inquiry-timeliness', [kept, broken])).toEqual([]);
  });
});

describe('the preset', () => {
  const { standards, ladders = [], kpis = [] } = realEstateService;
  const numberOf = ({ row = '' }: { readonly row?: string }) => Number(row.split('.')[1]);
  it('has all 21 rows, each list in the order of the rulebook', () => {
    const all = [standards, ladders, kpis].map((list) => list.map(numberOf));
    for (const numbers of all) expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(new Set(all.flat())).toEqual(new Set(Array.from({ length: 21 }, (_, n) => n + 1)));
  });
  it('gives every part a clause, a weight and a title in both languages', () => {
    for (const part of [...standards, ...ladders, ...kpis]) {
      expect(part).toMatchObject({
        clause: expect.any(String),
        weight: expect.stringMatching(/^[CSM]$/),
        title: { en: expect.any(String), 'zh-CN': expect.any(String) },
      });
    }
  });
  it('is a document the lint has nothing against', () => {
    expect(checkPolicy(JSON.parse(JSON.stringify(realEstateService))).problems).toEqual([]);
  });
});
