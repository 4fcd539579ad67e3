import { describe, expect, it } from 'vitest';
import { renderText } from '../../src/report/index.ts';
import { sample, standardRow } from './sample-report.ts';

describe('the standards, breaches and rejects of renderText', () => {
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
});
