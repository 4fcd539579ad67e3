import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAudit } from '../../src/audit/create-audit.ts';
import type { AuditReport } from '../../src/audit/report.ts';
import { textileService } from '../../src/presets/index.ts';
import { renderHtml } from '../../src/report/render-html.ts';
import { service } from '../audit/service.ts';
import { chromiumPath, openChromium } from '../support/chromium.ts';
import { root } from '../support/source-tree.ts';

if (chromiumPath === undefined) console.warn('The HTML report is not tried in a browser: none is installed.');

/** CSS pixels of a phone, a desk, and the part of an A4 page between its margins. */
const A4 = 703;
const widths = [360, 1280, A4];

const folder = mkdtempSync(join(tmpdir(), 'duly-html-'));
const fileOf = (locale: string) => join(folder, `${locale}.html`);

const HOUR = 3_600_000;
const start = Date.parse('2026-01-05T09:00:00+08:00');
const names = ['<script>document.title = "run"</script>', '=1+1', '\u202eabc', '售后服务部', 'a'.repeat(120)];

/** What these tests know of a page's elements. */
interface Element {
  focus(): void;
  readonly open: boolean;
  getBoundingClientRect(): { readonly height: number };
}

const heightsOf = (elements: unknown[]) =>
  (elements as Element[]).map((element) => element.getBoundingClientRect().height);

/** A report of the largest preset with awkward names in it, beside that of another policy. */
function reportOf(): AuditReport {
  const audit = createAudit(textileService, {
    asOf: '2026-10-01T00:00:00+08:00',
    groupBy: ['department'],
    against: service,
  });
  for (let n = 0; n < 120; n++) {
    const received = start + n * 19 * HOUR;
    const at = (hours: number) => received + hours * HOUR;
    const department = names[n % names.length] as string;
    audit.add({
      id: `${department} ${n}`,
      ...{ kind: n % 2 === 0 ? 'inquiry' : 'complaint', channel: n % 3 === 0 ? 'phone' : 'email' },
      ...{ department, agent: department, owner: department },
      events: [
        { type: 'received', at: received },
        ...(n % 7 === 0 ? [] : [{ type: 'replied', at: at((n * 5) % 60), by: department }]),
        ...(n % 11 === 0 ? [] : [{ type: 'resolved', at: at((n * 7) % 200) }]),
        ...(n % 2 === 0 ? [] : [{ type: 'rated', at: at(300), satisfaction: 'satisfied' }]),
      ],
    });
  }
  audit.add({
    code: 'row.instant',
    message: 'no date',
    line: 3,
    column: names[0] as string,
    value: 'x'.repeat(200),
  });
  return audit.report();
}

describe.skipIf(chromiumPath === undefined)('the HTML report in Chromium', { timeout: 30_000 }, () => {
  let browser: Browser;
  const complaints: string[] = [];

  beforeAll(async () => {
    const report = reportOf();
    for (const locale of ['en', 'zh-CN'] as const)
      writeFileSync(fileOf(locale), renderHtml(report, { locale }));
    browser = await openChromium();
  }, 30_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  const open = async (locale: string, settings: Parameters<Browser['newPage']>[0]): Promise<Page> => {
    const page = await browser.newPage(settings);
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) complaints.push(request.url());
    });
    await page.addInitScript({ path: `${root}test/report/in-page.js` });
    await page.goto(`file://${fileOf(locale)}`);
    return page;
  };

  for (const locale of ['en', 'zh-CN']) {
    it(`fits 360, 1280 and A4 pixels and is readable in light and dark, nothing folded: ${locale}`, async () => {
      const page = await open(locale, { viewport: { width: 360, height: 800 } });
      await page.evaluate('reportPage.unfold()');
      for (const width of widths) {
        await page.emulateMedia({ media: width === A4 ? 'print' : 'screen' });
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate('reportPage.overflowing()'), `${width} pixels`).toEqual([]);
      }
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ media: 'screen', colorScheme });
        expect(await page.evaluate('reportPage.faint()'), colorScheme).toEqual([]);
      }
      await page.close();
      expect(complaints).toEqual([]);
    });
  }

  it('draws every chart, and runs nothing of what the data holds', async () => {
    const page = await open('en', { viewport: { width: 1280, height: 800 } });
    const heights = await page.$$eval('figure > svg', (all) =>
      all.map((svg) => svg.getBoundingClientRect().height),
    );
    expect(heights.length).toBeGreaterThan(20);
    expect(Math.min(...heights)).toBeGreaterThan(20);
    expect(await page.title()).toContain('Service report');
    expect(await page.$$('script, img, iframe')).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('is reached with the keyboard: first the link past the contents, then what can be unfolded', async () => {
    const page = await open('en', { viewport: { width: 1280, height: 800 } });
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the figures');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await page.$eval('figure summary', (summary) => (summary as unknown as Element).focus());
    await page.keyboard.press('Enter');
    expect(await page.$eval('figure details', (details) => (details as unknown as Element).open)).toBe(true);
    await page.close();
  });

  it('prints on A4, with the way of every breach that it explains', async () => {
    const page = await open('en', {});
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(pdf.length).toBeGreaterThan(10_000);
    // A4 in points: 595 by 842.
    expect(pdf.toString('latin1')).toMatch(/\/MediaBox ?\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
    await page.emulateMedia({ media: 'print' });
    const ways = await page.$$eval('.way', heightsOf);
    expect(ways).toHaveLength(10);
    expect(Math.min(...ways)).toBeGreaterThan(20);
    await page.close();
  });
});
