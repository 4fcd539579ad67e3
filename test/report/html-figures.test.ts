import { describe, expect, it } from 'vitest';
import type { AuditReport, KpiReportRow } from '../../src/audit/report.ts';
import { cardOf, figureOf, full, page, textsOf } from './html-page.ts';
import { breach, kpiRow, sample } from './sample-report.ts';

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
