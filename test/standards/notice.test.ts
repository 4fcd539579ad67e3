import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { explain } from '../../src/explain/explain.ts';
import { always, at, caseOf, codes, type EventRow, judged, lines, wall } from '../support/naive-service.ts';
import { described, onlyVerdict, policyOfOne } from '../support/one-standard.ts';

const delay = {
  kind: 'notice',
  event: 'delay-told',
  before: { attribute: 'promisedAt' },
  atLeast: '0 hours',
  unless: 'delivered',
};
const delays = policyOfOne(delay);
const received: EventRow = ['received', '09-28 10:00'];
const promised = { promisedAt: at('09-30 10:00') };

describe('a notice before a promised time', () => {
  it('is kept at 10:00 itself, the last instant before 10:00', () => {
    const log: EventRow[] = [received, ['delay-told', '09-30 10:00']];
    expect(lines(judged(delays, log, '10-05 00:00', promised))).toEqual([
      '1 met due 09-30 10:00 done 09-30 10:00',
    ]);
  });

  it('is late 1 s after, by 1 s', () => {
    const verdict = onlyVerdict(
      delays,
      [received, ['delay-told', '09-30 10:00:01']],
      '10-05 00:00',
      promised,
    );
    expect([verdict.status, verdict.overMs]).toEqual(['late', 1000]);
  });

  it('is pending up to 10:00 and overdue 1 ms later, which nextChange says', () => {
    const open = judged(delays, [received], '09-30 10:00', promised);
    expect([lines(open), wall(open.nextChange)]).toEqual([
      ['1 pending due 09-30 10:00'],
      '09-30 10:00:00.001',
    ]);
    expect(lines(judged(delays, [received], '09-30 10:00:00.001', promised))).toEqual([
      '1 overdue due 09-30 10:00',
    ]);
  });

  it('is pending without due while no time is promised, even if notice was given', () => {
    const open = judged(delays, [received, ['delay-told', '09-28 11:00']], '09-29 00:00');
    expect([lines(open), open.nextChange]).toEqual([['1 pending'], null]);
  });

  it('is met once the promise is known after the notice, and late if its time had passed', () => {
    const told: EventRow[] = [received, ['delay-told', '09-29 10:00']];
    const then = (promisedAt: string): EventRow[] => [...told, ['promised', '09-29 12:00', { promisedAt }]];
    expect(lines(judged(delays, then(at('09-30 10:00')), '10-05 00:00'))).toEqual([
      '1 met due 09-30 10:00 done 09-29 10:00',
    ]);
    expect(lines(judged(delays, then(at('09-29 09:00')), '10-05 00:00'))).toEqual([
      '1 late due 09-29 09:00 done 09-29 10:00',
    ]);
  });

  it('is exempt when delivered at 10:00, and overdue when delivered 1 ms later', () => {
    const delivered = (when: string): EventRow[] => [received, ['delivered', when]];
    expect(lines(judged(delays, delivered('09-30 10:00'), '10-05 00:00', promised))).toEqual([
      '1 exempt due 09-30 10:00 delivered',
    ]);
    expect(lines(judged(delays, delivered('09-30 10:00:00.001'), '10-05 00:00', promised))).toEqual([
      '1 overdue due 09-30 10:00',
    ]);
  });

  it('is exempt when the case ends, or is delivered, before any time was promised', () => {
    for (const type of ['closed', 'delivered', 'withdrawn']) {
      const log: EventRow[] = [received, [type, '09-29 10:00'], ['promised', '09-29 11:00', promised]];
      expect(lines(judged(delays, log, '10-05 00:00'))).toEqual([`1 exempt ${type}`]);
    }
  });

  it('goes on when a case is closed whose time is promised', () => {
    const log: EventRow[] = [received, ['closed', '09-29 10:00']];
    expect(lines(judged(delays, log, '09-29 11:00', promised))).toEqual(['1 pending due 09-30 10:00']);
  });

  it('stays met whatever is promised or delivered after it', () => {
    const log: EventRow[] = [
      received,
      ['delay-told', '09-29 10:00'],
      ['changed', '09-29 11:00', { set: { promisedAt: at('09-29 01:00') } }],
      ['delivered', '09-29 12:00'],
    ];
    expect(lines(judged(delays, log, '10-05 00:00', promised))).toEqual([
      '1 met due 09-30 10:00 done 09-29 10:00',
    ]);
  });

  it('follows a promise that is moved before its time, and not one moved at it or after', () => {
    const moved = (when: string): EventRow[] => [
      received,
      ['changed', when, { set: { promisedAt: at('10-02 10:00') } }],
    ];
    expect(lines(judged(delays, moved('09-30 09:59'), '10-01 00:00', promised))).toEqual([
      '1 pending due 10-02 10:00',
    ]);
    for (const when of ['09-30 10:00', '09-30 12:00']) {
      expect(lines(judged(delays, moved(when), '10-01 00:00', promised))).toEqual([
        '1 overdue due 09-30 10:00',
      ]);
    }
  });

  it('waits again when the promise is taken back', () => {
    const log: EventRow[] = [received, ['changed', '09-29 10:00', { set: { promisedAt: null } }]];
    expect(lines(judged(delays, log, '10-05 00:00', promised))).toEqual(['1 pending']);
  });

  it('takes no word for a time: "soon" is a finding, and never kept', () => {
    const soon = judged(delays, [received, ['delay-told', '09-28 11:00']], '10-05 00:00', {
      promisedAt: 'soon',
    });
    expect([lines(soon), codes(soon)]).toEqual([['1 pending'], ['attribute.not-an-instant']]);
  });
});

