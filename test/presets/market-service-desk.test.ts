import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../src/policy/check-policy.ts';
import { extendPolicy } from '../../src/policy/extend-policy.ts';
import { marketServiceDesk } from '../../src/presets/market-service-desk.ts';
import type { EventRow } from '../support/naive-service.ts';
import { judgedBy } from './judging.ts';

const row = judgedBy(marketServiceDesk);

const complaint = { kind: 'complaint' };

const closed: EventRow = ['closed', '10-19 10:00'];

/** The preset with one more of its parameters set. */
const withSet = (parameter: string, limit: string) =>
  judgedBy(
    extendPolicy(marketServiceDesk, {
      parameters: { ...marketServiceDesk.parameters, [parameter]: limit },
    }),
  );

it('is a sound policy of rows 1.1 to 1.11 in their order', () => {
  expect(checkPolicy(JSON.parse(JSON.stringify(marketServiceDesk))).problems).toEqual([]);
  const rows = marketServiceDesk.standards.map((standard) => standard.row);
  expect([...new Set(rows)]).toEqual(Array.from({ length: 11 }, (_, n) => `1.${n + 1}`));
});

describe('1.1 complaint answered within 5 working days of its being taken', () => {
  // From Thursday 24 September: 25-27 off; 28, 29, 30 September are 1-3; 1-7 October off; 8 and 9 October are 4, 5.
  const received: EventRow = ['received', '09-24 15:00'];
  const answer = (when: string, type = 'replied') =>
    row('complaint-answer', complaint, [received, [type, when]]);
  it('kept on 9 October at 18:00, across National Day', () => {
    expect(answer('10-09 18:00')).toEqual(['met 10-09 18:00']);
    expect(answer('10-09 18:00', 'resolved')).toEqual(['met 10-09 18:00']);
  });
  it('broken 1 second later, and without an answer', () => {
    expect(answer('10-09 18:00:01')).toEqual(['late 10-09 18:00']);
    expect(row('complaint-answer', complaint, [received, closed])).toEqual(['overdue 10-09 18:00']);
  });
  it('counts Saturday 10 October: taken on 30 September or 3 October, 8, 9, 10, 12 and 13 October are its 5 days', () => {
    for (const when of ['09-30 16:00', '10-03 10:00'])
      expect(row('complaint-answer', complaint, [['received', when]], '10-08 00:00')).toEqual([
        'pending 10-13 18:00',
      ]);
  });
  it('counts Sunday 20 September: taken on Saturday 19, it is day 1, and 21 to 24 are days 2 to 5', () => {
    const replied: EventRow = ['replied', '09-24 18:00'];
    expect(row('complaint-answer', complaint, [['received', '09-19 10:00'], replied])).toEqual([
      'met 09-24 18:00',
    ]);
  });
  it('never restarts and never waits: a return, a reopening and a pause leave it due on 9 October', () => {
    const log: EventRow[] = [
      received,
      ['returned', '09-28 10:00'],
      ['paused', '09-28 11:00'],
      ['resumed', '09-30 11:00'],
      ['reopened', '09-30 12:00'],
      ['received', '09-30 13:00'],
    ];
    expect(row('complaint-answer', complaint, log)).toEqual(['overdue 10-09 18:00']);
  });
  it('is not kept by what the department says, nor by an acknowledgement', () => {
    expect(answer('09-28 10:00', 'department-replied')).toEqual(['overdue 10-09 18:00']);
    expect(answer('09-28 10:00', 'acknowledged')).toEqual(['overdue 10-09 18:00']);
  });
  it('says nothing of inquiries', () => {
    expect(row('complaint-answer', { kind: 'inquiry' }, [received])).toEqual([]);
  });
});

