import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { isWorkingDay } from '../../src/calendar/is-working-day.ts';
import { china, notices } from '../../src/china/index.ts';
import { HolidaysError } from '../../src/errors/holidays-error.ts';
import type { CivilDate } from '../../src/instant/types.ts';

interface Year {
  readonly off: CivilDate[];
  readonly work: CivilDate[];
  readonly source: string[];
  readonly names: Record<CivilDate, string>;
  readonly announced?: string;
  readonly amended?: string;
}

const facts = JSON.parse(readFileSync(new URL('./cn-official.json', import.meta.url), 'utf8')) as Record<
  string,
  Year
>;
const years = Object.keys(facts).filter((year) => year !== '_');
const hours = ['09:00-18:00'];
const week = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours };

describe('china', () => {
  it('works on every day from 2007 to 2026 exactly when the notices say so', () => {
    const calendar = defineCalendar({ timeZone: 'Asia/Shanghai', week, holidays: [china()] });
    const wrong: string[] = [];
    let days = 0;
    for (let t = Date.UTC(2007, 0, 1); t < Date.UTC(2027, 0, 1); t += 86_400_000) {
      const date = new Date(t).toISOString().slice(0, 10) as CivilDate;
      const { off, work } = facts[date.slice(0, 4)]!;
      const weekday = new Date(t).getUTCDay();
      const works = work.includes(date) || (weekday > 0 && weekday < 6 && !off.includes(date));
      if (isWorkingDay(date, calendar) !== works) wrong.push(date);
      days += 1;
    }
    expect(days).toBe(7305);
    expect(wrong).toEqual([]);
  });

  it('lists the very dates and names of the notices', () => {
    const source = china();
    expect(source.off).toEqual(years.flatMap((year) => facts[year]!.off).sort());
    expect(source.working).toEqual(years.flatMap((year) => facts[year]!.work).sort());
    expect(source.names).toEqual(Object.assign({}, ...years.map((year) => facts[year]!.names)));
  });

  it('is complete from 2007-01-01 through 2026-12-28', () => {
    expect(china().horizon).toEqual({ from: '2007-01-01', to: '2026-12-28' });
    expect(china().revision).toBe('2026/2025-11-04');
  });

  it('gives fresh plain data that survives JSON', () => {
    expect(china()).not.toBe(china());
    expect(JSON.parse(JSON.stringify(china()))).toEqual(china());
  });

  it('takes a year announced since, and then knows it', () => {
    const source = china({
      extend: {
        off: ['2027-01-01'],
        working: ['2027-01-03'],
        names: { '2027-01-01': '元旦' },
        horizon: { to: '2027-12-28' },
        revision: '2026-11-05',
      },
    });
    const calendar = defineCalendar({
      timeZone: 'Asia/Shanghai',
      week,
      holidays: [source],
      provisional: 'throw',
    });
    expect(isWorkingDay('2027-01-01', calendar)).toBe(false);
    expect(isWorkingDay('2027-01-03', calendar)).toBe(true);
    expect(source.horizon.to).toBe('2027-12-28');
    expect(source.revision).toBe('2026/2025-11-04+2026-11-05');
    expect(source.names['2027-01-01']).toBe('元旦');
  });

  it("lets a company's word beat the schedule both ways, and moves no horizon by a single date", () => {
    const source = china({ extend: { off: ['2026-10-10', '2027-03-03'], working: ['2026-10-07'] } });
    const calendar = defineCalendar({ timeZone: 'Asia/Shanghai', week, holidays: [source] });
    expect(isWorkingDay('2026-10-10', calendar)).toBe(false);
    expect(isWorkingDay('2026-10-07', calendar)).toBe(true);
    expect(source.horizon.to).toBe('2026-12-28');
  });
});

describe('what china refuses', () => {
  const told = (options: object) => {
    try {
      china(options as never);
    } catch (error) {
      const { code, path, message } = error as HolidaysError;
      expect(error).toBeInstanceOf(HolidaysError);
      return { code, path, message };
    }
    return null;
  };

  it('is a mistyped option or key, which would leave days out in silence', () => {
    expect(told({ extnd: { off: ['2027-01-01'] } })).toMatchObject({ path: ['extnd'] });
    const { code, path, message } = told({ extend: { of: ['2027-01-01'] } })!;
    expect({ code, path }).toEqual({ code: 'holidays.option', path: ['extend', 'of'] });
    expect(message).toContain('off, working, names, horizon, title, revision');
  });

  it('is what is no object, no list or no horizon: "2027-12-28" in place of { to } would leave 2027 provisional', () => {
    for (const [options, path] of [
      [null, []],
      [{ extend: null }, ['extend']],
      [{ extend: { off: '2027-01-01' } }, ['extend', 'off']],
      [{ extend: { working: null } }, ['extend', 'working']],
      [{ extend: { names: ['元旦'] } }, ['extend', 'names']],
      [{ extend: { horizon: '2027-12-28' } }, ['extend', 'horizon']],
      [{ extend: { horizon: {} } }, ['extend', 'horizon', 'to']],
      [{ extend: { horizon: { until: '2027-12-28' } } }, ['extend', 'horizon', 'until']],
    ] as const) {
      expect(told(options as never)).toMatchObject({ code: 'holidays.option', path });
    }
  });

  it('is a date that is both off and working', () => {
    const extend = { off: ['2027-01-01', '2027-01-04'], working: ['2027-01-02', '2027-01-04'] };
    expect(told({ extend })).toMatchObject({ code: 'holidays.option', path: ['extend', 'working', 1] });
  });

  it('is, with the calendar that takes it, a date that is none', () => {
    for (const extend of [
      { off: ['2027-02-30'] },
      { working: ['2027-1-4'] },
      { names: { '2027-13-01': 'x' } },
      { horizon: { to: '2027' } },
    ]) {
      const holidays = [china({ extend } as never)];
      const define = () => defineCalendar({ timeZone: 'Asia/Shanghai', week, holidays });
      expect(define).toThrow(expect.objectContaining({ code: 'calendar.date' }));
    }
  });
});

describe('notices', () => {
  it('tells the states of a year apart: 2020 as amended on 27 January 2020, 2007 without a date', () => {
    const revisionOf = (of: number) => notices.find(({ year }) => year === of)?.revision;
    expect(revisionOf(2020)).toBe('2020/2020-01-27');
    expect(revisionOf(2026)).toBe(china().revision);
    expect(revisionOf(2007)).toBe('2007/1');
  });

  it('has the addresses and dates of all 20 years', () => {
    expect(notices).toEqual(
      years.map((year) => {
        const { source, announced, amended } = facts[year]!;
        return {
          year: Number(year),
          addresses: source,
          ...(announced === undefined ? {} : { announced }),
          ...(amended === undefined ? {} : { amended }),
          revision: `${year}/${amended ?? announced ?? 1}`,
        };
      }),
    );
  });
});
