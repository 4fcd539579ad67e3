import type { DulyError } from '../errors/duly-error.ts';
import type { Problem } from '../errors/problem.ts';
import type { ProposalNote } from '../readers/index.ts';
import { counted } from '../report/counted.ts';
import type { Locale } from '../report/index.ts';
import { chineseError, chineseProblem, chineseReason } from './chinese-errors.ts';
import { chineseNote } from './chinese-notes.ts';

/** What `--policy`, `--mapping`, `--calendar` and `--organisation` name. */
export type Document = 'policy' | 'mapping' | 'calendar' | 'preset' | 'organisation';

const en = {
  /** A failed system call without its code and its call: `no such file or directory`. */
  reason: (error: unknown): string => {
    const { message = String(error) } = error as Partial<NodeJS.ErrnoException>;
    return /^[A-Z0-9]+: ([^,]+),/.exec(message)?.[1] ?? message;
  },
  /** An error of the library: where, what, and what to do about it. */
  error: ({ path, reason, hint }: DulyError): string => {
    const where = path.length === 0 ? '' : `${path.join('.')}: `;
    return where + reason + (hint === undefined ? '' : `. ${hint}`);
  },
  within: (name: string, what: string) => `${name}: ${what}`,
  ofMapping: (input: string, mapping: string | undefined, what: string) =>
    `${input}: mapping ${mapping}: ${what}`,
  interrupted: 'interrupted',
  badFile: (what: Document, path: string, why: string) => `${what} ${path}: ${why}`,
  noJson: (what: Document, path: string, why: string) => `${what} ${path} is no JSON: ${why}`,
  unknown: (what: Document, name: string) => `unknown ${what} "${name}". `,
  didYouMean: (near: string) => `Did you mean "${near}"?`,
  thereAre: (names: readonly string[]) => `There are: ${names.join(', ')}`,
  calendarForms: 'Give china, a country such as DE or DE-BY, or a file ending in .json',
  ownZone: (name: string) => `--time-zone: ${name} has its own; it goes with a country`,
  severalZones: (name: string, count: number, listed: string) =>
    `${name} has ${count} time zones; say which one with --time-zone: ${listed}`,
  noYear: (given: string, first: number, last: number) => `${given} is no year from ${first} to ${last}`,
  noTimeOfDay: (given: string) => `--from: ${given} has no such time of day; expected 00:00 to 23:59`,
  noInstant: (option: string, why: string) =>
    `${option}: ${why}. Give ISO 8601 with an offset, such as 2026-03-02T09:00:00+08:00`,
  noKinds: (module: string) => `--kinds ${module}: exports no kind; expected what defineStandardKind makes`,
  rangeEvent: '--range-event goes with --from or --to, or both',
  noJobs: (given: string, most: number) => `--jobs: ${given} is no whole number from 1 to ${most}`,
  mappingNeeded: (name: string) => `${name}: --mapping is needed, it says how rows become cases`,
  noFormat: (name: string) =>
    `${name}: no known format; expected a name that ends in .csv, .tsv, .xlsx, .ndjson, .jsonl or .json, or in one of these and .gz`,
  noEngineFormat: (name: string) =>
    `${name}: --engine duckdb reads .parquet and .csv, .tsv, .txt, or one of these texts and .gz`,
  noMatch: (name: string) => `${name}: there is no such file`,
  noDuckdb:
    '--engine duckdb needs @duckdb/node-api, which is not installed. Run npm install @duckdb/node-api',
  noMemory: (given: string) => `--memory: ${given} is no amount of memory; expected one such as 4GB`,
  outOfMemory: 'DuckDB ran out of memory: give it more by --memory, or fewer threads by --jobs 1',
  memoryOfEngine: '--memory goes with --engine duckdb',
  engineJudged: (judged: number, cases: number) =>
    `DuckDB judged ${judged} of ${counted(cases, 'case')}, the package the others`,
  engineReads: (what: string) =>
    `the package judges every case, as no statement can tell all of this: ${what}`,
  noStdin: (what: Document) => `${what} -: is not read from standard input; expected the name of a file`,
  folder: (name: string) => `${name} is a folder`,
  unreadable: (name: string, why: string) => `${name} can't be read: ${why}`,
  noText: (name: string, why: string) => `${name} is no text: ${why}`,
  packed: {
    zip: 'it is a ZIP archive, or a spreadsheet whose name should end in .xlsx',
    xls: 'it is a spreadsheet of old; save the sheet as CSV',
    pdf: 'it is a PDF',
    zeros: 'it holds bytes of 0; of UTF-16 the mapping has to say so, with "encoding": "utf-16le"',
  },
  unwritable: (path: string, why: string) => `${path} can't be written: ${why}`,
  stdout: 'standard output',
  isFolder: 'it is a folder',
  noPlainFile: 'it is no plain file',
  wouldOverwrite: (option: string, path: string, other: string) =>
    `--${option} ${path} would overwrite ${other}; expected a file of its own`,
  oneToStdout: (options: readonly string[]) =>
    `${options.map((option) => `--${option} -`).join(' and ')}: standard output takes one of them only`,
  whichIsRead: (name: string) => `${name}, which is read`,
  whatWrites: (option: string, path: string) => `what --${option} ${path} writes`,
  allRejected: (rows: number) =>
    rows === 1 ? 'its only row was rejected' : `all ${rows} rows were rejected`,
  goalsMissed: (count: number, names: string) => `${counted(count, 'goal')} missed: ${names}`,
  noZone: (given: string) => `--time-zone: ${given} is no known IANA time zone`,
  mapFromKnown: (name: string) => `The columns are those of the built-in mapping ${name}:\n`,
  mapFromNames: 'Made from the names and the contents of the columns:\n',
  mapNotes: 'To be looked at:',
  mapNote: ({ code, message }: ProposalNote) => `${message} [${code}]`,
  mapSample: 'The first rows, instants in UTC:',
  mapNoSample: 'No event was recognised, so there is nothing to read yet.',
  mapReject: (line: number | undefined, code: string) => `line ${line} rejected [${code}]`,
  severity: { error: 'error', warning: 'warning' },
  problem: ({ path, message, hint }: Problem): string => {
    const where = path.length === 0 ? '' : `${path.join('.')}: `;
    return `${where}${message}.${hint === undefined ? '' : ` ${hint}`}`;
  },
  valid: (file: string, policy: string, [standards, ladders, kpis]: readonly [number, number, number]) =>
    `${file}: ${policy} is valid (${counted(standards, 'standard')}, ${counted(ladders, 'ladder')}, ${counted(kpis, 'KPI')})`,
  presets: 'Presets',
  presetsIntro:
    'What each rulebook promises, part by part, to be checked against it; `duly presets ID` prints one. # is the row of the rulebook’s own list of promises. This page is the output of `duly presets --markdown`.',
  promise: 'promise',
  weight: 'weight',
  note: 'note',
  weights: 'Weight: C core, S second, M marginal. * advice (a soft part): in no rate unless asked.',
  /** What the parser of the arguments says. */
  usage: (text: string) => text,
};

