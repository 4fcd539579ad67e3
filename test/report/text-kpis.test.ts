import { describe, expect, it } from 'vitest';
import { renderText } from '../../src/report/index.ts';
import { kpiRow, sample } from './sample-report.ts';

describe('the KPIs of renderText', () => {
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
});
