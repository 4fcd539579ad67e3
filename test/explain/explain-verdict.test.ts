import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { explain } from '../../src/explain/explain.ts';
import { definePolicy } from '../../src/policy/define-policy.ts';

const hours = ['09:00-18:00'];
const policy = definePolicy({
  id: 'acme',
  version: '1',
  calendar: {
    timeZone: 'Asia/Shanghai',
    week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  },
  standards: [
    {
      id: 'solved',
      kind: 'deadline',
      from: 'received',
      to: 'resolved',
      within: '2 working days',
      pause: { on: 'paused', off: 'resumed' },
    },
    {
      id: 'kept',
      kind: 'deadline',
      when: { promisedAt: { exists: true } },
      from: 'received',
      to: 'resolved',
      within: { promised: 'promisedAt' },
    },
    {
      id: 'classed',
      kind: 'deadline',
      when: { kind: 'complaint' },
      from: 'received',
      to: 'resolved',
      within: { table: [{ when: { complexity: 'simple' }, limit: '2 hours' }] },
    },
  ],
});

/** Monday 2026-09-07 10:00: due Wednesday 9 September 18:00. */
const received = { type: 'received', at: '2026-09-07T10:00:00+08:00' };

function told(
  events: readonly object[],
  asOf: string,
  { standard = 'solved', locale = 'en' as 'en' | 'zh-CN', ...attributes } = {},
) {
  const { verdicts } = assess({ id: 'T', ...attributes, events: [received, ...events] as never }, policy, {
    asOf,
  });
  const verdict = verdicts.find((one) => one.standard === standard)!;
  const text = explain(verdict, { locale });
  expect(explain(JSON.parse(JSON.stringify(verdict)), { locale }), 'from its JSON').toBe(text);
  return text;
}