/** Everything that the command line says besides reports and explanations. */
export type CliWords = typeof en;

const documents: Readonly<Record<Document, string>> = {
  policy: '政策',
  mapping: '映射',
  calendar: '日历',
  preset: '预设',
  organisation: '机构记录',
};

const zh: CliWords = {
  reason: (error) => chineseReason(error) ?? en.reason(error),
  error: chineseError,
  within: (name, what) => `${name}：${what}`,
  ofMapping: (input, mapping, what) => `${input}：映射 ${mapping}：${what}`,
  interrupted: '已中断',
  badFile: (what, path, why) => `${documents[what]} ${path}：${why}`,
  noJson: (what, path, why) => `${documents[what]} ${path} 不是 JSON：${why}`,
  unknown: (what, name) => `没有名为“${name}”的${documents[what]}。`,
  didYouMean: (near) => `是否应为“${near}”？`,
  thereAre: (names) => `可用的有：${names.join('、')}`,
  calendarForms: '请给出 china、国家代码（如 DE 或 DE-BY），或以 .json 结尾的文件',
  ownZone: (name) => `--time-zone：${name} 自有时区；该选项只用于国家`,
  severalZones: (name, count, listed) => `${name} 有 ${count} 个时区，请用 --time-zone 指明：${listed}`,
  noYear: (given, first, last) => `${given} 不是 ${first} 至 ${last} 之间的年份`,
  noTimeOfDay: (given) => `--from：${given} 的钟点不存在，应在 00:00 至 23:59 之间`,
  noInstant: (option, why) => `${option}：${why}。请用带时差的 ISO 8601，如 2026-03-02T09:00:00+08:00`,
  noKinds: (module) => `--kinds ${module}：没有导出任何标准种类（应由 defineStandardKind 制成）`,
  rangeEvent: '--range-event 须与 --from 或 --to 同用',
  noJobs: (given, most) => `--jobs：${given} 不是 1 至 ${most} 的整数`,
  mappingNeeded: (name) => `${name}：缺少 --mapping，各行如何成为工单由它说明`,
  noFormat: (name) =>
    `${name}：无法识别的格式；文件名应以 .csv、.tsv、.xlsx、.ndjson、.jsonl 或 .json 结尾，其后可加 .gz`,
  noEngineFormat: (name) =>
    `${name}：--engine duckdb 只读取 .parquet 以及 .csv、.tsv、.txt（文本可再加 .gz）`,
  noMatch: (name) => `${name}：没有这个文件`,
  noDuckdb: '--engine duckdb 需要 @duckdb/node-api，尚未安装，请运行 npm install @duckdb/node-api',
  noMemory: (given) => `--memory：${given} 不是内存大小，应如 4GB`,
  outOfMemory: 'DuckDB 内存不足：请用 --memory 放宽，或用 --jobs 1 减少线程',
  memoryOfEngine: '--memory 须与 --engine duckdb 同用',
  engineJudged: (judged, cases) => `${cases} 个工单中，DuckDB 评定了 ${judged} 个，其余由本软件评定`,
  engineReads: (what) => `所有工单均由本软件评定，因为下列内容无法全部用 SQL 语句表达：${what}`,
  noStdin: (what) => `${documents[what]} -：不从标准输入读取，请给出文件名`,
  folder: (name) => `${name} 是文件夹`,
  unreadable: (name, why) => `${name} 无法读取：${why}`,
  noText: (name, why) => `${name} 不是文本：${why}`,
  packed: {
    zip: '是 ZIP 压缩包，或是文件名应以 .xlsx 结尾的电子表格',
    xls: '是旧式电子表格，请将工作表另存为 CSV',
    pdf: '是 PDF 文件',
    zeros: '含有值为 0 的字节；若为 UTF-16，须在映射中写明 "encoding": "utf-16le"',
  },
  unwritable: (path, why) => `${path} 无法写入：${why}`,
  stdout: '标准输出',
  isFolder: '它是文件夹',
  noPlainFile: '它不是普通文件',
  wouldOverwrite: (option, path, other) => `--${option} ${path} 会覆盖${other}，请另用一个文件`,
  oneToStdout: (options) =>
    `${options.map((option) => `--${option} -`).join(' 与 ')}：标准输出只能写其中之一`,
  whichIsRead: (name) => `所读的 ${name}`,
  whatWrites: (option, path) => ` --${option} ${path} 的输出`,
  allRejected: (rows) => (rows === 1 ? '仅有的一行被拒收' : `${rows} 行全部被拒收`),
  goalsMissed: (count, names) => `${count} 项未达目标：${names}`,
  noZone: (given) => `--time-zone：“${given}”不是 IANA 时区`,
  mapFromKnown: (name) => `各列与内置映射 ${name} 相符：\n`,
  mapFromNames: '根据列名和内容生成：\n',
  mapNotes: '请核对：',
  mapNote: chineseNote,
  mapSample: '前几行读取结果（时间为 UTC）：',
  mapNoSample: '没有识别出任何事件，暂无可读取的内容。',
  mapReject: (line, code) => `第 ${line} 行被拒收 [${code}]`,
  severity: { error: '错误', warning: '警告' },
  problem: chineseProblem,
  valid: (file, policy, [standards, ladders, kpis]) =>
    `${file}：${policy} 有效（标准 ${standards} 项，升级阶梯 ${ladders} 个，KPI ${kpis} 项）`,
  presets: '预设',
  presetsIntro:
    '各规章所作的承诺，逐条列出，以便核对；`duly presets ID` 打印其中一个。# 为规章承诺清单中的序号。本页即 `duly presets --markdown` 的输出。',
  promise: '承诺',
  weight: '权重',
  note: '说明',
  weights: '权重：C 核心，S 次要，M 边缘。* 建议性：除非指明，不计入任何比率。',
  usage: chineseUsage,
};

