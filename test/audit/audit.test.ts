import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import type { AuditItem } from '../../src/audit/classify.ts';
import { createAudit } from '../../src/audit/create-audit.ts';
import type { AuditProgress } from '../../src/audit/report.ts';
import { definePolicy } from '../../src/policy/define-policy.ts';
import type { PolicySpec } from '../../src/policy/types.ts';
import { asOf, caseOf, service } from './service.ts';

const cases = Array.from({ length: 2500 }, (_, number) =>
  caseOf(`T-${number}`, { answer: number % 40, after: number % 500 }),
);

async function* slowly<T>(items: readonly T[]): AsyncGenerator<T> {
  for (const item of items) {
    await Promise.resolve();
    yield item;
  }
}

describe('audit', () => {
  it('gives the same report for a list, a generator and an async generator as by hand', async () => {
    const byHand = createAudit(service, { asOf });
    for (const item of cases) byHand.add(item);
    const want = byHand.report();
    expect(want.cases).toEqual({ read: 2500, assessed: 2500, rejected: 0, duplicate: 0 });
    expect(await audit(cases, service, { asOf })).toEqual(want);
    expect(await audit(new Set(cases), service, { asOf })).toEqual(want);
    expect(await audit(slowly(cases), service, { asOf })).toEqual(want);
  });

  it("has the zone of the policy's calendar, and the titles of the KPIs that have one", async () => {
    const title = { en: 'In time', 'zh-CN': '及时' };
    const kpis = service.kpis?.map((kpi) => (kpi.id === 'answered-in-time' ? { ...kpi, title } : kpi));
    const titled = definePolicy({ ...service, kpis } as PolicySpec);
    const report = await audit([caseOf('a', { answer: 3 })], titled, { asOf });
    expect(report.timeZone).toBe('Asia/Shanghai');
    expect(report.kpis.map(({ id, title: shown }) => [id, shown])).toEqual([
      ['answered-in-time', title],
      ['replies', undefined],
    ]);
    expect(report.kpis[1]).not.toHaveProperty('title');
  });

  it('takes results of a reader and rejects of the caller among cases', async () => {
    const items: AuditItem[] = [
      caseOf('a'),
      { ok: true, case: caseOf('b'), rows: 4 },
      { ok: false, reject: { code: 'row.cells', message: 'torn' }, lost: 'row' },
      { code: 'mine', message: 'no' },
    ];
    const report = await audit(items, service, { asOf });
    expect(report.cases).toEqual({ read: 3, assessed: 2, rejected: 1, duplicate: 0 });
    expect(report.rows).toEqual({ read: 5, used: 4, rejected: 1, duplicate: 0 });
  });

  it('tells how far it is after 1,000 and 2,000 cases and at the end', async () => {
    const told: AuditProgress[] = [];
    await audit(cases, service, { asOf, onProgress: (progress) => told.push(progress) });
    expect(told.map(({ cases: { read } }) => read)).toEqual([1000, 2000, 2500]);
  });

  it('stops at an aborted signal with what was the reason, after the cases before it', async () => {
    const controller = new AbortController();
    async function* source() {
      yield caseOf('a');
      yield caseOf('b');
      controller.abort('enough');
      yield caseOf('c');
    }
    await expect(audit(source(), service, { asOf, signal: controller.signal })).rejects.toMatchObject({
      code: 'audit.cancelled',
      cause: 'enough',
      message: 'cancelled after 2 cases',
    });
  });

  it('closes a source that it leaves early', async () => {
    let closed = false;
    async function* source() {
      try {
        for (;;) yield caseOf('a');
      } finally {
        closed = true;
      }
    }
    const signal = { aborted: true };
    await expect(audit(source(), service, { asOf, signal })).rejects.toMatchObject({
      code: 'audit.cancelled',
    });
    expect(closed).toBe(true);
  });

  it("passes on the source's own error", async () => {
    async function* source() {
      yield caseOf('a');
      throw new RangeError('disk gone');
    }
    await expect(audit(source(), service, { asOf })).rejects.toThrow('disk gone');
  });

  it.each([undefined, null, 7, 'cases', {}])('refuses %j for a source', async (source) => {
    await expect(audit(source as never, service, { asOf })).rejects.toMatchObject({ code: 'audit.source' });
  });

  it('reports nothing read as nothing, never as NaN', async () => {
    const report = await audit([], service, { asOf });
    expect(report).toMatchObject({
      cases: { read: 0 },
      rows: null,
      kpis: [],
      breaches: [],
      findings: [],
      rejects: [],
    });
    expect(report.standards.map(({ runs }) => runs)).toEqual([0, 0, 0]);
  });

  it('judges each case by the version in force when it was received, and names parts by the newest', async () => {
    const before = { ...service, effective: { from: '2026-01-01' } } as const;
    const now = {
      ...service,
      version: '2',
      effective: { from: '2026-03-10' },
      standards: [{ ...service.standards[0]!, title: 'Answered fast', within: '1 hour' }],
      kpis: [],
    } as const;
    const report = await audit(
      [caseOf('old', { answer: 3 }), caseOf('new', { answer: 3, after: 24 * 14 })],
      [now as never, before as never],
      { asOf },
    );
    expect(report.policy).toEqual([
      { id: 'service', version: '2' },
      { id: 'service', version: '1' },
    ]);
    expect(report.standards.find(({ id }) => id === 'answer')).toMatchObject({
      title: 'Answered fast',
      met: 1,
      late: 1,
    });
  });
});
