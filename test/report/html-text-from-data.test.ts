import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditReport } from '../../src/audit/report.ts';
import { full, page, skeleton, textsOf } from './html-page.ts';

describe('renderHtml: text from data', () => {
  const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)> \u202e\u2066\u0007\u001b[31m{{x}}';
  const poisoned = (poison: string): AuditReport =>
    JSON.parse(JSON.stringify(full), (key, value) => {
      if (typeof value === 'number' && key !== 'line') return value;
      const isText = [
        'case',
        'owner',
        'title',
        'clause',
        'message',
        'value',
        'column',
        'file',
        'code',
      ].includes(key);
      if (isText && value !== null) return poison;
      if (['id', 'standard', 'ladder', 'rung', 'version', 'event'].includes(key)) return poison;
      return key === 'group' && value !== null ? { [poison]: poison } : value;
    });

  it('makes no markup, wherever it stands', () => {
    const text = page(poisoned(evil));
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(skeleton(text).filter((tag) => /script|img|onerror/i.test(tag))).toEqual([]);
    expect(skeleton(text)).toEqual(skeleton(page(poisoned('harmless'))));
  });

  it('brings no control character and nothing that turns the reading direction', () => {
    for (const locale of ['en', 'zh-CN'] as const) {
      const text = page(poisoned(evil), locale);
      expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Bidi_Control}/u);
    }
    expect(page(poisoned('مرحبا'))).toContain('<bdi>مرحبا</bdi>');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1', ' =1'])(
    'is no formula in a spreadsheet that a table is pasted into: %s',
    (formula) => {
      const text = page(poisoned(formula));
      const cells = [...textsOf(text, 'td'), ...textsOf(text, 'th')];
      expect(cells.filter((cell) => cell.includes(formula.trim())).length).toBeGreaterThan(3);
      expect(cells.filter((cell) => /^\s*[=+\-@＝]./.test(cell))).toEqual([]);
    },
  );

  it('never changes the tags of the page, whatever it is', () => {
    const calm = skeleton(page(poisoned('x')));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (poison) => {
        fc.pre(poison.trim() !== '');
        expect(skeleton(page(poisoned(poison)))).toEqual(calm);
      }),
      { numRuns: 60 },
    );
  });
});
