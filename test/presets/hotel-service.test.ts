import { describe, expect, it } from 'vitest';
import { extendPolicy } from '../../src/policy/extend-policy.ts';
import { hotelService } from '../../src/presets/hotel-service.ts';
import { at, type EventRow } from '../support/naive-service.ts';
import { judgedBy, organisationBy } from './judging.ts';

const row = judgedBy(hotelService);

describe('8.1 wake-up call at the promised time', () => {
  const call = { kind: 'wake-up', promisedAt: at('10-03 06:30') };
  const asked: EventRow = ['received', '10-02 22:00'];
  it('kept at 06:30 on a holiday, broken 1 second later, overdue when nobody calls', () => {
    expect(row('wake-call', call, [asked, ['wake-called', '10-03 06:30']])).toEqual(['met 10-03 06:30']);
    expect(row('wake-call', call, [asked, ['wake-called', '10-03 06:30:01']])).toEqual(['late 10-03 06:30']);
    expect(row('wake-call', call, [asked])).toEqual(['overdue 10-03 06:30']);
  });
  it('cannot be told without a promise', () => {
    expect(row('wake-call', { kind: 'wake-up' }, [asked])).toEqual(['undetermined']);
  });
  it('is too early at 06:14 and not at 06:15 once a company allows 15 minutes; undetermined until then', () => {
    const called = (clock: string): EventRow[] => [asked, ['wake-called', `10-03 ${clock}`]];
    expect(row('wake-call-not-early', call, called('06:15'))).toEqual(['undetermined']);
    const set = extendPolicy(hotelService, { parameters: { earliestWakeCall: '15 minutes' } });
    const early = judgedBy(set);
    expect(early('wake-call-not-early', call, called('06:15'))[0]).toMatch(/^met/);
    expect(early('wake-call-not-early', call, called('06:14'))[0]).toMatch(/^(broken|late)/);
  });
});

describe('8.2 room ready at the promised check-in time', () => {
  const stay = { kind: 'check-in', promisedAt: at('10-03 14:00') };
  it('kept at 14:00, broken at 14:01, whenever the guest comes', () => {
    const ready = (clock: string): EventRow[] => [
      ['received', '09-20 10:00'],
      ['room-ready', `10-03 ${clock}`],
      ['arrived', '10-03 18:00'],
    ];
    expect(row('room-ready', stay, ready('14:00'))).toEqual(['met 10-03 14:00']);
    expect(row('room-ready', stay, ready('14:01'))).toEqual(['late 10-03 14:00']);
  });
});

describe('8.3 the supervisor’s morning', () => {
  const duties = [
    'night-report-read',
    'room-rack-checked',
    'departures-checked',
    'bookings-checked',
    'arrangements-made',
  ];
  it.each(duties)('%s: kept on the 1st at 08:00, broken on the 2nd at 12:01 and on the 3rd', (duty) => {
    const events: EventRow[] = [
      [duty, '10-01 08:00'],
      [duty, '10-02 12:01'],
    ];
    const statuses = organisationBy(hotelService)(duty, { events }, ['10-01 00:00', '10-04 00:00']);
    expect(statuses).toEqual(['met', 'broken', 'broken']);
  });
});

describe('8.4 keys', () => {
  it('kept with the identity checked first, broken without', () => {
    const issued: EventRow = ['key-issued', '10-03 14:10'];
    expect(row('id-before-key', {}, [['id-checked', '10-03 14:05'], issued])).toEqual(['met']);
    expect(row('id-before-key', {}, [issued, ['id-checked', '10-03 14:15']])).toEqual(['broken']);
  });
  it('no key to an occupied room: 0 keep it, 1 breaks it', () => {
    const received: EventRow = ['received', '10-03 14:00'];
    const closed: EventRow = ['closed', '10-04 12:00'];
    const issued = (occupied: boolean): EventRow => ['key-issued', '10-03 14:10', { occupied }];
    expect(row('no-key-to-occupied-room', {}, [received, issued(false), closed])).toEqual(['met']);
    expect(row('no-key-to-occupied-room', {}, [received, issued(true), closed])).toEqual(['broken']);
  });
  it('rack slip at once: undetermined until a company says what that is, then 5 minutes keep it and 6 break it', () => {
    const out = (clock: string): EventRow[] => [
      ['checked-out', '10-04 12:00'],
      ['rack-slip-changed', `10-04 ${clock}`],
    ];
    expect(row('rack-slip-changed', {}, out('12:05'))).toEqual(['undetermined']);
    const set = judgedBy(extendPolicy(hotelService, { parameters: { rackSlipChange: '5 minutes' } }));
    expect(set('rack-slip-changed', {}, out('12:05'))).toEqual(['met 10-04 12:05']);
    expect(set('rack-slip-changed', {}, out('12:06'))).toEqual(['late 10-04 12:05']);
  });
});

describe('8.5 manners', () => {
  const observed = (item: string, passed: boolean): EventRow => ['observed', '10-03 10:00', { item, passed }];
  it('kept when all that was observed passed, broken by one that did not, undetermined unseen', () => {
    const tea = observed('tea-70-percent-full', true);
    expect(row('reception-manners', {}, [tea, observed('guests-seated', true)])).toEqual(['met']);
    expect(row('reception-manners', {}, [tea, observed('lift-doors-held', false)])).toEqual(['broken']);
    expect(row('reception-manners', {}, [['received', '10-03 10:00']])).toEqual(['undetermined']);
  });
});
