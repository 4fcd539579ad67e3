import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAudit } from '../../src/audit/create-audit.ts';
import type { AuditSnapshot } from '../../src/audit/snapshot.ts';
import type { ReadResult } from '../../src/case/types.ts';
import { definePolicy } from '../../src/policy/define-policy.ts';
import { asOf, caseOf, service } from './service.ts';

const options = {
  asOf,
  breaches: 7,
  groupBy: ['channel'],
  range: { from: '2026-03-03', to: '2026-05-01' },
} as const;

const good = fc.record({
  number: fc.nat(25),
  after: fc.integer({ min: 0, max: 1600 }),
  answer: fc.option(fc.integer({ min: -5, max: 60 })),
  kind: fc.constantFrom('inquiry', 'complaint'),
  channel: fc.constantFrom('phone', 'email'),
});
const lost = fc.record({
  code: fc.constantFrom('row.cells', 'row.instant'),
  lost: fc.constantFrom('case' as const, 'row' as const),
});
const read = fc.array(fc.oneof({ weight: 6, arbitrary: good }, { weight: 1, arbitrary: lost }), {
  maxLength: 60,
});

/** As a reader yields them; the line is the place in the input. */
function resultsOf(
  items: readonly (typeof read extends fc.Arbitrary<(infer Item)[]> ? Item : never)[],
): ReadResult[] {
  return items.map((item, index) => {
    if ('code' in item) {
      return { ok: false, lost: item.lost, reject: { code: item.code, message: 'lost', line: index + 2 } };
    }
    const { number, ...shape } = item;
    return { ok: true, line: index + 2, rows: 1 + (number % 3), case: caseOf(`case-${number}`, shape) };
  });
}

const audited = (results: readonly ReadResult[]) => {
  const audit = createAudit(service, options);
  for (const result of results) audit.add(result);
  return audit;
};

/** A part as a worker sends it: through JSON. */
const sent = (results: readonly ReadResult[]) =>
  JSON.parse(JSON.stringify(audited(results).snapshot())) as AuditSnapshot;

const partOf = (result: ReadResult, parts: number) =>
  (result.ok ? Number(result.case.id.slice(5)) : (result.reject.line ?? 0)) % parts;

describe('createAudit().merge', () => {
  it('gives the report of one run, whatever the number of parts (split by id) and the order of merging', () => {
    fc.assert(
      fc.property(read, fc.integer({ min: 1, max: 4 }), fc.boolean(), (items, count, backwards) => {
        const results = resultsOf(items);
        const parts = Array.from({ length: count }, (_, part) =>
          results.filter((result) => partOf(result, count) === part),
        );
        const merged = createAudit(service, options);
        for (const part of backwards ? parts.toReversed() : parts) merged.merge(sent(part));
        expect(merged.report()).toEqual(audited(results).report());
      }),
      { numRuns: 100 },
    );
  });

  it('goes on counting after a merge', () => {
    const audit = createAudit(service, { asOf });
    audit.add(caseOf('a', { answer: 1 }));
    const other = createAudit(service, { asOf });
    other.add(caseOf('b'));
    audit.merge(other.snapshot());
    audit.add(caseOf('c', { answer: 30 }));
    expect(audit.report().standards[0]).toMatchObject({ runs: 3, met: 1, late: 1, overdue: 1 });
    expect(other.report().standards[0]).toMatchObject({ runs: 1 });
  });

  it.each([
    ['another moment', createAudit(service, { asOf: '2026-06-02T00:00:00+08:00' }), ['asOf']],
    ['another range', createAudit(service, { asOf, range: { from: '2026-03-01' } }), ['range']],
    ['other groups', createAudit(service, { asOf, groupBy: ['kind'] }), ['groupBy']],
    ['another version', createAudit(definePolicy({ ...service, version: '2' }), { asOf }), ['policy']],
  ])('refuses the snapshot of an audit of %s', (_, other, path) => {
    const audit = createAudit(service, { asOf });
    expect(() => audit.merge(other.snapshot())).toThrow(
      expect.objectContaining({ code: 'audit.snapshot', path }),
    );
    expect(audit.report().cases.read).toBe(0);
  });

  it.each([null, 7, {}, { format: 'duly-report/1' }])('refuses %j, which is no snapshot', (given) => {
    const audit = createAudit(service, { asOf });
    expect(() => audit.merge(given as never)).toThrow(expect.objectContaining({ code: 'audit.snapshot' }));
  });
});
