import { describe, expect, it } from 'vitest';
import { extendPolicy } from '../../src/policy/extend-policy.ts';
import { marketServiceDesk } from '../../src/presets/market-service-desk.ts';
import type { EventRow } from '../support/naive-service.ts';
import { judgedBy, organisationBy } from './judging.ts';

const row = judgedBy(marketServiceDesk);

const desk = organisationBy(marketServiceDesk);

const complaint = { kind: 'complaint' };

/** The preset with one more of its parameters set. */
const withSet = (parameter: string, limit: string) =>
  judgedBy(
    extendPolicy(marketServiceDesk, {
      parameters: { ...marketServiceDesk.parameters, [parameter]: limit },
    }),
  );

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
