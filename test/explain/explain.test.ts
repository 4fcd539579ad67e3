import { describe, expect, it } from 'vitest';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { china } from '../../src/china/index.ts';
import { explain } from '../../src/explain/explain.ts';
import { countings } from '../../src/limit/countings.ts';
import { type DueOptions, dueAt } from '../../src/limit/due-at.ts';
import type { Counting, CountingName, LimitInput, LimitText } from '../../src/limit/types.ts';

const hours = ['09:00-18:00'];
const week = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours };
const office = defineCalendar({ timeZone: 'Asia/Shanghai', week, holidays: [china()] });
const twoDays = ['09:00-12:00', '13:00-18:00'];
const split = defineCalendar({
  timeZone: 'Asia/Shanghai',
  week: { mon: twoDays, tue: twoDays },
  exceptions: { '2026-06-02': 'closed' },
});
const night = ['22:00-06:00'];
const nights = defineCalendar({
  timeZone: 'Asia/Shanghai',
  week: { mon: night, tue: night, wed: night, thu: night, fri: night },
});
const berlin = defineCalendar({ timeZone: 'Europe/Berlin', week, holidays: ['2026-05-01', '2026-04-06'] });
const tokyo = defineCalendar({ timeZone: 'Asia/Tokyo', week });

interface Told {
  readonly about: string;
  readonly from: string;
  readonly limit: LimitInput;
  readonly options: DueOptions;
  readonly en: readonly string[];
  readonly zh: readonly string[];
}

