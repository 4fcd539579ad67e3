import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepWorst } from '../../src/audit/worst.ts';

const byNumber = (a: number, b: number) => b - a;

describe('keepWorst', () => {
  it('keeps what sorting everything would put first, in whatever order it comes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 })), fc.nat(12), (items, capacity) => {
        const worst = keepWorst(capacity, byNumber);
        for (const item of items) worst.offer(item);
        expect(worst.list()).toEqual([...items].sort(byNumber).slice(0, capacity));
        expect(worst.offered).toBe(items.length);
      }),
    );
  });

  it('says whether an item was kept: with room for 2, 5 and 3 are, then 2 is not and 4 is', () => {
    const worst = keepWorst(2, byNumber);
    expect([5, 3, 2, 4].map((item) => worst.offer(item))).toEqual([true, true, false, true]);
    expect(worst.list()).toEqual([5, 4]);
  });
});
