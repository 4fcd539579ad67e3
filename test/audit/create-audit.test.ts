import { describe, expect, it } from 'vitest';
import { createAudit } from '../../src/audit/create-audit.ts';
import type { CaseInput, Reject } from '../../src/case/types.ts';
import { DulyError } from '../../src/errors/duly-error.ts';
import { attainable } from '../../src/kpi/attainable.ts';
import { definePolicy } from '../../src/policy/define-policy.ts';
import type { Verdict } from '../../src/standards/verdict.ts';
import { asOf, caseOf, service } from './service.ts';

const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof DulyError) return { code: error.code, path: error.path };
    throw error;
  }
  return undefined;
};

describe('createAudit: the balance of cases', () => {
  it('counts 2 assessed, 1 rejected and 1 duplicate of 4 read, and has no rows for bare cases', () => {
    const audit = createAudit(service, { asOf });
    audit.add(caseOf('a', { answer: 2 }));
    audit.add(caseOf('b'));
    audit.add(caseOf('a', { answer: 2 }));
    audit.add({ id: 'c', events: [{ type: 'received', at: 'soon' }] });
    const { cases, rows } = audit.report();
    expect(cases).toEqual({ read: 4, assessed: 2, rejected: 1, duplicate: 1 });
    expect(rows).toBeNull();
  });

  it('says of each item what became of it', () => {
    const audit = createAudit(service, { asOf });
    const added = audit.add(caseOf('a', { answer: 30 }));
    expect(added).toMatchObject({
      ok: true,
      assessment: { case: 'a', policy: { id: 'service', version: '1' } },
    });
    expect(audit.add(caseOf('a', { answer: 30 }))).toEqual({ ok: false, duplicate: true });
    expect(audit.add(caseOf('a', { answer: 31 }))).toMatchObject({
      ok: false,
      reject: { code: 'case.id-reused', id: 'a' },
    });
  });

  it('lets the first occurrence of an id stand', () => {
    const audit = createAudit(service, { asOf });
    audit.add(caseOf('a', { answer: 30 }));
    audit.add(caseOf('a', { answer: 2 }));
    expect(audit.report().standards[0]).toMatchObject({ id: 'answer', runs: 1, met: 0, late: 1 });
  });

  it('takes a corrected copy of a case that was rejected', () => {
    const audit = createAudit(service, { asOf });
    audit.add({ id: 'a', events: [{ type: 'received', at: '2026-03-02 10:00' }] });
    audit.add(caseOf('a', { answer: 2 }));
    expect(audit.report().cases).toEqual({ read: 2, assessed: 1, rejected: 1, duplicate: 0 });
  });

  it.each([
    ['null', null],
    ['a number', 7],
    ['a text', 'case'],
    ['an empty object', {}],
    ['a list', []],
    ['no id', { events: [] }],
    ['a number for an id', { id: 7, events: [] }],
    ['no events', { id: 'a' }],
    ['events that are none', { id: 'a', events: [null] }],
    ['an event without a type', { id: 'a', events: [{ at: 0 }] }],
    ['an instant without an offset', { id: 'a', events: [{ type: 'received', at: '2026-03-02T10:00:00' }] }],
  ])('rejects what is no case and never throws: %s', (_, given) => {
    const audit = createAudit(service, { asOf });
    const added = audit.add(given as unknown as CaseInput);
    expect(added).toMatchObject({ ok: false, reject: { code: expect.stringMatching(/^(case|instant)\./) } });
    expect(audit.report().cases).toEqual({ read: 1, assessed: 0, rejected: 1, duplicate: 0 });
  });

  it('rejects with the file, the line and the row that a reader names', () => {
    const audit = createAudit(service, { asOf });
    const read = { ok: true as const, file: 'may.csv', line: 7, raw: ['', 'x'] };
    expect(audit.add({ ...read, case: { id: '', events: [] } })).toMatchObject({
      ok: false,
      reject: { code: 'case.id', file: 'may.csv', line: 7, raw: ['', 'x'] },
    });
  });

  it('lets through what goes wrong outside of it', () => {
    const given = Object.defineProperty(caseOf('a'), 'kind', {
      enumerable: true,
      get: () => {
        throw new RangeError('gone');
      },
    });
    expect(() => createAudit(service, { asOf }).add(given)).toThrow(RangeError);
  });

  it('counts a case without events at no hour of the week', () => {
    const audit = createAudit(service, { asOf });
    expect(audit.add({ id: 'a', kind: 'inquiry', events: [] })).toMatchObject({ ok: true });
    expect(
      audit
        .report()
        .hours!.arrivals.flat()
        .every((cases) => cases === 0),
    ).toBe(true);
  });

  it('survives a case that contains itself', () => {
    const audit = createAudit(service, { asOf });
    const knot: Record<string, unknown> = { ...caseOf('a') };
    knot.self = knot;
    expect(audit.add(knot as unknown as CaseInput)).toMatchObject({ ok: true });
  });

  it('rejects a case for which no version is in force', () => {
    const later = definePolicy({ ...service, effective: { from: '2026-04-01' } });
    const audit = createAudit([later], { asOf });
    expect(audit.add(caseOf('a'))).toMatchObject({
      ok: false,
      reject: { code: 'policy.none-in-force', id: 'a' },
    });
  });

  it('compares content, not the order of keys', () => {
    const audit = createAudit(service, { asOf });
    const { id, events, ...attributes } = caseOf('a', { answer: 2 });
    audit.add({ id, ...attributes, events });
    expect(audit.add({ events, ...attributes, id })).toEqual({ ok: false, duplicate: true });
  });

  it('finds a duplicate anywhere with "index", only next to it with "adjacent", never with "off"', () => {
    const duplicates = (mode: 'index' | 'adjacent' | 'off') => {
      const audit = createAudit(service, { asOf, duplicates: mode });
      for (const id of ['a', 'a', 'b', 'a']) audit.add(caseOf(id));
      return audit.report().cases.duplicate;
    };
    expect([duplicates('index'), duplicates('adjacent'), duplicates('off')]).toEqual([2, 1, 0]);
  });
});

