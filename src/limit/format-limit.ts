import { toLimit } from './parse-limit.ts';
import type { LimitInput, LimitUnit } from './types.ts';

const chinese: Readonly<Record<LimitUnit, string>> = {
  seconds: '秒',
  minutes: '分钟',
  hours: '小时',
  days: '天',
  weeks: '周',
  months: '个月',
  'working minutes': '个工作分钟',
  'working hours': '个工作小时',
  'working days': '个工作日',
};

/**
 * A limit in words. The English form is one that `parseLimit` reads back.
 *
 * @throws LimitError for what is no limit
 * @example formatLimit({ amount: 5, unit: 'working days' }, 'zh-CN') // => '5个工作日'
 * @example formatLimit('PT1H', 'en') // => '1 hour'
 */
export function formatLimit(limit: LimitInput, locale: 'zh-CN' | 'en'): string {
  const { amount, unit } = toLimit(limit);
  const number = formatAmount(amount);
  if (locale === 'zh-CN') return number + chinese[unit];
  return `${number} ${amount === 1 ? unit.slice(0, -1) : unit}`;
}

/** The amount without an exponent, which a limit's text doesn't know. */
function formatAmount(amount: number): string {
  const text = String(amount);
  return text.includes('e') ? amount.toFixed(24).replace(/0+$/, '') : text;
}
