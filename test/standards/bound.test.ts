import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { explain } from '../../src/explain/explain.ts';
import { checkPolicy } from '../../src/policy/check-policy.ts';
import type { BoundDetail } from '../../src/standards/bound/standard.ts';
import { at, caseOf, codes, type EventRow, judged, lines, office, wall } from '../support/naive-service.ts';
import { described, onlyVerdict, policyOfOne } from '../support/one-standard.ts';

const rings = { kind: 'bound', measure: 'rings', max: 3, when: { channel: 'phone' } };
const received: EventRow = ['received', '09-28 10:00'];
const phone = { channel: 'phone' };
const values = (assessment: ReturnType<typeof judged>) =>
  assessment.verdicts.map(({ status, detail }) => [status, (detail as unknown as BoundDetail)?.value]);

describe('a bound of a number', () => {
  const policy = policyOfOne(rings);

  it('is met by 3 rings of at most 3 and broken by 4, one run for each call answered', () => {
    const log: EventRow[] = [
      received,
      ['answered', '09-28 10:01', { rings: 3 }],
      ['answered', '09-28 10:02', { rings: 4 }],
    ];
    const assessment = judged(policy, log, '09-29 00:00', phone);
    expect(lines(assessment)).toEqual(['1 met done 09-28 10:01', '2 broken done 09-28 10:02']);
    expect(assessment.verdicts[1]).toMatchObject({ detail: { value: 4, max: 3 }, due: null, usedMs: null });
    expect(assessment.nextChange).toBeNull();
  });

  it('is of the case where that has the number: 4 is broken, 0 is met', () => {
    expect(values(judged(policy, [received], '09-29 00:00', { ...phone, rings: 4 }))).toEqual([
      ['broken', 4],
    ]);
    expect(values(judged(policy, [received], '09-29 00:00', { ...phone, rings: 0 }))).toEqual([['met', 0]]);
  });

  it('stands as it was first known: a change from 2 to 9 comes too late', () => {
    const log: EventRow[] = [
      received,
      ['changed', '09-28 11:00', { set: { rings: 2 } }],
      ['changed', '09-28 12:00', { set: { rings: 9 } }],
      ['answered', '09-28 13:00', { rings: 9 }],
    ];
    expect(values(judged(policy, log, '09-29 00:00', phone))).toEqual([['met', 2]]);
  });

  it('is undetermined without the number, and with a word for one', () => {
    expect(lines(judged(policy, [received], '09-29 00:00', phone))).toEqual(['1 undetermined missing rings']);
    const word = judged(
      policy,
      [received, ['answered', '09-28 10:01', { rings: '2' }]],
      '09-29 00:00',
      phone,
    );
    expect([lines(word), codes(word)]).toEqual([
      ['1 undetermined missing rings'],
      ['attribute.not-a-number'],
    ]);
  });

  it('applies by the attributes of the event first: a call about an e-mail is a call', () => {
    const log: EventRow[] = [received, ['answered', '09-28 10:01', { rings: 4, channel: 'phone' }]];
    expect(values(judged(policy, log, '09-29 00:00', { channel: 'email' }))).toEqual([['broken', 4]]);
    expect(judged(policy, [received], '09-29 00:00', { channel: 'email', rings: 9 }).verdicts).toEqual([]);
    expect(codes(judged(policy, [received], '09-29 00:00', { rings: 9 }))).toEqual(['attribute.missing']);
  });

  it('of named events is undetermined for each that lacks it, and nothing where there is none', () => {
    const named = policyOfOne({ kind: 'bound', measure: 'rings', event: 'answered', min: 1, max: 3 });
    const log: EventRow[] = [
      received,
      ['answered', '09-28 10:01'],
      ['answered', '09-28 10:02', { rings: 0 }],
      ['offered', '09-28 10:03', { rings: 9 }],
    ];
    expect(lines(judged(named, log, '09-29 00:00'))).toEqual([
      '1 undetermined missing rings',
      '2 broken done 09-28 10:02',
    ]);
    expect(judged(named, [received], '09-29 00:00').verdicts).toEqual([]);
  });

  it('takes its bound from a parameter, and is undetermined while nobody has set it', () => {
    const open = { ...rings, max: { parameter: 'most' } };
    const log: EventRow[] = [received, ['answered', '09-28 10:01', { rings: 3 }]];
    expect(lines(judged(policyOfOne(open), log, '09-29 00:00', phone))).toEqual([
      '1 undetermined missing most',
    ]);
    const set = policyOfOne(open, { parameters: { most: 2 } });
    expect(values(judged(set, log, '09-29 00:00', phone))).toEqual([['broken', 3]]);
  });
});

