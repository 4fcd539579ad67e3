import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/report/index.ts';
import { breach, sample } from './sample-report.ts';

const timeZone = 'Asia/Shanghai';

describe('renderMarkdown', () => {
  it('has a title, a list of what was audited, and a table for each part', () => {
    const text = renderMarkdown(sample, { timeZone });
    expect(text).toContain(`\
# Audit by service 2026-07

- As of: 2026-06-01 00:00 (Asia/Shanghai)
- Range: cases with "received" from 2026-03-01 00:00 (1,290 of 1,290 assessed)
- Cases: 1,300 read = 1,290 assessed + 6 rejected + 4 duplicate
- Rows: 2,600 read = 2,580 used + 8 rejected + 12 duplicate

## Standards

| standard | title | runs | met | late | overdue | broken | pending | exempt | unclear | timely |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
| answer | Answered | 1,290 | 1,200 | **30** | **9** | 0 | 40 | 11 | 0 | 96.9% |
`);
    expect(text).toContain('| in-time | 96.0% | **94.96%✗** | - |');
    expect(text).toContain(
      '| **1 d 1 h** | T-1 | answer | overdue | 2026-03-03 10:00 | - | 王敏 | 三(一)1 |',
    );
  });

  it('speaks Chinese', () => {
    const text = renderMarkdown(sample, { timeZone, locale: 'zh-CN' });
    expect(text).toContain('# 审计依据 service 2026-07');
    expect(text).toContain('## 最严重的违约，每个工单一行（3 / 40）');
    expect(text).toContain('| answer | 邮件答复 |');
  });

  it('makes no markup, HTML, link or mention of what is in the data', () => {
    const evil =
      '<script>alert(1)</script> | [x](javascript:1) `code` **b** _i_ # &amp; https://a.example @someone \\';
    const text = renderMarkdown({ ...sample, breaches: [breach({ case: evil, owner: 'a\n| b |' })] });
    const row = text.split('\n').find((line) => line.includes('script'));
    expect(row).toContain(
      '&lt;script&gt;alert(1)&lt;/script&gt; \\| \\[x\\](javascript:1) \\`code\\` \\*\\*b\\*\\* \\_i\\_ \\# &amp;amp;',
    );
    expect(row).not.toContain('https://');
    expect(row).not.toContain('@someone');
    expect(row).toContain('a \\| b \\|');
    // Eight columns make nine bars; all others are escaped.
    expect(row?.match(/(?<!\\)\|/g)).toHaveLength(9);
  });
});