describe('createAudit: the balance of rows', () => {
  it('counts the rows of used, repeated, rejected and duplicate cases apart: 13 = 5 + 4 + 4', () => {
    const audit = createAudit(service, { asOf });
    const reject: Reject = { code: 'row.instant', message: 'no instant', line: 9 };
    audit.add({ ok: true, case: caseOf('a'), rows: 3, repeatedRows: 1, line: 2 });
    audit.add({ ok: true, case: caseOf('b'), rows: 2 });
    audit.add({ ok: true, case: caseOf('a'), rows: 3, line: 8 });
    audit.add({ ok: true, case: caseOf('b', { answer: 1 }), rows: 2, line: 11 });
    audit.add({ ok: false, reject });
    audit.add({ ok: false, reject, lost: 'row' });
    const { cases, rows } = audit.report();
    expect(rows).toEqual({ read: 13, used: 5, rejected: 4, duplicate: 4 });
    expect(cases).toEqual({ read: 5, assessed: 2, rejected: 2, duplicate: 1 });
  });

  it('counts a result without a number of rows as one row', () => {
    const audit = createAudit(service, { asOf });
    audit.add({ ok: true, case: caseOf('a') });
    expect(audit.report().rows).toEqual({ read: 1, used: 1, rejected: 0, duplicate: 0 });
  });

  it('takes a bare reject as a case that was lost', () => {
    const audit = createAudit(service, { asOf });
    audit.add({ code: 'my.reason', message: 'unreadable', id: 'x' });
    const { cases, rows, rejects } = audit.report();
    expect(cases).toEqual({ read: 1, assessed: 0, rejected: 1, duplicate: 0 });
    expect(rows).toBeNull();
    expect(rejects).toEqual([
      { code: 'my.reason', count: 1, examples: [{ message: 'unreadable', id: 'x' }] },
    ]);
  });
});

