import { describe, expect, it } from 'vitest';
import { extendPolicy } from '../../src/policy/extend-policy.ts';
import { contactCenter } from '../../src/presets/contact-center.ts';
import { lines } from '../../src/presets/contact-center-lines.ts';
import type { EventRow } from '../support/naive-service.ts';
import { judgedBy, rungsBy } from './judging.ts';

const row = judgedBy(contactCenter);
const rungs = rungsBy(contactCenter);
const taken: EventRow = ['received', '10-01 10:00'];
const answered = (when: string): EventRow => ['replied', `10-01 ${when}`];

describe('6.1 complaints: simple 2 hours, complex 24 hours', () => {
  const of = (complexity: string) => ({ kind: 'complaint', complexity });
  const reclassified = (when: string, complexity: string): EventRow => [
    'changed',
    `10-01 ${when}`,
    { set: { complexity } },
  ];
  it('simple: kept at 12:00 on National Day, broken 1 second later', () => {
    expect(row('complaint-answer', of('simple'), [taken, answered('12:00')])).toEqual(['met 10-01 12:00']);
    expect(row('complaint-answer', of('simple'), [taken, answered('12:00:01')])).toEqual([
      'late 10-01 12:00',
    ]);
  });
  it('complex: due 2 October 10:00', () => {
    expect(row('complaint-answer', of('complex'), [taken, ['replied', '10-02 10:00']])).toEqual([
      'met 10-02 10:00',
    ]);
    expect(row('complaint-answer', of('complex'), [taken, ['replied', '10-02 10:00:01']])).toEqual([
      'late 10-02 10:00',
    ]);
  });
  it('simple made complex at 11:00: 24 hours from the original start; at 12:01 it is too late for that', () => {
    const later: EventRow = ['replied', '10-02 09:00'];
    expect(row('complaint-answer', of('simple'), [taken, reclassified('11:00', 'complex'), later])).toEqual([
      'met 10-02 10:00',
    ]);
    expect(row('complaint-answer', of('simple'), [taken, reclassified('12:01', 'complex'), later])).toEqual([
      'late 10-01 12:00',
    ]);
  });
  it('complex made simple at 13:00: due 12:00 has passed by then', () => {
    expect(row('complaint-answer', of('complex'), [taken, reclassified('13:00', 'simple')])).toEqual([
      'overdue 10-01 12:00',
    ]);
  });
  it('class unknown: undetermined; no complaint: nothing', () => {
    expect(row('complaint-answer', { kind: 'complaint' }, [taken, answered('10:05')])).toEqual([
      'undetermined',
    ]);
    expect(row('complaint-answer', { kind: 'inquiry' }, [taken])).toEqual([]);
  });
});

describe('6.2 matrix of complaint class and customer class', () => {
  const vip = { kind: 'complaint', complaintClass: 'quality', customerClass: 'vip' };
  it('undetermined until the company brings its matrix, and outside it', () => {
    expect(row('complaint-by-class', vip, [taken, answered('10:05')])).toEqual(['undetermined']);
    const table = [{ when: { complaintClass: 'quality', customerClass: 'vip' }, limit: '1 hour' }];
    const set = judgedBy(extendPolicy(contactCenter, { parameters: { complaintMatrix: { table } } }));
    expect(set('complaint-by-class', vip, [taken, answered('11:00')])).toEqual(['met 10-01 11:00']);
    expect(set('complaint-by-class', vip, [taken, answered('11:01')])).toEqual(['late 10-01 11:00']);
    const other = { ...vip, customerClass: 'new' };
    expect(set('complaint-by-class', other, [taken, answered('11:00')])).toEqual(['undetermined']);
  });
});

