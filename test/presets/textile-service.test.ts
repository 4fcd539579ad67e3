import { describe, expect, it } from 'vitest';
import { textileService } from '../../src/presets/textile-service.ts';
import { type EventRow, judged } from '../support/naive-service.ts';
import { judgedBy, kpisBy } from './judging.ts';

const row = judgedBy(textileService);
const kpi = kpisBy(textileService);

describe('3.1 e-mail and online inquiries within 24 hours', () => {
  const email = { kind: 'inquiry', channel: 'email' };
  const received = ['received', '09-30 17:00'] as const;
  it('kept on 1 October 17:00, a holiday: hours never roll', () => {
    expect(row('inquiry-answer', email, [received, ['replied', '10-01 17:00']])).toEqual(['met 10-01 17:00']);
  });
  it('broken 1 second later, and by an acknowledgement alone', () => {
    expect(row('inquiry-answer', email, [received, ['replied', '10-01 17:00:01']])).toEqual([
      'late 10-01 17:00',
    ]);
    expect(row('inquiry-answer', email, [received, ['acknowledged', '09-30 17:05']])).toEqual([
      'overdue 10-01 17:00',
    ]);
  });
  it('says nothing of phone calls, visits and complaints', () => {
    expect(row('inquiry-answer', { kind: 'inquiry', channel: 'phone' }, [received])).toEqual([]);
    expect(row('inquiry-answer', { kind: 'complaint', channel: 'email' }, [received])).toEqual([]);
    expect(row('inquiry-answer', { kind: 'inquiry', channel: 'web' }, [received])).toHaveLength(1);
    expect(row('inquiry-answer', { kind: 'inquiry', channel: 'chat' }, [received])).toHaveLength(1);
  });
});

describe('3.2 complex inquiries: progress within 24, solution within 48 hours', () => {
  const complex = { kind: 'inquiry', channel: 'phone', complexity: 'complex' };
  const received = ['received', '09-28 10:00'] as const;
  it('kept by progress on the 29th at 10:00 and a proposal on the 30th at 10:00', () => {
    const log = [received, ['progressed', '09-29 10:00'], ['proposed', '09-30 10:00']] as const;
    expect(row('complex-inquiry-progress', complex, log)).toEqual(['met 09-29 10:00']);
    expect(row('complex-inquiry-solution', complex, log)).toEqual(['met 09-30 10:00']);
  });
  it('broken by progress and a resolution 1 minute later each', () => {
    const log = [received, ['progressed', '09-29 10:01'], ['resolved', '09-30 10:01']] as const;
    expect(row('complex-inquiry-progress', complex, log)).toEqual(['late 09-29 10:00']);
    expect(row('complex-inquiry-solution', complex, log)).toEqual(['late 09-30 10:00']);
  });
  it('broken by a second', () => {
    const log = [received, ['progressed', '09-29 10:00:01'], ['proposed', '09-30 10:00:01']] as const;
    expect(row('complex-inquiry-progress', complex, log)).toEqual(['late 09-29 10:00']);
    expect(row('complex-inquiry-solution', complex, log)).toEqual(['late 09-30 10:00']);
  });
  it('over National Day: received on 30 September at 17:00, due on 1 and 2 October at 17:00', () => {
    const eve = [['received', '09-30 17:00']] as const;
    expect(row('complex-inquiry-progress', complex, eve)).toEqual(['overdue 10-01 17:00']);
    expect(row('complex-inquiry-solution', complex, eve)).toEqual(['overdue 10-02 17:00']);
  });
  it('counts from the beginning where it is found to be complex on the 28th at 15:00', () => {
    const found = [received, ['changed', '09-28 15:00', { set: { complexity: 'complex' } }]] as const;
    for (const known of [{ complexity: 'simple' }, {}]) {
      const inquiry = { kind: 'inquiry', channel: 'phone', ...known };
      expect(row('complex-inquiry-progress', inquiry, found)).toEqual(['overdue 09-29 10:00']);
      expect(row('complex-inquiry-solution', inquiry, found)).toEqual(['overdue 09-30 10:00']);
    }
  });
  it('asks nothing of simple ones, nor while nobody has said which they are', () => {
    expect(row('complex-inquiry-progress', { ...complex, complexity: 'simple' }, [received])).toEqual([]);
    expect(row('complex-inquiry-solution', { kind: 'inquiry' }, [received])).toEqual([]);
  });
});

