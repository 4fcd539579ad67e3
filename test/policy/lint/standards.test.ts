import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../../src/policy/check-policy.ts';
import { answer, base, one, places, two } from './warnings.ts';

describe('standards that contradict each other', () => {
  it('the same promise within 24 hours and within 2 days', () =>
    expect(places(two({ within: '2 days' }))).toEqual(['contradiction standards.1.within']));

  it('the same promise twice, its keys in another order', () => {
    const { id: _, ...rest } = answer;
    const again = Object.fromEntries(Object.entries({ ...rest, id: 'again' }).reverse());
    expect(places({ ...base, standards: [answer, again] })).toEqual(['repeated-promise standards.1']);
  });

  it('the same promise without a limit twice, its weight another', () => {
    const order = { kind: 'order', first: 'agreed', then: 'begun' };
    const standards = [
      { ...order, id: 'a' },
      { ...order, id: 'b', weight: 2 },
      { ...order, id: 'c', then: 'ended' },
    ];
    expect(places({ ...base, standards })).toEqual(['repeated-promise standards.1']);
  });

  it('but no pause while a condition holds', () =>
    expect(places(one({ pause: { while: { waiting: true } } }))).toEqual([]));

  it('a pause that the same event begins and ends', () =>
    expect(places(one({ pause: { on: ['paused', 'held'], off: ['held', 'resumed'] } }))).toEqual([
      'contradiction standards.0.pause.off',
    ]));
});

describe('working time without hours', () => {
  const never = { timeZone: 'Asia/Shanghai', week: {} };

  it.each(['8 working hours', '5 working days', { amount: 30, unit: 'working minutes' }])('%j', (within) => {
    expect(places({ ...one({ within }), calendar: never })).toEqual(['no-hours standards.0.within']);
  });

  it('in a row with a calendar of its own, in otherwise, and behind a parameter', () => {
    const within = {
      table: [
        { when: { tier: 'a' }, limit: '1 working hour', calendar: 'never' },
        { when: { tier: 'b' }, limit: { parameter: 'slow' }, calendar: 'never' },
        { when: { tier: 'c' }, limit: '1 working hour' },
      ],
      otherwise: '1 working day',
    };
    const document = { ...one({ within }), calendars: { never }, parameters: { slow: '2 working days' } };
    expect(places(document)).toEqual([
      'no-hours standards.0.within.table.0.limit',
      'no-hours standards.0.within.table.1.limit',
    ]);
    const own = { ...one({ within: '1 working day', calendar: 'never' }), calendars: { never } };
    expect(places(own)).toEqual(['no-hours standards.0.within']);
  });

  it('is not told of a calendar with a mistake, which is', () => {
    const { problems } = checkPolicy({
      ...one({ within: '1 working day' }),
      calendar: { ...never, timeZone: 'Mars/Olympus' },
    });
    expect(problems.map(({ code }) => code)).toEqual(['calendar.time-zone']);
  });

  it('is fine where a single exception has hours', () => {
    const once = { ...never, exceptions: { '2026-12-31': ['09:00-12:00'] } };
    expect(places({ ...one({ within: '1 working hour' }), calendar: once })).toEqual([]);
  });
});