describe('6.3 inquiries that need time', () => {
  const inquiry = { kind: 'inquiry' };
  it('undetermined until inquiryAnswer is set; 4 hours keep 14:00 and break 14:01', () => {
    expect(row('inquiry-answer', inquiry, [taken, answered('14:00')])).toEqual(['undetermined']);
    const set = judgedBy(extendPolicy(contactCenter, { parameters: { inquiryAnswer: '4 hours' } }));
    expect(set('inquiry-answer', inquiry, [taken, answered('14:00')])).toEqual(['met 10-01 14:00']);
    expect(set('inquiry-answer', inquiry, [taken, answered('14:01')])).toEqual(['late 10-01 14:00']);
  });
  it('contact taken before the call-back', () => {
    const back: EventRow = ['called-back', '10-01 15:00'];
    expect(row('inquiry-contact-taken', inquiry, [taken, ['contact-taken', '10-01 10:01'], back])).toEqual([
      'met',
    ]);
    expect(row('inquiry-contact-taken', inquiry, [taken, back])).toEqual(['broken']);
  });
  it('after a repair: undetermined, then kept and broken by 30 minutes', () => {
    const repaired: EventRow = ['repaired', '10-01 16:00'];
    const told = (when: string): EventRow => ['told', `10-01 ${when}`];
    expect(row('repaired-contact', inquiry, [taken, repaired, told('16:30')])).toEqual(['undetermined']);
    const set = judgedBy(extendPolicy(contactCenter, { parameters: { repairedContact: '30 minutes' } }));
    expect(set('repaired-contact', inquiry, [taken, repaired, told('16:30')])).toEqual(['met 10-01 16:30']);
    expect(set('repaired-contact', inquiry, [taken, repaired, told('16:31')])).toEqual(['late 10-01 16:30']);
  });
});

describe('6.4 apology not accepted', () => {
  const refused: EventRow = ['apology-refused', '10-01 11:00'];
  const informed: EventRow = ['supervisor-informed', '10-01 11:05'];
  const contacted: EventRow = ['supervisor-contacted', '10-01 11:20'];
  it('both rungs taken when the supervisor is told and contacts the customer', () => {
    expect(rungs('apology-refused', {}, [taken, refused, informed, contacted])).toEqual([
      'supervisor taken 10-01 11:00',
      'supervisor-contact taken 10-01 11:00',
    ]);
  });
  it('telling the supervisor alone leaves the second obligation open', () => {
    expect(rungs('apology-refused', {}, [taken, refused, informed])).toEqual([
      'supervisor taken 10-01 11:00',
      'supervisor-contact due 10-01 11:00',
    ]);
  });
  it('at once: undetermined, then 5 and 15 minutes keep and break both', () => {
    const log = [taken, refused, informed, contacted];
    expect(row('supervisor-informed', {}, log)).toEqual(['undetermined']);
    expect(row('supervisor-contact', {}, log)).toEqual(['undetermined']);
    const within = (supervisorInformed: string, supervisorContact: string) =>
      judgedBy(extendPolicy(contactCenter, { parameters: { supervisorInformed, supervisorContact } }));
    const kept = within('5 minutes', '15 minutes');
    expect(kept('supervisor-informed', {}, log)).toEqual(['met 10-01 11:05']);
    expect(kept('supervisor-contact', {}, log)).toEqual(['met 10-01 11:20']);
    const broken = within('4 minutes', '14 minutes');
    expect(broken('supervisor-informed', {}, log)).toEqual(['late 10-01 11:04']);
    expect(broken('supervisor-contact', {}, log)).toEqual(['late 10-01 11:19']);
  });
  it('abuse goes up only where the agent can’t cope, and is advice', () => {
    const abused = (coping: boolean): EventRow => ['abused', '10-01 11:00', { coping }];
    expect(rungs('abuse', {}, [taken, abused(true)])).toEqual([]);
    expect(rungs('abuse', {}, [taken, abused(false)])).toEqual(['supervisor due 10-01 11:00']);
    expect(rungs('abuse', {}, [taken, abused(false), informed])).toEqual(['supervisor taken 10-01 11:00']);
    expect(contactCenter.ladders?.find(({ id }) => id === 'abuse')?.severity).toBe('soft');
  });
});

