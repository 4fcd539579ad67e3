import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../src/policy/check-policy.ts';
import { extendPolicy } from '../../src/policy/extend-policy.ts';
import { marketServiceDesk } from '../../src/presets/market-service-desk.ts';
import type { EventRow } from '../support/naive-service.ts';
import { judgedBy, organisationBy } from './judging.ts';

const row = judgedBy(marketServiceDesk);
const desk = organisationBy(marketServiceDesk);
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

describe('1.4 phone answered within 3 rings', () => {
  const received: EventRow = ['received', '09-28 10:00'];
  it.each([
    ['met', 3],
    ['broken', 4],
  ])('%s at %i', (status, rings) => {
    expect(row('rings', { channel: 'phone', rings }, [received])).toEqual([status]);
  });
  it('undetermined where nobody counted, and silent on e-mails', () => {
    expect(row('rings', { channel: 'phone' }, [received])).toEqual(['undetermined']);
    expect(row('rings', { channel: 'email', rings: 9 }, [received])).toEqual([]);
  });
});

describe('1.5 and 1.6 coverage on Wednesday 30 September and Thursday 1 October, which is off', () => {
  const days = ['09-30 00:00', '10-02 00:00'] as const;
  const shift = (from: string, to: string, more = {}) => ({
    who: `from ${from}`,
    post: 'desk',
    from: `09-30 ${from}`,
    to: `09-30 ${to}`,
    standing: true,
    ...more,
  });
  const judge = (id: string, ...shifts: ReturnType<typeof shift>[]) => desk(id, { shifts }, days);
  it('1.5 kept by two shifts that meet, broken by 1 minute between them', () => {
    for (const id of ['desk-staffed', 'desk-standing']) {
      expect(judge(id, shift('09:00', '13:00'), shift('13:00', '18:00'))).toEqual(['met']);
      expect(judge(id, shift('09:00', '13:00'), shift('13:01', '18:00'))).toEqual(['broken']);
    }
  });
  it('1.5 broken while the only one there sits, is absent or is elsewhere', () => {
    const sitting = shift('09:00', '18:00', { standing: false });
    expect(judge('desk-staffed', sitting)).toEqual(['met']);
    expect(judge('desk-standing', sitting)).toEqual(['broken']);
    expect(judge('desk-standing', sitting, shift('09:00', '18:00', { who: 'Wu' }))).toEqual(['met']);
    expect(judge('desk-staffed', shift('09:00', '18:00', { present: false }))).toEqual(['broken']);
    expect(judge('desk-staffed', shift('09:00', '18:00', { post: 'gate' }))).toEqual(['broken']);
  });
  it('1.6 kept by one who sits from 12:00 to 13:00, broken by one who leaves at 12:59', () => {
    expect(judge('noon-duty', shift('12:00', '13:00', { standing: false }))).toEqual(['met']);
    expect(judge('noon-duty', shift('12:00', '12:59'))).toEqual(['broken']);
  });
  it('cannot be told without records', () => {
    expect(judge('desk-staffed')).toEqual(['undetermined']);
  });
});

describe('1.7 absence', () => {
  const day = ['09-30 00:00', '10-01 00:00'] as const;
  const absence = (back: string, more = {}): EventRow[] => [
    ['post-left', '09-30 10:00', { by: 'Li', ...more }],
    ['post-left', '09-30 10:02', { by: 'Wu' }],
    ['post-back', '09-30 10:04', { by: 'Wu' }],
    ['post-back', `09-30 ${back}`, { by: 'Li' }],
  ];
  it('10 minutes keep it, 1 second more breaks it, each person by the own return', () => {
    expect(desk('absence', { events: absence('10:10') }, day)).toEqual(['met', 'met']);
    expect(desk('absence', { events: absence('10:10:01') }, day)).toEqual(['broken', 'met']);
  });
  it('leaves errands out', () => {
    expect(desk('absence', { events: absence('11:30', { errand: true }) }, day)).toEqual(['met']);
    expect(desk('absence', { events: absence('11:30', { errand: false }) }, day)).toEqual(['broken', 'met']);
  });
  it('no wandering: kept without, broken by one visit to another post, not by an errand there', () => {
    expect(desk('no-wandering', { events: absence('10:05') }, day)).toEqual(['met']);
    expect(desk('no-wandering', { events: absence('10:05', { to: 'gate' }) }, day)).toEqual(['broken']);
    const errand = absence('10:05', { to: 'gate', errand: true });
    expect(desk('no-wandering', { events: errand }, day)).toEqual(['met']);
  });
  it('is nothing that cases are held to', () => {
    for (const id of ['absence', 'no-wandering'])
      expect(row(id, {}, [['received', '09-30 10:00']])).toEqual([]);
  });
});

