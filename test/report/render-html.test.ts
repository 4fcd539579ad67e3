import { describe, expect, it } from 'vitest';
import type { AuditReport } from '../../src/audit/report.ts';
import { renderHtml } from '../../src/report/render-html.ts';
import { figureOf, full, page, textsOf } from './html-page.ts';
import { sample } from './sample-report.ts';

describe('renderHtml: one file', () => {
  it('is a whole document in the language asked for, English without being asked', () => {
    expect(renderHtml(full)).toMatch(/^<!DOCTYPE html>\n<html lang="en">/);
    expect(page(full, 'zh-CN')).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN">/);
    expect(textsOf(page(full, 'zh-CN'), 'h1')).toEqual(['服务质量报告']);
  });

  it('runs no script and asks for nothing from elsewhere', () => {
    const text = page();
    expect(text).not.toMatch(/<(script|link|img|iframe|object|embed|base|form)\b|@import|@font-face/i);
    expect(text).not.toMatch(/https?:|\bsrc=|srcset=|\son[a-z]+=/i);
    expect([...text.matchAll(/url\(([^)]*)\)/g)].map(([, target]) => target)).toEqual(['#hatch']);
    expect(text).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  it('is the same for a report and for its JSON, and changes neither', () => {
    const before = JSON.stringify(full);
    expect(page(JSON.parse(before))).toBe(page());
    expect(JSON.stringify(full)).toBe(before);
  });

  it.each([null, 7, {}, { format: 'duly-report/2' }])('refuses %j, which is no report', (given) => {
    expect(() => renderHtml(given as never)).toThrow(expect.objectContaining({ code: 'audit.report' }));
  });

  it('refuses a language and an option that it does not know', () => {
    expect(() => renderHtml(full, { locale: 'fr' as never })).toThrow(
      expect.objectContaining({ code: 'audit.option', path: ['locale'] }),
    );
    expect(() => renderHtml(full, { lang: 'en' } as never)).toThrow(
      expect.objectContaining({ code: 'audit.unknown-key' }),
    );
  });

  it('has no figure that is none, be the report empty or full', () => {
    const empty: AuditReport = {
      ...sample,
      ...{ standards: [], kpis: [], escalations: [], findings: [], rejects: [], breaches: [] },
      provisional: { runs: 0, reasons: [] },
    };
    for (const locale of ['en', 'zh-CN'] as const)
      for (const report of [empty, sample, full])
        expect(page(report, locale).replace(/<style>.*<\/style>/s, '')).not.toMatch(
          /NaN|undefined|Infinity|\[object|\bnull\b/,
        );
  });
});

describe('renderHtml: for everybody', () => {
  it('has one h1, and no heading that leaves a level out', () => {
    const levels = [...page().matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.slice(1).entries())
      expect(level - (levels[index] as number)).toBeLessThanOrEqual(1);
  });

  it('has its landmarks, a link past them, and a target for each link', () => {
    const text = page();
    for (const landmark of ['header', 'nav', 'main', 'footer'])
      expect(text.match(new RegExp(`<${landmark}[ >]`, 'g'))).toHaveLength(1);
    const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...text.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);
    expect(targets[0]).toBe('main');
    expect(targets.length).toBeGreaterThan(8);
    for (const target of targets) expect(ids).toContain(target);
  });

  it('names every table, its columns and rows, and describes every chart in words', () => {
    const text = page();
    const tables = text.match(/<table>.*?<\/table>/gs) ?? [];
    expect(tables.length).toBeGreaterThan(8);
    for (const table of tables) {
      expect(textsOf(table, 'caption')[0]).not.toBe('');
      expect(table).toMatch(/<th scope="col"/);
      expect(table.match(/<tr><(?!th scope=)/)).toBeNull();
    }
    const charts = (text.match(/<svg[^>]*>/g) ?? []).filter((tag) => !tag.includes('aria-hidden'));
    expect(charts.length).toBeGreaterThan(5);
    for (const chart of charts) expect(chart).toMatch(/role="img" aria-label="[^"]{10,}"/);
  });

  it('says with words or signs whatever it says with a colour', () => {
    expect(page()).toContain('✗ goal missed');
    expect(figureOf(page(), 'complaints')).toContain('class="bar late"');
  });
});
