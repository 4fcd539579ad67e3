import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { explain } from '../../src/explain/explain.ts';
import type { CadenceDetail } from '../../src/standards/cadence/standard.ts';
import { at, caseOf, codes, type EventRow, judged, lines, wall } from '../support/naive-service.ts';
import { described, onlyVerdict, policyOfOne } from '../support/one-standard.ts';

const tracking = { kind: 'cadence', from: 'shipped', until: 'delivered', event: 'progressed' };
const daily = { ...tracking, every: '1 day' };
const gaps = policyOfOne(daily);
const shipped: EventRow = ['shipped', '09-28 10:00'];

describe('a cadence of gaps, at least every day', () => {
  it('gives one run a gap: 20 hours are met, 30 are late by 6, and delivery closes the last', () => {
    const log: EventRow[] = [
      shipped,
      ['progressed', '09-29 06:00'],
      ['progressed', '09-30 12:00'],
      ['delivered', '10-01 12:00'],
    ];
    const assessment = judged(gaps, log, '10-05 00:00');
    expect(lines(assessment)).toEqual([
      '1 met due 09-29 10:00 done 09-29 06:00',
      '2 late due 09-30 06:00 done 09-30 12:00',
      '3 met due 10-01 12:00 done 10-01 12:00',
    ]);
    const hours = assessment.verdicts.map(({ usedMs, overMs }) => [usedMs! / 3_600_000, overMs! / 3_600_000]);
    expect(hours).toEqual([
      [20, 0],
      [30, 6],
      [24, 0],
    ]);
  });

  it('is late when delivery comes 1 ms after the day is over', () => {
    const log: EventRow[] = [shipped, ['delivered', '09-29 10:00:00.001']];
    expect(lines(judged(gaps, log, '10-05 00:00'))).toEqual([
      '1 late due 09-29 10:00 done 09-29 10:00:00.001',
    ]);
  });

  it('is pending while the gap is open at 24 hours, overdue 1 ms later, and says so in nextChange', () => {
    const open = judged(gaps, [shipped], '09-29 10:00');
    expect(lines(open)).toEqual(['1 pending due 09-29 10:00']);
    expect(wall(open.nextChange)).toBe('09-29 10:00:00.001');
    expect(lines(judged(gaps, [shipped], '09-29 10:00:00.001'))).toEqual(['1 overdue due 09-29 10:00']);
  });

  it('counts rolling days: two holidays in between change nothing, unless a counting is given', () => {
    const log: EventRow[] = [['shipped', '09-30 10:00']];
    expect(lines(judged(policyOfOne({ ...daily, every: '2 days' }), log, '10-01 00:00'))).toEqual([
      '1 pending due 10-02 10:00',
    ]);
    const civil = policyOfOne({ ...daily, every: '2 days', counting: 'prc-civil-code' });
    // 2 October is a holiday: on to the close of Thursday 8 October.
    expect(lines(judged(civil, log, '10-01 00:00'))).toEqual(['1 pending due 10-08 18:00']);
  });

  it('measures a gap of 4 working hours in working time: 16:00 to 11:00 uses 4', () => {
    const policy = policyOfOne({ ...daily, every: '4 working hours' });
    const verdict = onlyVerdict(policy, [['shipped', '09-28 16:00']], '09-28 20:00');
    expect([wall(verdict.due), verdict.usedMs, verdict.remainingMs, verdict.share, verdict.clock]).toEqual([
      '09-29 11:00',
      2 * 3_600_000,
      2 * 3_600_000,
      0.5,
      'closed-hours',
    ]);
  });

  it('takes the limit of each gap from the table as things stand when it begins', () => {
    const policy = policyOfOne({
      ...daily,
      every: { table: [{ when: { tier: 'gold' }, limit: '4 hours' }], otherwise: '1 day' },
    });
    const log: EventRow[] = [
      shipped,
      ['progressed', '09-28 12:00'],
      ['changed', '09-28 13:00', { set: { tier: 'gold' } }],
      ['progressed', '09-28 14:00'],
    ];
    expect(lines(judged(policy, log, '09-28 15:00', { tier: 'plain' }))).toEqual([
      '1 met due 09-29 10:00 done 09-28 12:00',
      '2 met due 09-29 12:00 done 09-28 14:00',
      '3 pending due 09-28 18:00',
    ]);
  });

  it('ends with a withdrawal: exempt before due; after it, the gap stays overdue and none follows', () => {
    const early: EventRow[] = [shipped, ['withdrawn', '09-29 10:00'], ['progressed', '09-29 11:00']];
    expect(lines(judged(gaps, early, '10-05 00:00'))).toEqual(['1 exempt due 09-29 10:00 withdrawn']);
    const late: EventRow[] = [shipped, ['withdrawn', '09-29 10:01']];
    expect(lines(judged(gaps, late, '10-05 00:00'))).toEqual(['1 overdue due 09-29 10:00']);
    const closed: EventRow[] = [...late, ['progressed', '09-30 10:00']];
    expect(lines(judged(gaps, closed, '10-05 00:00'))).toEqual(['1 late due 09-29 10:00 done 09-30 10:00']);
  });

  it('is undetermined while nobody has set its parameter, and then only where something was shipped', () => {
    const policy = policyOfOne({ ...daily, every: { parameter: 'often' } });
    expect(lines(judged(policy, [shipped], '09-29 10:00'))).toEqual(['1 undetermined missing often']);
    expect(lines(judged(policy, [['received', '09-28 10:00']], '09-29 10:00'))).toEqual([]);
    const set = policyOfOne(
      { ...daily, every: { parameter: 'often' } },
      { parameters: { often: '2 hours' } },
    );
    expect(lines(judged(set, [shipped], '09-28 11:00'))).toEqual(['1 pending due 09-28 12:00']);
  });

  it('names the absent attribute that its table reads', () => {
    const policy = policyOfOne({
      ...daily,
      every: { table: [{ when: { tier: 'gold' }, limit: '4 hours' }], otherwise: '1 day' },
    });
    const assessment = judged(policy, [shipped], '09-28 15:00');
    expect(lines(assessment)).toEqual(['1 undetermined missing tier']);
    expect(codes(assessment)).toEqual(['attribute.missing']);
  });
});

