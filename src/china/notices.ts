import type { CivilDate } from '../instant/types.ts';
import { schedule } from './schedule.ts';

/** Where and when a year's schedule was announced. */
export interface Notice {
  /** The year whose days off it sets. */
  readonly year: number;
  readonly addresses: readonly string[];
  /** Known from 2015 on. */
  readonly announced?: CivilDate;
  /** When a later notice changed it. */
  readonly amended?: CivilDate;
  /** Another one for each state of the year's schedule: `2020/2020-01-27`; by its number where the date isn't known. */
  readonly revision: string;
}

/** The State Council's notices, one entry for each year. */
export const notices: readonly Notice[] = /* @__PURE__ */ schedule.map(([, paths, dates], index) => {
  const [announced, amended] = (dates?.split(' ') ?? []) as CivilDate[];
  return {
    year: 2007 + index,
    addresses: paths.split(' ').map(addressOf),
    ...(announced === undefined ? {} : { announced }),
    ...(amended === undefined ? {} : { amended }),
    revision: `${2007 + index}/${amended ?? announced ?? 1}`,
  };
});

/** The site's older addresses have a day in them, and no TLS. */
function addressOf(path: string): string {
  const site = `${path.includes('-') ? 'http' : 'https'}://www.gov.cn/zhengce/zhengceku/`;
  return `${site}${path.replace(/(\d+)$/, 'content_$1')}.htm`;
}