/** What commander says, by its sentences. */
const usages: readonly (readonly [english: RegExp, chinese: string])[] = [
  [/required option '(.+?)' not specified/, '缺少必需的选项 $1'],
  [/missing required argument '(.+?)'/, '缺少参数 $1'],
  [/unknown option '(.+?)'/, '没有选项 $1'],
  [/unknown command '(.+?)'/, '没有命令 $1'],
  [
    /too many arguments for '(.+?)'\. Expected (\d+) arguments? but got (\d+)\.?/,
    '$1 的参数过多：应为 $2 个，给出了 $3 个',
  ],
  [/option '(.+?)' argument missing/, '选项 $1 缺少值'],
  [
    /option '(.+?)' argument '(.*?)' is invalid\. Allowed choices are (.+?)\./,
    '选项 $1 的值“$2”无效，可用的有 $3',
  ],
  [/ ?\(Did you mean (?:one of )?(.+?)\?\)/, '。是否应为 $1？'],
];

function chineseUsage(text: string): string {
  return usages.reduce((told, [english, chinese]) => told.replace(english, chinese), text);
}

const byLocale: Readonly<Record<Locale, CliWords>> = { en, 'zh-CN': zh };

export const english = en;
export const cliWords = (locale: Locale): CliWords => byLocale[locale];
