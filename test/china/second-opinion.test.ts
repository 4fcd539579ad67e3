import { LegalHoliday } from 'tyme4ts';
import { describe, expect, it } from 'vitest';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { isWorkingDay } from '../../src/calendar/is-working-day.ts';
import { china, notices } from '../../src/china/index.ts';
import type { CivilDate } from '../../src/instant/types.ts';

const hours = ['09:00-18:00'];
const calendar = defineCalendar({
  timeZone: 'Asia/Shanghai',
  week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  holidays: [china()],
});

/** Whether a day is worked according to tyme4ts, which has the notices' days transcribed on its own. */
function worksInTyme(date: CivilDate): boolean {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const holiday = LegalHoliday.fromYmd(year, month, day);
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return holiday === null ? weekday > 0 && weekday < 6 : holiday.isWork();
}

/**
 * Days on which tyme4ts 1.5.2 differs. The notice for 2013 (国办发明电〔2012〕33号) decides both: Qingming "4月7日（星期日）上班",
 * National Day "10月12日（星期六）上班".
 */
const decidedByTheNotice: readonly CivilDate[] = ['2013-04-07', '2013-10-12'];

describe('china and tyme4ts', () => {
  it('agree on each of the 7,305 days from 2007 to 2026 but two of 2013, which the notice makes working days', () => {
    const differing: CivilDate[] = [];
    let days = 0;
    for (let t = Date.UTC(2007, 0, 1); t < Date.UTC(2027, 0, 1); t += 86_400_000) {
      const date = new Date(t).toISOString().slice(0, 10) as CivilDate;
      if (isWorkingDay(date, calendar) !== worksInTyme(date)) differing.push(date);
      days += 1;
    }
    expect(days).toBe(7305);
    expect(differing).toEqual(decidedByTheNotice);
    for (const date of decidedByTheNotice) expect(isWorkingDay(date, calendar)).toBe(true);
    expect(notices.find(({ year }) => year === 2013)?.addresses).toEqual([
      'http://www.gov.cn/zhengce/zhengceku/2012-12/10/content_1353.htm',
    ]);
  });
});
