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

  it('shows the last 24 of 30 periods and says how many are missing', () => {
    const kpis = Array.from({ length: 30 }, (_, day) =>
      kpiRow({ id: 'daily', period: `2026-06-${String(day + 1).padStart(2, '0')}`, value: 0.5 }),
    );
    const text = renderText({ ...sample, kpis });
    expect(text).toContain('KPIs by day');
    expect(text).not.toContain('2026-06-06');
    expect(text).toContain('2026-06-07');
    expect(text).toContain('6 earlier periods.');
  });

  it('never shows a missed goal as reached: 89.96% of a goal of 90% has two decimals, 99.96% is not 100%', () => {
    const kpis = [
      kpiRow({ id: 'a', period: '2026-03', value: 0.8996, goal: '>= 90%', met: false }),
      kpiRow({ id: 'b', period: '2026-03', value: 0.9996 }),
      kpiRow({ id: 'c', period: '2026-03', value: 0.0104, goal: '<= 1%', met: false }),
    ];
    const text = renderText({ ...sample, kpis });
    expect(text).toMatch(/^a +89\.96%✗/m);
    expect(text).toMatch(/^b +99\.96%$/m);
    expect(text).toMatch(/^c +1\.04%✗/m);
  });

  it('has no column for a month that has not begun', () => {
    const coming = { since: '2026-06-01' as const, reason: 'period-not-begun', sources: [] as string[] };
    const text = renderText({
      ...sample,
      kpis: [
        kpiRow({ id: 'a', period: '2026-06', value: 1 }),
        kpiRow({ id: 'a', period: '2026-09', value: null, pending: 3, provisional: coming }),
      ],
    });
    expect(text).toContain('2026-06');
    expect(text).not.toContain('2026-09');
  });

  it('tells working time in hours: 160 h, where elapsed time is 6 d 16 h', () => {
    const row = { id: 'p90', measure: 'percentile', value: 160 * 3_600_000, met: true } as const;
    const kpis = [
      kpiRow({ ...row, period: '2026-04', goal: '<= 170 working hours' }),
      kpiRow({ ...row, period: '2026-05', goal: '<= 170 hours' }),
    ];
    expect(renderText({ ...sample, kpis })).toMatch(/^p90 +160 h +6 d 16 h$/m);
  });

  it('marks a period that is not over', () => {
    const open = { since: '2026-06-01' as const, reason: 'period-open', sources: [] as string[] };
    const kpis = [
      kpiRow({ id: 'a', period: '2026-05', value: 1 }),
      kpiRow({ id: 'a', period: '2026-06', value: 1, provisional: open }),
    ];
    const text = renderText({ ...sample, kpis });
    expect(text).toMatch(/^KPI +2026-05 +2026-06~$/m);
    expect(text).toContain('~ not final: the period');
    expect(renderText({ ...sample, kpis }, { locale: 'zh-CN' })).toContain('~ 尚非定数');
  });

  it('lists the 12 latest of 14 goals missed, with the cases that it would have taken', () => {
    const kpis = Array.from({ length: 14 }, (_, day) => {
      const period = `2026-06-${String(day + 1).padStart(2, '0')}`;
      return kpiRow({ id: 'again', period, value: 0.1, goal: '<= 5%', met: false, shortBy: day });
    });
    const text = renderText({ ...sample, kpis });
    expect(text).toContain('again 2026-06-14: 10.0% (<= 5%), met with 13 fewer');
    expect(text).not.toContain('again 2026-06-02:');
    expect(text).toContain('2 more goals missed.');
  });

  it('puts the groups of a KPI under it', () => {
    const kpis = [
      kpiRow({ id: 'in-time', period: '2026-03', value: 0.5 }),
      kpiRow({ id: 'in-time', period: '2026-03', value: 1, group: { channel: 'phone', kind: null } }),
    ];
    expect(renderText({ ...sample, kpis })).toContain(`\
KPI      group      2026-03
in-time               50.0%
         phone / -   100.0%`);
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

  it('shows the titles of KPIs and breaches where there is room, and leaves them out in 70 columns', () => {
    const title = { en: 'Answered in time', 'zh-CN': '及时答复' };
    const titled = {
      ...sample,
      kpis: sample.kpis.map((row) => (row.id === 'in-time' ? { ...row, title } : row)),
      breaches: sample.breaches.map((row) => (row.case === 'T-1' ? { ...row, title } : row)),
    };
    const wide = renderText(titled, { width: 140 });
    expect(wide).toMatch(/^KPI +title +measure/m);
    expect(wide).toMatch(/^in-time +Answered in time +timelinessRate/m);
    expect(wide).toMatch(/T-1 +answer +Answered in time +overdue/);
    expect(renderText(titled, { width: 140, locale: 'zh-CN' })).toMatch(/^in-time +及时答复 +及时率/m);
    expect(renderText(titled, { width: 70 })).not.toContain('Answered in time');
  });

  it('explains a column only where it is shown: neither unclear nor broken in 60 columns of zeros', () => {
    const standards = [
      standardRow({ id: 'a-standard-with-quite-a-long-name', title: 'A long title', met: 1, late: 1 }),
    ];
    const wide = renderText({ ...sample, standards }, { width: 140 });
    expect(wide).toContain('timely = met / (met + late + overdue + broken).\nunclear = undetermined');
    const narrow = renderText({ ...sample, standards }, { width: 60 });
    expect(narrow).toContain('timely = met / (met + late + overdue).\n');
    expect(narrow).not.toContain('unclear');
    expect(narrow).not.toContain('+ broken');
  });

  it('says that 900 of 1,290 assessed cases are in range when findings tell of 380 and 10 outside', () => {
    const findings = [
      { code: 'audit.out-of-range', count: 380, examples: [] },
      { code: 'audit.no-range-event', count: 10, examples: [] },
    ];
    expect(renderText({ ...sample, findings })).toContain('2026-03-01 00:00 (900 of 1,290 assessed)\n');
    expect(renderText({ ...sample, findings }, { locale: 'zh-CN' })).toContain(
      '（已评估 1,290 件中的 900 件）',
    );
    expect(renderText({ ...sample, findings, range: null })).not.toContain('of 1,290 assessed');
  });

  it('says at the top that nothing was assessed when all 6 cases were rejected, but not when none was read', () => {
    const cases = { read: 6, assessed: 0, rejected: 6, duplicate: 0 };
    const none = { read: 0, assessed: 0, rejected: 0, duplicate: 0 };
    const top = (report: typeof sample) => renderText(report).split('\n\n')[0];
    expect(top({ ...sample, cases, rows: null })).toContain('NOTHING WAS ASSESSED');
    expect(top({ ...sample, cases: none, rows: null })).not.toContain('NOTHING');
  });

  it('keeps the message of a code that it has no Chinese for, and puts column and value after one that it has', () => {
    const examples = [{ message: 'said in English', id: 'T-1' }];
    const rejects = [
      { code: 'my.own', count: 1, examples },
      { code: 'row.number', count: 1, examples: [{ ...examples[0]!, column: 'Points', value: 'x' }] },
    ];
    const text = renderText({ ...sample, rejects }, { locale: 'zh-CN' });
    expect(text).toMatch(/my\.own +T-1：said in English$/m);
    expect(text).toMatch(/row\.number +T-1：不是数字（Points：x）$/m);
    expect(renderText({ ...sample, rejects })).toMatch(/row\.number +T-1: said in English$/m);
  });

  it('shows the worst breach of each case once, with how many more of it are listed: T-1 and 2 more, then T-20', () => {
    const [first, second] = sample.breaches;
    const more = ['contact', 'solution'].map((standard) => ({ ...first!, standard, overMs: 7_200_000 }));
    const text = renderText({ ...sample, breaches: [first!, ...more, second!] }, { width: 120 });
    expect(text).toContain('Worst breaches, one a case (2 of 40)');
    expect(text).toMatch(/^ +1 d 1 h +T-1 +\+2 +answer /m);
    expect(text).toMatch(/^1 h 30 min +T-20 +answer /m);
    expect(text).toContain(
      'more = further breaches of the case among the 4 worst, which the JSON report lists.',
    );
    expect(text).not.toContain('solution');
  });

  it("shows the organisation's breaches, which are of no case, once a standard", () => {
    const [first] = sample.breaches;
    const breaches = ['desk', 'desk', 'survey'].map((standard) => ({ ...first!, case: '', standard }));
    const text = renderText({ ...sample, breaches }, { width: 120 });
    expect(text).toContain('one a case (2 of 40)');
    expect(text).toMatch(/\+1 +desk /);
    expect(text).toMatch(/^.* survey /m);
  });

  it('speaks of 1 run, 1 earlier period and 1 more row', () => {
    const kpis = [
      ...Array.from({ length: 25 }, (_, day) =>
        kpiRow({ id: 'daily', period: `2026-06-${String(day + 1).padStart(2, '0')}`, value: 0.5 }),
      ),
      ...Array.from({ length: 60 }, (_, group) =>
        kpiRow({ id: 'daily', period: '2026-06-25', value: 1, group: { team: `${group}` } }),
      ),
    ];
    const provisional = { runs: 1, reasons: [{ reason: 'unknown', since: '2027-01-01', runs: 1 }] };
    const text = renderText({ ...sample, kpis, provisional });
    expect(text).toContain('Provisional: 1 run rests on holidays');
    expect(text).toContain('1 earlier period.\n');
    expect(text).toContain('1 more KPI row.\n');
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
