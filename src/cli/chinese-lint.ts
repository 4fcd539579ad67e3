type Patterns = readonly (readonly [english: RegExp, chinese: string])[];

/** What `duly check` warns of. */
export const lintSentences: Patterns = [
  [/^(".+") is no standard event type$/, '$1 不是标准的事件类型'],
  [/^(".+") is no standard attribute$/, '$1 不是标准的属性'],
  [/^(".+") is no standard (.+)$/, '$1 不是属性“$2”的标准值'],
  [/^(".+") is an event type that nothing else names$/, '事件类型 $1 在别处都没有出现'],
  [/^(".+") is an attribute that nothing else names$/, '属性 $1 在别处都没有出现'],
  [/^(".+") is an? (.+) that nothing else names$/, '属性“$2”的值 $1 在别处都没有出现'],
  [/^no number keeps these bounds: min is over max$/, '没有数能满足上下限：min 大于 max'],
  [/^this condition never holds: no value of (".+") passes it$/, '该条件永不成立：$1 没有任何值能满足它'],
  [/^this promises the same as (".+")$/, '与 $1 的承诺相同'],
  [/^(".+") promises the same with another limit$/, '$1 作了同样的承诺，但时限不同'],
  [/^(".+") stops the clock and is to start it again$/, '$1 既暂停计时，又恢复计时'],
  [
    /^a limit in working time never ends: the policy's calendar has no hours$/,
    '按工作时间计的时限永不结束：政策的日历没有任何工作时间',
  ],
  [
    /^a limit in working time never ends: calendar (".+") has no hours$/,
    '按工作时间计的时限永不结束：日历 $1 没有任何工作时间',
  ],
  [
    /^this rung is never reached: its condition and the ladder's exclude each other, by (".+")$/,
    '该级永不触发：它与阶梯的条件在 $1 上互相排斥',
  ],
  [
    /^this rung is never reached: (".+") never applies where the ladder does, by (".+")$/,
    '该级永不触发：凡阶梯适用之处，$1 都不适用（见 $2）',
  ],
  [
    /^this rung comes before its run begins: (".+") allows no more time than that$/,
    '该级早于起算：$1 的时限不比它长',
  ],
  [/^(".+") has no effect without (".+")$/, '没有 $2 时，$1 不起作用'],
  [/^this rung of level (.+) comes no earlier than (".+") of level (.+)$/, '第 $1 级不早于第 $3 级的 $2'],
  [/^there is nothing to measure: no KPI is weighed$/, '没有可计算的内容：未给任何 KPI 加权'],
  [
    /^there is nothing to measure: (".+") never applies to these cases, by (".+")$/,
    '没有可计算的内容：$1 对这些工单都不适用（见 $2）',
  ],
  [/^(".+") measures elapsed time, the goal is in working time$/, '$1 按自然时间计，目标值却按工作时间计'],
  [/^(".+") measures working time, the goal is in elapsed time$/, '$1 按工作时间计，目标值却按自然时间计'],
  [
    /^this row never matches: an earlier row matches whenever it does$/,
    '该行永不匹配：凡它匹配之处，前面已有一行匹配',
  ],
  [
    /^this row never matches: the standard applies only where (".+") is something else$/,
    '该行永不匹配：标准只适用于 $1 为其他值的工单',
  ],
  [/^this is never used: some row always matches$/, '永不使用：总有一行匹配'],
  [/^nothing uses parameter (".+")$/, '参数 $1 没有用到'],
  [/^nothing uses calendar (".+")$/, '日历 $1 没有用到'],
  [/^parameter (".+") is nowhere set$/, '参数 $1 没有设定'],
];

/** What is advised about it. */
export const lintHints: Patterns = [
  [/^Let min be at most max$/, '请使 min 不大于 max'],
  [/^Let its bounds or its list leave some value$/, '请使其范围或列表留有可取的值'],
  [/^Leave one of them out$/, '请去掉其中一个'],
  [
    /^Tell them apart by "when" or "severity", or leave one out$/,
    '请以 "when" 或 "severity" 区分，或去掉一个',
  ],
  [/^Name the event that ends the pause$/, '请写明结束暂停的事件'],
  [/^Give the calendar hours, or count in elapsed time$/, '请给日历加上工作时间，或按自然时间计'],
  [/^Leave it out, or change a condition$/, '请去掉它，或修改条件'],
  [/^Make it less than the standard's limit$/, '请使它小于该标准的时限'],
  [/^Add (".+"), or leave it out$/, '请加上 $1，或去掉它'],
  [/^Let lower levels come first$/, '请让较低的级在前'],
  [/^Name KPIs with their weights$/, '请写明各 KPI 及其权重'],
  [/^Measure another standard, or change "when"$/, '请改为计算另一标准，或修改 "when"'],
  [/^State the goal in elapsed time$/, '请按自然时间写目标值'],
  [/^State the goal in working time$/, '请按工作时间写目标值'],
  [/^Move it up, or leave it out$/, '请上移，或去掉它'],
  [/^Leave it out, or widen the standard$/, '请去掉它，或放宽标准的适用范围'],
  [/^Leave it out, or narrow the rows$/, '请去掉它，或收窄各行'],
  [/^Leave it out, or name it where it is meant$/, '请去掉它，或写到该用之处'],
];