describe('6.5 attitude and nuisance', () => {
  const escalated: EventRow = ['escalated', '10-01 10:30', { level: 1 }];
  it('a complaint about attitude goes to the group leader', () => {
    const attitude = { kind: 'complaint', subject: 'attitude' };
    expect(rungs('attitude', attitude, [taken, escalated])).toEqual(['group-leader taken 10-01 10:00']);
    expect(rungs('attitude', attitude, [taken])).toEqual(['group-leader due 10-01 10:00']);
    expect(rungs('attitude', { kind: 'complaint', subject: 'price' }, [taken])).toEqual([]);
  });
  it('a nuisance caller to the auto-desk', () => {
    const nuisance: EventRow = ['nuisance', '10-01 10:05'];
    const moved: EventRow = ['transferred', '10-01 10:06', { to: 'auto-desk' }];
    expect(rungs('nuisance', {}, [taken, nuisance, moved])).toEqual(['auto-desk taken 10-01 10:05']);
    expect(rungs('nuisance', {}, [taken, nuisance])).toEqual(['auto-desk due 10-01 10:05']);
  });
});

describe('6.6 silent and bad lines', () => {
  const call = (...seconds: readonly number[]): EventRow[] => {
    const steps = ['greeted', 'greeted', 'closing-said', 'hung-up'];
    return seconds.map((second, index) => [steps[index]!, `10-01 10:00:${String(second).padStart(2, '0')}`]);
  };
  const statuses = (log: readonly EventRow[], line = 'silent') =>
    row('bad-line-waits', { line }, log).map((text) => text.split(' ')[0]);
  it('5 seconds each keep it, 4 break it', () => {
    expect(statuses(call(0, 5, 10, 15))).toEqual(['met', 'met', 'met']);
    expect(statuses(call(0, 4, 9, 14))).toEqual(['broken', 'met', 'met']);
    expect(statuses(call(0, 5, 10, 15), 'clear')).toEqual([]);
  });
});

describe('6.7 lines', () => {
  const said = (situation: string, text: string): EventRow => [
    'said',
    '10-01 10:00',
    { role: 'agent', situation, text },
  ];
  it('has one to say and one to avoid for each of 36 situations', () => {
    expect(lines).toHaveLength(36);
    expect(new Set(lines.map(([situation]) => situation)).size).toBe(36);
  });
  it.each(lines)(
    '%s: kept with its line, broken without it and by the other',
    (situation, required, forbidden) => {
      const good = required.split('|')[0]!;
      const bad = forbidden.split('|')[0]!;
      expect(row('lines', {}, [said(situation, `……${good}！`)])).toEqual(['met']);
      expect(row('lines', {}, [said(situation, '嗯')])).toEqual(['broken']);
      expect(row('lines', {}, [said(situation, `${good}，${bad}`)])).toEqual(['broken']);
    },
  );
  it('three rings or more: an apology', () => {
    expect(row('lines', {}, [said('slow-answer', '您好，讓您久等了')])).toEqual(['met']);
    expect(row('lines', {}, [said('slow-answer', '您好')])).toEqual(['broken']);
  });
});

describe('6.8 orders', () => {
  const steps = (...types: readonly string[]): EventRow[] =>
    types.map((type, index) => [type, `10-01 10:0${index}`]);
  it.each([
    ['mute-order', ['consented', 'muted', 'thanked'], ['muted', 'consented', 'thanked']],
    [
      'farewell-order',
      ['understanding-asked', 'more-asked', 'farewell-said'],
      ['understanding-asked', 'farewell-said', 'more-asked'],
    ],
    [
      'complaint-taken-down',
      ['restated', 'name-taken', 'phone-taken', 'transferred'],
      ['restated', 'name-taken', 'transferred', 'phone-taken'],
    ],
  ])('%s: kept in order, broken out of it', (id, good, bad) => {
    expect(row(id, { kind: 'complaint' }, steps(...good))).toEqual(['met']);
    expect(row(id, { kind: 'complaint' }, steps(...bad))).toEqual(['broken']);
  });
});
