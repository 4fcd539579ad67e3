import { describe, expect, it } from 'vitest';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { explain } from '../../src/explain/explain.ts';
import { countings } from '../../src/limit/countings.ts';
import { dueAt } from '../../src/limit/due-at.ts';
import type { Counting, CountingName, LimitText } from '../../src/limit/types.ts';
import { berlin, office } from './calendars.ts';

describe('explain', () => {
  it.each<[string, unknown, unknown, string]>([
    ['a locale that is not known', 'due', { locale: 'fr' }, 'locale'],
    ['no locale', 'due', undefined, 'locale'],
    ['nothing', null, { locale: 'en' }, 'verdictOrDue'],
    ['an assessment instead of one of its verdicts', { verdicts: [] }, { locale: 'en' }, 'verdictOrDue'],
  ])('refuses %s', (_, given, options, key) => {
    const due = dueAt('2026-01-05T10:00:00+08:00', '1 working day', { calendar: office });
    const what = given === 'due' ? due : given;
    expect(() => explain(what as never, options as never)).toThrow(
      expect.objectContaining({ code: 'limit.option', path: [key] }),
    );
  });

  it('names the year of a date that is not in the year of the start', () => {
    const due = dueAt('2026-12-31T10:00:00+01:00', '1 working day', { calendar: berlin });
    expect(explain(due, { locale: 'en' })).toContain('Fri 1 Jan 2027: day 1');
    expect(explain(due, { locale: 'zh-CN' })).toContain('2027年1月1日（周五）：第1个工作日');
  });

  it('names the convention where it has a name other than standard, and bears on the limit', () => {
    const convention = (limit: LimitText, counting?: CountingName | Counting) => {
      const due = dueAt('2026-06-01T10:00:00+08:00', limit, {
        calendar: office,
        ...(counting && { counting }),
      });
      return explain(due, { locale: 'en' }).split('\n')[1];
    };
    const plain = 'Times in Asia/Shanghai; the day of the trigger is not counted.';
    expect(convention('2 days')).toBe(plain);
    expect(convention('2 days', 'standard')).toBe(plain);
    expect(convention('2 days', { ...countings.bgb })).toBe(plain);
    const named = 'Times in Asia/Shanghai; counted by bgb; the day of the trigger is not counted.';
    expect(convention('2 days', 'bgb')).toBe(named);
    expect(convention('2 days', countings.bgb)).toBe(named);
    expect(convention('2 hours', 'bgb')).toBe('Times in Asia/Shanghai.');
    expect(convention('2 hours', 'us-frcp-6')).toBe('Times in Asia/Shanghai; counted by us-frcp-6.');
  });

  it("calls a whole day that an exception closes 非工作日, hours outside the day's 非工作时间", () => {
    const calendar = defineCalendar({
      timeZone: 'UTC',
      week: 'always',
      exceptions: { '2026-06-02': 'closed' },
    });
    const lines = explain(dueAt('2026-06-01T10:00:00Z', '1 working day', { calendar }), { locale: 'zh-CN' });
    expect(lines).toContain('6月2日（周二）：非工作日，不计入');
  });
});
