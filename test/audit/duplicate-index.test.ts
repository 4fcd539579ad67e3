import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDuplicateIndex } from '../../src/audit/duplicate-index.ts';
import type { CaseInput } from '../../src/case/types.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function bytesAfterCollection(): number {
  // Buffers are given back by another thread, for which the next collection waits.
  collect();
  collect();
  return process.memoryUsage().arrayBuffers;
}

const caseOf = (id: string, note: number): CaseInput => ({ id, note, events: [] });

describe('createDuplicateIndex', () => {
  it('knows each of 200,000 ids again, and no other', () => {
    const index = createDuplicateIndex('index');
    for (let number = 0; number < 200_000; number++) {
      expect(index.seen(caseOf(`T-${number}`, 0))).toBe('new');
      index.keep();
    }
    for (let number = 0; number < 200_000; number += 7) {
      expect(index.seen(caseOf(`T-${number}`, 0))).toBe('same');
      expect(index.seen(caseOf(`T-${number}`, 1))).toBe('other');
      expect(index.seen(caseOf(`U-${number}`, 0))).toBe('new');
    }
  });

  it('holds a million cases in at most 24 MB', () => {
    const index = createDuplicateIndex('index');
    const before = bytesAfterCollection();
    for (let number = 0; number < 1_000_000; number++) {
      index.seen(caseOf(`T-${number}`, 0));
      index.keep();
    }
    expect(bytesAfterCollection() - before).toBeLessThan(24e6);
    expect(index.seen(caseOf('T-999999', 0))).toBe('same');
  });

  it('behaves like a map from id to the content that was kept', () => {
    const step = fc.record({ id: fc.nat(9), note: fc.nat(2), keep: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        const index = createDuplicateIndex('index');
        const kept = new Map<number, number>();
        for (const { id, note, keep } of steps) {
          const known = kept.get(id);
          const wanted = known === undefined ? 'new' : known === note ? 'same' : 'other';
          expect(index.seen(caseOf(`${id}`, note))).toBe(wanted);
          if (wanted !== 'new' || !keep) continue;
          index.keep();
          kept.set(id, note);
        }
      }),
    );
  });
});