describe('3.3 and 3.4 a human within 3 minutes of the call and of the connection', () => {
  const phone = { kind: 'inquiry', channel: 'phone' };
  const call = [
    ['offered', '10-08 10:00'],
    ['connected', '10-08 10:01'],
  ] as const;
  it('kept at 10:03', () => {
    const log = [...call, ['answered', '10-08 10:03']] as const;
    expect(row('phone-answer', phone, log)).toEqual(['met 10-08 10:03']);
    expect(row('phone-answer-connected', phone, log)).toEqual(['met 10-08 10:04']);
  });
  it('3.3 broken at 10:03:01 while 3.4 is kept, both broken at 10:04:01', () => {
    const log = [...call, ['answered', '10-08 10:03:01']] as const;
    expect(row('phone-answer', phone, log)).toEqual(['late 10-08 10:03']);
    expect(row('phone-answer-connected', phone, log)).toEqual(['met 10-08 10:04']);
    expect(row('phone-answer-connected', phone, [...call, ['answered', '10-08 10:04:01']])).toEqual([
      'late 10-08 10:04',
    ]);
  });
});

describe('3.3 and 3.4 callers who hang up', () => {
  const call = [
    ['offered', '10-08 10:00'],
    ['connected', '10-08 10:01'],
  ] as const;
  it('within the 3 minutes: exempt; after them: overdue', () => {
    expect(row('phone-answer', { channel: 'phone' }, [...call, ['abandoned', '10-08 10:02']])).toEqual([
      'exempt 10-08 10:03',
    ]);
    expect(row('phone-answer', { channel: 'phone' }, [...call, ['hung-up', '10-08 10:03:01']])).toEqual([
      'overdue 10-08 10:03',
    ]);
  });
});

describe('3.5 at least 90% of the calls offered to humans are answered by one', () => {
  const call = (...events: EventRow[]) => ({
    channel: 'phone',
    events: [['received', '10-08 10:00'], ...events] as EventRow[],
  });
  const answered = call(['offered', '10-08 10:00'], ['answered', '10-08 10:01']);
  const givenUp = call(['offered', '10-08 10:00'], ['abandoned', '10-08 10:01']);
  const inTheMenu = call(['hung-up', '10-08 10:00:30']);
  const calls = (connected: number, ...others: ReturnType<typeof call>[]) => [
    ...Array.from({ length: connected }, () => answered),
    ...others,
  ];
  it('9 of 10 meet it, 8 of 9 miss it; given up in the queue stays in, ended in the menu stays out', () => {
    expect(kpi('connect-rate', calls(9, givenUp, inTheMenu))).toEqual([[0.9, true]]);
    expect(kpi('connect-rate', calls(8, givenUp, inTheMenu))).toEqual([[8 / 9, false]]);
  });
});

describe('3.6 and 3.7 complaints: receipt told, and contacted by phone or chat, within 48 hours', () => {
  const complaint = { kind: 'complaint', channel: 'letter' };
  const received = ['received', '10-01 08:00'] as const;
  it('both kept by a call on 3 October at 08:00', () => {
    const log = [received, ['acknowledged', '10-03 08:00', { channel: 'phone' }]] as const;
    expect(row('complaint-receipt', complaint, log)).toEqual(['met 10-03 08:00']);
    expect(row('complaint-contact', complaint, log)).toEqual(['met 10-03 08:00']);
  });
  it('an e-mail keeps 3.6 and leaves 3.7 overdue', () => {
    const log = [received, ['acknowledged', '10-02 08:00', { channel: 'email' }]] as const;
    expect(row('complaint-receipt', complaint, log)).toEqual(['met 10-03 08:00']);
    expect(row('complaint-contact', complaint, log)).toEqual(['overdue 10-03 08:00']);
  });
  it('both broken by a call 1 second late', () => {
    const log = [received, ['told', '10-03 08:00:01', { channel: 'phone' }]] as const;
    expect(row('complaint-receipt', complaint, log)).toEqual(['late 10-03 08:00']);
    expect(row('complaint-contact', complaint, log)).toEqual(['late 10-03 08:00']);
  });
  it('a reply to a complaint that came by phone is a call, unless it says otherwise', () => {
    const log = [received, ['replied', '10-01 09:00']] as const;
    expect(row('complaint-contact', { kind: 'complaint', channel: 'phone' }, log)).toEqual([
      'met 10-03 08:00',
    ]);
    const mail = [received, ['replied', '10-01 09:00', { channel: 'email' }]] as const;
    expect(row('complaint-contact', { kind: 'complaint', channel: 'phone' }, mail)).toEqual([
      'overdue 10-03 08:00',
    ]);
  });
  it('both broken by a call 1 minute late', () => {
    const log = [received, ['acknowledged', '10-03 08:01', { channel: 'chat' }]] as const;
    expect(row('complaint-receipt', complaint, log)).toEqual(['late 10-03 08:00']);
    expect(row('complaint-contact', complaint, log)).toEqual(['late 10-03 08:00']);
  });
});