describe('a bound of the time between two events', () => {
  const reception = { from: 'reception-started', to: 'reception-ended' };
  const policy = policyOfOne({ kind: 'bound', measure: reception, max: '2 hours' });
  const started: EventRow = ['reception-started', '09-28 10:00'];

  it('is met by 2 hours exactly and broken by 1 ms more', () => {
    const ended = (when: string): EventRow[] => [started, ['reception-ended', when]];
    const kept = onlyVerdict(policy, ended('09-28 12:00'), '09-29 00:00');
    expect(kept).toMatchObject({
      status: 'met',
      usedMs: 7_200_000,
      detail: { value: 7_200_000, max: { amount: 2, unit: 'hours' } },
    });
    expect([wall(kept.from), wall(kept.done)]).toEqual(['09-28 10:00', '09-28 12:00']);
    expect(values(judged(policy, ended('09-28 12:00:00.001'), '09-29 00:00'))).toEqual([
      ['broken', 7_200_001],
    ]);
  });

  it('is pending while 2 hours have not passed, and broken 1 ms after, which nextChange says', () => {
    const open = judged(policy, [started], '09-28 12:00');
    expect([values(open), wall(open.nextChange)]).toEqual([[['pending', 7_200_000]], '09-28 12:00:00.001']);
    expect(lines(judged(policy, [started], '09-28 12:00:00.001'))).toEqual(['1 broken']);
  });

  it('gives one run a pair, and one end closes all that are open', () => {
    const log: EventRow[] = [
      started,
      ['reception-started', '09-28 11:00'],
      ['reception-ended', '09-28 12:30'],
      ['reception-started', '09-28 14:00'],
    ];
    expect(values(judged(policy, log, '09-28 15:00'))).toEqual([
      ['broken', 9_000_000],
      ['met', 5_400_000],
      ['pending', 3_600_000],
    ]);
  });

  it('pairs those that are equal in the attribute named by match', () => {
    const absent = policyOfOne({
      kind: 'bound',
      measure: { from: 'post-left', to: 'post-back' },
      match: 'by',
      max: '10 minutes',
    });
    const log: EventRow[] = [
      ['post-left', '09-28 10:00', { by: 'li' }],
      ['post-left', '09-28 10:05', { by: 'wu' }],
      ['post-back', '09-28 10:10', { by: 'wu' }],
      ['post-back', '09-28 10:11', { by: 'li' }],
    ];
    expect(values(judged(absent, log, '09-29 00:00'))).toEqual([
      ['broken', 660_000],
      ['met', 300_000],
    ]);
  });

  it('measures from one event to the next of its own type: 5 s between two greetings', () => {
    const silent = policyOfOne({
      kind: 'bound',
      measure: { from: 'greeted', to: ['greeted', 'hung-up'] },
      min: '5 seconds',
      max: '6 seconds',
    });
    const log: EventRow[] = [
      ['greeted', '09-28 10:00:00'],
      ['greeted', '09-28 10:00:05'],
      ['hung-up', '09-28 10:00:09'],
    ];
    expect(values(judged(silent, log, '09-29 00:00'))).toEqual([
      ['met', 5000],
      ['broken', 4000],
    ]);
  });

  it('counts working hours: 17:00 to 09:00 is 1 hour, and so is the time before opening', () => {
    const working = policyOfOne({ kind: 'bound', measure: reception, max: '1 working hour' });
    const log = (to: string): EventRow[] => [
      ['reception-started', '09-28 17:00'],
      ['reception-ended', to],
    ];
    expect(values(judged(working, log('09-29 08:00'), '09-30 00:00'))).toEqual([['met', 3_600_000]]);
    expect(values(judged(working, log('09-29 09:01'), '09-30 00:00'))).toEqual([['broken', 3_660_000]]);
    const open = judged(working, log('09-29 09:01').slice(0, 1), '09-28 23:00');
    expect([values(open), wall(open.nextChange)]).toEqual([[['pending', 3_600_000]], '09-29 09:00:00.001']);
  });

  it('takes days as rolling, unless a counting is given', () => {
    const log = (to: string): EventRow[] => [started, ['reception-ended', to]];
    const day = { kind: 'bound', measure: reception, max: '1 day' };
    expect(lines(judged(policyOfOne(day), log('09-29 10:01'), '10-05 00:00'))).toEqual([
      '1 broken done 09-29 10:01',
    ]);
    const civil = policyOfOne({ ...day, counting: 'prc-civil-code' });
    expect(lines(judged(civil, log('09-29 10:01'), '10-05 00:00'))).toEqual(['1 met done 09-29 10:01']);
  });

  it('is exempt when withdrawn before its bound has passed, and not after', () => {
    const withdrawn = (when: string): EventRow[] => [started, ['withdrawn', when]];
    expect(lines(judged(policy, withdrawn('09-28 12:00'), '09-29 00:00'))).toEqual(['1 exempt withdrawn']);
    expect(lines(judged(policy, withdrawn('09-28 12:01'), '09-29 00:00'))).toEqual(['1 broken']);
  });

  it('gives no verdict where nothing begins, but undetermined where every case begins so', () => {
    expect(judged(policy, [received], '09-29 00:00').verdicts).toEqual([]);
    const fromReceipt = policyOfOne({
      kind: 'bound',
      measure: { from: 'received', to: 'replied' },
      max: '1 hour',
    });
    expect(lines(judged(fromReceipt, [started], '09-29 00:00'))).toEqual(['1 undetermined missing received']);
  });
});

