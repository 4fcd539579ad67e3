import type { Limit } from '../limit/types.ts';

export type { Locale } from '../standards/local-text.ts';

/** Everything an explanation says, in one language. */
export interface Words {
  readonly weekdays: readonly string[];
  readonly months: readonly string[];
  date(weekday: string, day: number, month: string, year: string): string;
  at(date: string, clock: string): string;
  range(from: string, to: string): string;
  since(from: string): string;
  line(days: string, what: string): string;
  readonly sentenceEnd: string;
  readonly comma: string;
  readonly semicolon: string;
  note(text: string): string;
  span(parts: readonly (readonly [number, 'd' | 'h' | 'min' | 's' | 'ms'])[]): string;

  verdict(standard: string, run: number, what: string): string;
  promise(what: string): string;
  met(done: string): string;
  late(done: string, over: string): string;
  overdue(due: string, over: string): string;
  pending(due: string): string;
  left(remaining: string): string;
  workingLeft(remaining: string): string;
  readonly pendingWithoutDue: string;
  readonly pendingAsYet: string;
  readonly stopped: string;
  exempt(reason: string): string;
  readonly reasons: Readonly<Record<string, string>>;
  broken(detail: string): string;
  undetermined(missing: string): string;

  headline(limit: string, from: string, due: string): string;
  headlineBefore(limit: string, event: string, due: string): string;
  due(why: string, due: string, backward: boolean): string;
  zone(name: string): string;
  convention(name: string): string;
  readonly nextDay: string;
  readonly sameDay: string;
  readonly eventDay: string;
  cutOff(time: string): string;
  readonly close: string;
  readonly firstCounted: string;
  readonly nextHour: string;
  readonly closeOfBusiness: string;
  readonly midnight: string;
  readonly clear: string;
  readonly sameTime: string;
  used(amount: string): string;
  inAll(amount: string): string;

  notCounted(what: string): string;
  readonly uncounted: Readonly<
    Record<'trigger-day' | 'pause' | 'cut-off' | 'before-start' | 'holiday' | 'weekend', string>
  >;
  closingDays(several: boolean): string;
  readonly eventsDay: string;
  until(end: string): string;
  readonly closed: string;
  readonly closedDay: string;
  readonly makeUp: string;
  readonly unpublished: string;
  readonly added: string;
  nth(first: number, last: number, unit: Limit['unit']): string;
  amount(days: number, unit: Limit['unit']): string;
  rolled(off: string, why: string, to: string, back: boolean): string;
  rolledHours(off: string, why: string, to: string): string;
  extended(from: string, to: string): string;
  promised(to: string): string;
  readonly extendedDue: string;
  provisional(since: string, sources: string): string;
  incomplete(source: string, gap: string): string;
}

const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

export const english: Words = {
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  date: (weekday, day, month, year) => `${weekday} ${day} ${month}${year === '' ? '' : ` ${year}`}`,
  at: (date, clock) => (date === '' ? clock : `${date} ${clock}`),
  range: (from, to) => `${from} to ${to}`,
  since: (from) => `since ${from}`,
  line: (days, what) => `${days}: ${what}`,
  sentenceEnd: '.',
  comma: ', ',
  semicolon: '; ',
  note: (text) => ` (${text})`,
  span: (parts) => parts.map(([count, unit]) => `${count} ${unit}`).join(' '),

  verdict: (standard, run, what) => `${standard}${run === 1 ? '' : `, run ${run}`}: ${what}.`,
  promise: (what) => `Promised: ${what}.`,
  met: (done) => `met${done === '' ? '' : `, done ${done}`}`,
  late: (done, over) => `late, done ${done}, ${over} after due`,
  overdue: (due, over) => `overdue since ${due}, by ${over}`,
  pending: (due) => `pending, due ${due}`,
  left: (remaining) => `, ${remaining} left`,
  workingLeft: (remaining) => `, ${remaining} of working time left`,
  pendingWithoutDue: 'pending, due not known yet',
  pendingAsYet: 'pending',
  stopped: 'the clock is stopped',
  exempt: (reason) => `exempt, ${reason}`,
  reasons: { 'no-longer-applicable': 'no longer applicable' },
  broken: (detail) => `broken${detail === '' ? '' : `, ${detail}`}`,
  undetermined: (missing) => `can't be told, for want of ${missing}`,

  headline: (limit, from, due) => `${limit} from ${from}: due ${due}.`,
  headlineBefore: (limit, event, due) => `At least ${limit} before ${event}: ${due} at the latest.`,
  due: (why, due, backward) => (backward ? `${why}: ${due} at the latest.` : `${why}: due ${due}.`),
  zone: (name) => `Times in ${name}`,
  convention: (name) => `counted by ${name}`,
  nextDay: 'the day of the trigger is not counted',
  sameDay: 'the day of the trigger is day 1',
  eventDay: 'the day of the event is not counted',
  cutOff: (time) =>
    `what arrives at ${time} or later, or on a day off, counts as arriving on the next working day`,
  close: 'closing time',
  firstCounted: 'a month ends on the day before the date that corresponds to the first day counted',
  nextHour: 'hours count from the next full hour',
  closeOfBusiness: 'Close of business',
  midnight: 'End of the day',
  clear: 'Before these days begin',
  sameTime: 'Same time of day',
  used: (amount) => `${amount} used up`,
  inAll: (amount) => `${amount} in all`,

  notCounted: (what) => `${what}, not counted`,
  uncounted: {
    'trigger-day': 'day of the trigger',
    pause: 'paused',
    'cut-off': 'after the cut-off',
    'before-start': 'before the next full hour',
    holiday: 'holiday',
    weekend: 'weekend',
  },
  closingDays: (several) => (several ? 'weekly closing days' : 'weekly closing day'),
  eventsDay: 'day of the event',
  until: (end) => `Until ${end}`,
  closed: 'closed',
  closedDay: 'closed',
  makeUp: 'make-up working day',
  unpublished: 'holidays not yet published',
  added: 'added for paused days',
  nth: (first, last) => (first === last ? `day ${first}` : `days ${first} to ${last}`),
  amount: (days, unit) =>
    plural(days, unit === 'working days' ? 'working day' : unit === 'months' ? 'month' : 'day'),
  rolled: (off, why, to, back) => `${off} is no working day${why}: ${back ? 'back' : 'on'} to ${to}`,
  rolledHours: (off, why, to) => `${off} is no working day${why}: on to the same time on ${to}`,
  extended: (from, to) => `Extended from ${from} to ${to}`,
  promised: (to) => `Promised for ${to}`,
  extendedDue: 'As extended',
  provisional: (since, sources) =>
    `Provisional: nothing is published for ${since}${sources === '' ? '' : ` by ${sources}`}; due may yet move.`,
  incomplete: (source, gap) => `Caution: ${source} is incomplete${gap === '' ? '' : ` (${gap})`}.`,
};

