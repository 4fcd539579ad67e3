import type { Command, Help, HelpConfiguration } from 'commander';
import stringWidth from 'string-width';

type Words = Readonly<Record<string, string>>;

/** What each command is about, its arguments and its options by their names. */
const commands: Readonly<Record<string, Words>> = {
  duly: { about: '服务承诺：每项答复何时到期、是否按时、依据何在。', '--version': '显示版本号' },
  audit: {
    about:
      '按政策评定导出的工单并给出报告；FILE 为 .csv、.tsv、.xlsx、.ndjson、.jsonl 或 .json，其后可加 .gz；- 为标准输入，格式由开头几个字节判断',
    '--policy': '预设名称，或 JSON 文件（一份政策，或其各个版本的列表）',
    '--against': '用来评定同一批工单的另一套规则，并列出结果的差异',
    '--mapping': '各行如何成为工单：内置映射的名称，或 JSON 文件',
    '--time-zone': '文件中当地时间的时区（默认：以映射所写为准）',
    '--as-of': '评定的时刻，须带时差（默认：现在，报告中会写明）',
    '--from': '只计此日期或时刻起收到的工单',
    '--to': '只计此日期或时刻之前收到的工单，不含此时',
    '--range-event': '--from 和 --to 所指的事件（默认：received）',
    '--group-by': '每项 KPI 按这些属性细分，以逗号分隔',
    '--organisation': '机构自身的事件和班次（JSON），与工单一并评定',
    '--html':
      '把报告写成一个 HTML 文件，可阅读、可打印；写 - 则输出到标准输出，不再打印文字报告（--json、--breaches、--rejects 亦可，限其中之一）',
    '--json': '把报告写成 JSON',
    '--breaches': '把违约清单写成 CSV，最严重的在前',
    '--rejects': '把拒收的行按原样写出，各附行号和原因',
    '--engine':
      '由谁读取和评定：本软件（默认），或 DuckDB（凡 SQL 语句能表达的），用于 .parquet 和 .csv、2026-*.parquet 之类的通配，以及内存装不下的数据',
    '--memory': '--engine duckdb 可用的内存，如 4GB；其余放在磁盘上',
    '--jobs': '分担工作的线程数，报告不因此而变（默认：1）',
    '--duplicates': '在何处查找编号相同的先前行：全部、仅前一行、不查找（默认：index）',
    '--fail-on-miss': '有目标未达成时以状态 1 退出',
  },
  due: {
    about: '显示时限何时届满，以及如何算出',
    '--from': '起点；不带时差则为日历的当地时间',
    '--within': '如 "5 working days"',
    '--calendar':
      'china：09:00-18:00，按官方节假日；国家代码（如 DE 或 DE-BY）：同样的时间，按当地公共假日（需要 date-holidays 包）；或 JSON 日历文件',
    '--counting': '期间计算规则（默认：standard）',
  },
  calendar: {
    about: '全年一览：休息日、调休上班日，以及节假日已公布到何时',
    'china|country|file': '同 due',
    year: '1970 至 2199',
  },
  check: { about: '检查一份政策或其各个版本：列出全部错误，以及很可能并非本意之处' },
  presets: {
    about: '列出各预设，或其中一个所作的承诺',
    '--json': '输出为 JSON，可直接修改使用',
    '--markdown': '把所作的承诺输出为 Markdown；不写 ID 则为全部预设',
  },
  map: {
    about: '按导出文件的列拟一份映射，并显示前几行读出来的样子',
    FILE: '同 audit',
    '--time-zone': '文件中当地时间的时区',
    '--encoding': '如 gb18030（默认：自动判断）',
    '--sheet': '工作簿中的哪一张表（默认：第一张）',
    '--json': '只输出映射，可直接修改使用',
  },
  sql: {
    about: '输出评定数据仓库中工单的 SQL 语句，按执行次序排列',
    '--policy': '同 audit',
    '--dialect': '哪一种 SQL',
    '--tables': '工单和事件在哪些表中（JSON；默认：表 cases 和 events）',
    '--as-of': '评定的时刻，须带时差（默认：现在）',
    '--standards': '只取这些标准，以逗号分隔',
    '--group-by': '每项 KPI 按这些属性细分，以逗号分隔',
    '--period': '统计 KPI 的周期，取代各自的周期',
  },
  help: { about: '显示命令的帮助' },
};

/** What says the same in all commands that don't say otherwise. */
const everywhere: Words = {
  '--kinds': '导出自定义标准种类的模块',
  '--lang': '输出所用的语言',
  '--time-zone': '用于有多个时区的国家',
  '--help': '显示帮助',
};

const titles: Words = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

const wordsOf = (command: Command, name: string): string | undefined =>
  commands[command.name()]?.[name] ?? everywhere[name];

/** Has the help of a program and all its commands in Chinese. */
export function helpInChinese(program: Command): void {
  program.helpCommand('help [command]', commands.help!.about);
  for (const command of [program, ...program.commands]) {
    command.configureHelp(layout).helpOption('-h, --help', everywhere['--help']);
    command.description(wordsOf(command, 'about') ?? command.description());
    for (const option of command.options)
      option.description = wordsOf(command, option.long ?? option.flags) ?? option.description;
    for (const argument of command.registeredArguments)
      argument.description =
        argument.description && (wordsOf(command, argument.name()) ?? argument.description);
  }
}

/** A word in Latin letters, or a Chinese character, with the marks that mustn't begin or end a line without it. */
const unbroken = /\s*[（“]*(?:[!-~]+|[^\s!-~（“])[，。；：、）”]*/g;

const layout: HelpConfiguration = {
  styleTitle: (title) => titles[title] ?? title,
  displayWidth: stringWidth,
  optionDescription: ({ description, argChoices }) =>
    description + (argChoices === undefined ? '' : `（可选：${argChoices.join('、')}）`),
  boxWrap(this: Help, text, width) {
    if (width < this.minWidthToWrap) return text;
    const lines = [''];
    for (const piece of text.match(unbroken) ?? []) {
      const longer = lines.at(-1) + piece;
      if (stringWidth(longer) <= width) lines.splice(-1, 1, longer);
      else lines.push(piece.trimStart());
    }
    return lines.join('\n');
  },
};