describe('when a cadence applies', () => {
  it('is decided when it begins', () => {
    const policy = policyOfOne({ ...daily, when: { kind: 'exchange' } });
    const log: EventRow[] = [shipped, ['changed', '09-28 11:00', { set: { kind: 'exchange' } }]];
    expect(lines(judged(policy, log, '09-28 12:00', { kind: 'return' }))).toEqual([]);
    expect(lines(judged(policy, [shipped], '09-28 12:00', { kind: 'exchange' }))).toHaveLength(1);
  });

  it('gives no verdict without its beginning, but undetermined where every case begins so', () => {
    expect(lines(judged(gaps, [['progressed', '09-28 10:00']], '09-29 10:00'))).toEqual([]);
    const fromReceipt = policyOfOne({ ...daily, from: 'received' });
    expect(lines(judged(fromReceipt, [['progressed', '09-28 10:00']], '09-29 10:00'))).toEqual([
      '1 undetermined missing received',
    ]);
  });
});

describe('a cadence of slots', () => {
  const perDay = policyOfOne({ ...tracking, times: 1, per: 'day' });
  const slots = (assessment: ReturnType<typeof judged>) =>
    assessment.verdicts.map(({ status, detail }) => {
      const { slot, count } = detail as unknown as CadenceDetail;
      return `${wall(slot.from)} to ${wall(slot.to)} ${count} ${status}`;
    });

  it('judges only the civil days wholly between: shipped Monday 10:00, delivered Thursday 09:00 is Tuesday and Wednesday', () => {
    const log: EventRow[] = [
      shipped,
      ['progressed', '09-28 12:00'],
      ['progressed', '09-29 23:59'],
      ['delivered', '10-01 09:00'],
    ];
    expect(slots(judged(perDay, log, '10-05 00:00'))).toEqual([
      '09-29 00:00 to 09-30 00:00 1 met',
      '09-30 00:00 to 10-01 00:00 0 broken',
    ]);
    expect(lines(judged(perDay, log, '10-05 00:00'))).toEqual(['1 met done 09-29 23:59', '2 broken']);
  });

  it('takes 00:00 into the day that begins: an update at 24:00 is one of the next day', () => {
    const log: EventRow[] = [shipped, ['progressed', '09-30 00:00'], ['delivered', '10-01 00:00']];
    expect(slots(judged(perDay, log, '10-05 00:00'))).toEqual([
      '09-29 00:00 to 09-30 00:00 0 broken',
      '09-30 00:00 to 10-01 00:00 1 met',
    ]);
  });

  it('keeps the running slot pending even when it is served, and turns it at 24:00', () => {
    const log: EventRow[] = [shipped, ['progressed', '09-29 08:00']];
    const running = judged(perDay, log, '09-29 12:00');
    expect(slots(running)).toEqual(['09-29 00:00 to 09-30 00:00 1 pending']);
    expect(wall(running.nextChange)).toBe('09-30 00:00');
    expect(slots(judged(perDay, log, '09-30 00:00'))).toEqual([
      '09-29 00:00 to 09-30 00:00 1 met',
      '09-30 00:00 to 10-01 00:00 0 pending',
    ]);
  });

  it('says when the first slot begins, though it has no verdict yet', () => {
    const waiting = judged(perDay, [shipped], '09-28 12:00');
    expect([lines(waiting), wall(waiting.nextChange)]).toEqual([[], '09-29 00:00']);
  });

  it('has no more slots once the case is withdrawn on the second day', () => {
    const log: EventRow[] = [shipped, ['progressed', '09-29 08:00'], ['withdrawn', '09-30 08:00']];
    const assessment = judged(perDay, log, '10-05 00:00');
    expect(slots(assessment)).toEqual(['09-29 00:00 to 09-30 00:00 1 met']);
    expect(assessment.nextChange).toBeNull();
  });

  it('splits half-days at 12:00: two visits in one morning leave the afternoon broken', () => {
    const policy = policyOfOne({
      kind: 'cadence',
      from: 'admitted',
      until: 'discharged',
      event: { event: 'round', when: { role: 'resident' } },
      times: 1,
      per: 'half-day',
    });
    const log: EventRow[] = [
      ['admitted', '09-28 15:00'],
      ['round', '09-29 08:00', { role: 'resident' }],
      ['round', '09-29 11:59', { role: 'resident' }],
      ['round', '09-29 15:00', { role: 'nurse' }],
      ['round', '09-30 12:00', { role: 'resident' }],
      ['discharged', '09-30 18:00'],
    ];
    expect(slots(judged(policy, log, '10-05 00:00'))).toEqual([
      '09-29 00:00 to 09-29 12:00 2 met',
      '09-29 12:00 to 09-30 00:00 0 broken',
      '09-30 00:00 to 09-30 12:00 0 broken',
    ]);
  });

  it('takes windows of each day for slots: 08:00-12:00 and 14:00-18:00', () => {
    const policy = policyOfOne({
      ...tracking,
      times: 2,
      per: 'half-day',
      windows: ['08:00-12:00', '14:00-18:00'],
    });
    const log: EventRow[] = [
      ['shipped', '09-29 08:00'],
      ['progressed', '09-29 09:00'],
      ['progressed', '09-29 11:00'],
      ['progressed', '09-29 13:00'],
      ['progressed', '09-29 15:00'],
    ];
    const noon = judged(policy, log, '09-29 12:30');
    expect(slots(noon)).toEqual(['09-29 08:00 to 09-29 12:00 2 met']);
    expect(wall(noon.nextChange)).toBe('09-29 14:00');
    expect(slots(judged(policy, log, '09-29 18:00'))).toEqual([
      '09-29 08:00 to 09-29 12:00 2 met',
      '09-29 14:00 to 09-29 18:00 1 broken',
    ]);
  });

  it('begins weeks on Monday, and months on the 1st', () => {
    const weekly = policyOfOne({ ...tracking, times: 1, per: 'week' });
    const monthly = policyOfOne({ ...tracking, times: 1, per: 'month' });
    const log: EventRow[] = [
      ['shipped', '08-30 10:00'],
      ['progressed', '09-06 10:00'],
    ];
    expect(slots(judged(weekly, log, '09-09 00:00'))).toEqual([
      '08-31 00:00 to 09-07 00:00 1 met',
      '09-07 00:00 to 09-14 00:00 0 pending',
    ]);
    expect(slots(judged(monthly, log, '10-01 00:00'))).toEqual([
      '09-01 00:00 to 10-01 00:00 1 met',
      '10-01 00:00 to 11-01 00:00 0 pending',
    ]);
  });

  it('counts civil days of its own calendar: in New York, Monday is over at Tuesday noon in Shanghai', () => {
    const policy = policyOfOne(
      { ...tracking, times: 1, per: 'day', calendar: 'york' },
      { calendars: { york: { timeZone: 'America/New_York', week: 'always' } } },
    );
    expect(slots(judged(policy, [['shipped', '09-28 10:00']], '09-29 11:59'))).toEqual([
      '09-28 12:00 to 09-29 12:00 0 pending',
    ]);
  });

  it('takes the number of times from a parameter, and is undetermined without', () => {
    const standard = { ...tracking, times: { parameter: 'often' }, per: 'day' };
    const log: EventRow[] = [shipped, ['progressed', '09-29 08:00'], ['delivered', '09-30 10:00']];
    expect(lines(judged(policyOfOne(standard), log, '10-05 00:00'))).toEqual([
      '1 undetermined missing often',
    ]);
    const twice = policyOfOne(standard, { parameters: { often: 2 } });
    expect(lines(judged(twice, log, '10-05 00:00'))).toEqual(['1 broken']);
  });
});

