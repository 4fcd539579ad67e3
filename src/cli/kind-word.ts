import type { Locale } from '../report/index.ts';

const chineseKinds: Readonly<Record<string, string>> = {
  deadline: '时限',
  cadence: '频次',
  notice: '提前告知',
  bound: '限值',
  order: '先后',
  duty: '例行职责',
  coverage: '在岗',
  ownership: '专人负责',
  checklist: '检查表',
  wording: '用语',
  ladder: '升级',
};

/** The name of a kind of part; a company's own kinds and the English ones speak for themselves. */
export function kindWord(kind: string, locale: Locale): string {
  if (kind === 'kpi') return 'KPI';
  return locale === 'zh-CN' && Object.hasOwn(chineseKinds, kind) ? (chineseKinds[kind] ?? kind) : kind;
}
