import { describe, expect, it } from 'vitest';
import { createAudit } from '../../src/audit/create-audit.ts';
import type { CaseInput, Reject } from '../../src/case/types.ts';
import { definePolicy } from '../../src/policy/define-policy.ts';
import { asOf, caseOf, service } from './service.ts';

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