describe('a bound of the time between an event and a time attribute', () => {
  const early = policyOfOne({
    kind: 'bound',
    measure: { from: 'wake-called', to: { attribute: 'promisedAt' } },
    max: '5 minutes',
  });
  const called: EventRow = ['wake-called', '09-28 06:55'];

  it('holds a call at 06:55 against the promise of 07:00, and refuses 06:54', () => {
    const promised = { promisedAt: at('09-28 07:00') };
    expect(values(judged(early, [called], '09-28 06:56', promised))).toEqual([['met', 300_000]]);
    expect(values(judged(early, [['wake-called', '09-28 06:54']], '09-28 06:56', promised))).toEqual([
      ['broken', 360_000],
    ]);
  });

  it('lets a call after the promise be, as it is not too early: -1 minute', () => {
    const promised = { promisedAt: at('09-28 06:54') };
    expect(values(judged(early, [called], '09-28 08:00', promised))).toEqual([['met', -60_000]]);
  });

  it('is undetermined while the promise is missing, with a finding', () => {
    const without = judged(early, [called], '09-28 08:00');
    expect([lines(without), codes(without)]).toEqual([
      ['1 undetermined missing promisedAt'],
      ['attribute.missing'],
    ]);
  });

  it('measures from an attribute too: 20 minutes after the booked time', () => {
    const waiting = policyOfOne({
      kind: 'bound',
      measure: { from: { attribute: 'bookedAt' }, to: 'reception-started' },
      max: '15 minutes',
    });
    const log: EventRow[] = [received, ['reception-started', '09-28 14:20']];
    const booked = { bookedAt: at('09-28 14:00') };
    expect(values(judged(waiting, log, '09-29 00:00', booked))).toEqual([['broken', 1_200_000]]);
    expect(wall(judged(waiting, [received], '09-28 14:01', booked).nextChange)).toBe('09-28 14:15:00.001');
    expect(lines(judged(waiting, log, '09-29 00:00'))).toEqual(['1 undetermined missing bookedAt']);
  });
});

