import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditReport, KpiReportRow } from '../../src/audit/report.ts';
import { renderHtml } from '../../src/report/render-html.ts';
import { breach, kpiRow, sample } from './sample-report.ts';

/** A report with something in every part of the page. */
const full: AuditReport = {
  ...sample,
  standards: [
    {
      ...(sample.standards[0] as (typeof sample.standards)[0]),
      shares: slots({ 0: 900, 9: 300, 10: 20, 20: 10 }),
    },
    ...sample.standards.slice(1),
  ],
  kpis: [
    ...sample.kpis,
    kpiRow({
      ...{ id: 'visits', measure: 'returnVisitRate', period: '2026-03', group: { department: '售后' } },
      ...{ numerator: 3, denominator: 4, value: 0.75, interval: [0.3, 0.95], basis: 'closed' },
    }),
    kpiRow({
      ...{ id: 'visits', measure: 'returnVisitRate', period: '2026-04', group: { department: '售后' } },
      ...{ numerator: 1, denominator: 6, value: 1 / 6, interval: [0.03, 0.56], basis: 'closed' },
    }),
  ],
  hours: { arrivals: week({ 10: 7 }), breached: week({ 10: 2 }) },
};

function slots(filled: Readonly<Record<number, number>>): number[] {
  return Array.from({ length: 21 }, (_, slot) => filled[slot] ?? 0);
}

/** Every Monday hour that is named, nothing on other days. */
function week(monday: Readonly<Record<number, number>>): number[][] {
  return Array.from({ length: 7 }, (_, day) =>
    Array.from({ length: 24 }, (_, hour) => (day === 0 ? (monday[hour] ?? 0) : 0)),
  );
}

const page = (report: AuditReport = full, locale: 'en' | 'zh-CN' = 'en') => renderHtml(report, { locale });

