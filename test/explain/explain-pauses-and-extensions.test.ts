import { describe, expect, it } from 'vitest';
import { explain } from '../../src/explain/explain.ts';
import { dueAt } from '../../src/limit/due-at.ts';
import { berlin, office } from './calendars.ts';
import { tellsEach } from './tells-each.ts';

describe('explain, of pauses and extensions,', () => {
  tellsEach([
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
  ]);

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
});