describe('a bound of a count', () => {
  const occupied = { event: 'key-issued', when: { occupied: true } };
  const none = policyOfOne({ kind: 'bound', measure: { count: occupied }, max: 0 });
  const key: EventRow = ['key-issued', '09-28 11:00', { occupied: true }];

  it('of 0 keys to occupied rooms is broken by the first, and then for good', () => {
    expect(lines(judged(none, [received, key, ['closed', '09-29 10:00']], '09-30 00:00'))).toEqual([
      '1 broken done 09-28 11:00',
    ]);
  });

  it('is pending while the case is open and met once it is closed', () => {
    const free: EventRow = ['key-issued', '09-28 11:00', { occupied: false }];
    expect(lines(judged(none, [received, free], '09-30 00:00'))).toEqual(['1 pending']);
    expect(lines(judged(none, [received, free, ['closed', '09-29 10:00']], '09-30 00:00'))).toEqual([
      '1 met done 09-29 10:00',
    ]);
    expect(lines(judged(none, [received, free, ['merged', '09-29 10:00']], '09-30 00:00'))).toEqual([
      '1 exempt merged',
    ]);
  });

  it('of at least 2 reminders is met by the second, and broken when the case is closed after one', () => {
    const two = policyOfOne({ kind: 'bound', measure: { count: 'reminded' }, min: 2 });
    const reminded = (...times: string[]): EventRow[] => [
      received,
      ...times.map((when): EventRow => ['reminded', when]),
    ];
    expect(lines(judged(two, reminded('09-28 11:00', '09-28 12:00'), '09-30 00:00'))).toEqual([
      '1 met done 09-28 12:00',
    ]);
    const closed: EventRow[] = [...reminded('09-28 11:00'), ['closed', '09-28 12:00']];
    expect(lines(judged(two, closed, '09-30 00:00'))).toEqual(['1 broken done 09-28 12:00']);
  });
});

describe('a time attribute that changes', () => {
  it('is measured to as it stood when the event happened, or as it was first known after it', () => {
    const policy = policyOfOne({
      kind: 'bound',
      measure: { from: 'wake-called', to: { attribute: 'visitAt' } },
      max: '1 hour',
    });
    const set = (when: string, visitAt: string | null): EventRow => [
      'changed',
      when,
      { set: { visitAt: visitAt && at(visitAt) } },
    ];
    const called: EventRow = ['wake-called', '09-28 12:00'];
    const value = (...log: EventRow[]) => values(judged(policy, log, '09-29 00:00'))[0]?.[1];
    const [early, late] = [set('09-28 10:00', '09-28 12:10'), set('09-28 11:00', '09-28 12:20')];
    expect(value(early, late, called, set('09-28 13:00', '09-28 12:30'))).toBe(20 * 60_000);
    expect(value(called, set('09-28 13:00', '09-28 12:30'), set('09-28 14:00', '09-28 12:40'))).toBe(
      30 * 60_000,
    );
    expect(value(early, set('09-28 11:00', null), called)).toBeUndefined();
    expect(value(called)).toBeUndefined();
  });

  it('is measured to as it stood at a booked time too, whatever it is changed to after that', () => {
    const policy = policyOfOne({
      kind: 'bound',
      measure: { from: { attribute: 'bookedAt' }, to: { attribute: 'visitAt' } },
      max: '1 hour',
    });
    const times = { bookedAt: at('09-28 12:00'), visitAt: at('09-28 12:10') };
    const later: EventRow = ['changed', '09-28 13:00', { set: { visitAt: at('09-28 12:30') } }];
    const judgedThen = judged(policy, [received, later], '09-29 00:00', times);
    expect(values(judgedThen)[0]?.[1]).toBe(10 * 60_000);
  });
});

