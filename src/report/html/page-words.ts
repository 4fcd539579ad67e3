import type { Locale } from '../../explain/words.ts';
import { counted } from '../counted.ts';
import { formatCount } from '../format.ts';
import { measureNames } from '../measure-names.ts';

const en = {
  title: 'Service report',
  skip: 'Skip to the figures',
  contents: 'Contents',
  and: ', ',
  to: (from: string, to: string) => `${from} to ${to}`,
  figures: 'Figures',
  further: (count: number) => `${formatCount(count)} more`,

  key: 'Key figures',
  noKpis: 'The policy names no KPI of the whole service.',
  goalsMet: (met: number, all: number) => `${met} of ${all} goals met in the latest period that is over.`,
  noGoals: 'No KPI of the whole service has a goal.',
  goalMet: 'goal met',
  goalMissed: 'goal missed',
  noGoal: 'no goal',
  noValue: 'nothing counted',
  goal: 'goal',
  period: 'period',
  notFinal: 'not final',
  counts: 'counted',
  of: (part: string, whole: string) => `${part} of ${whole}`,
  basis: 'basis',
  interval: '95% interval',
  open: 'still open',
  periodsMet: 'goal met in',
  periods: (met: number, all: number) => `${met} of ${all} periods`,
  overall: 'all periods',
  shortBy: (cases: number, fewer: boolean) =>
    `${formatCount(cases)} ${fewer ? 'fewer' : 'more'} would have met it`,
  value: 'value',
  numerator: 'numerator',
  denominator: 'denominator',
  verdict: 'goal',

  standards: 'Standards',
  standardsTable: 'What became of each run of each standard',
  unused: (count: number) => `${counted(count, 'standard')} that no case called for`,

  trends: 'Timeliness and reply rate',
  noTrend: 'The policy names no timeliness and no reply rate of the whole service.',
  otherTrends: 'Further KPIs',
  trend: (name: string, by: string) => `${name}, ${by}`,
  trendLegend:
    'Line: value; dashed: goal; band: 95% interval; diamond: goal missed; hollow: not final, it may yet change.',
  trendText: (count: number, low: string, high: string, latest: string) =>
    `Line chart of ${counted(count, 'period')}: lowest ${low}, highest ${high}, latest ${latest}.`,
  goalText: (goal: string, met: number, all: number) => ` Goal ${goal}, met in ${met} of ${all}.`,
  at: (value: string, period: string) => `${value} in ${period}`,
  earlier: (count: number) => `${counted(count, 'earlier period')} in the JSON report.`,

  response: 'Response time against the limit',
  responseNote:
    'How much of its limit each finished run has used: working time where the standard counts that, pauses out. Left of the line the promise was kept.',
  noResponse: 'No run with a limit is finished.',
  shareAxis: 'share of the limit used',
  limit: 'limit',
  beyond: '>200%',
  shareText: (kept: number, late: number, half: string) =>
    `Histogram: ${counted(kept, 'run')} within the limit, ${formatCount(late)} after it; half of them had used ${half} of it or less.`,
  overdue: (runs: number) =>
    `${counted(runs, 'run')} past due and not finished ${runs === 1 ? 'is' : 'are'} not in the chart.`,
  times: (p50: string, p90: string, p95: string) =>
    `Half were finished within ${p50}, 90% within ${p90}, 95% within ${p95}.`,
  upTo: (percent: number) => `up to ${percent}%`,
  shareUsed: 'of the limit',
  runs: 'runs',

  hours: 'When cases arrive',
  hoursNote: (zone: string) => `By weekday and hour of arrival, in ${zone}.`,
  arrivals: 'Arrivals',
  most: (all: string, most: string) => `${all}, at most ${most} an hour`,
  breached: 'Cases that broke a promise',
  hour: 'hour',
  oclock: (hour: number) => `${hour}:00`,
  hoursText: (all: string, most: string, count: string) =>
    `Heat map of ${all} cases: most on ${most} o'clock, ${count}.`,
  hoursEmpty: 'Heat map without any case.',
  cell: (weekday: string, hour: number, arrivals: string, breached: string) =>
    `${weekday} ${hour}:00: ${arrivals} arrived, ${breached} broke a promise`,
  arrivalsAndBreached: 'Cases that arrived, and in brackets those of them that broke a promise',

  groups: 'By group',
  groupsNote: 'All periods together where the counts add up, else the latest period that is over.',
  byGroup: (name: string, by: string) => `${name}, by ${by}`,
  worstGroups: (shown: number, all: number) =>
    `The worst ${shown} of ${formatCount(all)}: those that are behind even at the favourable end of their 95% interval. All are in the table.`,
  groupText: (all: number, first: string, last: string) =>
    `Bar chart of ${counted(all, 'group')}, from ${first} to ${last}.`,
  otherPeriod: (period: string) => `In ${period}.`,

  escalations: 'Escalations',
  escalationsNote: 'What became of every step of every ladder: bars show those that came due.',
  escalationText: (ladder: string, steps: string) => `Funnel of ${ladder}: ${steps}.`,
  step: (rung: string, fired: number, missed: number) =>
    `${rung} ${formatCount(fired)} due, ${formatCount(missed)} of them missed`,
  firedOf: (fired: string, all: string) => `${fired} of ${all} came due`,
  watched: 'watched',
  fired: 'came due',

  breaches: 'Worst breaches',
  breachesNote: (shown: number, all: string) => `The worst of each case, ${shown} of ${all} breaches.`,
  listed: (count: number) => `All ${formatCount(count)} listed`,
  breachOf: (over: string) => `${over} over`,
  more: (count: number) => `and ${formatCount(count)} more of this case`,
  noSteps: 'No explanation was recorded.',

  data: 'Findings and rejects',
  findingsNote: 'What is odd in the data. It changes no figure; whoever keeps the records should know.',
  rejectsNote: 'What could not be used, and is in no figure.',

  method: 'How each number was computed',
  names: measureNames.en,
  basisNames: {
    flow: 'replies and receipts of the period',
    'excluding-repeats': 'total less repeats',
    'including-repeats': 'total and repeats',
    all: 'all cases',
    offered: 'calls offered',
    contacts: 'first contacts',
    events: 'events',
    asked: 'asked',
  } as Readonly<Record<string, string>>,
  produced: (format: string) => `Made by duly from a report of format ${format}. All times are in `,
  fullStop: '.',
};

