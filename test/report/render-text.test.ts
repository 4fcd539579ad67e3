import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { renderText } from '../../src/report/index.ts';
import { breach, kpiRow, sample, standardRow } from './sample-report.ts';

const timeZone = 'Asia/Shanghai';

const ESC = '\u001b';

describe('renderText', () => {
  it('shows every part of the report in English, in columns', () => {
    expect(renderText(sample, { timeZone, width: 110 })).toBe(`\
Audit by  service 2026-07
As of     2026-06-01 00:00 (Asia/Shanghai)
Range     cases with "received" from 2026-03-01 00:00 (1,290 of 1,290 assessed)
Cases     1,300 read = 1,290 assessed + 6 rejected + 4 duplicate
Rows      2,600 read = 2,580 used + 8 rejected + 12 duplicate

Standards
standard          title      runs    met  late  overdue  broken  pending  exempt  unclear  timely
answer            Answered  1,290  1,200    30        9       0       40      11        0   96.9%
contact-by-phone  电话联系      6      3     0        0       1        0       0        2   75.0%
courtesy*                       0      0     0        0       0        0       0        0       -
timely = met / (met + late + overdue + broken).
unclear = undetermined, something it needs is missing.
* advice (a soft standard): in no rate unless asked.

KPIs by month
KPI      measure         basis        goal  goal met  open
in-time  timelinessRate  due        >= 95%    1 of 2     3
p90      percentile      due    <= 2 hours    1 of 1     0
open = undecided: runs that are not due yet, or cases without the event that is counted so far.

KPI         2026-03   2026-04   2026-05
in-time       96.0%    94.96%✗        -
p90      1 h 30 min         -         -
✗ goal missed.
in-time 2026-04: 94.96% (>= 95%), met with 1 more

Escalations
ladder      rung     level  taken  missed  cancelled  due  upcoming
complaints  manager      2      5       1         30    0         2

Worst breaches, one a case (3 of 40)
   over by  case  standard          status   due               done              owner  clause
   1 d 1 h  T-1   answer            overdue  2026-03-03 10:00  -                 王敏   三(一)1
1 h 30 min  T-20  answer            late     2026-03-03 10:00  2026-03-03 11:30  Li
         -  T-3   contact-by-phone  broken   -                 -                 -
Times are in Asia/Shanghai.

Findings
count  code               example
    2  event.after-as-of  line 14, T-9: events after the moment

Rejected
count  code         example
    6  row.instant  a.csv, line 3: no date

Provisional: 7 runs rest on holidays that are not published yet.
7: china has no dates yet (since 2027-01-01)
`);
  });

  it('shows it in Chinese, aligned by the width of the characters, in 80 columns', () => {
    expect(renderText(sample, { timeZone, width: 80, locale: 'zh-CN' })).toBe(`\
审计依据  service 2026-07
截至      2026-06-01 00:00 (Asia/Shanghai)
范围      “received”在 2026-03-01 00:00 起的工单（已评估 1,290 件中的 1,290 件）
工单      1,300 读入 = 1,290 已评估 + 6 拒收 + 4 重复
数据行    2,600 读入 = 2,580 已采用 + 8 拒收 + 12 重复

服务标准
标准               轮次   达标  迟办  逾期  违反  未到期  免计  无法判定  及时率
answer            1,290  1,200    30     9     0      40    11         0   96.9%
contact-by-phone      6      3     0     0     1       0     0         2   75.0%
courtesy*             0      0     0     0     0       0     0         0       -
及时率 = 达标 / (达标 + 迟办 + 逾期 + 违反)。
无法判定：缺少判定所需的数据。
* 建议性标准：除非指明，不计入任何比率。

KPI 按月
KPI      指标    口径        目标值  达标期数  未完成
in-time  及时率  已到期      >= 95%     1 / 2       3
p90      分位数  已到期  <= 2 hours     1 / 1       0
未完成 = 尚无结果：未到期的轮次，或尚未发生所计事件的工单。

KPI        2026-03   2026-04   2026-05
in-time      96.0%    94.96%✗        -
p90      1小时30分         -         -
✗ 未达目标。
in-time 2026-04: 94.96% (>= 95%)，再多 1 件即可达标

升级
阶梯        梯级     级别  已接手  错过  取消  待接手  将至
complaints  manager     2       5     1    30       0     2

最严重的违约，每个工单一行（3 / 40）
     超时  工单  标准              判定  截止              经办  条款
 1天1小时  T-1   answer            逾期  2026-03-03 10:00  王敏  三(一)1
1小时30分  T-20  answer            迟办  2026-03-03 10:00  Li
        -  T-3   contact-by-phone  违反  -                 -
时间均为 Asia/Shanghai 当地时间。

数据疑点
数量  代码               示例
   2  event.after-as-of  第 14 行，T-9：晚于评估时点的事件不予考虑

拒收明细
数量  代码         示例
   6  row.instant  a.csv，第 3 行：不是所要求格式的时间

暂定：7 个轮次所依据的节假日安排尚未公布。
7: china has no dates yet (自 2027-01-01 起)
`);
  });

  it.each([80, 90, 100, 120, 160])('is not wider than a terminal of %i columns', (width) => {
    const long = {
      ...sample,
      standards: [
        standardRow({
          id: 'a-standard-with-quite-a-long-name',
          title: '很长的名称'.repeat(20),
          met: 123_456,
        }),
      ],
      breaches: [breach({ case: 'T'.repeat(80), owner: '客户服务部'.repeat(9), clause: '条款'.repeat(60) })],
      kpis: Array.from({ length: 30 }, (_, index) =>
        kpiRow({
          id: 'a-kpi-with-quite-a-long-name',
          period: `20${20 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
          value: 1,
        }),
      ),
    };
    for (const locale of ['en', 'zh-CN'] as const) {
      for (const line of renderText(long, { width, locale }).split('\n')) {
        expect(stringWidth(line)).toBeLessThanOrEqual(width);
      }
    }
  });

  it('cuts ids in their middle, where they differ least', () => {
    const standards = ['progress', 'solution'].map((end) =>
      standardRow({ id: `a-very-complex-inquiry-about-${end}` }),
    );
    const text = renderText({ ...sample, standards }, { width: 80 });
    expect(text).toMatch(/^a-very.*….*progress /m);
    expect(text).toMatch(/^a-very.*….*solution /m);
  });

  it('says at the top that a report is partial', () => {
    const [head] = renderText({ ...sample, partial: true }).split('\n\n');
    expect(head).toContain('PARTIAL: the audit was stopped before the end of its input.');
    expect(renderText({ ...sample, partial: true }, { locale: 'zh-CN' })).toContain('部分结果');
  });

  it('says so where there is nothing: no breaches, no findings, no rejects', () => {
    const text = renderText({
      ...sample,
      standards: [],
      kpis: [],
      breaches: [],
      findings: [],
      rejects: [],
      escalations: [],
    });
    for (const line of ['No breaches.', 'No findings.', 'Nothing was rejected.'])
      expect(text).toContain(`\n${line}\n`);
    expect(text).not.toContain('KPI');
    expect(text).not.toContain('Escalations');
  });

  it('has colours only on request, and then the same text', () => {
    const painted = renderText(sample, { color: true });
    expect(renderText(sample)).not.toContain(ESC);
    expect(painted).toContain(`${ESC}[31m94.96%✗${ESC}[0m`);
    expect(painted.replaceAll(new RegExp(`${ESC}\\[\\d+m`, 'g'), '')).toBe(renderText(sample));
  });

  it('lets no control character, escape sequence or change of direction through', () => {
    const evil = `${ESC}[31mred${ESC}]0;title\u0007 a\r\nb\u0000\u009b1m \u202eabc\u2066 \u200f`;
    const text = renderText({
      ...sample,
      policy: [{ id: evil, version: evil }],
      range: { from: null, to: null, event: evil },
      standards: [standardRow({ id: evil, title: evil, met: 1 })],
      kpis: [kpiRow({ id: evil, period: '2026-03', value: 1, group: { [evil]: evil } })],
      escalations: [{ ...sample.escalations[0]!, ladder: evil, rung: evil }],
      findings: [{ code: evil, count: 1, examples: [{ case: evil, message: evil }] }],
      rejects: [{ code: evil, count: 1, examples: [{ id: evil, message: evil, file: evil }] }],
      breaches: [breach({ case: evil, standard: evil, owner: evil, clause: evil })],
      provisional: { runs: 1, reasons: [{ reason: evil, since: '2027-01-01', runs: 1 }] },
    });
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u200e\u200f]/u);
    expect(text).toContain('red');
  });

  it('prints in the zone of the report, of an option if there is one, and in UTC for a report without', () => {
    const { timeZone: _, ...zoneless } = sample;
    expect(renderText(sample)).toContain('As of     2026-06-01 00:00 (Asia/Shanghai)');
    expect(renderText(sample, { timeZone: 'Asia/Tokyo' })).toContain('2026-06-01 01:00 (Asia/Tokyo)');
    expect(renderText(zoneless as typeof sample)).toContain('As of     2026-05-31 16:00 (UTC)');
  });

  it('takes a report as it comes out of JSON', () => {
    expect(renderText(JSON.parse(JSON.stringify(sample)))).toBe(renderText(sample));
  });
});