describe('a bound and what it is about', () => {
  const log = (...events: EventRow[]): EventRow[] => [received, ...events];

  it('tells the value and the bounds that there are, and nothing else', () => {
    const detail = (standard: object, events: EventRow[]) =>
      JSON.stringify(onlyVerdict(policyOfOne({ kind: 'bound', ...standard }), events, '09-30 00:00').detail);
    const rung = log(['answered', '09-28 10:01', { rings: 2 }]);
    expect(detail({ measure: 'rings', min: 1 }, rung)).toBe('{"value":2,"min":1}');
    expect(detail({ measure: 'rings', max: 3 }, rung)).toBe('{"value":2,"max":3}');
    expect(detail({ measure: { count: 'answered' }, min: 1, max: 3 }, rung)).toBe(
      '{"value":1,"min":1,"max":3}',
    );
    const keys = (bounds: object) =>
      Object.keys(
        onlyVerdict(policyOfOne({ kind: 'bound', measure: 'rings', ...bounds }), rung, '09-30 00:00').detail!,
      );
    expect([keys({ min: 1 }), keys({ max: 3 })]).toEqual([
      ['value', 'min'],
      ['value', 'max'],
    ]);
    const visit = { from: 'received', to: 'answered' };
    const [minute, hour] = ['{"amount":1,"unit":"minutes"}', '{"amount":1,"unit":"hours"}'];
    expect(detail({ measure: visit, min: '1 minute' }, rung)).toBe(`{"value":60000,"min":${minute}}`);
    expect(detail({ measure: visit, max: '1 hour' }, rung)).toBe(`{"value":60000,"max":${hour}}`);
    expect(detail({ measure: visit, min: '1 minute', max: '1 hour' }, rung)).toBe(
      `{"value":60000,"min":${minute},"max":${hour}}`,
    );
  });

  it('finds a word where a number is asked, and nothing where there is none', () => {
    const found = (value: unknown) =>
      judged(policyOfOne(rings), log(['answered', '09-28 10:01', { rings: value }]), '09-29 00:00', phone)
        .findings;
    expect(found('two')).toMatchObject([
      { code: 'attribute.not-a-number', path: ['rings'], message: '"two" is no number' },
    ]);
    expect([found(null), found(2)]).toEqual([[], []]);
    expect(codes(judged(policyOfOne(rings), [received], '09-29 00:00', phone))).toEqual([]);
  });

  it('takes of several events those to which it applies: the call, not the e-mail', () => {
    const both = log(
      ['answered', '09-28 10:01', { rings: 4, channel: 'email' }],
      ['answered', '09-28 10:02', { rings: 4, channel: 'phone' }],
    );
    expect(lines(judged(policyOfOne(rings), both, '09-29 00:00'))).toEqual(['1 broken done 09-28 10:02']);
    const span = { kind: 'bound', measure: { from: 'answered', to: 'replied' }, max: '1 hour', when: phone };
    expect(lines(judged(policyOfOne(span), both, '09-28 10:30'))).toEqual(['1 pending']);
  });

  it('counts in no case to which it does not apply', () => {
    const count = policyOfOne({ kind: 'bound', measure: { count: 'transferred' }, max: 0, when: phone });
    const moved = log(['transferred', '09-28 11:00']);
    expect(lines(judged(count, moved, '09-29 00:00', { channel: 'email' }))).toEqual([]);
    expect(lines(judged(count, moved, '09-29 00:00', phone))).toEqual(['1 broken done 09-28 11:00']);
  });

  it('says nothing of a case without events', () => {
    for (const standard of [
      { measure: 'rings', max: 3 },
      { measure: { count: 'transferred' }, max: 3 },
      { measure: { from: { attribute: 'bookedAt' }, to: 'visited' }, max: '1 hour' },
    ])
      expect(
        lines(judged(policyOfOne({ kind: 'bound', ...standard }), [], '09-29 00:00', { rings: 9 })),
      ).toEqual([]);
  });

  it('measures from a booked time only where it applies', () => {
    const measure = { from: { attribute: 'bookedAt' }, to: 'visited' };
    const policy = policyOfOne({ kind: 'bound', measure, max: '1 hour', when: phone });
    const judge = (channel: string) =>
      lines(judged(policy, [received], '09-29 00:00', { channel, bookedAt: at('09-28 14:00') }));
    expect([judge('phone'), judge('email')]).toEqual([['1 broken'], []]);
  });

  it('is undetermined while nobody has set the time that it may take', () => {
    const span = { from: 'received', to: 'replied' };
    const policy = policyOfOne({ kind: 'bound', measure: span, max: { parameter: 'most' } });
    expect(lines(judged(policy, [received], '09-29 00:00'))).toEqual(['1 undetermined missing most']);
  });

  it('is broken, not exempt, by a withdrawal 1 ms after 2 hours', () => {
    const policy = policyOfOne({
      kind: 'bound',
      measure: { from: 'received', to: 'replied' },
      max: '2 hours',
    });
    const withdrawn = (when: string) => lines(judged(policy, log(['withdrawn', when]), '09-29 00:00'));
    expect(withdrawn('09-28 12:00')).toEqual(['1 exempt withdrawn']);
    expect(withdrawn('09-28 12:00:00.001')).toEqual(['1 broken']);
  });

  it('counts a working day to its end: open on Tuesday 18:00, broken 1 ms later', () => {
    const measure = { from: 'received', to: 'replied' };
    const policy = policyOfOne({ kind: 'bound', measure, max: '1 working day', counting: 'standard' });
    const open = judged(policy, [received], '09-29 12:00');
    expect([lines(open), wall(open.nextChange)]).toEqual([['1 pending'], '09-29 18:00:00.001']);
    expect(lines(judged(policy, log(['replied', '09-29 18:00']), '10-09'))).toEqual([
      '1 met done 09-29 18:00',
    ]);
  });

  it('says that it hangs on holidays that are not published yet, whichever bound does', () => {
    const measure = { from: 'received', to: 'replied' };
    for (const bound of [{ max: '2 working days' }, { min: '2 working days' }]) {
      const policy = policyOfOne({ kind: 'bound', measure, counting: 'standard', ...bound });
      const [verdict] = assess(
        { id: 'T', events: [{ type: 'received', at: '2031-01-06T10:00:00+08:00' }] },
        policy,
        { asOf: '2031-01-06T12:00:00+08:00' },
      ).verdicts;
      expect(verdict?.provisional).toMatchObject({ sources: ['china'] });
    }
  });
});

