import type { AuditReport, Breach, StandardRow } from '../../src/audit/report.ts';
import type { KpiRow } from '../../src/kpi/row.ts';

type StandardShape = Pick<StandardRow, 'id'> & Partial<StandardRow>;

/** A row of a standard; what isn't stated is 0, and `runs` is the sum. */
export function standardRow(shape: StandardShape): StandardRow {
  const counts = { met: 0, late: 0, overdue: 0, pending: 0, exempt: 0, broken: 0, undetermined: 0 };
  const row = { title: null, clause: null, severity: 'hard' as const, ...counts, ...shape };
  const runs = row.met + row.late + row.overdue + row.pending + row.exempt + row.broken + row.undetermined;
  const percentiles = { p50: null, p75: null, p90: null, p95: null, p99: null };
  return { ...row, runs, percentiles, elapsed: percentiles, working: percentiles, distribution: [] };
}

export function kpiRow(shape: Pick<KpiRow, 'id' | 'period' | 'value'> & Partial<KpiRow>): KpiRow {
  return {
    measure: 'timelinessRate',
    group: null,
    numerator: null,
    denominator: null,
    interval: null,
    basis: 'due',
    pending: 0,
    goal: null,
    met: null,
    ...shape,
  };
}

export function breach(shape: Pick<Breach, 'case'> & Partial<Breach>): Breach {
  const row = {
    standard: 'answer',
    run: 1,
    status: 'overdue' as const,
    severity: 'hard' as const,
    title: null,
    clause: null,
    owner: null,
    from: '2026-03-02T02:00:00.000Z',
    due: '2026-03-03T02:00:00.000Z',
    done: null,
    overMs: 90_000_000,
    ...shape,
  };
  return { ...row, verdict: {} as Breach['verdict'] };
}

/** A small report with something in every part of it. */
export const sample: AuditReport = {
  format: 'duly-report/1',
  timeZone: 'Asia/Shanghai',
  policy: [{ id: 'service', version: '2026-07' }],
  asOf: '2026-05-31T16:00:00.000Z',
  range: { from: '2026-02-28T16:00:00.000Z', to: null, event: 'received' },
  cases: { read: 1300, assessed: 1290, rejected: 6, duplicate: 4 },
  rows: { read: 2600, used: 2580, rejected: 8, duplicate: 12 },
  standards: [
    standardRow({
      id: 'answer',
      title: { en: 'Answered', 'zh-CN': '邮件答复' },
      ...{ met: 1200, late: 30, overdue: 9, pending: 40, exempt: 11 },
    }),
    standardRow({ id: 'contact-by-phone', title: '电话联系', met: 3, undetermined: 2, broken: 1 }),
    standardRow({ id: 'courtesy', severity: 'soft' }),
  ],
  kpis: [
    kpiRow({ id: 'in-time', period: '2026-03', value: 0.96, goal: '>= 95%', met: true }),
    kpiRow({
      id: 'in-time',
      period: '2026-04',
      value: 0.9496,
      goal: '>= 95%',
      met: false,
      shortBy: 1,
      pending: 3,
    }),
    kpiRow({ id: 'in-time', period: '2026-05', value: null, goal: '>= 95%' }),
    kpiRow({
      id: 'p90',
      measure: 'percentile',
      period: '2026-03',
      value: 5_400_000,
      goal: '<= 2 hours',
      met: true,
    }),
  ],
  escalations: [
    {
      ladder: 'complaints',
      rung: 'manager',
      level: 2,
      taken: 5,
      missed: 1,
      cancelled: 30,
      due: 0,
      upcoming: 2,
    },
  ],
  findings: [
    {
      code: 'event.after-as-of',
      count: 2,
      examples: [{ case: 'T-9', line: 14, message: 'events after the moment' }],
    },
  ],
  rejects: [
    {
      code: 'row.instant',
      count: 6,
      examples: [{ message: 'no date', file: 'a.csv', line: 3, value: '31.2.' }],
    },
  ],
  breaches: [
    breach({ case: 'T-1', owner: '王敏', clause: '三(一)1' }),
    breach({
      case: 'T-20',
      owner: 'Li',
      status: 'late',
      done: '2026-03-03T03:30:00.000Z',
      overMs: 5_400_000,
    }),
    breach({ case: 'T-3', standard: 'contact-by-phone', status: 'broken', due: null, overMs: null }),
  ],
  provisional: { runs: 7, reasons: [{ reason: 'china has no dates yet', since: '2027-01-01', runs: 7 }] },
};