const tagsOf = (text: string) => text.match(/<[^>]*>/g) ?? [];
/** The tags without what stands in their attributes: what text from data must never change. */
const skeleton = (text: string) =>
  tagsOf(text.replace(/<style>.*?<\/style>/s, '')).map((tag) => tag.replace(/="[^"]*"/g, ''));
const textsOf = (text: string, tag: string) =>
  [...text.matchAll(new RegExp(`<${tag}(?: [^>]*)?>(.*?)</${tag}>`, 'gs'))].map(([, inner = '']) =>
    inner.replace(/<[^>]*>/g, ''),
  );
const cardOf = (text: string, title: string) =>
  [...text.matchAll(/<article.*?<\/article>/gs)].map(([card]) => card).find((card) => card.includes(title)) ??
  '';
/** A figure with its chart and its table. */
const figureOf = (text: string, title: string) =>
  [...text.matchAll(/<figure>.*?<\/figure>/gs)].map(([one]) => one).find((one) => one.includes(title)) ?? '';

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

describe('renderHtml: the figures', () => {
  const rate = (shape: Partial<KpiReportRow>): AuditReport => ({
    ...sample,
    kpis: [
      kpiRow({
        ...{ id: 'answers', measure: 'replyRate', period: '2026-03', basis: 'received', goal: '>= 90%' },
        ...{ numerator: 1234, denominator: 1300, value: 1234 / 1300, interval: [0.9359, 0.9599], met: true },
        ...shape,
      }),
    ],
  });

  it('tell a KPI with its goal, numerator, denominator, basis and interval', () => {
    const card = cardOf(page(rate({})), 'Reply rate');
    for (const told of ['94.9%', '≥ 90%', '1,234 of 1,300', 'received', '93.6% to 96.0%', 'goal met'])
      expect(card).toContain(told);
    const chinese = cardOf(page(rate({}), 'zh-CN'), '回复率');
    for (const told of ['94.9%', '≥ 90%', '1,234 / 1,300', '已受理', '93.6% 至 96.0%', '达标'])
      expect(chinese).toContain(told);
  });

  it('never print a missed goal as if it were met: 94.96% of a goal of 95%', () => {
    const missed = { value: 0.9496, numerator: 9496, denominator: 10_000, goal: '>= 95%', met: false };
    const card = cardOf(page(rate({ ...missed, shortBy: 4 })), 'Reply rate');
    expect(textsOf(card, 'p')).toEqual(['94.96%', '✗ goal missed · 4 more would have met it']);
  });

  it('take the latest period that is over, and say where one is not final', () => {
    const [march] = rate({}).kpis as [KpiReportRow];
    const provisional = { since: '2026-04-10' as const, sources: [] };
    const open = { ...march, period: '2026-04', provisional: { ...provisional, reason: 'period-open' } };
    const card = cardOf(page({ ...sample, kpis: [march, open] }), 'Reply rate');
    expect(card).toContain('<dd>2026-03</dd>');
    expect(cardOf(page({ ...sample, kpis: [open] }), 'Reply rate')).toContain('<dd>2026-04 (not final)</dd>');
  });

  it('add up the periods of a group: 3 of 4 and 1 of 6 are 4 of 10', () => {
    const table = figureOf(page(), 'Return visits (visits), by department');
    expect(table).toMatch(/<bdi>售后<\/bdi><\/th><td class="n">40\.0%<\/td><td class="n">4 of 10</);
    expect(figureOf(page(full, 'zh-CN'), '回访率')).toContain('40.0%');
  });

  it('do not add up what has no sum: of a percentile stands the latest period', () => {
    const p90 = {
      id: 'p90',
      measure: 'percentile',
      group: { agent: 'Li' },
      basis: 'due',
      denominator: 5,
    } as const;
    const kpis = [
      kpiRow({ ...p90, period: '2026-03', value: 3_600_000 }),
      kpiRow({ ...p90, period: '2026-04', value: 7_200_000 }),
    ];
    const figure = figureOf(page({ ...sample, kpis }), 'by agent');
    expect(figure).toContain('2 h');
    expect(figure).toContain('In 2026-04.');
    expect(figure).not.toContain('3 h');
  });

  it('show the worst twelve of a thousand groups, by what is sure of them, and all in the table', () => {
    const group = (name: string, numerator: number, denominator: number, high: number) =>
      kpiRow({
        ...{ id: 'in-time', period: '2026-03', group: { agent: name }, goal: '>= 90%' },
        ...{ numerator, denominator, value: numerator / denominator, interval: [0, high] },
      });
    const kpis = [
      ...Array.from({ length: 987 }, (_, n) => group(`good-${n}`, 99, 100, 0.999)),
      // A single case that failed is less of a sign than half of a hundred.
      group('one-of-one', 0, 1, 0.79),
      ...Array.from({ length: 12 }, (_, n) => group(`bad-${n}`, 50, 100, 0.6)),
    ];
    const started = performance.now();
    const text = page({ ...sample, kpis });
    expect(performance.now() - started).toBeLessThan(3_000);
    expect(text.length).toBeLessThan(1_000_000);
    const figure = figureOf(text, 'in-time');
    const named = textsOf(figure, 'text').filter((name) => /^(good|bad|one)-/.test(name));
    expect(named.toSorted()).toEqual(Array.from({ length: 12 }, (_, n) => `bad-${n}`).toSorted());
    expect(figure.match(/<th scope="row"/g)).toHaveLength(1000);
    expect(figure).toContain('The worst 12 of 1,000');
  });

  it('draw the goal across the line of a KPI, and a missed period in another shape', () => {
    const figure = figureOf(page(), 'Timeliness (in-time), by month');
    expect(figure.match(/<path class="goal"/g)).toHaveLength(1);
    expect(figure.match(/<path class="mark bad"/g)).toHaveLength(1);
    expect(figure.match(/<path class="mark"/g)).toHaveLength(1);
    expect(figure).toContain('lowest 94.96% in 2026-04, highest 96.0% in 2026-03');
  });

  it('set the runs of a standard against its limit: kept on the left, late on the right', () => {
    const figure = figureOf(page(), 'Answered');
    expect(figure).toContain(
      '1,200 runs within the limit, 30 after it; half of them had used 10% of it or less',
    );
    const bars = [...figure.matchAll(/<rect class="(bar[^"]*)" x="([\d.]+)"/g)].map(([, kind, x]) => [
      kind,
      Number(x),
    ]);
    const limit = Number(/<path class="goal" d="M([\d.]+),/.exec(figure)?.[1]);
    expect(bars.map(([kind, x]) => [kind, Number(x) > limit])).toEqual([
      ['bar', false],
      ['bar', false],
      ['bar late', true],
      ['bar late', true],
    ]);
    expect(figure).toContain('9 runs past due and not finished');
  });

  it('show when cases arrive and which of them broke a promise, with the numbers at hand', () => {
    const text = page();
    expect(text).toContain('<title>Mon 10:00: 7 arrived, 2 broke a promise</title>');
    expect(text).toMatch(/<th scope="row">10:00<\/th><td class="n">7 \(2\)<\/td>/);
    expect(page(sample)).not.toContain('When cases arrive');
  });

  it('tell of a ladder what came due and what was missed', () => {
    expect(figureOf(page(), 'complaints')).toContain('taken 5 · missed 1');
  });

  it('explain the worst breaches, one a case, and list all of them', () => {
    const verdict = {
      ...{ case: 'T-1', standard: 'answer', kind: 'deadline', run: 1, status: 'overdue', severity: 'hard' },
      ...{
        from: '2026-03-02T02:00:00.000Z',
        due: '2026-03-03T02:00:00.000Z',
        done: null,
        overMs: 90_000_000,
      },
      ...{ usedMs: 1, pausedMs: 0, remainingMs: 0, share: 1, clock: 'running', timeZone: 'Asia/Shanghai' },
    };
    const breaches = [
      { ...breach({ case: 'T-1' }), verdict: verdict as never },
      breach({ case: 'T-1', standard: 'contact-by-phone' }),
      breach({ case: 'T-2' }),
    ];
    const text = page({ ...sample, breaches });
    const [first = '', second = ''] = textsOf(text, 'li').filter((item) => item.includes('over '));
    expect(first).toContain('1 d 1 h over');
    expect(first).toContain('overdue since Tue 3 Mar 2026 10:00, by 1 d 1 h');
    expect(first).toContain('and 1 more of this case');
    expect(second).toContain('No explanation was recorded.');
    expect(text).toContain('All 3 listed');
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