/** Each was read against a calendar on paper. */
const told: readonly Told[] = [
  {
    about: '5 working days over National Day, the make-up Saturday counted',
    from: '2026-09-29T16:40:00+08:00',
    limit: '5 working days',
    options: { calendar: office, counting: 'prc-civil-code' },
    en: [
      '5 working days from Tue 29 Sep 2026 16:40: due Mon 12 Oct 18:00.',
      'Times in Asia/Shanghai; counted by prc-civil-code; the day of the trigger is not counted.',
      'Tue 29 Sep: day of the trigger, not counted',
      'Wed 30 Sep: day 1',
      'Thu 1 Oct to Wed 7 Oct: National Day (State Council holiday schedule), not counted',
      'Thu 8 Oct: day 2',
      'Fri 9 Oct: day 3',
      'Sat 10 Oct: make-up working day (National Day; State Council holiday schedule), day 4',
      'Sun 11 Oct: weekend, not counted',
      'Mon 12 Oct: day 5',
      'Close of business: due Mon 12 Oct 18:00.',
    ],
    zh: [
      '自2026年9月29日（周二）16:40起5个工作日：截止10月12日（周一）18:00。',
      '时间均为Asia/Shanghai当地时间；期间按prc-civil-code计算；起始当日不计入。',
      '9月29日（周二）：起始当日，不计入',
      '9月30日（周三）：第1个工作日',
      '10月1日（周四）至10月7日（周三）：国庆节（国务院办公厅节假日安排），不计入',
      '10月8日（周四）：第2个工作日',
      '10月9日（周五）：第3个工作日',
      '10月10日（周六）：调休上班（国庆节；国务院办公厅节假日安排），第4个工作日',
      '10月11日（周日）：周末，不计入',
      '10月12日（周一）：第5个工作日',
      '当日营业结束时届满：截止10月12日（周一）18:00。',
    ],
  },
  {
    about: '1 working day',
    from: '2026-01-05T10:00:00+08:00',
    limit: '1 working day',
    options: { calendar: office },
    en: [
      '1 working day from Mon 5 Jan 2026 10:00: due Tue 6 Jan 18:00.',
      'Times in Asia/Shanghai; the day of the trigger is not counted.',
      'Mon 5 Jan: day of the trigger, not counted',
      'Tue 6 Jan: day 1',
      'Close of business: due Tue 6 Jan 18:00.',
    ],
    zh: [
      '自2026年1月5日（周一）10:00起1个工作日：截止1月6日（周二）18:00。',
      '时间均为Asia/Shanghai当地时间；起始当日不计入。',
      '1月5日（周一）：起始当日，不计入',
      '1月6日（周二）：第1个工作日',
      '当日营业结束时届满：截止1月6日（周二）18:00。',
    ],
  },
  {
    about: 'days that end on a holiday',
    from: '2026-09-29T16:40:00+08:00',
    limit: '3 days',
    options: { calendar: office },
    en: [
      '3 days from Tue 29 Sep 2026 16:40: due Thu 8 Oct 18:00.',
      'Times in Asia/Shanghai; the day of the trigger is not counted.',
      'Tue 29 Sep: day of the trigger, not counted',
      'Wed 30 Sep: day 1',
      'Thu 1 Oct: day 2',
      'Fri 2 Oct: day 3',
      'Fri 2 Oct is no working day (National Day; State Council holiday schedule): on to Thu 8 Oct',
      'Close of business: due Thu 8 Oct 18:00.',
    ],
    zh: [
      '自2026年9月29日（周二）16:40起3天：截止10月8日（周四）18:00。',
      '时间均为Asia/Shanghai当地时间；起始当日不计入。',
      '9月29日（周二）：起始当日，不计入',
      '9月30日（周三）：第1天',
      '10月1日（周四）：第2天',
      '10月2日（周五）：第3天',
      '10月2日（周五）不是工作日（国庆节；国务院办公厅节假日安排），顺延至10月8日（周四）',
      '当日营业结束时届满：截止10月8日（周四）18:00。',
    ],
  },
  {
    about: 'days to 24:00',
    from: '2026-05-20T16:40:00+02:00',
    limit: '2 days',
    options: { calendar: berlin, counting: 'bgb' },
    en: [
      '2 days from Wed 20 May 2026 16:40: due Fri 22 May 24:00.',
      'Times in Europe/Berlin; counted by bgb; the day of the trigger is not counted.',
      'Wed 20 May: day of the trigger, not counted',
      'Thu 21 May: day 1',
      'Fri 22 May: day 2',
      'End of the day: due Fri 22 May 24:00.',
    ],
    zh: [
      '自2026年5月20日（周三）16:40起2天：截止5月22日（周五）24:00。',
      '时间均为Europe/Berlin当地时间；期间按bgb计算；起始当日不计入。',
      '5月20日（周三）：起始当日，不计入',
      '5月21日（周四）：第1天',
      '5月22日（周五）：第2天',
      '当日24:00届满：截止5月22日（周五）24:00。',
    ],
  },
  {
    about: 'days that roll back',
    from: '2026-05-18T16:40:00+02:00',
    limit: '5 days',
    options: {
      calendar: berlin,
      counting: {
        start: 'next-day',
        end: 'close-of-business',
        roll: 'previous-working-day',
        months: 'corresponding',
      },
    },
    en: [
      '5 days from Mon 18 May 2026 16:40: due Fri 22 May 18:00.',
      'Times in Europe/Berlin; the day of the trigger is not counted.',
      'Mon 18 May: day of the trigger, not counted',
      'Tue 19 May: day 1',
      'Wed 20 May: day 2',
      'Thu 21 May: day 3',
      'Fri 22 May: day 4',
      'Sat 23 May: day 5',
      'Sat 23 May is no working day: back to Fri 22 May',
      'Close of business: due Fri 22 May 18:00.',
    ],
    zh: [
      '自2026年5月18日（周一）16:40起5天：截止5月22日（周五）18:00。',
      '时间均为Europe/Berlin当地时间；起始当日不计入。',
      '5月18日（周一）：起始当日，不计入',
      '5月19日（周二）：第1天',
      '5月20日（周三）：第2天',
      '5月21日（周四）：第3天',
      '5月22日（周五）：第4天',
      '5月23日（周六）：第5天',
      '5月23日（周六）不是工作日，提前至5月22日（周五）',
      '当日营业结束时届满：截止5月22日（周五）18:00。',
    ],
  },
  {
    about: 'a week',
    from: '2026-05-18T16:40:00+02:00',
    limit: '1 week',
    options: { calendar: berlin, counting: 'calendar-24-7' },
    en: [
      '1 week from Mon 18 May 2026 16:40: due Mon 25 May 24:00.',
      'Times in Europe/Berlin; counted by calendar-24-7; the day of the trigger is not counted.',
      'Mon 18 May: day of the trigger, not counted',
      'Tue 19 May: day 1',
      'Wed 20 May: day 2',
      'Thu 21 May: day 3',
      'Fri 22 May: day 4',
      'Sat 23 May: day 5',
      'Sun 24 May: day 6',
      'Mon 25 May: day 7',
      'End of the day: due Mon 25 May 24:00.',
    ],
    zh: [
      '自2026年5月18日（周一）16:40起1周：截止5月25日（周一）24:00。',
      '时间均为Europe/Berlin当地时间；期间按calendar-24-7计算；起始当日不计入。',
      '5月18日（周一）：起始当日，不计入',
      '5月19日（周二）：第1天',
      '5月20日（周三）：第2天',
      '5月21日（周四）：第3天',
      '5月22日（周五）：第4天',
      '5月23日（周六）：第5天',
      '5月24日（周日）：第6天',
      '5月25日（周一）：第7天',
      '当日24:00届满：截止5月25日（周一）24:00。',
    ],
  },
  {
    about: 'thirty days, told by runs',
    from: '2026-05-18T16:40:00+02:00',
    limit: '30 days',
    options: { calendar: berlin, counting: 'bgb' },
    en: [
      '30 days from Mon 18 May 2026 16:40: due Wed 17 Jun 24:00.',
      'Times in Europe/Berlin; counted by bgb; the day of the trigger is not counted.',
      'Mon 18 May: day of the trigger, not counted',
      'Tue 19 May to Wed 17 Jun: days 1 to 30',
      'End of the day: due Wed 17 Jun 24:00.',
    ],
    zh: [
      '自2026年5月18日（周一）16:40起30天：截止6月17日（周三）24:00。',
      '时间均为Europe/Berlin当地时间；期间按bgb计算；起始当日不计入。',
      '5月18日（周一）：起始当日，不计入',
      '5月19日（周二）至6月17日（周三）：第1至30天',
      '当日24:00届满：截止6月17日（周三）24:00。',
    ],
  },
  {
    about: 'fifteen working days, told by runs',
    from: '2026-09-21T16:40:00+08:00',
    limit: '15 working days',
    options: { calendar: office },
    en: [
      '15 working days from Mon 21 Sep 2026 16:40: due Mon 19 Oct 18:00.',
      'Times in Asia/Shanghai; the day of the trigger is not counted.',
      'Mon 21 Sep: day of the trigger, not counted',
      'Tue 22 Sep to Thu 24 Sep: days 1 to 3',
      'Fri 25 Sep to Sun 27 Sep: Mid-Autumn Festival (State Council holiday schedule), not counted',
      'Mon 28 Sep to Wed 30 Sep: days 4 to 6',
      'Thu 1 Oct to Wed 7 Oct: National Day (State Council holiday schedule), not counted',
      'Thu 8 Oct to Fri 9 Oct: days 7 to 8',
      'Sat 10 Oct: make-up working day (National Day; State Council holiday schedule), day 9',
      'Sun 11 Oct: weekend, not counted',
      'Mon 12 Oct to Fri 16 Oct: days 10 to 14',
      'Sat 17 Oct to Sun 18 Oct: weekend, not counted',
      'Mon 19 Oct: day 15',
      'Close of business: due Mon 19 Oct 18:00.',
    ],
    zh: [
      '自2026年9月21日（周一）16:40起15个工作日：截止10月19日（周一）18:00。',
      '时间均为Asia/Shanghai当地时间；起始当日不计入。',
      '9月21日（周一）：起始当日，不计入',
      '9月22日（周二）至9月24日（周四）：第1至3个工作日',
      '9月25日（周五）至9月27日（周日）：中秋节（国务院办公厅节假日安排），不计入',
      '9月28日（周一）至9月30日（周三）：第4至6个工作日',
      '10月1日（周四）至10月7日（周三）：国庆节（国务院办公厅节假日安排），不计入',
      '10月8日（周四）至10月9日（周五）：第7至8个工作日',
      '10月10日（周六）：调休上班（国庆节；国务院办公厅节假日安排），第9个工作日',
      '10月11日（周日）：周末，不计入',
      '10月12日（周一）至10月16日（周五）：第10至14个工作日',
      '10月17日（周六）至10月18日（周日）：周末，不计入',
      '10月19日（周一）：第15个工作日',
      '当日营业结束时届满：截止10月19日（周一）18:00。',
    ],
  },
  {
    about: 'a month',
    from: '2026-01-31T10:00:00+01:00',
    limit: '1 month',
    options: { calendar: berlin, counting: 'uk-corresponding-date' },
    en: [
      '1 month from Sat 31 Jan 2026 10:00: due Sat 28 Feb 24:00.',
      'Times in Europe/Berlin; counted by uk-corresponding-date; the day of the trigger is not counted.',
      'Sat 31 Jan: day of the trigger, not counted',
      'Sun 1 Feb to Sat 28 Feb: 1 month',
      'End of the day: due Sat 28 Feb 24:00.',
    ],
    zh: [
      '自2026年1月31日（周六）10:00起1个月：截止2月28日（周六）24:00。',
      '时间均为Europe/Berlin当地时间；期间按uk-corresponding-date计算；起始当日不计入。',
      '1月31日（周六）：起始当日，不计入',
      '2月1日（周日）至2月28日（周六）：1个月',
      '当日24:00届满：截止2月28日（周六）24:00。',
    ],
  },
  {
    about: 'a month by the first day counted',
    from: '2026-09-30T16:40:00+08:00',
    limit: '3 months',
    options: { calendar: tokyo, counting: 'jp-civil-code' },
    en: [
      '3 months from Wed 30 Sep 2026 17:40: due Thu 31 Dec 24:00.',
      'Times in Asia/Tokyo; counted by jp-civil-code; the day of the trigger is not counted; a month ends on the day before the date that corresponds to the first day counted.',
      'Wed 30 Sep: day of the trigger, not counted',
      'Thu 1 Oct to Thu 31 Dec: 3 months',
      'End of the day: due Thu 31 Dec 24:00.',
    ],
    zh: [
      '自2026年9月30日（周三）17:40起3个月：截止12月31日（周四）24:00。',
      '时间均为Asia/Tokyo当地时间；期间按jp-civil-code计算；起始当日不计入；按月计算的，至首个计入日的对应日前一日届满。',
      '9月30日（周三）：起始当日，不计入',
      '10月1日（周四）至12月31日（周四）：3个月',
      '当日24:00届满：截止12月31日（周四）24:00。',
    ],
  },
  {
    about: 'a month with a pause',
    from: '2026-03-02T10:00:00+01:00',
    limit: '1 month',
    options: {
      calendar: berlin,
      counting: 'bgb',
      pauses: [['2026-03-10T09:00:00+01:00', '2026-03-12T09:00:00+01:00']],
    },
    en: [
      '1 month from Mon 2 Mar 2026 10:00: due Tue 7 Apr 24:00.',
      'Times in Europe/Berlin; counted by bgb; the day of the trigger is not counted.',
      'Mon 2 Mar: day of the trigger, not counted',
      'Tue 3 Mar to Thu 2 Apr: 1 month',
      'Fri 3 Apr to Sat 4 Apr: added for paused days',
      'Sat 4 Apr is no working day: on to Tue 7 Apr',
      'End of the day: due Tue 7 Apr 24:00.',
    ],
    zh: [
      '自2026年3月2日（周一）10:00起1个月：截止4月7日（周二）24:00。',
      '时间均为Europe/Berlin当地时间；期间按bgb计算；起始当日不计入。',
      '3月2日（周一）：起始当日，不计入',
      '3月3日（周二）至4月2日（周四）：1个月',
      '4月3日（周五）至4月4日（周六）：因暂停顺延',
      '4月4日（周六）不是工作日，顺延至4月7日（周二）',
      '当日24:00届满：截止4月7日（周二）24:00。',
    ],
  },
  {
    about: 'elapsed hours',
    from: '2026-05-22T17:00:00+02:00',
    limit: '48 hours',
    options: { calendar: berlin },
    en: [
      '48 hours from Fri 22 May 2026 17:00: due Sun 24 May 17:00.',
      'Times in Europe/Berlin.',
      'Fri 22 May 17:00 to Sun 24 May 17:00: 48 h',
      '48 hours used up: due Sun 24 May 17:00.',
    ],
    zh: [
      '自2026年5月22日（周五）17:00起48小时：截止5月24日（周日）17:00。',
      '时间均为Europe/Berlin当地时间。',
      '5月22日（周五）17:00至5月24日（周日）17:00：48小时',
      '48小时用尽：截止5月24日（周日）17:00。',
    ],
  },
  {
    about: 'hours from the next full hour',
    from: '2026-09-29T16:40:00+08:00',
    limit: '24 hours',
    options: { calendar: office, counting: 'prc-civil-procedure' },
    en: [
      '24 hours from Tue 29 Sep 2026 16:40: due Wed 30 Sep 17:00.',
      'Times in Asia/Shanghai; counted by prc-civil-procedure; hours count from the next full hour.',
      'Tue 29 Sep 16:40 to 17:00: before the next full hour, not counted',
      'Tue 29 Sep 17:00 to Wed 30 Sep 17:00: 24 h',
      '24 hours used up: due Wed 30 Sep 17:00.',
    ],
    zh: [
      '自2026年9月29日（周二）16:40起24小时：截止9月30日（周三）17:00。',
      '时间均为Asia/Shanghai当地时间；期间按prc-civil-procedure计算；小时自下一个整点起算。',
      '9月29日（周二）16:40至17:00：未到下一个整点，不计入',
      '9月29日（周二）17:00至9月30日（周三）17:00：24小时',
      '24小时用尽：截止9月30日（周三）17:00。',
    ],
  },
  {
    about: 'hours that roll',
    from: '2026-10-02T16:40:00+08:00',
    limit: '24 hours',
    options: { calendar: office, counting: 'us-frcp-6' },
    en: [
      '24 hours from Fri 2 Oct 2026 16:40: due Thu 8 Oct 16:40.',
      'Times in Asia/Shanghai; counted by us-frcp-6.',
      'Fri 2 Oct 16:40 to Sat 3 Oct 16:40: 24 h',
      'Sat 3 Oct is no working day (National Day; State Council holiday schedule): on to the same time on Thu 8 Oct',
      '24 hours used up: due Thu 8 Oct 16:40.',
    ],
    zh: [
      '自2026年10月2日（周五）16:40起24小时：截止10月8日（周四）16:40。',
      '时间均为Asia/Shanghai当地时间；期间按us-frcp-6计算。',
      '10月2日（周五）16:40至10月3日（周六）16:40：24小时',
      '10月3日（周六）不是工作日（国庆节；国务院办公厅节假日安排），顺延至10月8日（周四）同一时刻',
      '24小时用尽：截止10月8日（周四）16:40。',
    ],
  },
  {
    about: 'working hours over lunch, night and closing days',
    from: '2026-06-01T10:00:00+08:00',
    limit: '8.5 working hours',
    options: { calendar: split },
    en: [
      '8.5 working hours from Mon 1 Jun 2026 10:00: due Mon 8 Jun 10:30.',
      'Times in Asia/Shanghai.',
      'Mon 1 Jun 10:00 to 12:00: 2 h',
      'Mon 1 Jun 12:00 to 13:00: closed, not counted',
      'Mon 1 Jun 13:00 to 18:00: 5 h, 7 h in all',
      'Mon 1 Jun 18:00 to Tue 2 Jun 24:00: closed, not counted',
      'Wed 3 Jun to Sun 7 Jun: weekly closing days, not counted',
      'Mon 8 Jun 00:00 to 09:00: closed, not counted',
      'Mon 8 Jun 09:00 to 10:30: 1 h 30 min, 8 h 30 min in all',
      '8.5 working hours used up: due Mon 8 Jun 10:30.',
    ],
    zh: [
      '自2026年6月1日（周一）10:00起8.5个工作小时：截止6月8日（周一）10:30。',
      '时间均为Asia/Shanghai当地时间。',
      '6月1日（周一）10:00至12:00：2小时',
      '6月1日（周一）12:00至13:00：非工作时间，不计入',
      '6月1日（周一）13:00至18:00：5小时，累计7小时',
      '6月1日（周一）18:00至6月2日（周二）24:00：非工作时间，不计入',
      '6月3日（周三）至6月7日（周日）：每周休息日，不计入',
      '6月8日（周一）00:00至09:00：非工作时间，不计入',
      '6月8日（周一）09:00至10:30：1小时30分钟，累计8小时30分钟',
      '8.5个工作小时用尽：截止6月8日（周一）10:30。',
    ],
  },
  {
    about: 'working hours over a holiday',
    from: '2026-09-30T16:40:00+08:00',
    limit: '4 working hours',
    options: { calendar: office },
    en: [
      '4 working hours from Wed 30 Sep 2026 16:40: due Thu 8 Oct 11:40.',
      'Times in Asia/Shanghai.',
      'Wed 30 Sep 16:40 to 18:00: 1 h 20 min',
      'Wed 30 Sep 18:00 to 24:00: closed, not counted',
      'Thu 1 Oct to Wed 7 Oct: National Day (State Council holiday schedule), not counted',
      'Thu 8 Oct 00:00 to 09:00: closed, not counted',
      'Thu 8 Oct 09:00 to 11:40: 2 h 40 min, 4 h in all',
      '4 working hours used up: due Thu 8 Oct 11:40.',
    ],
    zh: [
      '自2026年9月30日（周三）16:40起4个工作小时：截止10月8日（周四）11:40。',
      '时间均为Asia/Shanghai当地时间。',
      '9月30日（周三）16:40至18:00：1小时20分钟',
      '9月30日（周三）18:00至24:00：非工作时间，不计入',
      '10月1日（周四）至10月7日（周三）：国庆节（国务院办公厅节假日安排），不计入',
      '10月8日（周四）00:00至09:00：非工作时间，不计入',
      '10月8日（周四）09:00至11:40：2小时40分钟，累计4小时',
      '4个工作小时用尽：截止10月8日（周四）11:40。',
    ],
  },
  {
    about: 'working hours in a night shift',
    from: '2026-10-09T23:00:00+08:00',
    limit: '9 working hours',
    options: { calendar: nights },
    en: [
      '9 working hours from Fri 9 Oct 2026 23:00: due Mon 12 Oct 24:00.',
      'Times in Asia/Shanghai.',
      'Fri 9 Oct 23:00 to Sat 10 Oct 06:00: 7 h',
      'Sat 10 Oct to Sun 11 Oct: weekend, not counted',
      'Mon 12 Oct 00:00 to 22:00: closed, not counted',
      'Mon 12 Oct 22:00 to 24:00: 2 h, 9 h in all',
      '9 working hours used up: due Mon 12 Oct 24:00.',
    ],
    zh: [
      '自2026年10月9日（周五）23:00起9个工作小时：截止10月12日（周一）24:00。',
      '时间均为Asia/Shanghai当地时间。',
      '10月9日（周五）23:00至10月10日（周六）06:00：7小时',
      '10月10日（周六）至10月11日（周日）：周末，不计入',
      '10月12日（周一）00:00至22:00：非工作时间，不计入',
      '10月12日（周一）22:00至24:00：2小时，累计9小时',
      '9个工作小时用尽：截止10月12日（周一）24:00。',
    ],
  },
  {
    about: 'a pause in working hours',
    from: '2026-01-05T10:00:00+08:00',
    limit: '4 working hours',
    options: { calendar: office, pauses: [['2026-01-05T11:00:00+08:00', '2026-01-05T16:30:00+08:00']] },
    en: [
      '4 working hours from Mon 5 Jan 2026 10:00: due Tue 6 Jan 10:30.',
      'Times in Asia/Shanghai.',
      'Mon 5 Jan 10:00 to 11:00: 1 h',
      'Mon 5 Jan 11:00 to 16:30: paused, not counted',
      'Mon 5 Jan 16:30 to 18:00: 1 h 30 min, 2 h 30 min in all',
      'Mon 5 Jan 18:00 to Tue 6 Jan 09:00: closed, not counted',
      'Tue 6 Jan 09:00 to 10:30: 1 h 30 min, 4 h in all',
      '4 working hours used up: due Tue 6 Jan 10:30.',
    ],
    zh: [
      '自2026年1月5日（周一）10:00起4个工作小时：截止1月6日（周二）10:30。',
      '时间均为Asia/Shanghai当地时间。',
      '1月5日（周一）10:00至11:00：1小时',
      '1月5日（周一）11:00至16:30：暂停，不计入',
      '1月5日（周一）16:30至18:00：1小时30分钟，累计2小时30分钟',
      '1月5日（周一）18:00至1月6日（周二）09:00：非工作时间，不计入',
      '1月6日（周二）09:00至10:30：1小时30分钟，累计4小时',
      '4个工作小时用尽：截止1月6日（周二）10:30。',
    ],
  },
  {
    about: 'a pause in working days',
    from: '2026-01-05T10:00:00+08:00',
    limit: '3 working days',
    options: { calendar: office, pauses: [['2026-01-06T11:00:00+08:00', '2026-01-08T10:30:00+08:00']] },
    en: [
      '3 working days from Mon 5 Jan 2026 10:00: due Mon 12 Jan 18:00.',
      'Times in Asia/Shanghai; the day of the trigger is not counted.',
      'Mon 5 Jan: day of the trigger, not counted',
      'Tue 6 Jan to Wed 7 Jan: paused, not counted',
      'Thu 8 Jan: day 1',
      'Fri 9 Jan: day 2',
      'Sat 10 Jan to Sun 11 Jan: weekend, not counted',
      'Mon 12 Jan: day 3',
      'Close of business: due Mon 12 Jan 18:00.',
    ],
    zh: [
      '自2026年1月5日（周一）10:00起3个工作日：截止1月12日（周一）18:00。',
      '时间均为Asia/Shanghai当地时间；起始当日不计入。',
      '1月5日（周一）：起始当日，不计入',
      '1月6日（周二）至1月7日（周三）：暂停，不计入',
      '1月8日（周四）：第1个工作日',
      '1月9日（周五）：第2个工作日',
      '1月10日（周六）至1月11日（周日）：周末，不计入',
      '1月12日（周一）：第3个工作日',
      '当日营业结束时届满：截止1月12日（周一）18:00。',
    ],
  },
  {
    about: 'an arrival after the cut-off',
    from: '2026-01-09T16:30:00+08:00',
    limit: '2 working days',
    options: {
      calendar: office,
      counting: {
        start: 'next-day',
        end: 'close-of-business',
        roll: 'none',
        months: 'corresponding',
        cutOff: '16:00',
      },
    },
    en: [
      '2 working days from Fri 9 Jan 2026 16:30: due Wed 14 Jan 18:00.',
      'Times in Asia/Shanghai; the day of the trigger is not counted; what arrives at 16:00 or later, or on a day off, counts as arriving on the next working day.',
      'Fri 9 Jan: after the cut-off, not counted',
      'Sat 10 Jan to Sun 11 Jan: weekend, not counted',
      'Mon 12 Jan: day of the trigger, not counted',
      'Tue 13 Jan: day 1',
      'Wed 14 Jan: day 2',
      'Close of business: due Wed 14 Jan 18:00.',
    ],
    zh: [
      '自2026年1月9日（周五）16:30起2个工作日：截止1月14日（周三）18:00。',
      '时间均为Asia/Shanghai当地时间；起始当日不计入；16:00及以后或非工作日到达的，视为下一个工作日到达。',
      '1月9日（周五）：晚于当日受理截止时间，不计入',
      '1月10日（周六）至1月11日（周日）：周末，不计入',
      '1月12日（周一）：起始当日，不计入',
      '1月13日（周二）：第1个工作日',
      '1月14日（周三）：第2个工作日',
      '当日营业结束时届满：截止1月14日（周三）18:00。',
    ],
  },
  {
    about: 'an arrival on a day off, with a cut-off',
    from: '2026-10-03T10:00:00+08:00',
    limit: '1 working day',
    options: {
      calendar: office,
      counting: { start: 'same-day', end: 'close-of-business', roll: 'none', months: 'corresponding' },
    },
    en: [
      '1 working day from Sat 3 Oct 2026 10:00: due Thu 8 Oct 18:00.',
      'Times in Asia/Shanghai; the day of the trigger is day 1; what arrives at closing time or later, or on a day off, counts as arriving on the next working day.',
      'Sat 3 Oct to Wed 7 Oct: National Day (State Council holiday schedule), not counted',
      'Thu 8 Oct: day 1',
      'Close of business: due Thu 8 Oct 18:00.',
    ],
    zh: [
      '自2026年10月3日（周六）10:00起1个工作日：截止10月8日（周四）18:00。',
      '时间均为Asia/Shanghai当地时间；起始当日计为第1天；下班时间及以后或非工作日到达的，视为下一个工作日到达。',
      '10月3日（周六）至10月7日（周三）：国庆节（国务院办公厅节假日安排），不计入',
      '10月8日（周四）：第1个工作日',
      '当日营业结束时届满：截止10月8日（周四）18:00。',
    ],
  },
  {
    about: 'rolling days',
    from: '2026-01-05T10:00:00+08:00',
    limit: '3 days',
    options: { calendar: office, counting: 'rolling' },
    en: [
      '3 days from Mon 5 Jan 2026 10:00: due Thu 8 Jan 10:00.',
      'Times in Asia/Shanghai; counted by rolling.',
      'Mon 5 Jan 10:00 to Thu 8 Jan 10:00: 3 days',
      'Same time of day: due Thu 8 Jan 10:00.',
    ],
    zh: [
      '自2026年1月5日（周一）10:00起3天：截止1月8日（周四）10:00。',
      '时间均为Asia/Shanghai当地时间；期间按rolling计算。',
      '1月5日（周一）10:00至1月8日（周四）10:00：3天',
      '同一时刻届满：截止1月8日（周四）10:00。',
    ],
  },
  {
    about: 'rolling working days from a day off',
    from: '2026-01-10T10:00:00+08:00',
    limit: '2 working days',
    options: { calendar: office, counting: 'rolling' },
    en: [
      '2 working days from Sat 10 Jan 2026 10:00: due Tue 13 Jan 24:00.',
      'Times in Asia/Shanghai; counted by rolling.',
      'Sat 10 Jan to Sun 11 Jan: weekend, not counted',
      'Until Mon 12 Jan 24:00: day 1',
      'Until Tue 13 Jan 24:00: day 2',
      'Same time of day: due Tue 13 Jan 24:00.',
    ],
    zh: [
      '自2026年1月10日（周六）10:00起2个工作日：截止1月13日（周二）24:00。',
      '时间均为Asia/Shanghai当地时间；期间按rolling计算。',
      '1月10日（周六）至1月11日（周日）：周末，不计入',
      '至1月12日（周一）24:00：第1个工作日',
      '至1月13日（周二）24:00：第2个工作日',
      '同一时刻届满：截止1月13日（周二）24:00。',
    ],
  },
  {
    about: 'an extension',
    from: '2026-01-05T10:00:00+08:00',
    limit: '1 working day',
    options: {
      calendar: office,
      extensions: [{ at: '2026-01-06T10:00:00+08:00', duration: '2 working days' }],
    },
    en: [
      '1 working day from Mon 5 Jan 2026 10:00: due Thu 8 Jan 18:00.',
      'Times in Asia/Shanghai; the day of the trigger is not counted.',
      'Mon 5 Jan: day of the trigger, not counted',
      'Tue 6 Jan: day 1',
      'Extended from Tue 6 Jan 18:00 to Thu 8 Jan 18:00',
      'As extended: due Thu 8 Jan 18:00.',
    ],
    zh: [
      '自2026年1月5日（周一）10:00起1个工作日：截止1月8日（周四）18:00。',
      '时间均为Asia/Shanghai当地时间；起始当日不计入。',
      '1月5日（周一）：起始当日，不计入',
      '1月6日（周二）：第1个工作日',
      '由1月6日（周二）18:00延长至1月8日（周四）18:00',
      '经延长：截止1月8日（周四）18:00。',
    ],
  },
  {
    about: 'a day beyond the horizon',
    from: '2026-12-28T10:00:00+08:00',
    limit: '2 working days',
    options: { calendar: office },
    en: [
      '2 working days from Mon 28 Dec 2026 10:00: due Wed 30 Dec 18:00.',
      'Times in Asia/Shanghai; the day of the trigger is not counted.',
      'Mon 28 Dec: day of the trigger, not counted',
      'Tue 29 Dec: holidays not yet published, day 1',
      'Wed 30 Dec: holidays not yet published, day 2',
      'Close of business: due Wed 30 Dec 18:00.',
      'Provisional: nothing is published for Tue 29 Dec 2026 by china; due may yet move.',
    ],
    zh: [
      '自2026年12月28日（周一）10:00起2个工作日：截止12月30日（周三）18:00。',
      '时间均为Asia/Shanghai当地时间；起始当日不计入。',
      '12月28日（周一）：起始当日，不计入',
      '12月29日（周二）：节假日安排尚未公布，第1个工作日',
      '12月30日（周三）：节假日安排尚未公布，第2个工作日',
      '当日营业结束时届满：截止12月30日（周三）18:00。',
      '暂定：china尚未公布2026年12月29日（周二）的安排，截止时间可能变动。',
    ],
  },
  {
    about: 'working days before',
    from: '2026-10-09T16:40:00+08:00',
    limit: '2 working days',
    options: { calendar: office, direction: 'before' },
    en: [
      'At least 2 working days before Fri 9 Oct 2026 16:40: Wed 30 Sep 18:00 at the latest.',
      'Times in Asia/Shanghai; the day of the event is not counted.',
      'Fri 9 Oct: day of the event, not counted',
      'Thu 8 Oct: day 1',
      'Thu 1 Oct to Wed 7 Oct: National Day (State Council holiday schedule), not counted',
      'Wed 30 Sep: day 2',
      'Close of business: Wed 30 Sep 18:00 at the latest.',
    ],
    zh: [
      '2026年10月9日（周五）16:40之前至少2个工作日：最迟9月30日（周三）18:00。',
      '时间均为Asia/Shanghai当地时间；事件当日不计入。',
      '10月9日（周五）：事件当日，不计入',
      '10月8日（周四）：第1个工作日',
      '10月1日（周四）至10月7日（周三）：国庆节（国务院办公厅节假日安排），不计入',
      '9月30日（周三）：第2个工作日',
      '当日营业结束时届满：最迟9月30日（周三）18:00。',
    ],
  },
  {
    about: 'days before, rolled back',
    from: '2026-10-09T16:40:00+08:00',
    limit: '3 days',
    options: { calendar: office, counting: 'bgb', direction: 'before' },
    en: [
      'At least 3 days before Fri 9 Oct 2026 16:40: Wed 30 Sep 24:00 at the latest.',
      'Times in Asia/Shanghai; counted by bgb; the day of the event is not counted.',
      'Fri 9 Oct: day of the event, not counted',
      'Thu 8 Oct: day 1',
      'Wed 7 Oct: day 2',
      'Tue 6 Oct: day 3',
      'Tue 6 Oct is no working day (National Day; State Council holiday schedule): back to Wed 30 Sep',
      'End of the day: Wed 30 Sep 24:00 at the latest.',
    ],
    zh: [
      '2026年10月9日（周五）16:40之前至少3天：最迟9月30日（周三）24:00。',
      '时间均为Asia/Shanghai当地时间；期间按bgb计算；事件当日不计入。',
      '10月9日（周五）：事件当日，不计入',
      '10月8日（周四）：第1天',
      '10月7日（周三）：第2天',
      '10月6日（周二）：第3天',
      '10月6日（周二）不是工作日（国庆节；国务院办公厅节假日安排），提前至9月30日（周三）',
      '当日24:00届满：最迟9月30日（周三）24:00。',
    ],
  },
  {
    about: 'clear days before',
    from: '2026-05-08T10:00:00+02:00',
    limit: '7 days',
    options: { calendar: berlin, counting: 'calendar-24-7', direction: 'before', clearDays: true },
    en: [
      'At least 7 days before Fri 8 May 2026 10:00: Thu 30 Apr 24:00 at the latest.',
      'Times in Europe/Berlin; counted by calendar-24-7; the day of the event is not counted.',
      'Fri 8 May: day of the event, not counted',
      'Thu 7 May: day 1',
      'Wed 6 May: day 2',
      'Tue 5 May: day 3',
      'Mon 4 May: day 4',
      'Sun 3 May: day 5',
      'Sat 2 May: day 6',
      'Fri 1 May: day 7',
      'Before these days begin: Thu 30 Apr 24:00 at the latest.',
    ],
    zh: [
      '2026年5月8日（周五）10:00之前至少7天：最迟4月30日（周四）24:00。',
      '时间均为Europe/Berlin当地时间；期间按calendar-24-7计算；事件当日不计入。',
      '5月8日（周五）：事件当日，不计入',
      '5月7日（周四）：第1天',
      '5月6日（周三）：第2天',
      '5月5日（周二）：第3天',
      '5月4日（周一）：第4天',
      '5月3日（周日）：第5天',
      '5月2日（周六）：第6天',
      '5月1日（周五）：第7天',
      '上述各日开始之前：最迟4月30日（周四）24:00。',
    ],
  },
  {
    about: 'working hours before',
    from: '2026-05-18T09:30:00+02:00',
    limit: '1 working hour',
    options: { calendar: berlin, direction: 'before' },
    en: [
      'At least 1 working hour before Mon 18 May 2026 09:30: Fri 15 May 17:30 at the latest.',
      'Times in Europe/Berlin.',
      'Mon 18 May 09:00 to 09:30: 30 min',
      'Mon 18 May 00:00 to 09:00: closed, not counted',
      'Sat 16 May to Sun 17 May: weekend, not counted',
      'Fri 15 May 18:00 to 24:00: closed, not counted',
      'Fri 15 May 17:30 to 18:00: 30 min, 1 h in all',
      '1 working hour used up: Fri 15 May 17:30 at the latest.',
    ],
    zh: [
      '2026年5月18日（周一）09:30之前至少1个工作小时：最迟5月15日（周五）17:30。',
      '时间均为Europe/Berlin当地时间。',
      '5月18日（周一）09:00至09:30：30分钟',
      '5月18日（周一）00:00至09:00：非工作时间，不计入',
      '5月16日（周六）至5月17日（周日）：周末，不计入',
      '5月15日（周五）18:00至24:00：非工作时间，不计入',
      '5月15日（周五）17:30至18:00：30分钟，累计1小时',
      '1个工作小时用尽：最迟5月15日（周五）17:30。',
    ],
  },
  {
    about: 'no time at all',
    from: '2026-05-18T09:30:15.250+02:00',
    limit: '0 hours',
    options: { calendar: berlin },
    en: [
      '0 hours from Mon 18 May 2026 09:30:15.250: due Mon 18 May 09:30:15.250.',
      'Times in Europe/Berlin.',
      '0 hours used up: due Mon 18 May 09:30:15.250.',
    ],
    zh: [
      '自2026年5月18日（周一）09:30:15.250起0小时：截止5月18日（周一）09:30:15.250。',
      '时间均为Europe/Berlin当地时间。',
      '0小时用尽：截止5月18日（周一）09:30:15.250。',
    ],
  },
];

