import { describe } from 'vitest';
import { berlin, tokyo } from './calendars.ts';
import { tellsEach } from './tells-each.ts';

describe('explain, of months,', () => {
  tellsEach([
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
  ]);
});
