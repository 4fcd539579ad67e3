import type { ProposalNote } from '../readers/index.ts';

type Tell = (column: string, formats: string, columns: string) => string;

/** What `duly map` says of a proposed mapping, by code. */
const notes: Readonly<Record<string, Tell>> = {
  'format.ambiguous': (column, formats) =>
    `“${column}”的日和月无法区分：每个单元格都可按 ${formats} 读取；该列未写入映射`,
  'format.mixed': (column, formats) => `“${column}”有些单元格不是 ${formats} 格式，所在行会被拒收`,
  'time-zone.unknown': () => '时间没有注明时差，须写明其所在时区（timeZone）',
  'time-zone.label': (column) => `“${column}”的时间都标为世界时；当地时间常被误标，请用一条记录核对实际时间`,
  'column.instant': (column) => `“${column}”是时间，但从列名看不出是哪个事件；该列未写入映射`,
  'header.repeated': (column) => `表头有不止一列“${column}”，未予采用`,
  'id.none': () => '没有表示工单编号的列，将以行号代替',
  'id.repeated': (column) => `“${column}”有重复，且没有列说明何时发生了什么`,
  'cases.already': () => '各记录已是带有事件的工单，读取时不需要映射',
  'column.left-out': (_, __, columns) => `以下各列未写入映射：${columns}；如有需要，可作为属性或事件加入`,
  'events.none': () => '没有识别出任何事件的时间列',
};

/** A note on a proposed mapping in Chinese. */
export function chineseNote({
  code,
  message,
  column = '',
  formats = [],
  columns = [],
}: ProposalNote): string {
  const listed = columns.map((name) => `“${name}”`).join('、');
  const said = notes[code]?.(column, formats.join(' 或 '), listed) ?? message;
  return `${said} [${code}]`;
}