export type PageWords = typeof en;

const zh: PageWords = {
  title: '服务质量报告',
  skip: '跳到正文',
  contents: '目录',
  and: '、',
  to: (from, to) => `${from} 至 ${to}`,
  figures: '数据',
  further: (count) => `其余 ${formatCount(count)} 项`,

  key: '关键指标',
  noKpis: '该政策没有针对整体服务的 KPI。',
  goalsMet: (met, all) => `最近一个已结束的期间，${all} 项目标中达成 ${met} 项。`,
  noGoals: '整体服务的 KPI 均未设目标值。',
  goalMet: '达标',
  goalMissed: '未达标',
  noGoal: '未设目标值',
  noValue: '无数据',
  goal: '目标值',
  period: '期间',
  notFinal: '尚非定数',
  counts: '计数',
  of: (part, whole) => `${part} / ${whole}`,
  basis: '口径',
  interval: '95% 置信区间',
  open: '未完成',
  periodsMet: '达标期数',
  periods: (met, all) => `${met} / ${all} 期`,
  overall: '全部期间',
  shortBy: (cases, fewer) => `${fewer ? '少' : '再多'} ${formatCount(cases)} 件即可达标`,
  value: '数值',
  numerator: '分子',
  denominator: '分母',
  verdict: '是否达标',

  standards: '服务标准',
  standardsTable: '各项标准各轮次的判定',
  unused: (count) => `另有 ${count} 项标准没有工单适用`,

  trends: '及时率与回复率',
  noTrend: '该政策没有针对整体服务的及时率或回复率。',
  otherTrends: '其他 KPI',
  trend: (name, by) => `${name}（${by}）`,
  trendLegend: '实线：数值；虚线：目标值；色带：95% 置信区间；菱形：未达标；空心：尚非定数，可能变动。',
  trendText: (count, low, high, latest) =>
    `折线图，共 ${count} 期：最低 ${low}，最高 ${high}，最近 ${latest}。`,
  goalText: (goal, met, all) => `目标值 ${goal}，${all} 期中达标 ${met} 期。`,
  at: (value, period) => `${value}（${period}）`,
  earlier: (count) => `更早的 ${count} 期见 JSON 报告。`,

  response: '响应时间与时限',
  responseNote: '每个已完成的轮次用去了时限的多少：以工作时间计的标准按工作时间，暂停不计。竖线左侧为守时。',
  noResponse: '没有已完成且有时限的轮次。',
  shareAxis: '已用时限的比例',
  limit: '时限',
  beyond: '>200%',
  shareText: (kept, late, half) =>
    `直方图：${formatCount(kept)} 个轮次在时限内，${formatCount(late)} 个超过时限；半数用去时限的 ${half} 或更少。`,
  overdue: (runs) => `另有 ${formatCount(runs)} 个轮次已逾期且尚未完成，不在图中。`,
  times: (p50, p90, p95) => `半数在 ${p50} 内完成，90% 在 ${p90} 内，95% 在 ${p95} 内。`,
  upTo: (percent) => `至 ${percent}%`,
  shareUsed: '占时限',
  runs: '轮次',

  hours: '工单到达时段',
  hoursNote: (zone) => `按到达的星期和钟点统计，${zone} 当地时间。`,
  arrivals: '到达',
  most: (all, most) => `共 ${all} 件，同一时段最多 ${most} 件`,
  breached: '有违约的工单',
  hour: '钟点',
  oclock: (hour) => `${hour} 时`,
  hoursText: (all, most, count) => `热力图，共 ${all} 件工单：${most} 时最多，${count} 件。`,
  hoursEmpty: '热力图，没有工单。',
  cell: (weekday, hour, arrivals, breached) =>
    `${weekday} ${hour} 时：到达 ${arrivals} 件，其中有违约 ${breached} 件`,
  arrivalsAndBreached: '到达的工单，括号内为其中有违约的',

  groups: '分组对比',
  groupsNote: '凡计数可相加者为全部期间合计，其余为最近一个已结束的期间。',
  byGroup: (name, by) => `${name}（按${by}）`,
  worstGroups: (shown, all) =>
    `${formatCount(all)} 组中最差的 ${shown} 组：即使取 95% 置信区间的有利一端仍然落后。全部见表。`,
  groupText: (all, first, last) => `条形图，共 ${formatCount(all)} 组，从 ${first} 到 ${last}。`,
  otherPeriod: (period) => `期间为 ${period}。`,

  escalations: '升级',
  escalationsNote: '各阶梯每一级的结果；条形表示已触发的次数。',
  escalationText: (ladder, steps) => `${ladder} 漏斗图：${steps}。`,
  step: (rung, fired, missed) => `${rung} 触发 ${formatCount(fired)} 次，错过 ${formatCount(missed)} 次`,
  firedOf: (fired, all) => `${all} 次中触发 ${fired} 次`,
  watched: '监视',
  fired: '触发',

  breaches: '最严重的违约',
  breachesNote: (shown, all) => `每个工单取最严重的一条，共 ${all} 条违约，列出 ${shown} 条。`,
  listed: (count) => `所列全部 ${formatCount(count)} 条`,
  breachOf: (over) => `超时 ${over}`,
  more: (count) => `同一工单另有 ${formatCount(count)} 条`,
  noSteps: '没有记录计算过程。',

  data: '数据疑点与拒收',
  findingsNote: '数据中可疑之处。不影响任何数字，但应告知数据维护者。',
  rejectsNote: '无法使用的数据，不计入任何数字。',

  method: '各数字的计算方法',
  names: measureNames['zh-CN'],
  basisNames: {
    flow: '当期回复与当期受理',
    contacts: '首次联系',
    events: '事件',
    'formula-1': '公式 1',
    'formula-2': '公式 2',
    'formula-3': '公式 3',
    'formula-4': '公式 4',
    'formula-5': '公式 5',
  },
  produced: (format) => `由 duly 依据 ${format} 格式的报告生成。时间均为当地时间：`,
  fullStop: '。',
};

const byLocale: Readonly<Record<Locale, PageWords>> = { en, 'zh-CN': zh };

/** The words that only the page has, beside those of every rendering. */
export const pageWordsOf = (locale: Locale): PageWords => byLocale[locale];