describe('explain', () => {
  it.each(told)('tells $about in English', ({ from, limit, options, en }) => {
    expect(explain(dueAt(from, limit, options), { locale: 'en' }).split('\n')).toEqual(en);
  });

  it.each(told)('tells $about in Chinese', ({ from, limit, options, zh }) => {
    expect(explain(dueAt(from, limit, options), { locale: 'zh-CN' }).split('\n')).toEqual(zh);
  });

  it.each(told)('tells $about from its JSON as well', ({ from, limit, options, en }) => {
    const stored = JSON.parse(JSON.stringify(dueAt(from, limit, options)));
    expect(explain(stored, { locale: 'en' }).split('\n')).toEqual(en);
  });

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

  it('tells a roll back to a day that is extended afterwards as a roll back', () => {
    const counting = {
      start: 'next-day',
      end: 'end-of-day',
      roll: 'previous-working-day',
      months: 'corresponding',
    } as const;
    const extensions = [{ at: '2026-05-19T10:00:00+02:00', duration: '3 working days' } as const];
    const due = dueAt('2026-05-18T10:00:00+02:00', '5 days', { calendar: berlin, counting, extensions });
    expect(explain(due, { locale: 'en' }).split('\n').slice(-3)).toEqual([
      'Sat 23 May is no working day: back to Fri 22 May',
      'Extended from Fri 22 May 24:00 to Wed 27 May 24:00',
      'As extended: due Wed 27 May 24:00.',
    ]);
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