describe('a cadence that begins with an event of its own type', () => {
  it('has its first gap up to the next one', () => {
    const policy = policyOfOne({
      kind: 'cadence',
      from: 'progressed',
      until: 'delivered',
      event: 'progressed',
      every: '1 day',
    });
    const log: EventRow[] = [
      ['progressed', '09-28 10:00'],
      ['progressed', '09-28 20:00'],
    ];
    expect(lines(judged(policy, log, '09-29 00:00'))).toEqual([
      '1 met due 09-29 10:00 done 09-28 20:00',
      '2 pending due 09-29 20:00',
    ]);
  });
});

describe('a cadence that is no cadence', () => {
  it.each([
    ['neither limit nor slots', tracking],
    ['both', { ...daily, per: 'day' }],
    ['a promised time', { ...daily, every: { promised: 'promisedAt' } }],
    ['no times at all', { ...tracking, times: 0, per: 'day' }],
    ['an unknown slot', { ...tracking, per: 'fortnight' }],
    ['a window of no length', { ...tracking, per: 'day', windows: ['08:00-08:00'] }],
    ['no end', { ...daily, until: undefined }],
  ])('is refused: %s', (_, standard) =>
    expect(() => policyOfOne(standard)).toThrowError(expect.objectContaining({ code: 'policy.invalid' })),
  );
});