describe('a bound that is none', () => {
  it.each([
    ['no bound', { kind: 'bound', measure: 'rings' }, 'standards.0.max'],
    ['a time for a number', { ...rings, max: '2 hours' }, 'standards.0.max'],
    ['a number for a time', { kind: 'bound', measure: { from: 'a', to: 'b' }, min: 2 }, 'standards.0.min'],
    [
      'a time for a count',
      { kind: 'bound', measure: { count: 'a' }, max: { parameter: 'most' } },
      'standards.0.max',
    ],
  ])('is refused: %s', (_, standard, path) => {
    const document = {
      id: 'p',
      version: '1',
      calendar: office,
      standards: [{ id: 's', ...standard }],
      parameters: { most: '2 hours' },
    };
    const { problems } = checkPolicy(document);
    expect(problems.filter(({ severity }) => severity === 'error').map((one) => one.path.join('.'))).toEqual([
      path,
    ]);
  });

  it.each([
    [{ ...rings, min: 4 }, true],
    [{ ...rings, min: 3 }, false],
    [{ kind: 'bound', measure: { from: 'a', to: 'b' }, min: '2 hours', max: '90 minutes' }, true],
    [{ kind: 'bound', measure: { from: 'a', to: 'b' }, min: '1 day', max: '36 hours' }, false],
  ])('is warned of where min is over max: %j %s', (standard, warned) => {
    const document = { id: 'p', version: '1', calendar: office, standards: [{ id: 's', ...standard }] };
    const found = checkPolicy(document).problems.filter(({ code }) => code === 'policy.never-holds');
    expect(found.map(({ path }) => path.join('.'))).toEqual(warned ? ['standards.0.min'] : []);
  });
});