describe('a notice some time ahead', () => {
  const booking = policyOfOne({
    kind: 'notice',
    event: 'booked',
    before: { attribute: 'visitAt' },
    atLeast: '1 day',
    counting: 'prc-civil-code',
  });
  const visit = (visitAt: string, when: string) =>
    lines(judged(booking, [received, ['booked', when]], '12-01 00:00', { visitAt }));

  it('may be given until the close of the day before: Tuesday 18:00 for Wednesday 14:00', () => {
    expect(visit(at('09-30 14:00'), '09-29 18:00')).toEqual(['1 met due 09-29 18:00 done 09-29 18:00']);
    expect(visit(at('09-30 14:00'), '09-29 18:00:01')).toEqual([
      '1 late due 09-29 18:00 done 09-29 18:00:01',
    ]);
  });

  it('goes back over National Day: for Thursday 8 October by Wednesday 30 September 18:00', () => {
    expect(visit(at('10-08 10:00'), '09-30 18:00')).toEqual(['1 met due 09-30 18:00 done 09-30 18:00']);
    expect(visit(at('10-08 10:00'), '10-01 09:00')[0]).toMatch(/^1 late due 09-30 18:00/);
  });

  it('takes a make-up Saturday: for Sunday 11 October by Saturday 10 October 18:00', () => {
    expect(visit(at('10-11 10:00'), '10-10 18:00')).toEqual(['1 met due 10-10 18:00 done 10-10 18:00']);
  });

  it('takes a bare date for that day: for "2026-09-30" by Tuesday 29 September 18:00', () => {
    expect(visit('2026-09-30', '09-29 18:00')).toEqual(['1 met due 09-29 18:00 done 09-29 18:00']);
  });

  it('counts hours back from the end of a bare date: 2 hours before 24:00 is 22:00', () => {
    const policy = policyOfOne({ ...delay, atLeast: '2 hours' });
    expect(lines(judged(policy, [received], '09-28 11:00', { promisedAt: '2026-09-30' }))).toEqual([
      '1 pending due 09-30 22:00',
    ]);
  });

  it('is over before it begins when the visit is booked for the same day', () => {
    expect(visit(at('09-28 16:00'), '09-28 10:30')).toEqual(['1 late due 09-24 18:00 done 09-28 10:30']);
  });

  it('with clear days ends before the day before begins: 29 September 00:00', () => {
    const policy = policyOfOne({ ...delay, atLeast: '1 day', clearDays: true, counting: 'calendar-24-7' });
    expect(lines(judged(policy, [received], '09-28 11:00', promised))).toEqual(['1 pending due 09-29 00:00']);
  });

  it('rolling is exactly 1 day earlier, and working hours count back over the night', () => {
    const rolling = policyOfOne({ ...delay, atLeast: '1 day', counting: 'rolling' });
    expect(lines(judged(rolling, [received], '09-28 11:00', promised))).toEqual([
      '1 pending due 09-29 10:00',
    ]);
    const hours = policyOfOne({ ...delay, atLeast: '2 working hours' });
    const verdict = onlyVerdict(hours, [received], '09-28 17:00', promised);
    // 1 hour of Wednesday and 1 of Tuesday: 7 hours used, 1 + 8 left.
    expect([wall(verdict.due), verdict.usedMs! / 3_600_000, verdict.remainingMs! / 3_600_000]).toEqual([
      '09-29 17:00',
      7,
      9,
    ]);
  });

  it('rolling counts back from the very end of a bare date: 24:00 a day before', () => {
    const rolling = policyOfOne({ ...delay, atLeast: '1 day', counting: 'rolling' });
    expect(lines(judged(rolling, [received], '09-28 11:00', { promisedAt: '2026-09-30' }))).toEqual([
      '1 pending due 09-30 00:00',
    ]);
  });

  it('tells what it has to come before, and that clear days are asked', () => {
    const detail = (more: object) =>
      JSON.stringify(
        onlyVerdict(policyOfOne({ ...delay, ...more }), [received], '09-28 11:00', promised).detail,
      );
    expect(detail({})).toBe('{"anchor":"2026-09-30T02:00:00.000Z"}');
    expect(detail({ clearDays: true })).toBe('{"anchor":"2026-09-30T02:00:00.000Z","clearDays":true}');
    expect(detail({ clearDays: false })).toBe('{"anchor":"2026-09-30T02:00:00.000Z"}');
  });

  it('says what it hangs on: the holidays before March 2027 are not published, those before October 2026 are', () => {
    const provisional = (visitAt: string) =>
      onlyVerdict(booking, [received], '10-05 00:00', { visitAt }).provisional;
    expect(provisional('2027-03-01T10:00:00+08:00')).toMatchObject({ sources: ['china'] });
    expect(provisional(at('10-01 10:00'))).toBeUndefined();
  });

  it('takes its limit from the table as things stand when the case begins', () => {
    const policy = policyOfOne({
      ...delay,
      atLeast: { table: [{ when: { tier: 'gold' }, limit: '4 hours' }] },
    });
    expect(lines(judged(policy, [received], '09-29 00:00', { ...promised, tier: 'gold' }))).toEqual([
      '1 pending due 09-30 06:00',
    ]);
    expect(lines(judged(policy, [received], '09-29 00:00', { ...promised, tier: 'plain' }))).toEqual([
      '1 undetermined missing tier',
    ]);
  });

  it('is undetermined while nobody has set its parameter', () => {
    const policy = policyOfOne({ ...delay, atLeast: { parameter: 'ahead' } });
    expect(lines(judged(policy, [received], '09-29 00:00', promised))).toEqual([
      '1 undetermined missing ahead',
    ]);
  });
});

