import type { DulyError } from '../errors/duly-error.ts';
import type { Problem } from '../errors/problem.ts';
import { lintHints, lintSentences } from './chinese-lint.ts';

/** What the errors of the library that are met most often say; `$1` is the first thing that their English quotes. */
const sentences: Readonly<Record<string, string>> = {
  'limit.syntax': '“$1”不是时限；应为“数字 单位”，如“5 working days”，或单一单位的 ISO 8601 时长，如“PT24H”',
  'limit.unit':
    '“$1”不是单位；应为 seconds、minutes、hours、days、weeks、months、working minutes、working hours 或 working days',
  'limit.amount': '“$1”不是可用的数量',
  'limit.not-whole': '时限须为整数（小时和分钟可带小数，但须合整毫秒）',
  'limit.range': '计算结果超出 1970-01-01 至 2199-12-31',
  'limit.counting': '没有名为“$1”的期间计算规则',
  'policy.no-versions': '列表中至少须有一个政策版本',
  'instant.no-offset': '“$1”没有注明与世界时的时差',
  'instant.syntax': '“$1”不是时间',
  'instant.range': '“$1”超出 1970-01-01 至 2199-12-31',
  'instant.civil-date': '“$1”不是有效日期，应为 YYYY-MM-DD',
  'instant.time-zone': '“$1”不是 IANA 时区',
  'calendar.time-zone': '“$1”不是 IANA 时区',
  'calendar.unknown-key': '没有名为“$1”的项',
  'calendar.interval': '“$1”不是时段，应为“HH:mm-HH:mm”',
  'calendar.date': '“$1”不是 1970 至 2199 年间的日期',
  'calendar.no-hours': '该日历没有任何工作时间',
  'calendar.provisional': '所用日期的节假日安排尚未公布',
  'holidays.missing': '未安装 date-holidays 包',
  'holidays.place': 'date-holidays 不认识“$1”',
  'reader.repeated-column': '表头有不止一列“$1”，而映射用到它',
  'reader.no-time-zone': '格式“$1”不含时差，须注明文件的时区',
  'reader.no-header': '文件在表头之前就结束了',
  'reader.no-sheet': '工作簿中没有名为或序号为“$1”的工作表',
  'reader.bomb': '解压后的内容远超任何正常导出，不再继续读取',
  'reader.not-text': '表中的“$1”不是文本；请注明编码，或改用 CSV、XLSX、NDJSON、JSON',
  'reader.json': '不是由工单组成的 JSON 文档',
  'mapping.time-zone': '“$1”不是 IANA 时区',
  'mapping.encoding': '“$1”不是已知的编码',
  'mapping.delimiter': '“$1”不是单个分隔字符',
  'mapping.synonym': '“$1”不是映射中写到的列',
  'mapping.reserved': '“$1”不能用作属性名',
  'reader.encoding': '“$1”不是已知的编码',
  'organisation.not-an-object': '不是机构记录，应为 { events: [...], shifts: [...] }',
  'organisation.shifts': '没有班次列表',
  'organisation.shift': '不是班次，应为 { who, from, to }',
  'organisation.who': '班次没有写明人员',
  'organisation.post': '岗位须为文本',
  'organisation.instant': '班次的时间无法识别',
  'organisation.reversed': '班次的结束早于开始',
  'audit.range': '范围的结束早于开始',
  'unknown-key': '没有名为“$1”的项',
  'unknown-kind': '没有名为“$1”的种类',
  'repeated-id': '编号“$1”已被占用',
};

