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
  formulas: {
    replyRate: 'Reply rate: cases with a reply ÷ cases received.',
    timelinessRate: 'Timeliness: runs that kept the promise ÷ runs on the basis.',
    repeatComplaintRate: 'Repeat complaints: complaints that repeat an earlier one ÷ complaints.',
    satisfactionRate:
      'Satisfaction: satisfied (and basically satisfied by their weight) ÷ surveyed, or ÷ all. The last answer of a case counts.',
    resolutionRate: 'Resolution rate: cases resolved ÷ cases received.',
    firstContactResolutionRate:
      'First-contact resolution: cases resolved without another contact in the window ÷ cases with a first contact.',
    connectRate: 'Connect rate: calls answered by a person ÷ calls offered to persons.',
    abandonRate: 'Abandon rate: calls abandoned ÷ calls offered.',
    returnVisitRate: 'Return visits: closed cases with a return visit ÷ closed cases.',
    responseRate: 'Response rate: surveys answered ÷ surveys sent.',
    count: 'Count: events of the kind.',
    serviceLevel: 'Service level: calls served within the threshold, by the formula that the basis names.',
    percentile:
      'Percentile: the used time that so many per cent of the finished runs did not exceed, within 1%.',
    mean: 'Mean: used time of finished runs ÷ finished runs.',
    passRate: 'Pass rate: items passed ÷ items observed.',
    score: 'Score: sum of scores ÷ runs with a score.',
    composite: 'Composite: the weighted sum of other KPIs.',
  } as Readonly<Record<string, string>>,
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
  bases: {
    due: 'Basis due: runs decided by the moment of the audit; met ÷ (met + late + overdue + broken), in the period of their due instant.',
    received: 'Basis received: everything received in the period, decided or not.',
    closed:
      'Basis closed: what is done; of runs met ÷ (met + late + broken), in the period in which they were done.',
  } as Readonly<Record<string, string>>,
  intervals:
    '95% interval: Wilson’s score interval of the share. It is left out where the figure is no share of a whole.',
  goalsExact: 'Goals are compared exactly: 99 of 100 meets 99%, 98.99 of 100 does not.',
  exempt:
    'Exempt runs (withdrawn, merged, restarted) are in no rate; runs that can’t be judged for want of data never count as kept. Advice (soft standards) is in no rate unless asked.',
  percentiles: 'Times of percentiles are within 1% of the true ones; counts are exact.',
  funnel:
    'Escalations: taken means that somebody of that level or higher took over in time; missed, that nobody did; cancelled, that the promise was kept or fell away first.',
  worked: 'The latest period that is over, as it was computed',
  computation: 'computation',
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
  formulas: {
    replyRate: '回复率：已回复的工单 ÷ 受理的工单。',
    timelinessRate: '及时率：守时的轮次 ÷ 口径内的轮次。',
    repeatComplaintRate: '重复投诉率：重复的投诉 ÷ 投诉。',
    satisfactionRate: '满意率：满意（基本满意按权重计入）÷ 已评价，或 ÷ 全部。每个工单以最后一次评价为准。',
    resolutionRate: '解决率：已解决的工单 ÷ 受理的工单。',
    firstContactResolutionRate: '一次解决率：窗口期内未再联系即解决的工单 ÷ 有首次联系的工单。',
    connectRate: '接通率：人工接听的来电 ÷ 转人工的来电。',
    abandonRate: '放弃率：放弃的来电 ÷ 转人工的来电。',
    returnVisitRate: '回访率：已回访的办结工单 ÷ 办结工单。',
    responseRate: '评价率：已评价 ÷ 已邀评。',
    count: '件数：该类事件的数量。',
    serviceLevel: '服务水平：时限内得到服务的来电，公式见口径。',
    percentile: '分位数：给定百分比的已完成轮次用时不超过的时间，误差在 1% 以内。',
    mean: '平均用时：已完成轮次的用时之和 ÷ 已完成轮次。',
    passRate: '合格率：合格项 ÷ 已检查项。',
    score: '得分：得分之和 ÷ 有得分的轮次。',
    composite: '综合：其他 KPI 的加权和。',
  },
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
  bases: {
    due: '口径“已到期”：截至评估时点已有定论的轮次；达标 ÷（达标 + 迟办 + 逾期 + 违反），计入截止时间所在期间。',
    received: '口径“已受理”：期间内受理的全部，无论有无定论。',
    closed: '口径“已办结”：已办结的；轮次为达标 ÷（达标 + 迟办 + 违反），计入完成时间所在期间。',
  },
  intervals: '95% 置信区间：比例的 Wilson 区间；数值不是部分与整体之比时不列。',
  goalsExact: '与目标值精确比较：100 件中 99 件即达到 99%，98.99 件则未达到。',
  exempt:
    '免计的轮次（撤回、合并、重新计时）不计入任何比率；因缺少数据无法判定的，绝不算作达标。建议性标准除非指明，不计入任何比率。',
  percentiles: '分位数的时间误差在 1% 以内；计数均为精确值。',
  funnel: '升级：已接手，指该级别或更高级别的人按时接手；错过，指无人接手；取消，指承诺已先兑现或不再适用。',
  worked: '最近一个已结束期间的计算过程',
  computation: '计算',
  produced: (format) => `由 duly 依据 ${format} 格式的报告生成。时间均为当地时间：`,
  fullStop: '。',
};

const byLocale: Readonly<Record<Locale, PageWords>> = { en, 'zh-CN': zh };

/** The words that only the page has, beside those of every rendering. */
export const pageWordsOf = (locale: Locale): PageWords => byLocale[locale];
