import { describe, expect, it } from 'vitest';
import { createAudit } from '../../src/audit/create-audit.ts';
import { attainable } from '../../src/kpi/attainable.ts';
import { definePolicy } from '../../src/policy/define-policy.ts';
import { asOf, caseOf, service } from './service.ts';

describe('createAudit: KPIs', () => {
  it('shows no KPI by an attribute that no case has, and says so in a finding', () => {
    const audit = createAudit(service, { asOf, groupBy: ['nope'] });
    audit.add(caseOf('a', { answer: 1 }));
    const { kpis, findings } = audit.report();
    expect(kpis.map(({ id, group }) => [id, group])).toEqual([
      ['answered-in-time', null],
      ['replies', null],
    ]);
    expect(findings).toMatchObject([
      { code: 'kpi.group-by', count: 1, examples: [{ message: expect.stringContaining('"nope"') }] },
    ]);
    const merged = createAudit(service, { asOf, groupBy: ['nope'] });
    merged.merge(audit.snapshot());
    expect(merged.report().findings).toEqual(findings);
  });

  it('marks a month that has not begun: received on 31 May, due in June', () => {
    const policy = definePolicy({ ...service, kpis: service.kpis!.slice(0, 1) });
    const audit = createAudit(policy, { asOf: '2026-05-31T20:00:00+08:00' });
    audit.add({ id: 'a', events: [{ type: 'received', at: '2026-05-31T12:00:00+08:00' }] });
    expect(audit.report().kpis).toMatchObject([
      {
        period: '2026-06',
        value: null,
        pending: 1,
        provisional: { since: '2026-05-31', reason: 'period-not-begun' },
      },
    ]);
  });

  it('marks the months that a range cuts: it begins on 15 March, and ends with April', () => {
    const policy = definePolicy({ ...service, kpis: service.kpis!.slice(1) });
    const audit = createAudit(policy, { asOf, range: { from: '2026-03-15', to: '2026-05-01' } });
    for (const day of ['03-20', '04-10'])
      audit.add({ id: day, events: [{ type: 'received', at: `2026-${day}T12:00:00+08:00` }] });
    const [march, april] = audit.report().kpis;
    expect(march).toMatchObject({ period: '2026-03', provisional: { reason: 'range-cut' } });
    expect(april).toMatchObject({ period: '2026-04' });
    expect(april).not.toHaveProperty('provisional');
  });

  it('marks April too where a repeat may follow on a complaint 30 days before the range began on 15 March', () => {
    const key = { id: 'again', measure: 'repeatComplaintRate', key: ['owner'], window: '30 days' } as const;
    const reasons = (countFirst: boolean) => {
      const policy = definePolicy({ ...service, kpis: [{ ...key, countFirst }] });
      const audit = createAudit(policy, {
        asOf: '2026-09-01T00:00:00Z',
        range: { from: '2026-03-15', to: '2026-07-15' },
      });
      for (const month of ['03', '04', '05', '06', '07']) {
        const at = `2026-${month}-14T12:00:00+08:00`;
        const next = `2026-${month}-20T12:00:00+08:00`;
        for (const instant of [at, next])
          audit.add({ id: instant, owner: 'li', events: [{ type: 'received', at: instant }] });
      }
      return audit.report().kpis.map(({ period, provisional }) => [period, provisional?.reason]);
    };
    expect(reasons(false)).toEqual([
      ['2026-03', 'range-cut'],
      ['2026-04', 'range-cut'],
      ['2026-05', undefined],
      ['2026-06', undefined],
      ['2026-07', 'range-cut'],
    ]);
    expect(reasons(true)[3]).toEqual(['2026-06', 'range-cut']);
  });

  it('rates a checklist: 3 of 4 observations passed, scores of 10 and 7 of 10 mean 8.5', () => {
    const policy = definePolicy({
      id: 'ward',
      version: '1',
      calendar: service.calendar,
      standards: [
        {
          id: 'round',
          kind: 'checklist',
          items: [
            { item: 'bed', points: 7 },
            { item: 'chart', points: 3 },
          ],
        },
      ],
      kpis: [
        { id: 'pass', measure: 'passRate', of: 'round', goal: '>= 90%' },
        { id: 'score', measure: 'score', of: 'round', goal: '>= 8.5' },
      ],
    });
    const audit = createAudit(policy, { asOf });
    for (const [id, chart] of [
      ['1', true],
      ['2', false],
    ] as const) {
      const observed = (item: string, passed: boolean) => ({
        type: 'observed',
        at: '2026-03-02T10:00:00+08:00',
        item,
        passed,
      });
      audit.add({ id, events: [observed('bed', true), observed('chart', chart)] });
    }
    expect(audit.report().kpis).toMatchObject([
      { id: 'pass', numerator: 3, denominator: 4, basis: 'observed', met: false, shortBy: 1 },
      { id: 'score', value: 8.5, met: true },
    ]);
  });

  it('gives a performance table per agent and month, and return visits per department and year', () => {
    const policy = definePolicy({
      ...service,
      kpis: [
        { id: 'agents', measure: 'timelinessRate', of: 'answer', groupBy: ['agent'] },
        {
          id: 'visits',
          measure: 'returnVisitRate',
          groupBy: ['department'],
          period: 'year',
          goal: '>= 60%',
        },
      ],
    });
    const audit = createAudit(policy, { asOf });
    const add = (id: string, agent: string, answer: number, department: string, visited: boolean) => {
      const ticket = caseOf(id, { agent, answer, department });
      const end = { type: 'closed', at: '2026-03-10T10:00:00+08:00' };
      const visit = { type: 'return-visited', at: '2026-03-20T10:00:00+08:00' };
      audit.add({ ...ticket, events: [...ticket.events, end, ...(visited ? [visit] : [])] });
    };
    add('1', 'li', 2, 'west', true);
    add('2', 'li', 30, 'west', false);
    add('3', 'wang', 3, 'east', true);
    const rows = audit.report().kpis.map((row) => [row.period, row.group, row.numerator, row.denominator]);
    expect(rows).toEqual([
      ['2026-03', { agent: 'li' }, 1, 2],
      ['2026-03', { agent: 'wang' }, 1, 1],
      ['2026', { department: 'east' }, 1, 1],
      ['2026', { department: 'west' }, 1, 2],
    ]);
    expect(audit.report().kpis[3]).toMatchObject({ met: false, shortBy: 1 });
  });

  it('tells which limit the history would have kept, from the report and from a snapshot', () => {
    const audit = createAudit(service, { asOf });
    for (let hours = 1; hours <= 20; hours++) audit.add(caseOf(`${hours}`, { answer: hours }));
    const HOUR = 3_600_000;
    const found = attainable(audit.report(), 'answer', 0.9);
    expect(found).toMatchObject({ runs: 20, done: 20 });
    expect(found.ms).toBeGreaterThanOrEqual(18 * HOUR);
    expect(found.ms).toBeLessThan(18 * HOUR * 1.02);
    expect(attainable(JSON.parse(JSON.stringify(audit.snapshot())), 'answer', 0.9)).toEqual(found);
  });
});
