import { describe, expect, it } from 'vitest';
import type { AgainstReport } from '../../src/audit/report.ts';
import { renderMarkdown } from '../../src/report/render-markdown.ts';
import { renderText } from '../../src/report/render-text.ts';
import { kpiRow, sample, standardRow } from './sample-report.ts';

const against: AgainstReport = {
  policy: [{ id: 'service', version: 'draft' }],
  cases: { assessed: 1280, rejected: 10, differing: 37 },
  standards: [
    standardRow({ id: 'answer', met: 60, late: 40 }),
    standardRow({ id: 'survey', met: 3, late: 1 }),
  ],
  kpis: [kpiRow({ id: 'in-time', period: '2026-03', value: 0.6, goal: '>= 95%', met: false })],
  escalations: [],
  provisional: { runs: 0, reasons: [] },
  changes: [
    {
      standard: 'answer',
      status: 'met',
      against: 'late',
      runs: 35,
      examples: [
        {
          case: 'T-1\u202e',
          run: 1,
          done: '2026-03-02T08:00:00.000Z',
          due: '2026-03-03T02:00:00.000Z',
          againstDue: '2026-03-02T06:00:00.000Z',
        },
        { case: 'T-2', run: 1, done: null, due: null, againstDue: null },
      ],
    },
    { standard: 'answer', status: 'overdue', against: null, runs: 2, examples: [] },
  ],
};
const report = {
  ...sample,
  standards: [standardRow({ id: 'answer', met: 90, late: 10 })],
  kpis: [kpiRow({ id: 'in-time', period: '2026-03', value: 0.9, goal: '>= 90%', met: true })],
  against,
};

describe('renderText: against', () => {
  const text = renderText(report, { width: 110 });

  it('puts runs, breaches and timeliness of both sides side by side, 90.0% beside 60.0%', () => {
    expect(text).toContain('Beside: the same cases by service draft');
    expect(text).toMatch(/^answer +100 +10 → 40 +90\.0% → 60\.0%$/m);
    expect(text).toMatch(/^survey +- → 4 +- → 1 +- → 75\.0%$/m);
    expect(text).toMatch(/^in-time +>= 90% → >= 95% +1 of 1 → 0 of 1$/m);
  });

  it('takes a title from the policy audited where the other states none', () => {
    const titled = { ...report, standards: [standardRow({ id: 'answer', title: 'Answered' })] };
    const [bare] = against.standards.map((row) => ({ ...row, title: null }));
    expect(renderText({ ...titled, against: { ...against, standards: [bare!] } }, { width: 120 })).toMatch(
      /Beside: [\s\S]*^answer +Answered /m,
    );
  });

  it('says that 37 of 1,280 cases differ, and that 10 more could not be judged', () => {
    expect(text).toContain('Of 1,280 cases 37 have a run whose');
    expect(text).toContain("10 more can't be judged by it: no version was in force.");
  });

  it('lists what differs with the two dues of the first example, and nothing that turns text around', () => {
    expect(text).toMatch(
      /^ +35 +answer +met → late +T-1.* \(due 2026-03-03 10:00 → 2026-03-02 14:00\), T-2$/m,
    );
    expect(text).toMatch(/^ +2 +answer +overdue → no run$/m);
    expect(text).not.toContain('\u202e');
  });

  it('says so where nothing differs', () => {
    const same = { ...report, against: { ...against, changes: [] } };
    expect(renderText(same)).toContain('No verdict differs.');
  });
});

describe('renderMarkdown: against', () => {
  it('has the same tables, in Chinese too', () => {
    const markdown = renderMarkdown(report, { locale: 'zh-CN' });
    expect(markdown).toContain('## 对照：同一批工单按 service draft 判定');
    expect(markdown).toContain('1280 件工单中有 37 件'.replace('1280', '1,280'));
    expect(markdown).toMatch(/\| 35 \| answer \| 达标 → 迟办 \|/);
  });
});
