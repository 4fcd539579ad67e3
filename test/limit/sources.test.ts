import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import type { CalendarSpec, HolidaySource } from '../../src/calendar/spec.ts';
import { explain } from '../../src/explain/explain.ts';
import { dueAt } from '../../src/limit/due-at.ts';
import { definePolicy } from '../../src/policy/define-policy.ts';

const source = (id: string, rest: Partial<HolidaySource> = {}): HolidaySource => ({
  id,
  title: id.toUpperCase(),
  revision: `${id}-1`,
  horizon: { from: '2026-01-01', to: '2026-12-31' },
  off: [],
  working: [],
  names: {},
  ...rest,
});
const hours = ['09:00-18:00'];
const week = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours };
const weekly = (...holidays: HolidaySource[]) => ({ timeZone: 'Asia/Shanghai', week, holidays });
const from = '2026-06-01T10:00:00+08:00';
const gap = 'no make-up days';

describe('the sources of a due instant', () => {
  const calendar = weekly(source('a'), source('b', { partial: gap }));

  it('are there with their revisions, and with what they say they lack', () => {
    expect(dueAt(from, '2 working days', { calendar }).sources).toEqual([
      { id: 'a', revision: 'a-1' },
      { id: 'b', revision: 'b-1', partial: gap },
    ]);
  });

  it('are those of all parts of a combined calendar', () => {
    const combined: CalendarSpec = { union: [weekly(source('a')), { intersect: [weekly(source('b'))] }] };
    expect(dueAt(from, '2 working days', { calendar: combined }).sources?.map(({ id }) => id)).toEqual([
      'a',
      'b',
    ]);
  });

  it.each([
    ['48 hours', 'standard', false],
    ['48 hours', 'us-frcp-6', true],
    ['8 working hours', 'standard', true],
    ['2 days', 'standard', true],
    ['2 days', 'calendar-24-7', false],
    ['2 days', 'rolling', false],
    ['2 working days', 'rolling', true],
    ['1 month', 'bgb', true],
    ['1 month', 'uk-corresponding-date', false],
  ] as const)('of %s under %s: %s', (limit, counting, asked) => {
    expect('sources' in dueAt(from, limit, { calendar, counting })).toBe(asked);
  });

  it('are there where only an extension asked them, and not without any', () => {
    const extensions = [{ at: from, duration: '1 working day' }] as const;
    expect(dueAt(from, '48 hours', { calendar, extensions }).sources).toHaveLength(2);
    expect('sources' in dueAt(from, '2 working days', { calendar: weekly() })).toBe(false);
  });

  it('are in a traced verdict, and in no other', () => {
    const policy = definePolicy({
      id: 'p',
      version: '1',
      calendar,
      standards: [
        { id: 'days', kind: 'deadline', from: 'received', to: 'resolved', within: '2 working days' },
        { id: 'hours', kind: 'deadline', from: 'received', to: 'resolved', within: '48 hours' },
      ],
    });
    const one = { id: '1', events: [{ type: 'received', at: from }] };
    const verdicts = (trace: boolean) => assess(one, policy, { asOf: from, trace }).verdicts;
    expect(verdicts(true).map((verdict) => verdict.sources?.map(({ revision }) => revision))).toEqual([
      ['a-1', 'b-1'],
      undefined,
    ]);
    expect(verdicts(false).some((verdict) => 'sources' in verdict)).toBe(false);
    expect(explain(verdicts(true)[0]!, { locale: 'en' })).toContain(
      'Caution: b is incomplete (no make-up days).',
    );
  });

  it('end an explanation with what they lack, in both languages', () => {
    const due = dueAt(from, '2 working days', { calendar });
    const lastLine = (locale: 'en' | 'zh-CN') => explain(due, { locale }).split('\n').at(-1);
    expect(lastLine('en')).toBe('Caution: b is incomplete (no make-up days).');
    expect(lastLine('zh-CN')).toBe('注意：b不完整（no make-up days）。');
    const plain = dueAt(from, '2 working days', { calendar: weekly(source('c', { partial: true })) });
    expect(explain(plain, { locale: 'en' }).split('\n').at(-1)).toBe('Caution: c is incomplete.');
    const firm = dueAt(from, '2 working days', { calendar: weekly(source('c', { partial: false })) });
    expect(explain(firm, { locale: 'en' })).not.toContain('Caution');
  });
});

describe('the horizon of several sources', () => {
  const early = source('early', { horizon: { from: '2025-01-01', to: '2026-06-30' } });
  const late = source('late', { horizon: { from: '2026-06-01', to: '2027-12-31' } });
  const calendar = weekly(early, late);
  const due = (at: string) => dueAt(`${at}T10:00:00+08:00`, '2 working days', { calendar });

  it('is where all of them are known: nothing is provisional in June 2026', () => {
    expect('provisional' in due('2026-06-15')).toBe(false);
  });

  it('names the one that has ended on 30 June 2026, from 1 July on', () => {
    expect(due('2026-06-30').provisional).toMatchObject({ since: '2026-07-01', sources: ['early'] });
  });

  it('names the one that has not begun, from the first date that was used', () => {
    expect(due('2026-05-28').provisional).toMatchObject({ since: '2026-05-29', sources: ['late'] });
  });

  it('names both where both are unknown', () => {
    const apart = weekly(source('x', { horizon: { from: '2020-01-01', to: '2020-12-31' } }), source('y'));
    const sum = dueAt('2021-03-01T10:00:00+08:00', '2 working days', { calendar: apart });
    expect(sum.provisional).toMatchObject({ since: '2021-01-01', sources: ['x', 'y'] });
  });

  it('holds for verdicts too, and a strict calendar refuses on either side', () => {
    const strict = defineCalendar({ ...calendar, provisional: 'throw' });
    for (const at of ['2026-05-28', '2026-06-30']) {
      expect(() => dueAt(`${at}T10:00:00+08:00`, '2 working days', { calendar: strict })).toThrow(
        expect.objectContaining({ code: 'calendar.provisional' }),
      );
    }
    const policy = definePolicy({
      id: 'p',
      version: '1',
      calendar,
      standards: [{ id: 's', kind: 'deadline', from: 'received', to: 'resolved', within: '2 working days' }],
    });
    const verdict = (at: string) =>
      assess({ id: '1', events: [{ type: 'received', at: `${at}T10:00:00+08:00` }] }, policy, {
        asOf: '2026-08-01T00:00:00+08:00',
      }).verdicts[0]!;
    expect(verdict('2026-05-28').provisional?.sources).toEqual(['late']);
    expect(verdict('2026-06-30').provisional?.sources).toEqual(['early']);
    expect('provisional' in verdict('2026-06-15')).toBe(false);
  });
});