describe('a cadence in words', () => {
  it.each([
    [
      daily,
      'progressed at least every day, from shipped until delivered',
      '自发货起至送达止，每1天至少一次告知进展',
    ],
    [
      { ...tracking, per: 'day', when: { kind: 'exchange' } },
      'kind exchange: progressed at least once a day, from shipped until delivered',
      '类型为换货：自发货起至送达止，每日至少1次告知进展',
    ],
    [
      { ...tracking, times: 2, per: 'half-day', windows: ['08:00-12:00', '14:00-18:00'] },
      'progressed at least 2 times in each of 08:00-12:00 and 14:00-18:00, from shipped until delivered',
      '自发货起至送达止，每日08:00-12:00和14:00-18:00至少2次告知进展',
    ],
    [
      { ...tracking, times: { parameter: 'often' }, per: 'week' },
      'progressed at least a number not set yet (often) times a week, from shipped until delivered',
      '自发货起至送达止，每周至少规定数（often，未设定）次告知进展',
    ],
    [
      { ...daily, every: '21 hours' },
      'progressed at least every 21 hours, from shipped until delivered',
      '自发货起至送达止，每21小时至少一次告知进展',
    ],
  ])('%j', (standard, english, chinese) => expect(described(standard)).toEqual([english, chinese]));

  it.each([
    ['half-day', '每半日'],
    ['month', '每月'],
    ['quarter', '每季度'],
    ['year', '每年'],
  ])('names its slot: %s', (per, chinese) =>
    expect(described({ ...tracking, per })).toEqual([
      `progressed at least once a ${per}, from shipped until delivered`,
      `自发货起至送达止，${chinese}至少1次告知进展`,
    ]),
  );

  it('explains a gap by how its due came about', () => {
    const [verdict] = assess(caseOf([shipped]), gaps, { asOf: at('09-28 22:00') }).verdicts;
    expect(explain(verdict!, { locale: 'en' })).toBe(
      [
        's: pending, due Tue 29 Sep 2026 10:00, 12 h left.',
        '1 day from Mon 28 Sep 2026 10:00: due Tue 29 Sep 10:00.',
        'Times in Asia/Shanghai; counted by rolling.',
        'Mon 28 Sep 10:00 to Tue 29 Sep 10:00: 1 day',
        'Same time of day: due Tue 29 Sep 10:00.',
      ].join('\n'),
    );
  });

  it('explains a slot by what happened in it', () => {
    const policy = policyOfOne({ ...tracking, times: 2, per: 'half-day' });
    const log = caseOf([shipped, ['progressed', '09-28 13:00'], ['delivered', '09-29 13:00']]);
    const { verdicts } = assess(log, policy, { asOf: at('10-05 00:00') });
    const told = (locale: 'en' | 'zh-CN') => explain(verdicts[1]!, { locale }).split('\n');
    expect(verdicts).toHaveLength(2);
    expect(told('en')).toEqual(['s, run 2: broken.', 'Tue 29 Sep 00:00 to 12:00: 0 of at least 2.']);
    expect(told('zh-CN')).toEqual(['s（第2轮）：未达标。', '9月29日（周二）00:00至12:00：0次，应至少2次。']);
  });
});