describe('3.8 complaints solved within 7 working days', () => {
  const complaint = { kind: 'complaint' };
  // Thursday 24 September; 25-27 off. 28, 29, 30 are 1-3; 1-7 October off; 8, 9 are 4, 5; Saturday 10 is 6; Monday 12 is 7.
  const received = ['received', '09-24 15:00'] as const;
  it('from 24 September: 28, 29, 30 September, 8, 9, 10 (Saturday, make-up), 12 October 18:00', () => {
    expect(row('complaint-solution', complaint, [received, ['resolved', '10-12 18:00']])).toEqual([
      'met 10-12 18:00',
    ]);
  });
  it.each(['18:00:01', '18:01'])('broken on 12 October at %s', (clock) => {
    expect(row('complaint-solution', complaint, [received, ['resolved', `10-12 ${clock}`]])).toEqual([
      'late 10-12 18:00',
    ]);
  });
  it('extended by 2 working days before that: 13 and 14 October', () => {
    const log = [received, ['extended', '10-09 10:00', { duration: '2 working days' }]] as const;
    expect(row('complaint-solution', complaint, [...log, ['resolved', '10-14 18:00']])).toEqual([
      'met 10-14 18:00',
    ]);
    expect(row('complaint-solution', complaint, [...log, ['resolved', '10-14 18:00:01']])).toEqual([
      'late 10-14 18:00',
    ]);
  });
  it('withdrawn before that: exempt; after it: overdue still', () => {
    expect(row('complaint-solution', complaint, [received, ['withdrawn', '10-12 18:00']])).toEqual([
      'exempt 10-12 18:00',
    ]);
    expect(row('complaint-solution', complaint, [received, ['withdrawn', '10-12 18:01']])).toEqual([
      'overdue 10-12 18:00',
    ]);
  });
  it('from Saturday 19 September: Sunday 20 is the first day (make-up); 21-24, 28 and 29 follow', () => {
    expect(row('complaint-solution', complaint, [['received', '09-19 10:00']], '09-21 00:00')).toEqual([
      'pending 09-29 18:00',
    ]);
  });
  it('an answer or closing is no solution', () => {
    const log = [received, ['replied', '09-28 10:00'], ['closed', '09-28 11:00']] as const;
    expect(row('complaint-solution', complaint, log)).toEqual(['overdue 10-12 18:00']);
  });
});

describe('the preset', () => {
  it('gives every part a clause, a title and its row, and the policy a title in both languages', () => {
    const { standards, ladders = [], kpis = [], title } = textileService;
    for (const part of [...standards, ...ladders, ...kpis]) {
      expect(part).toMatchObject({
        clause: expect.any(String),
        row: expect.stringMatching(/^3\.\d+$/),
        title: { en: expect.any(String), 'zh-CN': expect.any(String) },
      });
    }
    expect(title).toMatchObject({ en: expect.any(String), 'zh-CN': expect.any(String) });
  });

  it('counts working days by prc-civil-code', () => {
    const [verdict] = judged(textileService, [['received', '09-24 15:00']], '09-24 16:00', {
      kind: 'complaint',
    }).verdicts;
    expect(textileService.counting).toBe('prc-civil-code');
    expect(verdict?.counting).toMatchObject({ start: 'next-day', end: 'close-of-business' });
  });
});
