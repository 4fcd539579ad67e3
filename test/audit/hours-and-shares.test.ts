import { describe, expect, it } from 'vitest';
import { createAudit } from '../../src/audit/create-audit.ts';
import type { AuditReport, HourCounts } from '../../src/audit/report.ts';
import { asOf, caseOf, service } from './service.ts';

const MONDAY = 0;
const FRIDAY = 4;
const SUNDAY = 6;

const reportOf = (...cases: ReturnType<typeof caseOf>[]): AuditReport => {
  const audit = createAudit(service, { asOf });
  for (const one of cases) audit.add(one);
  return audit.report();
};

/** The hours that are not 0, as `[weekday, hour, count]`. */
const filled = (week: HourCounts['arrivals'] = []) =>
  week.flatMap((hours, weekday) =>
    hours.flatMap((count, hour) => (count === 0 ? [] : [[weekday, hour, count]])),
  );

describe('the hours of a report', () => {
  it('count cases where they arrive on the wall clock of the policy: Monday 10, Sunday 23, Friday 0', () => {
    const { hours } = reportOf(
      caseOf('monday', { answer: 1 }),
      caseOf('monday-too', { answer: 1 }),
      // 6 days and 13 hours after Monday 10:00 it is Sunday 23:00, in UTC still 15:00; 3 days and 14 hours: Friday 00:00.
      caseOf('sunday', { after: 6 * 24 + 13, answer: 1 }),
      caseOf('friday', { after: 3 * 24 + 14, answer: 1 }),
    );
    expect(hours?.arrivals.map((day) => day.length)).toEqual([24, 24, 24, 24, 24, 24, 24]);
    expect(filled(hours?.arrivals)).toEqual([
      [MONDAY, 10, 2],
      [FRIDAY, 0, 1],
      [SUNDAY, 23, 1],
    ]);
    expect(filled(hours?.breached)).toEqual([]);
  });

  it('count a case once as breached, however many promises it broke, where it arrived', () => {
    const { hours } = reportOf(
      // Neither answered within 24 hours nor solved within two working days.
      caseOf('angry', { kind: 'complaint' }),
      caseOf('good', { answer: 1 }),
    );
    expect(filled(hours?.arrivals)).toEqual([[MONDAY, 10, 2]]);
    expect(filled(hours?.breached)).toEqual([[MONDAY, 10, 1]]);
  });

  it('leave advice out: a soft standard that is not kept makes no breach', () => {
    const events = [
      { type: 'received', at: '2026-03-02T10:00:00+08:00' },
      { type: 'replied', at: '2026-03-02T11:00:00+08:00' },
      { type: 'resolved', at: '2026-03-02T12:00:00+08:00' },
    ];
    const report = reportOf({ id: 'not-called', kind: 'complaint', events });
    expect(report.breaches.map(({ standard }) => standard)).toEqual(['call']);
    expect(filled(report.hours?.breached)).toEqual([]);
  });

  it('take a case without "received" by its first event, and one out of range not at all', () => {
    const audit = createAudit(service, { asOf, range: { to: '2026-03-03', event: 'replied' } });
    audit.add({ id: 'a', events: [{ type: 'replied', at: '2026-03-02T14:59:59+08:00' }] });
    audit.add({ id: 'b', events: [{ type: 'replied', at: '2026-03-03T15:00:00+08:00' }] });
    expect(filled(audit.report().hours?.arrivals)).toEqual([[MONDAY, 14, 1]]);
  });
});

describe('the shares of the limit in a report', () => {
  const sharesOf = (...answers: number[]) =>
    reportOf(...answers.map((answer, index) => caseOf(`case-${index}`, { answer }))).standards[0]?.shares;
  const slots = (shares: readonly number[] = []) =>
    Object.fromEntries([...shares.entries()].filter(([, runs]) => runs > 0));

  it('are 21 counts of done runs, each part with its upper end: of 24 hours 2.4 and 12 lie in the 1st and 5th', () => {
    const shares = sharesOf(0, 2.4, 2.5, 12, 24);
    expect(shares).toHaveLength(21);
    expect(slots(shares)).toEqual({ 0: 2, 1: 1, 4: 1, 9: 1 });
  });

  it('put late runs behind the ten parts of those kept, all beyond twice the limit together', () => {
    expect(slots(sharesOf(24.001, 26.4, 26.5, 48, 48.1, 1000))).toEqual({ 10: 2, 11: 1, 19: 1, 20: 2 });
  });

  it('put a run that is late by the clock, but used no more working time than the limit, up to 110%', () => {
    const events = [
      { type: 'received', at: '2026-03-02T10:00:00+08:00' },
      { type: 'replied', at: '2026-03-02T11:00:00+08:00' },
      // Two working days after Monday end on Wednesday at 18:00.
      { type: 'resolved', at: '2026-03-04T20:00:00+08:00' },
    ];
    const solution = reportOf({ id: 'late', kind: 'complaint', events }).standards[1];
    expect(solution).toMatchObject({ id: 'solution', late: 1 });
    expect(slots(solution?.shares)).toEqual({ 10: 1 });
  });

  it('are left out where nothing is done', () => {
    expect(reportOf(caseOf('open')).standards.filter((row) => 'shares' in row)).toEqual([]);
  });
});