const chineseDays = (unit: Limit['unit']) => (unit === 'working days' ? '个工作日' : '天');
const chineseUnits = { d: '天', h: '小时', min: '分钟', s: '秒', ms: '毫秒' } as const;

export const chinese: Words = {
  weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  months: ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'],
  date: (weekday, day, month, year) => `${year === '' ? '' : `${year}年`}${month}${day}日（${weekday}）`,
  at: (date, clock) => `${date}${clock}`,
  range: (from, to) => `${from}至${to}`,
  since: (from) => `${from}至今`,
  line: (days, what) => `${days}：${what}`,
  sentenceEnd: '。',
  comma: '，',
  semicolon: '；',
  note: (text) => `（${text}）`,
  span: (parts) => parts.map(([count, unit]) => `${count}${chineseUnits[unit]}`).join(''),

  verdict: (standard, run, what) => `${standard}${run === 1 ? '' : `（第${run}轮）`}：${what}。`,
  promise: (what) => `承诺：${what}。`,
  met: (done) => `达标${done === '' ? '' : `，${done}完成`}`,
  late: (done, over) => `逾期完成，${done}完成，超时${over}`,
  overdue: (due, over) => `逾期未完成，${due}到期，已超时${over}`,
  pending: (due) => `进行中，${due}到期`,
  left: (remaining) => `，剩余${remaining}`,
  workingLeft: (remaining) => `，剩余工作时间${remaining}`,
  pendingWithoutDue: '进行中，截止时间尚未确定',
  pendingAsYet: '进行中',
  stopped: '计时已暂停',
  exempt: (reason) => `免计（${reason}）`,
  reasons: { restarted: '已重新计时', 'no-longer-applicable': '不再适用' },
  broken: (detail) => `未达标${detail === '' ? '' : `，${detail}`}`,
  undetermined: (missing) => `无法判定，缺少${missing}`,

  headline: (limit, from, due) => `自${from}起${limit}：截止${due}。`,
  headlineBefore: (limit, event, due) => `${event}之前至少${limit}：最迟${due}。`,
  due: (why, due, backward) => `${why}：${backward ? '最迟' : '截止'}${due}。`,
  zone: (name) => `时间均为${name}当地时间`,
  convention: (name) => `期间按${name}计算`,
  nextDay: '起始当日不计入',
  sameDay: '起始当日计为第1天',
  eventDay: '事件当日不计入',
  cutOff: (time) => `${time}及以后或非工作日到达的，视为下一个工作日到达`,
  close: '下班时间',
  firstCounted: '按月计算的，至首个计入日的对应日前一日届满',
  nextHour: '小时自下一个整点起算',
  closeOfBusiness: '当日营业结束时届满',
  midnight: '当日24:00届满',
  clear: '上述各日开始之前',
  sameTime: '同一时刻届满',
  used: (amount) => `${amount}用尽`,
  inAll: (amount) => `累计${amount}`,

  notCounted: (what) => `${what}，不计入`,
  uncounted: {
    'trigger-day': '起始当日',
    pause: '暂停',
    'cut-off': '晚于当日受理截止时间',
    'before-start': '未到下一个整点',
    holiday: '节假日',
    weekend: '周末',
  },
  closingDays: () => '每周休息日',
  eventsDay: '事件当日',
  until: (end) => `至${end}`,
  closed: '非工作时间',
  closedDay: '非工作日',
  makeUp: '调休上班',
  unpublished: '节假日安排尚未公布',
  added: '因暂停顺延',
  nth: (first, last, unit) => `第${first === last ? first : `${first}至${last}`}${chineseDays(unit)}`,
  amount: (days, unit) => `${days}${unit === 'months' ? '个月' : chineseDays(unit)}`,
  rolled: (off, why, to, back) => `${off}不是工作日${why}，${back ? '提前' : '顺延'}至${to}`,
  rolledHours: (off, why, to) => `${off}不是工作日${why}，顺延至${to}同一时刻`,
  extended: (from, to) => `由${from}延长至${to}`,
  promised: (to) => `承诺时间为${to}`,
  extendedDue: '经延长',
  provisional: (since, sources) => `暂定：${sources}尚未公布${since}的安排，截止时间可能变动。`,
  incomplete: (source, gap) => `注意：${source}不完整${gap === '' ? '' : `（${gap}）`}。`,
};
