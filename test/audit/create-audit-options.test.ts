import { describe, expect, it } from 'vitest';
import { createAudit } from '../../src/audit/create-audit.ts';
import type { Reject } from '../../src/case/types.ts';
import { DulyError } from '../../src/errors/duly-error.ts';
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