describe('a notice before an event', () => {
  const discharge = policyOfOne(
    {
      kind: 'notice',
      event: 'discharge-told',
      before: 'discharged',
      atLeast: '1 day',
      counting: 'calendar-24-7',
      calendar: 'ward',
    },
    { calendars: { ward: always } },
  );
  const admitted: EventRow = ['admitted', '09-21 10:00'];
  const discharged: EventRow = ['discharged', '09-30 10:00'];

  it('is pending until the event, told or not', () => {
    expect(lines(judged(discharge, [admitted], '09-30 09:00'))).toEqual(['1 pending']);
    const told: EventRow[] = [admitted, ['discharge-told', '09-29 10:00']];
    expect(lines(judged(discharge, told, '09-30 09:00'))).toEqual(['1 pending']);
  });

  it('is met when told on Tuesday for Wednesday, late when told on Wednesday, overdue when not told', () => {
    const told = (when: string): EventRow[] => [admitted, ['discharge-told', when], discharged];
    expect(lines(judged(discharge, told('09-30 00:00'), '10-05 00:00'))).toEqual([
      '1 met due 09-30 00:00 done 09-30 00:00',
    ]);
    expect(lines(judged(discharge, told('09-30 00:00:01'), '10-05 00:00'))).toEqual([
      '1 late due 09-30 00:00 done 09-30 00:00:01',
    ]);
    expect(lines(judged(discharge, [admitted, discharged], '10-05 00:00'))).toEqual([
      '1 overdue due 09-30 00:00',
    ]);
  });

  it('takes an event at 00:00 for one of the day that begins: told by the end of the day before', () => {
    const log: EventRow[] = [admitted, ['discharged', '09-30 00:00']];
    expect(lines(judged(discharge, log, '10-05 00:00'))).toEqual(['1 overdue due 09-30 00:00']);
  });

  it('takes the first of the events', () => {
    const log: EventRow[] = [admitted, discharged, ['discharged', '10-04 10:00']];
    expect(lines(judged(discharge, log, '10-05 00:00'))).toEqual(['1 overdue due 09-30 00:00']);
  });
});

