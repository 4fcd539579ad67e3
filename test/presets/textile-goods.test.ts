import { describe, expect, it } from 'vitest';
import { extendPolicy } from '../../src/policy/extend-policy.ts';
import { textileService } from '../../src/presets/textile-service.ts';
import { at } from '../support/naive-service.ts';
import { judgedBy } from './judging.ts';

const row = judgedBy(textileService);

describe('3.9 refunds and exchanges', () => {
  // Tuesday 29 September: 30 is 1; 8, 9 October are 2, 3; 10 is 4, 12 is 5, 13 is 6, 14 is 7.
  const received = ['received', '09-29 11:00'] as const;
  it('done and told within 7 working days, 14 October 18:00; told late or never breaks it', () => {
    const kept = [received, ['refunded', '10-12 10:00'], ['told', '10-14 18:00']] as const;
    expect(row('refund-told', { kind: 'return' }, kept)).toEqual(['met 10-14 18:00']);
    const broken = [received, ['exchanged', '10-12 10:00'], ['told', '10-14 18:00:01']] as const;
    expect(row('exchange-told', { kind: 'exchange' }, broken)).toEqual(['late 10-14 18:00']);
    expect(row('exchange-told', { kind: 'exchange' }, [received, ['exchanged', '10-12 10:00']])).toEqual([
      'overdue 10-14 18:00',
    ]);
  });
  it.each(['return', 'exchange'])(
    'a %s is exchanged where its remedy is an exchange, refunded where a refund',
    (kind) => {
      const exchanged = [received, ['exchanged', '10-12 18:00'], ['told', '10-12 18:00']] as const;
      const exchange = { kind, remedy: 'exchange' };
      expect(row('exchange', exchange, exchanged)).toEqual(['met 10-12 18:00']);
      expect(row('exchange-told', exchange, exchanged)).toEqual(['met 10-14 18:00']);
      expect(row('refund', exchange, exchanged)).toEqual([]);
      expect(row('refund-told', exchange, exchanged)).toEqual([]);
      const refund = { kind, remedy: 'refund' };
      expect(row('refund', refund, [received])).toEqual(['overdue 10-09 18:00']);
      expect(row('exchange', refund, [received])).toEqual([]);
    },
  );
  it('where goods are repaired nothing is refunded or exchanged', () => {
    for (const id of ['refund', 'exchange', 'refund-told', 'exchange-told'])
      expect(row(id, { kind: 'return', remedy: 'repair' }, [received])).toEqual([]);
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

describe('3.9 over make-up days, to the second', () => {
  // Friday 18 September: Sunday 20 (make-up) is 1; 21, 22 are 2, 3; 23, 24 are 4, 5; 25-27 off; 28, 29 are 6, 7.
  const received = ['received', '09-18 10:00'] as const;
  it.each([
    ['refund', 'return', 'refunded', '09-22'],
    ['exchange', 'exchange', 'exchanged', '09-24'],
  ])('%s of a %s: %s by %s 18:00', (id, kind, event, date) => {
    expect(row(id, { kind }, [received, [event, `${date} 18:00`]])).toEqual([`met ${date} 18:00`]);
    expect(row(id, { kind }, [received, [event, `${date} 18:00:01`]])).toEqual([`late ${date} 18:00`]);
  });
  it('done and told by 29 September 18:00, inspected or not', () => {
    const log = [received, ['inspected', '09-24 10:00'], ['refunded', '09-24 11:00']] as const;
    expect(row('refund-told', { kind: 'return' }, [...log, ['told', '09-29 18:00']])).toEqual([
      'met 09-29 18:00',
    ]);
    expect(row('refund-told', { kind: 'return' }, [...log, ['told', '09-29 18:00:01']])).toEqual([
      'late 09-29 18:00',
    ]);
  });
  it('an exchange counts from its inspection too: inspected on the 24th, 28, 29, 30 September, 8, 9 October', () => {
    const log = [received, ['inspected', '09-24 10:00']] as const;
    expect(row('exchange', { kind: 'exchange' }, [...log, ['exchanged', '10-09 18:00']])).toEqual([
      'exempt 09-24 18:00',
      'met 10-09 18:00',
    ]);
  });
  it('an inspection after due saves nothing: the first run stays overdue', () => {
    const log = [received, ['inspected', '09-23 10:00'], ['refunded', '09-23 11:00']] as const;
    expect(row('refund', { kind: 'return' }, log)).toEqual(['overdue 09-22 18:00', 'met 09-29 18:00']);
  });
});

describe('3.10 inspection before refund or exchange', () => {
  const received = ['received', '10-08 10:00'] as const;
  it.each([
    ['return', 'refunded'],
    ['exchange', 'exchanged'],
  ])('%s: kept if inspected before %s, broken without or after', (kind, event) => {
    const done = [event, '10-10 10:00'] as const;
    expect(row('inspected-first', { kind }, [received, ['inspected', '10-09 10:00'], done])).toEqual(['met']);
    expect(row('inspected-first', { kind }, [received, done])).toEqual(['broken']);
    expect(row('inspected-first', { kind }, [received, done, ['inspected', '10-10 11:00']])).toEqual([
      'broken',
    ]);
  });
  it('asks nothing of complaints', () => {
    expect(row('inspected-first', { kind: 'complaint' }, [received])).toEqual([]);
  });
});

describe('3.11 logistics state updated once every civil day', () => {
  // Shipped on 1 October at 15:00, delivered on 4 October at 09:00: 2 and 3 October lie wholly in between.
  const shipped = ['shipped', '10-01 15:00'] as const;
  const delivered = ['delivered', '10-04 09:00'] as const;
  it('kept on the 2nd at 00:00 and on the 3rd at 23:59, holidays or not', () => {
    const log = [shipped, ['progressed', '10-02 00:00'], ['progressed', '10-03 23:59'], delivered] as const;
    expect(row('logistics', {}, log)).toEqual(['met', 'met']);
  });
  it('broken on a day without: two updates on the 2nd do not do for the 3rd', () => {
    const log = [shipped, ['progressed', '10-02 08:00'], ['progressed', '10-02 20:00'], delivered] as const;
    expect(row('logistics', {}, log)).toEqual(['met', 'broken']);
  });
});

describe('3.12 a delay is told before the promised delivery', () => {
  const order = { promisedAt: at('10-05 12:00') };
  const received = ['received', '09-28 10:00'] as const;
  it('kept until the promised time, broken 1 second later and untold', () => {
    const told = (when: string) => row('delay-notice', order, [received, ['delay-told', when]]);
    expect(told('10-05 12:00')).toEqual(['met 10-05 12:00']);
    expect(told('10-05 12:00:01')).toEqual(['late 10-05 12:00']);
    expect(row('delay-notice', order, [received])).toEqual(['overdue 10-05 12:00']);
  });
  it('needless where delivered in time, not where delivered late', () => {
    const delivered = (when: string) => row('delay-notice', order, [received, ['delivered', when]]);
    expect(delivered('10-05 11:00')).toEqual(['exempt 10-05 12:00']);
    expect(delivered('10-05 13:00')).toEqual(['overdue 10-05 12:00']);
  });
  it('pending while no delivery is promised', () => {
    expect(row('delay-notice', {}, [received])).toEqual(['pending']);
  });
});

describe('3.13 order news: no number is printed', () => {
  const log = [
    ['received', '10-08 09:00'],
    ['out-of-stock', '10-08 10:00'],
    ['told', '10-08 10:01'],
  ] as const;
  it('undetermined until the company sets orderNews, told or not', () => {
    expect(row('order-news', {}, log)).toEqual(['undetermined']);
    expect(row('order-news', {}, log.slice(0, 2))).toEqual(['undetermined']);
  });
  it('kept and broken once it is set, each change by itself', () => {
    const within = (limit: string) =>
      judgedBy(extendPolicy(textileService, { parameters: { orderNews: limit } }))('order-news', {}, [
        ...log,
        ['logistics-exception', '10-09 10:00'],
        ['told', '10-09 10:30'],
      ]);
    expect(within('30 minutes')).toEqual(['met 10-08 10:30', 'met 10-09 10:30']);
    expect(within('29 minutes')).toEqual(['met 10-08 10:29', 'late 10-09 10:29']);
  });
  it('says nothing where nothing happened to an order', () => {
    expect(row('order-news', {}, log.slice(0, 1))).toEqual([]);
  });
});

describe('3.14 repairs: cost and time confirmed before work starts', () => {
  const accepted = ['quote-accepted', '10-08 11:00'] as const;
  const started = ['work-started', '10-08 14:00'] as const;
  it.each([
    ['repair-quote-first', { kind: 'repair' }],
    ['remedy-quote-first', { kind: 'complaint', remedy: 'repair' }],
  ])('%s: kept, broken, and pending while nobody works', (id, attributes) => {
    expect(row(id, attributes, [accepted, started])).toEqual(['met']);
    expect(row(id, attributes, [['quoted', '10-08 10:00'], started])).toEqual(['broken']);
    expect(row(id, attributes, [accepted])).toEqual(['pending']);
  });
});
