import type { KpiSpec } from '../kpi/types.ts';
import { formatLimit } from '../limit/format-limit.ts';
import type { LimitInput } from '../limit/types.ts';
import type { Locale } from '../report/index.ts';
import { wordsOf } from '../report/words.ts';
import { numberInWords, wordFor } from '../standards/in-words.ts';
import { isParameter } from '../standards/parameters.ts';

const chineseNames = {
  basis: '口径',
  denominator: '分母',
  flow: '按当期流量',
  formula: '公式',
  threshold: '时限',
  p: '分位',
  basicWeight: '基本满意的权重',
  window: '窗口',
  mergeWindow: '合并窗口',
  countFirst: '首次计入',
  key: '按相同',
  weights: '权重',
  shortAbandoned: '短放弃',
} as const satisfies { readonly [option in keyof KpiSpec]?: string };

type Option = keyof typeof chineseNames;
const options = Object.keys(chineseNames) as readonly Option[];
const lengths: ReadonlySet<Option> = new Set(['threshold', 'window', 'mergeWindow', 'shortAbandoned']);

/** The options of a KPI that have a say in its value, each with its value. */
export function kpiOptions(kpi: KpiSpec, locale: Locale): string[] {
  return options
    .filter((option) => kpi[option] !== undefined && kpi[option] !== false)
    .map((option) => {
      const name = locale === 'zh-CN' ? chineseNames[option] : option;
      const value = kpi[option] === true ? '' : ` ${valueInWords(option, kpi[option], locale)}`;
      return name + value;
    });
}

function valueInWords(option: Option, value: unknown, locale: Locale): string {
  if (isParameter(value)) return numberInWords(value, locale);
  if (lengths.has(option)) return formatLimit(value as LimitInput, locale);
  if (typeof value !== 'object' || value === null) return wordsOf(locale).bases[`${value}`] ?? `${value}`;
  const pairs = Array.isArray(value)
    ? value.map((attribute) => wordFor(`${attribute}`, locale))
    : Object.entries(value).map(([id, weight]) => `${id} ${weight}`);
  return pairs.join(locale === 'zh-CN' ? '、' : ', ');
}
