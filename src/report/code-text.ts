import type { Locale } from '../explain/words.ts';

/** Findings and rejects in Chinese; in English their own messages say it. */
const zh: Readonly<Record<string, string>> = {
  'attribute.missing': '缺少决定适用哪些标准的属性',
  'attribute.not-an-instant': '属性的值不是时间',
  'audit.no-range-event': '没有用于划定范围的事件，不计入任何数字',
  'audit.out-of-range': '在范围之外，不计入任何数字',
  'case.event': '不是事件',
  'case.event-instant': '事件的时间无法识别',
  'case.event-type': '事件没有类型',
  'case.events': '没有事件列表',
  'case.id': '没有工单编号',
  'case.id-reused': '编号先前已出现且内容不同，以先出现的为准',
  'case.not-an-object': '不是工单',
  'column.day-month': '该列的日与月似有对调',
  'column.zone-label': '时间自带的时差与所述时区不符',
  'event.after-as-of': '晚于评估时点的事件不予考虑',
  'event.bad-extension': '延期既没有时长，也没有可识别的截止时间',
  'event.closed-before-received': '受理之前已关闭',
  'event.done-before-from': '起算之前已完成',
  'event.done-before-received': '受理之前已答复或解决',
  'event.duplicate': '事件完全重复',
  'header.drift': '表头与首个文件不同',
  'header.missing': '表头缺少映射中的列，相关内容略去',
  'kpi.group-by': '没有工单带有该分组属性，不按其分组',
  'kpi.unsorted': '工单未按受理时间排序',
  'observed.passed': '检查记录没有注明是否合格',
  'pause.overlaps-activity': '暂停期间工单仍有往来',
  'pause.repeated': '暂停期间再次暂停',
  'pause.stray-resume': '未暂停即恢复',
  'pause.unclosed': '暂停后一直未恢复',
  'policy.none-in-force': '受理时没有生效的政策版本',
  'row.boolean': '不是“是”或“否”',
  'row.cells': '单元格数与表头不符',
  'row.date': '不是所要求格式的日期',
  'row.day-month': '日与月对调后才是时间',
  'row.empty-cell': '必填单元格为空',
  'row.garbled': '含有该编码无法识别的字节',
  'row.instant': '不是所要求格式的时间',
  'row.length': '不是时长',
  'row.json': '不是 JSON 对象',
  'row.no-id': '编号为空',
  'row.number': '不是数字',
  'row.quote': '引号未闭合',
  'row.rejected': '有一行数据被拒收',
  'row.repeated': '有完全重复的数据行，已略去',
  'row.value': '不在映射所列的值之内',
  'row.zone-label': '时间带有该格式不含的时区',
  'rows.unsorted':
    '全部工单留在内存中直至读完，每行约 0.6 kB；将各行按工单编号列排序，并在映射中写明 "sorted": true，便只留一个工单',
  'shift.after-as-of': '晚于评估时点开始的班次不予考虑',
};

/** What a code of a finding or a reject means; `undefined` where its message has to say it. */
export function codeText(code: string, locale: Locale): string | undefined {
  return locale === 'zh-CN' && Object.hasOwn(zh, code) ? zh[code] : undefined;
}
