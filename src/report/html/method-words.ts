import type { Locale } from '../../explain/words.ts';

const en = {
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
};

type MethodWords = typeof en;

const zh: MethodWords = {
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
};

/** How each figure comes about: the formula of every measure, what its basis takes in, and what is never counted. */
export const methodWords: Readonly<Record<Locale, MethodWords>> = { en, 'zh-CN': zh };