describe('1.8 together, and ear-rings', () => {
  const judge = (id: string, item: string, seen: object) =>
    desk(id, { events: [['observed', '09-30 10:00', { item, ...seen }]] }, ['09-30 00:00', '10-01 00:00']);
  it('2 people keep it, 3 break it', () => {
    expect(judge('together', 'together', { people: 2 })).toEqual(['met']);
    expect(judge('together', 'together', { people: 3 })).toEqual(['broken']);
  });
  it('0.9 cm keep it, 1 cm breaks it, unmeasured ones cannot be told', () => {
    expect(judge('ear-rings', 'ear-rings', { centimetres: 0.9 })).toEqual(['met']);
    expect(judge('ear-rings', 'ear-rings', { centimetres: 1 })).toEqual(['broken']);
    expect(judge('ear-rings', 'ear-rings', {})).toEqual(['undetermined']);
  });
});

describe('1.9 a complaint step by step', () => {
  const steps: EventRow[] = [
    ['received', '09-28 09:00'],
    ['verified', '09-28 10:00'],
    ['transferred', '09-28 11:00'],
    ['department-replied', '09-29 10:00'],
    ['signed', '09-29 14:00', { form: 'opinion' }],
    ['accepted', '09-29 15:00'],
    ['implemented', '09-30 10:00'],
  ];
  const without = (type: string) => steps.filter(([other]) => other !== type);
  it('kept in order', () => {
    expect(row('complaint-steps', complaint, steps)).toEqual(['met']);
    expect(row('talked-over', complaint, steps)).toEqual(['met']);
  });
  it.each(['verified', 'transferred', 'department-replied', 'accepted'])('broken without %s', (type) => {
    expect(row('complaint-steps', complaint, without(type))).toEqual(['broken']);
  });
  it('broken when agreed before it was talked over', () => {
    expect(row('talked-over', complaint, without('signed'))).toEqual(['broken']);
  });
  it('pending while under way, and nothing for inquiries', () => {
    expect(row('complaint-steps', complaint, steps.slice(0, 4))).toEqual(['pending']);
    expect(row('complaint-steps', { kind: 'inquiry' }, without('verified'))).toEqual([]);
  });
});

describe('1.10 words', () => {
  const said = (text: string, more = {}): EventRow => [
    'said',
    '09-28 10:00',
    { role: 'agent', text, ...more },
  ];
  it.each([
    '这个我不知道',
    '這不是我們的工作',
    'Well, I THINK so',
    'I don’t know',
    "I don't know",
    '你自己解决吧',
  ])('broken by "%s"', (text) => {
    expect(row('words-to-avoid', {}, [said(text)])).toEqual(['broken']);
  });
  it('kept by other words, and by what a customer says', () => {
    const customer = said('我不知道', { role: 'customer' });
    expect(row('words-to-avoid', {}, [said('您好，很高兴为您服务'), customer])).toEqual(['met']);
  });
  it('preferred: one who does not know says "I’ll ask and come back to you"; else it is advice', () => {
    const unknown = { situation: 'not-known' };
    expect(row('preferred-words', {}, [said('我问一下再回复您', unknown)])).toEqual(['met']);
    expect(row('preferred-words', {}, [said("I'll ask and come back to you.", unknown)])).toEqual(['met']);
    expect(row('preferred-words', {}, [said('请稍等', unknown)])).toEqual(['broken']);
    expect(row('preferred-words', {}, [said('请稍等')])).toEqual([]);
    const { severity } = marketServiceDesk.standards.find(({ id }) => id === 'preferred-words')!;
    expect(severity).toBe('soft');
  });
  it('who says so comes back: undetermined until a company says how soon, then 2 hours keep it', () => {
    const promised = said('我问一下再回复您', { situation: 'not-known' });
    const back = (when: string): EventRow[] => [promised, ['called-back', when]];
    expect(row('call-back', {}, back('09-28 11:00'))).toEqual(['undetermined']);
    const set = withSet('callBack', '2 hours');
    expect(set('call-back', {}, back('09-28 12:00'))).toEqual(['met 09-28 12:00']);
    expect(set('call-back', {}, back('09-28 12:00:01'))).toEqual(['late 09-28 12:00']);
    expect(set('call-back', {}, [['promised', '09-28 10:00']])).toEqual(['overdue 09-28 12:00']);
  });
  it('no promises that cannot be kept', () => {
    const seen = (passed: boolean): EventRow[] => [
      ['observed', '09-28 10:00', { item: 'only-promises-that-can-be-kept', passed }],
    ];
    expect(row('promises', {}, seen(true))).toEqual(['met']);
    expect(row('promises', {}, seen(false))).toEqual(['broken']);
  });
});

describe('1.11 appearance and manners', () => {
  const seen = (item: string, passed: boolean): EventRow => ['observed', '09-28 10:00', { item, passed }];
  it('kept when all that was observed passed, broken by one that did not, undetermined unseen', () => {
    expect(row('manners', {}, [seen('badge', true), seen('farewell', true)])).toEqual(['met']);
    expect(row('manners', {}, [seen('badge', true), seen('no-quarrel', false)])).toEqual(['broken']);
    expect(row('manners', {}, [['received', '09-28 10:00']])).toEqual(['undetermined']);
  });
});
