import { describe, expect, it } from 'vitest';
import { textileService } from '../../src/presets/textile-service.ts';
import { type EventRow, judged, wall } from '../support/naive-service.ts';

/** Status and due of one standard of the preset, run by run. */
const row = (
  standard: string,
  attributes: Record<string, unknown>,
  events: readonly EventRow[],
  asOf = '10-20 00:00',
): string[] =>
  judged(textileService, events, asOf, attributes)
    .verdicts.filter((verdict) => verdict.standard === standard)
    .map(({ status, due }) => `${status} ${wall(due)}`);

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
  it('asks nothing of simple ones', () => {
    expect(row('complex-inquiry-progress', { ...complex, complexity: 'simple' }, [received])).toEqual([]);
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
  it('broken on 12 October at 18:01', () => {
    expect(row('complaint-solution', complaint, [received, ['resolved', '10-12 18:01']])).toEqual([
      'late 10-12 18:00',
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

describe('3.9 refunds and exchanges', () => {
  // Tuesday 29 September: 30 is 1; 8, 9 October are 2, 3; 10 is 4, 12 is 5, 13 is 6, 14 is 7.
  const received = ['received', '09-29 11:00'] as const;
  it('done and told within 7 working days, 14 October 18:00; told late breaks it', () => {
    const kept = [received, ['resolved', '10-12 10:00'], ['told', '10-14 18:00']] as const;
    expect(row('remedy-told', { kind: 'return' }, kept)).toEqual(['met 10-14 18:00']);
    const broken = [received, ['resolved', '10-12 10:00'], ['told', '10-14 18:00:01']] as const;
    expect(row('remedy-told', { kind: 'exchange' }, broken)).toEqual(['late 10-14 18:00']);
    expect(row('remedy-told', { kind: 'exchange' }, [received, ['resolved', '10-12 10:00']])).toEqual([
      'overdue 10-14 18:00',
    ]);
  });
  it('refund within 3 working days of the application: 9 October 18:00', () => {
    expect(row('refund', { kind: 'return' }, [received, ['refunded', '10-09 18:00']])).toEqual([
      'met 10-09 18:00',
    ]);
    expect(row('refund', { kind: 'return' }, [received, ['refunded', '10-10 09:00']])).toEqual([
      'late 10-09 18:00',
    ]);
    expect(row('refund', { kind: 'exchange' }, [received])).toEqual([]);
  });
  it('of the inspection where there is one: inspected on the 30th, 8, 9, 10 October', () => {
    const log = [received, ['inspected', '09-30 16:00'], ['refunded', '10-10 18:00']] as const;
    expect(row('refund', { kind: 'return' }, log)).toEqual(['exempt 10-09 18:00', 'met 10-10 18:00']);
    const late = [received, ['inspected', '09-30 16:00'], ['refunded', '10-12 09:00']] as const;
    expect(row('refund', { kind: 'return' }, late)).toEqual(['exempt 10-09 18:00', 'late 10-10 18:00']);
  });
  it('exchange within 5 working days: 12 October 18:00', () => {
    expect(row('exchange', { kind: 'exchange' }, [received, ['exchanged', '10-12 18:00']])).toEqual([
      'met 10-12 18:00',
    ]);
    expect(row('exchange', { kind: 'exchange' }, [received, ['exchanged', '10-13 09:00']])).toEqual([
      'late 10-12 18:00',
    ]);
  });
});

describe('3.13 order news: no number is printed', () => {
  const log = [
    ['received', '10-08 09:00'],
    ['out-of-stock', '10-08 10:00'],
    ['told', '10-08 10:01'],
  ] as const;
  it('undetermined until the company sets orderNews, told or not', () => {
    expect(row('order-news', {}, log)).toEqual(['undetermined null']);
    expect(row('order-news', {}, log.slice(0, 2))).toEqual(['undetermined null']);
  });
  it('says nothing where nothing happened to an order', () => {
    expect(row('order-news', {}, log.slice(0, 1))).toEqual([]);
  });
});

describe('3.17 an agitated customer', () => {
  it('is raised to the superior at once: due from 10:00, taken by an escalation at 10:05, missed when closed first', () => {
    const log = [
      ['received', '10-08 09:00'],
      ['agitated', '10-08 10:00'],
    ] as const;
    const states = (...more: readonly EventRow[]) =>
      judged(textileService, [...log, ...more], '10-08 12:00').escalations.map(
        ({ rung, to, at, state }) => `${rung} ${to} ${wall(at)} ${state}`,
      );
    expect(states()).toEqual(['superior superior 10-08 10:00 due']);
    expect(states(['escalated', '10-08 10:05', { level: 1 }])).toEqual([
      'superior superior 10-08 10:00 taken',
    ]);
    expect(states(['closed', '10-08 10:30'])).toEqual(['superior superior 10-08 10:00 missed']);
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
