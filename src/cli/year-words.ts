import type { CivilDate } from '../instant/types.ts';
import type { Locale } from '../report/index.ts';

const en = {
  title: (name: string, year: number, zone: string, working: number) =>
    `${name} ${year}: ${working} working days (${zone})`,
  months: 'January February March April May June July August September October November December'.split(' '),
  /** Each two columns wide. */
  weekdays: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
  marks: {
    off: 'day off',
    makeUp: 'make-up working day',
    own: 'hours of its own',
    weekly: 'weekly closing day',
  },
  covers: (source: string, revision: string, from: CivilDate, to: CivilDate) =>
    `${source}: published for ${from} to ${to} (revision ${revision})`,
  noSources: 'No holiday source: nothing is provisional.',
  provisional: (since: CivilDate, sources: readonly string[]) =>
    `Provisional since ${since}: nothing is published there by ${sources.join(', ')}.`,
  partial: (source: string, gap: string | boolean) =>
    `Caution: ${source} is incomplete${gap === true ? '' : ` (${gap})`}.`,
};

export type YearWords = typeof en;

const zh: YearWords = {
  title: (name, year, zone, working) => `${name} ${year}年：${working}个工作日（${zone}）`,
  months: Array.from({ length: 12 }, (_, index) => `${index + 1}月`),
  weekdays: ['一', '二', '三', '四', '五', '六', '日'],
  marks: { off: '休', makeUp: '调休上班', own: '当日另有时间', weekly: '每周休息日' },
  covers: (source, revision, from, to) => `${source}：已公布${from}至${to}（版本${revision}）`,
  noSources: '没有节假日来源，无暂定日期。',
  provisional: (since, sources) => `自${since}起为暂定：${sources.join('、')}尚未公布。`,
  partial: (source, gap) => `注意：${source}不完整${gap === true ? '' : `（${gap}）`}。`,
};

export const yearWords: Readonly<Record<Locale, YearWords>> = { en, 'zh-CN': zh };
