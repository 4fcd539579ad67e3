import { describe, expect, it } from 'vitest';
import { replyRate } from '../../src/kpi/reply-rate.ts';

describe('the Wilson interval', () => {
  it.each([
    [0, 10, 0, 0.277533],
    [10, 10, 0.722467, 1],
    [9, 10, 0.59585, 0.982124],
    [45, 50, 0.786398, 0.956524],
    [90, 100, 0.825634, 0.944771],
    [900, 1000, 0.879848, 0.917091],
    [50, 100, 0.403832, 0.596168],
    [1, 100, 0.001767, 0.054486],
    [5, 500, 0.004279, 0.023193],
    [10, 1000, 0.005441, 0.018309],
  ])('of %i of %i is %f to %f', (replied, received, low, high) => {
    const [from, to] = replyRate({ replied, received }).interval!;
    expect(from).toBeCloseTo(low, 6);
    expect(to).toBeCloseTo(high, 6);
  });

  it('of 0 of 10 begins at exactly 0 and of 10 of 10 ends at exactly 1', () => {
    expect(replyRate({ replied: 0, received: 10 }).interval![0]).toBe(0);
    expect(replyRate({ replied: 10, received: 10 }).interval![1]).toBe(1);
  });
});