describe('a bound in words', () => {
  const reception = { from: 'reception-started', to: { attribute: 'promisedAt' } };
  it.each([
    [rings, 'channel phone: rings at most 3', '渠道为电话：铃响次数不超过3'],
    [
      { kind: 'bound', measure: 'rings', event: 'answered', min: 1, max: 3 },
      'rings of answered at least 1 and at most 3',
      '接听的铃响次数不少于1且不超过3',
    ],
    [
      { kind: 'bound', measure: reception, max: '2 hours' },
      'from reception-started to the time in promisedAt at most 2 hours',
      '自开始接待至承诺时间所载时间不超过2小时',
    ],
    [
      { kind: 'bound', measure: { count: 'transferred' }, max: { parameter: 'most' } },
      'number of times transferred at most a number not set yet (most)',
      '转办次数不超过规定数（most，未设定）',
    ],
    [{ kind: 'bound', measure: 'rings', min: 1 }, 'rings at least 1', '铃响次数不少于1'],
    [
      { kind: 'bound', measure: { from: 'a', to: 'b' }, min: '1 minute', max: '2 hours' },
      'from a to b at least 1 minute and at most 2 hours',
      '自a至b不少于1分钟且不超过2小时',
    ],
  ])('%j', (standard, english, chinese) => expect(described(standard)).toEqual([english, chinese]));

  it('is explained by what was measured and what is asked', () => {
    const policy = policyOfOne({ kind: 'bound', measure: { from: 'a', to: 'b' }, max: '2 hours' });
    const log = caseOf([
      ['a', '09-28 10:00'],
      ['b', '09-28 12:10'],
    ]);
    const [verdict] = assess(log, policy, { asOf: at('09-29 00:00') }).verdicts;
    const told = (locale: 'en' | 'zh-CN') => explain(JSON.parse(JSON.stringify(verdict)), { locale });
    expect(told('en')).toBe('s: broken.\nMeasured 2 h 10 min; at most 2 hours is asked.');
    expect(told('zh-CN')).toBe('s：未达标。\n实测2小时10分钟；要求不超过2小时。');
  });

  it.each([
    [
      { measure: 'rings', min: 1, max: 3 },
      'Measured 4; at least 1 and at most 3 is asked.',
      '实测4；要求不少于1且不超过3。',
    ],
    [
      { measure: { from: 'answered', to: { attribute: 'visitAt' } }, max: '5 minutes' },
      'Measured -1 min; at most 5 minutes is asked.',
      '实测-1分钟；要求不超过5分钟。',
    ],
    [
      { measure: { from: 'answered', to: 'replied' }, min: '5 minutes' },
      'Measured 0 h; at least 5 minutes is asked.',
      '实测0小时；要求不少于5分钟。',
    ],
  ])('explains %j by what was measured, be it negative or nothing', (standard, english, chinese) => {
    const policy = policyOfOne({ kind: 'bound', ...standard });
    const log = caseOf(
      [
        ['answered', '09-28 10:01', { rings: 4 }],
        ['replied', '09-28 10:01'],
      ],
      { visitAt: at('09-28 10:00') },
    );
    const [verdict] = assess(log, policy, { asOf: at('09-29 00:00') }).verdicts;
    expect(explain(verdict!, { locale: 'en' }).split('\n')[1]).toBe(english);
    expect(explain(verdict!, { locale: 'zh-CN' }).split('\n')[1]).toBe(chinese);
  });
});
