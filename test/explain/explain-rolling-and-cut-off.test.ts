import { describe } from 'vitest';
import { office } from './calendars.ts';
import { tellsEach } from './tells-each.ts';

describe('explain, of rolling days and arrivals after the cut-off,', () => {
  tellsEach([
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
  ]);
});