describe('createAudit: what the report says', () => {
  const audited = () => {
    const audit = createAudit(service, { asOf });
    audit.add(caseOf('quick', { answer: 24 }));
    audit.add(caseOf('slow', { answer: 25 }));
    audit.add(caseOf('never'));
    audit.add(caseOf('angry', { kind: 'complaint', answer: 1 }));
    return audit;
  };

  it('counts the seven statuses of each standard, in the order of the policy, with title and clause', () => {
    const [answer, solution, call] = audited().report().standards;
    expect(answer).toMatchObject({
      id: 'answer',
      title: { en: 'Answered', 'zh-CN': '答复' },
      clause: '§ 1',
      severity: 'hard',
      runs: 4,
      met: 2,
      late: 1,
      overdue: 1,
      pending: 0,
      exempt: 0,
      broken: 0,
      undetermined: 0,
    }); // prettier-ignore
    expect(solution).toMatchObject({ id: 'solution', title: null, clause: '§ 2', runs: 1, overdue: 1 });
    expect(call).toMatchObject({ id: 'call', clause: null, severity: 'soft', runs: 1, overdue: 1 });
  });

  it('holds its instants as UTC text and is the same after JSON', () => {
    const report = audited().report();
    expect(report).toMatchObject({
      format: 'duly-report/1',
      policy: [{ id: 'service', version: '1' }],
      asOf: '2026-05-31T16:00:00.000Z',
      range: null,
    });
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it('puts the longest over due first, hard standards before soft ones', () => {
    const { breaches } = audited().report();
    expect(breaches.map(({ case: id, standard, status }) => `${id} ${standard} ${status}`)).toEqual([
      'never answer overdue',
      'angry solution overdue',
      'slow answer late',
      'angry call overdue',
    ]);
    // Due on 3 March 10:00, judged on 1 June 00:00: 89 days and 14 hours.
    expect(breaches[0]).toMatchObject({
      run: 1,
      clause: '§ 1',
      owner: 'Li',
      from: '2026-03-02T02:00:00.000Z',
      due: '2026-03-03T02:00:00.000Z',
      done: null,
      overMs: (89 * 24 + 14) * 3_600_000,
    }); // prettier-ignore
    expect(breaches[2]).toMatchObject({ done: '2026-03-03T03:00:00.000Z', overMs: 3_600_000 });
  });

  it('gives every breach that it keeps its steps, ready to be explained', () => {
    for (const { verdict } of audited().report().breaches) expect(verdict.steps?.length).toBeGreaterThan(0);
  });

  it('keeps as many breaches as asked for, the worst ones', () => {
    const audit = createAudit(service, { asOf, breaches: 3 });
    for (let hours = 25; hours < 45; hours++) audit.add(caseOf(`late-${hours}`, { answer: hours }));
    expect(audit.report().breaches.map(({ case: id }) => id)).toEqual(['late-44', 'late-43', 'late-42']);
  });

  it('shows five examples of a code, those of the lowest lines, and cuts a long value', () => {
    const audit = createAudit(service, { asOf });
    for (const line of [9, 3, 7, 5, 8, 4, 6]) {
      audit.add({
        ok: false,
        reject: { code: 'row.value', message: 'odd', line, value: 'x'.repeat(5000), raw: ['a'] },
      });
    }
    const [rejects] = audit.report().rejects;
    expect(rejects).toMatchObject({ code: 'row.value', count: 7 });
    expect(rejects?.examples.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7]);
    expect(rejects?.examples[0]?.value).toHaveLength(203);
    expect(rejects?.examples[0]).not.toHaveProperty('raw');
  });

  it('counts findings of the case and of the reader by code, the most frequent first', () => {
    const audit = createAudit(service, { asOf });
    const found = { code: 'row.rejected', message: 'line 3 was rejected' };
    audit.add({ ok: true, case: caseOf('a', { answer: -1 }), line: 2, findings: [found, found] });
    const example = { case: 'a', line: 2, message: found.message };
    expect(audit.report().findings).toEqual([
      { code: 'row.rejected', count: 2, examples: [example, example] },
      {
        code: 'event.done-before-from',
        count: 1,
        examples: [expect.objectContaining({ case: 'a', line: 2 })],
      },
      {
        code: 'event.done-before-received',
        count: 1,
        examples: [expect.objectContaining({ case: 'a', line: 2 })],
      },
    ]);
  });

  it('has KPI rows by month with the goal', () => {
    const [row] = audited().report().kpis;
    expect(row).toMatchObject({
      id: 'answered-in-time',
      period: '2026-03',
      numerator: 2,
      denominator: 4,
      value: 0.5,
      goal: '>= 90%',
      met: false,
    }); // prettier-ignore
  });

  it('splits every KPI by the attributes of groupBy as well', () => {
    const audit = createAudit(service, { asOf, groupBy: ['channel'] });
    audit.add(caseOf('a', { answer: 1, channel: 'phone' }));
    audit.add(caseOf('b', { answer: 30, channel: 'email' }));
    const rows = audit.report().kpis.filter(({ id }) => id === 'answered-in-time');
    expect(rows.map(({ group, value }) => [group, value])).toEqual([
      [null, 0.5],
      [{ channel: 'email' }, 0],
      [{ channel: 'phone' }, 1],
    ]);
  });
});

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

describe('createAudit: range', () => {
  const inMarch = { from: '2026-03-01', to: '2026-04-01' } as const;
  const idsInRange = (ids: Record<string, number>, range: object) => {
    const seen = new Set<string>();
    const audit = createAudit(service, { asOf, range, onVerdict: ({ case: id }) => seen.add(id ?? '') });
    for (const [id, after] of Object.entries(ids)) audit.add(caseOf(id, { after }));
    return { seen: [...seen], report: audit.report() };
  };

  it('takes [from, to) by the wall clock of the policy: 1 April 00:00 in Shanghai is outside, 23:59 before is inside', () => {
    // 710 hours after 2 March 10:00 is 1 April 00:00.
    const { seen } = idsInRange({ first: -34, before: -34.001, last: 709.99, after: 710 }, inMarch);
    expect(seen).toEqual(['first', 'last']);
  });

  it('assesses what lies outside, so that the cases balance, and says in a finding how many there were', () => {
    const { report } = idsInRange({ inside: 0, outside: 2000, farther: -2000 }, inMarch);
    expect(report.cases).toEqual({ read: 3, assessed: 3, rejected: 0, duplicate: 0 });
    expect(report.standards[0]?.runs).toBe(1);
    expect(report.findings).toMatchObject([{ code: 'audit.out-of-range', count: 2 }]);
    expect(report.range).toEqual({
      from: '2026-02-28T16:00:00.000Z',
      to: '2026-03-31T16:00:00.000Z',
      event: 'received',
    });
  });

  it('goes by another event, and says which cases have none', () => {
    const audit = createAudit(service, { asOf, range: { ...inMarch, event: 'replied' } });
    audit.add(caseOf('answered', { answer: 1 }));
    audit.add(caseOf('never'));
    expect(audit.report()).toMatchObject({
      cases: { read: 2, assessed: 2 },
      findings: [{ code: 'audit.no-range-event', count: 1 }],
    });
  });

  it('may be open at either end, and may be given as instants', () => {
    expect(idsInRange({ a: 0, b: 100 }, { from: '2026-03-03T00:00:00+08:00' }).seen).toEqual(['b']);
    expect(idsInRange({ a: 0, b: 100 }, { to: new Date('2026-03-03T00:00:00+08:00') }).seen).toEqual(['a']);
  });
});

describe('createAudit: hooks and options', () => {
  it('tells every verdict and every reject', () => {
    const verdicts: Verdict[] = [];
    const rejects: Reject[] = [];
    const audit = createAudit(service, {
      asOf,
      onVerdict: (one) => verdicts.push(one),
      onReject: (one) => rejects.push(one),
    });
    audit.add(caseOf('a', { kind: 'complaint' }));
    audit.add({ ok: false, reject: { code: 'row.cells', message: 'torn', raw: ['x'] }, lost: 'row' });
    audit.add({ id: '', events: [] });
    expect(verdicts.map(({ standard }) => standard)).toEqual(['answer', 'solution', 'call']);
    expect(rejects.map(({ code }) => code)).toEqual(['row.cells', 'case.id']);
    expect(rejects[0]?.raw).toEqual(['x']);
  });

  it('traces verdicts only when asked to', () => {
    const stepsOf = (trace: boolean) => {
      const added = createAudit(service, { asOf, trace }).add(caseOf('a'));
      return added.ok ? added.assessment.verdicts[0]?.steps : undefined;
    };
    expect(stepsOf(false)).toBeUndefined();
    expect(stepsOf(true)?.length).toBeGreaterThan(0);
  });

  it('passes on an error that a hook throws', () => {
    const audit = createAudit(service, {
      asOf,
      onVerdict: () => {
        throw new TypeError('mine');
      },
    });
    expect(() => audit.add(caseOf('a'))).toThrow('mine');
  });

  it.each([
    ['no asOf', {}, 'audit.as-of', ['asOf']],
    ['an asOf without offset', { asOf: '2026-06-01T00:00:00' }, 'instant.no-offset', ['asOf']],
    [
      'a range that ends before it begins',
      { asOf, range: { from: '2026-05-01', to: '2026-04-01' } },
      'audit.range',
      ['range', 'to'],
    ],
    [
      'a date that does not exist',
      { asOf, range: { from: '2026-02-30' } },
      'instant.civil-date',
      ['range', 'from'],
    ],
    ['an unknown way to find duplicates', { asOf, duplicates: 'yes' }, 'audit.option', ['duplicates']],
    ['a mistyped option', { asOf, groupby: ['channel'] }, 'audit.unknown-key', ['groupby']],
    ['a mistyped end of the range', { asOf, range: { form: asOf } }, 'audit.unknown-key', ['range', 'form']],
    ['half a breach', { asOf, breaches: 0.5 }, 'audit.option', ['breaches']],
    ['a text for groupBy', { asOf, groupBy: 'channel' }, 'audit.option', ['groupBy']],
  ])('refuses %s', (_, options, code, path) => {
    expect(codeOf(() => createAudit(service, options as never))).toEqual({ code, path });
  });
});