/** What system calls fail with. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: '没有该文件或文件夹',
  EACCES: '没有权限',
  EPERM: '操作不被允许',
  EISDIR: '它是文件夹',
  ENOTDIR: '路径中有一级不是文件夹',
  ENOSPC: '磁盘空间不足',
  EROFS: '文件系统为只读',
  EMFILE: '打开的文件过多',
};

/** What is left in English otherwise: what was given and what was expected. */
const shapes: readonly (readonly [english: RegExp, chinese: string])[] = [
  ...lintSentences,
  [/^(.+) doesn't hold a whole date$/, '$1 不含完整的日期'],
  [/^(.+) is no format: Y and D .+$/, '$1 不是格式：Y 和 D 表示按周计的年和一年中的第几天'],
  [/^(.+) goes with (.+) only$/, '$1 只与 $2 同用'],
  [/^"timestamp" and "event" go together$/, '"timestamp" 与 "event" 须同时给出'],
  [/^rows of events need the column of the case .+$/, '每行一个事件时，须给出所属工单的列'],
  [/^rows of events need (".+") and (".+"), or (".+")$/, '每行一个事件时，须给出 $1 和 $2，或 $3'],
  [/^expected at least one event, .+$/, '至少须有一个事件，否则工单没有经过'],
  [/^expected at least (\d+)$/, '至少须有 $1 项'],
  [/^expected (\S+) or (\S+)$/, '应为 $1 或 $2'],
  [/^expected (\S+) or (\S+) or (\S+)$/, '应为 $1、$2 或 $3'],
  [/^the header has no column "([^"]*)"$/, '表头没有“$1”列'],
  [/^the header has no column (.+)$/, '表头没有这些列：$1'],
  [/^only instants and dates have a format$/, '只有时间和日期才有格式'],
  [/^a length has no format$/, '时长没有格式'],
  [
    /^the row that starts on line (\d+) is longer than (\d+) MB; .+$/,
    '第 $1 行开始的一行超过 $2 MB，可能有未闭合的引号',
  ],
  [/^the input has more than (\d+) MB, .+$/, '输入超过 $1 MB，而它须整个放进内存；请改用 CSV 或 NDJSON'],
  [/^the input is packed with gzip .+: unexpected end of file$/, 'gzip 数据不完整，文件被截断'],
  [/^the input is packed with gzip .+: (.+)$/, 'gzip 无法解压：$1'],
  [
    /^the workbook can't be read: it is no ZIP archive, or is cut off$/,
    '工作簿无法读取：它不是 ZIP 压缩包，或被截断',
  ],
  [/^the workbook can't be read: it is protected .+$/, '工作簿无法读取：它有密码保护，或是旧式 .xls'],
  [/^the workbook can't be read: it is no XLSX workbook$/, '工作簿无法读取：它不是 XLSX 工作簿'],
  [/^the workbook can't be read: it has no sheets$/, '工作簿无法读取：其中没有工作表'],
  [/^the workbook can't be read: its part (.+) is damaged$/, '工作簿无法读取：其中的 $1 已损坏'],
  [/^(.+?) given, (?:expected )?(.+?)(?: expected)?$/, '给出的是 $1，应为 $2'],
  [/^(.+?) given; expected (.+)$/, '给出的是 $1，应为 $2'],
  [/^(.+?) is no (.+?); expected (.+)$/, '$1 不是 $2，应为 $3'],
  [/^(.+?) is not (.+)$/, '$1 不是 $2'],
  [/^expected (.+)$/, '应为 $1'],
];

const hints: readonly (readonly [english: RegExp, chinese: string])[] = [
  ...lintHints,
  [/^Did you mean "(.+)"\?$/, '是否应为“$1”？'],
  [/^Did you mean "(.+)" \((.+)\)\?$/, '是否应为“$1”（$2）？'],
  [/^Known are (.+)$/, '可用的有 $1'],
  [/^Add it to your application: (.+)$/, '请加入您的应用：$1'],
  [/^Name one such as "(.+)"$/, '例如“$1”'],
  [/^The columns are (.+)$/, '现有的列：$1'],
  [/^There are (.+)$/, '现有的有：$1'],
  [/^Give a Date, .+ such as (.+)$/, '请按 ISO 8601 书写，并注明 Z 或时差，如 $1'],
  [/^Add it to the mapping, such as (.+)$/, '请写入映射，如 $1'],
  [/^Year is yyyy, .+$/, '年为 yyyy，月为 MM，日为 dd；mm 是分钟'],
  [/^Put other letters between single quotes$/, '其他字母请放在单引号内'],
  [/^Add ("type".+) or ("type".+)$/, '请加上 $1 或 $2'],
  [/^Swap the two$/, '请对调两者'],
  [/^Give a newer holiday source$/, '请换用更新的节假日来源'],
];

/** A failed system call in Chinese; `undefined` for one that isn't listed. */
export const chineseReason = (error: unknown): string | undefined =>
  reasons[(error as Partial<NodeJS.ErrnoException> | null)?.code ?? ''];

/** An error of the library in Chinese; what has no Chinese words keeps its English ones. */
export function chineseError(error: DulyError): string {
  const { problems = [] } = error as { problems?: readonly Problem[] };
  if (problems.length === 0) return told(error);
  const lines = problems.map((problem) => `  ${chineseProblem(problem)}`);
  return [`有 ${problems.length} 处问题：`, ...lines].join('\n');
}

/** The same for a problem of a document. */
export const chineseProblem = ({ message, ...problem }: Problem): string =>
  told({ ...problem, reason: message });

interface Told extends Pick<Problem, 'code' | 'path' | 'hint'> {
  readonly reason: string;
}

function told({ code, path, reason, hint = '' }: Told): string {
  const where = path.length === 0 ? '' : `${path.join('.')}：`;
  const sentence = sentences[code] ?? sentences[code.replace(/^.*\./, '')];
  const [, quoted] = /("(?:[^"\\]|\\.)*")/.exec(reason) ?? [];
  const isSaid = sentence !== undefined && (quoted !== undefined || !sentence.includes('$1'));
  const said = isSaid ? sentence.replace('$1', () => JSON.parse(quoted ?? '""')) : inPatterns(reason, shapes);
  const advice = inPatterns(hint, hints);
  // The Chinese sentences say what was expected; an English hint would say it once more.
  const isNews = advice !== '' && !(isSaid && advice === hint);
  return where + said + (isNews ? `。${advice}` : '');
}

function inPatterns(text: string, patterns: typeof hints): string {
  const found = patterns.find(([english]) => english.test(text));
  return found === undefined ? text : text.replace(...found);
}
