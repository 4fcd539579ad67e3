import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type BatchKeys, createAuditPart, createBatchIndex } from '../../src/audit/audit-part.ts';
import { createAudit } from '../../src/audit/create-audit.ts';
import type { AuditSnapshot } from '../../src/audit/snapshot.ts';
import type { ReadResult } from '../../src/case/types.ts';
import { extendPolicy } from '../../src/policy/extend-policy.ts';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import { defineStandardKind } from '../../src/standards/define-standard-kind.ts';
import { asOf, caseOf, service } from './service.ts';

const draft = extendPolicy(service, {
  version: '2',
  standards: [{ id: 'answer', kind: 'deadline', from: 'received', to: 'replied', within: '4 hours' }],
});
/** In force from 9 March on: cases received before are rejected, and so may come again. */
const versions = [{ ...service, effective: { from: '2026-03-09' } }] as const;
const options = { asOf, against: draft, groupBy: ['channel'], breaches: 5 };

const item = fc.record({
  number: fc.nat(12),
  after: fc.constantFrom(0, 200),
  answer: fc.integer({ min: 1, max: 30 }),
  channel: fc.constantFrom('phone', 'email'),
  fault: fc.constantFrom('none', 'none', 'none', 'none', 'row', 'no id', 'instant'),
});
const batch = fc.record({ items: fc.array(item, { maxLength: 8 }), part: fc.nat(2) });

type Item = typeof item extends fc.Arbitrary<infer One> ? One : never;

function resultOf({ number, fault, ...shape }: Item, line: number): ReadResult {
  if (fault === 'row') return { ok: false, reject: { code: 'row.cells', message: 'lost', line } };
  const made = caseOf(`case-${number}`, shape);
  if (fault === 'no id') return { ok: true, rows: 1, line, case: { ...made, id: '' } };
  if (fault === 'instant')
    return { ok: true, rows: 1, line, case: { ...made, events: [{ type: 'received', at: 'soon' }] } };
  return { ok: true, rows: 1, line, case: made };
}

describe('createAuditPart', () => {
  it.each(['index', 'adjacent', 'off'] as const)(
    'gives the report and the rejects of one run, to the last letter, whichever part judges a batch (%s)',
    (duplicates) => {
      fc.assert(
        fc.property(fc.array(batch, { maxLength: 8 }), (batches) => {
          const whole = { rejects: [] as unknown[] };
          const one = createAudit(versions, {
            ...options,
            duplicates,
            onReject: (reject) => whole.rejects.push(reject),
          });
          const told: unknown[] = [];
          const parts = [0, 1, 2].map(() =>
            createAuditPart(versions, { ...options, onReject: (reject) => told.push(reject) }),
          );
          const answer = createBatchIndex(duplicates);
          let line = 1;
          const keys: BatchKeys[] = batches.map(({ items, part }) => {
            const results = items.map((each) => resultOf(each, ++line));
            for (const result of results) one.add(result);
            return parts[part]!.take(results);
          });
          // All are taken before the first is counted, as threads that are far ahead do.
          for (const [index, { part }] of batches.entries()) parts[part]!.count(answer(keys[index]!));
          const merged = createAudit(versions, { ...options, duplicates });
          for (const part of parts)
            merged.merge(JSON.parse(JSON.stringify(part.snapshot())) as AuditSnapshot);
          expect(merged.report()).toEqual(one.report());
          expect(JSON.stringify(merged.report()) === JSON.stringify(one.report())).toBe(true);
          expect(told).toEqual(whole.rejects);
        }),
        { numRuns: 20 },
      );
    },
  );

  it('lets the corrected copy in of a case that a kind of its own could not judge', () => {
    const own = defineStandardKind({
      kind: 'own',
      schema: z.object({}),
      // Late without a due instant is no verdict.
      judge: (_, { timeline }) => [{ status: timeline.source.channel === 'phone' ? 'met' : 'late' }],
      describe: () => '',
    });
    const { id, version, calendar } = service;
    const policy = parsePolicy(
      { id, version, calendar, standards: [{ id: 's', kind: 'own' }] },
      { kinds: [own] },
    );
    const cases = ['email', 'phone', 'phone', 'email'].map((channel) => caseOf('a', { channel }));
    const part = createAuditPart(policy, { asOf });
    const answer = createBatchIndex('index');
    const keys = cases.map((one) => part.take([{ ok: true, case: one }]));
    for (const each of keys) part.count(answer(each));
    const counts = { read: 4, assessed: 1, rejected: 2, duplicate: 1 };
    expect(part.progress().cases).toEqual(counts);
    const one = createAudit(policy, { asOf });
    for (const each of cases) one.add(each);
    expect(one.progress().cases).toEqual(counts);
  });

  it('knows how far it has come', () => {
    const part = createAuditPart(service, { asOf });
    const answer = createBatchIndex('index');
    const keys = part.take([{ ok: true, rows: 1, case: caseOf('a') }]);
    expect(part.progress().cases.read).toBe(0);
    part.count(answer(keys));
    expect(part.progress()).toEqual({
      cases: { read: 1, assessed: 1, rejected: 0, duplicate: 0 },
      rows: { read: 1, used: 1, rejected: 0, duplicate: 0 },
    });
  });
});