describe('1.2 verified complaint: answer and solution of the department within 3 working days', () => {
  // Transferred on Tuesday 29 September: the 30th is day 1, 8 and 9 October are 2 and 3.
  const verified = { ...complaint, verified: true };
  const start: EventRow[] = [
    ['received', '09-28 10:00'],
    ['transferred', '09-29 10:00'],
  ];
  const answered = (reply: string, solution: string): EventRow[] => [
    ...start,
    ['department-replied', reply],
    ['proposed', solution],
  ];
  it('kept when both are there on 9 October at 18:00', () => {
    expect(row('department-answer', verified, answered('09-30 10:00', '10-09 18:00'))).toEqual([
      'met 10-09 18:00',
    ]);
  });
  it('broken when either comes 1 second later, or not at all', () => {
    expect(row('department-answer', verified, answered('10-09 18:00:01', '10-09 11:00'))).toEqual([
      'late 10-09 18:00',
    ]);
    expect(row('department-answer', verified, answered('10-08 10:00', '10-09 18:00:01'))).toEqual([
      'late 10-09 18:00',
    ]);
    const unsolved: EventRow[] = [...start, ['department-replied', '09-30 10:00']];
    expect(row('department-answer', verified, unsolved)).toEqual(['overdue 10-09 18:00']);
  });
  it('starts at the transfer: none yet, nothing is due', () => {
    expect(row('department-answer', verified, [['received', '09-28 10:00']])).toEqual([]);
  });
  it('takes what was transferred for verified unless it is said not to be', () => {
    expect(row('department-answer', complaint, start, '09-30 00:00')).toEqual(['pending 10-09 18:00']);
    expect(row('department-answer', { ...complaint, verified: false }, start)).toEqual([]);
  });
  it('a transfer on Thursday 8 October is due on Monday 12: 9, Saturday 10 (make-up) and 12 are its days', () => {
    expect(row('department-answer', verified, [['transferred', '10-08 17:59']], '10-09 00:00')).toEqual([
      'pending 10-12 18:00',
    ]);
  });
});

describe('1.3 customer disagrees: returned; agrees: carried out', () => {
  const first: EventRow[] = [
    ['received', '09-28 10:00'],
    ['transferred', '09-28 11:00'],
    ['department-replied', '09-29 10:00'],
    ['proposed', '09-29 10:00'],
    ['rejected', '09-29 15:00'],
    ['returned', '09-29 16:00'],
  ];
  const again = (when: string): EventRow[] => [...first, ['department-replied', when], ['proposed', when]];
  // Transferred on 28 September: 29, 30, 8 October. Returned on the 29th: 30, 8, 9 October.
  it('the return opens a fresh run of 1.2: kept on 9 October at 18:00, broken 1 second later', () => {
    expect(row('department-answer', complaint, again('10-09 18:00'))).toEqual([
      'met 10-08 18:00',
      'met 10-09 18:00',
    ]);
    expect(row('department-answer', complaint, again('10-09 18:00:01'))).toEqual([
      'met 10-08 18:00',
      'late 10-09 18:00',
    ]);
  });
  it('a return before the first answer ends that run, and what was overdue stays so', () => {
    const returned = (when: string): EventRow[] => [...first.slice(0, 2), ['returned', when]];
    expect(row('department-answer', complaint, returned('09-29 16:00'), '10-09 00:00')).toEqual([
      'exempt 10-08 18:00',
      'pending 10-09 18:00',
    ]);
    // Returned on 9 October: Saturday 10, 12, 13 October.
    expect(row('department-answer', complaint, returned('10-09 09:00'), '10-10 00:00')).toEqual([
      'overdue 10-08 18:00',
      'pending 10-13 18:00',
    ]);
  });
  it('returned: undetermined until a company says how soon, then 4 working hours keep it and 1 second more breaks it', () => {
    expect(row('complaint-returned', complaint, first)).toEqual(['undetermined']);
    const set = withSet('returnToDepartment', '4 working hours');
    // Rejected at 15:00: 3 hours until 18:00, the fourth on 30 September from 09:00.
    const returned = (when: string): EventRow[] => [...first.slice(0, 5), ['returned', when]];
    expect(set('complaint-returned', complaint, returned('09-30 10:00'))).toEqual(['met 09-30 10:00']);
    expect(set('complaint-returned', complaint, returned('09-30 10:00:01'))).toEqual(['late 09-30 10:00']);
    expect(set('complaint-returned', complaint, first.slice(0, 5))).toEqual(['overdue 09-30 10:00']);
  });
  it('carried out: undetermined, then within 2 working days of the agreement, 30 September and 8 October', () => {
    const agreed = (when?: string): EventRow[] => [
      ['accepted', '09-29 15:00'],
      ...(when === undefined ? [] : [['implemented', when] as const]),
    ];
    expect(row('solution-carried-out', complaint, agreed('09-30 10:00'))).toEqual(['undetermined']);
    const set = withSet('carryOut', '2 working days');
    expect(set('solution-carried-out', complaint, agreed('10-08 18:00'))).toEqual(['met 10-08 18:00']);
    expect(set('solution-carried-out', complaint, agreed('10-08 18:00:01'))).toEqual(['late 10-08 18:00']);
    expect(set('solution-carried-out', complaint, agreed())).toEqual(['overdue 10-08 18:00']);
  });
});