describe('when a notice applies', () => {
  it('is decided when the case begins', () => {
    const policy = policyOfOne({ ...delay, when: { kind: 'exchange' } });
    expect(lines(judged(policy, [received], '09-29 00:00', { ...promised, kind: 'return' }))).toEqual([]);
    expect(codes(judged(policy, [received], '09-29 00:00', promised))).toEqual(['attribute.missing']);
  });

  it.each([
    ['a promise for a limit', { ...delay, atLeast: { promised: 'promisedAt' } }],
    ['nothing to come before', { ...delay, before: undefined }],
    ['a limit without unit', { ...delay, atLeast: '1' }],
  ])('is refused with %s', (_, standard) =>
    expect(() => policyOfOne(standard)).toThrowError(expect.objectContaining({ code: 'policy.invalid' })),
  );
});

describe('a notice in words', () => {
  it.each([
    [
      delay,
      'delay-told before the time in promisedAt; unless delivered comes first',
      '承诺时间所载时间之前告知延误；已送达的除外',
    ],
    [
      { kind: 'notice', event: 'told', before: 'visited', atLeast: '1 day', clearDays: true },
      'told at least 1 day before visited; the days between are whole ones',
      '上门之前至少1天告知客户；其间须为整日',
    ],
    [
      { kind: 'notice', event: 'told', before: 'visited', atLeast: '0 hours', unless: [] },
      'told before visited',
      '上门之前告知客户',
    ],
    [
      {
        kind: 'notice',
        event: 'told',
        before: 'visited',
        atLeast: '0 hours',
        unless: { parameter: 'needless' },
      },
      'told before visited',
      '上门之前告知客户',
    ],
    [
      { kind: 'notice', event: 'told', before: 'visited', atLeast: '10 days' },
      'told at least 10 days before visited',
      '上门之前至少10天告知客户',
    ],
  ])('%j', (standard, english, chinese) => expect(described(standard)).toEqual([english, chinese]));

  it('is explained backward from what it comes before', () => {
    const policy = policyOfOne({ ...delay, atLeast: '1 working day' });
    const [verdict] = assess(caseOf([received], promised), policy, { asOf: at('09-28 12:00') }).verdicts;
    for (const one of [verdict!, JSON.parse(JSON.stringify(verdict))])
      expect(explain(one, { locale: 'en' })).toBe(
        [
          's: pending, due Tue 29 Sep 2026 18:00, 15 h of working time left.',
          'It has to come before Wed 30 Sep 10:00.',
          'At least 1 working day before Wed 30 Sep 2026 10:00: Tue 29 Sep 18:00 at the latest.',
          'Times in Asia/Shanghai; the day of the event is not counted.',
          'Wed 30 Sep: day of the event, not counted',
          'Tue 29 Sep: day 1',
          'Close of business: Tue 29 Sep 18:00 at the latest.',
        ].join('\n'),
      );
  });

  it('is explained in Chinese, too, by what it comes before', () => {
    const [verdict] = assess(caseOf([received], promised), delays, { asOf: at('09-28 12:00') }).verdicts;
    expect(explain(verdict!, { locale: 'zh-CN' }).split('\n')[1]).toBe('应在9月30日（周三）10:00之前。');
  });

  it('says that it is not known yet what it comes before', () => {
    const [verdict] = assess(caseOf([received]), delays, { asOf: at('09-28 12:00') }).verdicts;
    expect(explain(verdict!, { locale: 'zh-CN' })).toBe('s：进行中。\n尚不知应在何时之前。');
    expect(explain(verdict!, { locale: 'en' })).toBe(
      's: pending.\nNot known yet what it has to come before.',
    );
  });
});