describe('explain a verdict', () => {
  it('says that it was met and when, then the way to due day by day', () => {
    expect(told([{ type: 'resolved', at: '2026-09-09T17:30:00+08:00' }], '2026-09-10T10:00:00+08:00')).toBe(
      `solved: met, done Wed 9 Sep 2026 17:30.
2 working days from Mon 7 Sep 2026 10:00: due Wed 9 Sep 18:00.
Times in Asia/Shanghai; the day of the trigger is not counted.
Mon 7 Sep: day of the trigger, not counted
Tue 8 Sep: day 1
Wed 9 Sep: day 2
Close of business: due Wed 9 Sep 18:00.`,
    );
  });

  it('says by how much it was late, 1 h 30 min after 18:00', () => {
    const text = told([{ type: 'resolved', at: '2026-09-09T19:30:00+08:00' }], '2026-09-10T10:00:00+08:00');
    expect(text.split('\n')[0]).toBe('solved: late, done Wed 9 Sep 2026 19:30, 1 h 30 min after due.');
  });

  it('says since when it is overdue, in Chinese: 16 hours', () => {
    const text = told([], '2026-09-10T10:00:00+08:00', { locale: 'zh-CN' });
    expect(text.split('\n')[0]).toBe('solved：逾期未完成，2026年9月9日（周三）18:00到期，已超时16小时。');
  });

  it('says what is left of a pending one in working hours: 9 of Tuesday and 9 of Wednesday', () => {
    expect(told([], '2026-09-07T20:00:00+08:00').split('\n')[0]).toBe(
      'solved: pending, due Wed 9 Sep 2026 18:00, 18 h of working time left.',
    );
    expect(told([], '2026-09-07T20:00:00+08:00', { locale: 'zh-CN' }).split('\n')[0]).toBe(
      'solved：进行中，2026年9月9日（周三）18:00到期，剩余工作时间18小时。',
    );
  });

  it('says that times are UTC, and nothing of what is left, where a verdict was assessed without trace', () => {
    const { verdicts } = assess({ id: 'T', events: [received] }, policy, {
      asOf: '2026-09-07T20:00:00+08:00',
      trace: false,
    });
    expect(explain(verdicts[0]!, { locale: 'en' })).toBe(
      'solved: pending, due Wed 9 Sep 2026 10:00.\nTimes in UTC.',
    );
  });

  it('calls the standard by its title and cites the clause, in the language asked for', () => {
    const [standard] = policy.standards;
    const title = { en: 'Complaint solved', 'zh-CN': '投诉办结' };
    const cited = definePolicy({
      ...policy,
      standards: [{ ...standard!, title, clause: { en: 'rule 4.2', 'zh-CN': '第4.2条' } }],
    });
    const again = { type: 'resolved', at: '2026-09-08T10:00:00+08:00' };
    const { verdicts } = assess({ id: 'T', events: [received, again] }, cited, {
      asOf: '2026-09-09T10:00:00+08:00',
    });
    const first = (locale: 'en' | 'zh-CN') => explain(verdicts[0]!, { locale }).split('\n')[0];
    expect(first('en')).toBe('Complaint solved (rule 4.2): met, done Tue 8 Sep 2026 10:00.');
    expect(first('zh-CN')).toBe('投诉办结（第4.2条）：达标，2026年9月8日（周二）10:00完成。');
  });

  it('tells long times in their two largest units: 40 days and 14 hours from 9 September 18:00', () => {
    const [first] = told([], '2026-10-20T08:30:00+08:00').split('\n');
    expect(first).toBe('solved: overdue since Wed 9 Sep 2026 18:00, by 40 d 14 h.');
    const [inChinese] = told([], '2026-10-20T08:30:00+08:00', { locale: 'zh-CN' }).split('\n');
    expect(inChinese).toBe('solved：逾期未完成，2026年9月9日（周三）18:00到期，已超时40天14小时。');
  });

  it('says what is not published of the dates that due hangs on', () => {
    const { calendar } = policy;
    const source = {
      id: 'acme',
      title: 'Acme holidays',
      revision: '1',
      horizon: { from: '2026-01-01', to: '2026-09-08' },
      off: [],
      working: [],
      names: {},
    } as const;
    const unsure = definePolicy({ ...policy, calendar: { ...calendar, holidays: [source] } as never });
    const { verdicts } = assess({ id: 'T', events: [received] }, unsure, {
      asOf: '2026-09-07T20:00:00+08:00',
    });
    const text = explain(verdicts[0]!, { locale: 'en' });
    expect(text).toMatch(
      /\nProvisional: nothing is published for Wed 9 Sep 2026 by acme; due may yet move\.$/,
    );
    expect(explain(JSON.parse(JSON.stringify(verdicts[0])), { locale: 'en' })).toBe(text);
  });

  it('says that the clock is stopped', () => {
    const text = told([{ type: 'paused', at: '2026-09-07T11:00:00+08:00' }], '2026-09-07T12:00:00+08:00');
    expect(text.split('\n')[0]).toMatch(/; the clock is stopped\.$/);
  });

  it('says why it is exempt, and what is missing when it cannot be told', () => {
    const withdrawn = [{ type: 'withdrawn', at: '2026-09-08T10:00:00+08:00' }];
    expect(told(withdrawn, '2026-09-10T10:00:00+08:00').split('\n')[0]).toBe('solved: exempt, withdrawn.');
    expect(told([], '2026-09-10T10:00:00+08:00', { standard: 'classed', kind: 'complaint' } as never)).toBe(
      "classed: can't be told, for want of complexity.",
    );
    const inChinese = { locale: 'zh-CN' as const };
    expect(told(withdrawn, '2026-09-10T10:00:00+08:00', inChinese).split('\n')[0]).toBe(
      'solved：免计（撤回）。',
    );
    expect(
      told([], '2026-09-10T10:00:00+08:00', {
        ...inChinese,
        standard: 'classed',
        kind: 'complaint',
      } as never),
    ).toBe('classed：无法判定，缺少复杂程度。');
  });

  it('tells a promised time as what it is, in the zone of the policy', () => {
    expect(
      told([], '2026-09-07T11:00:00+08:00', { standard: 'kept', promisedAt: '2026-09-08' } as never),
    ).toBe('kept: pending, due Tue 8 Sep 2026 24:00, 1 d 13 h left.\nPromised for Tue 8 Sep 24:00');
  });
});
