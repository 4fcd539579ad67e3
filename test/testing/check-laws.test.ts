import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLaws, law, policyLaws } from '../../src/testing/index.ts';
import { policyOf } from '../support/naive-service.ts';

const small = law('a number is below 50', [fc.nat(1000)], (n) => n < 50);
const whole = law('a number is whole', [fc.nat(1000)], (n) => Number.isInteger(n));

const thrownBy = (work: () => unknown): Error & { readonly code?: string } => {
  try {
    work();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
};

describe('checkLaws', () => {
  it('gives the names of the laws that hold, of one or of several', () => {
    expect(checkLaws(whole)).toEqual(['a number is whole']);
    expect(checkLaws([whole, whole])).toHaveLength(2);
  });

  it('throws law.broken with the smallest counterexample, 50, and the seed to see it again', () => {
    const { code, message } = thrownBy(() => checkLaws([whole, small], { seed: 7 }));
    expect(code).toBe('law.broken');
    expect(message).toMatch(/^does not hold after \d+ runs?: a number is below 50\n {2}50\n/);
    expect(message).not.toContain('a number is whole');
    const path = /path: "([\d:]+)"/.exec(message)?.[1] as string;
    expect(thrownBy(() => checkLaws(small, { seed: 7, path })).message).toContain('after 1 run: ');
  });

  it('tells every broken law, and what was thrown', () => {
    const thrower = law('nothing is thrown', [fc.constant(1)], () => {
      throw new RangeError('too far');
    });
    const error = thrownBy(() => checkLaws([small, thrower]));
    expect(error.message).toMatch(/below 50[\s\S]*nothing is thrown\n {2}1\n {2}RangeError: too far/);
  });

  it('runs a law as often as it is told: 7 times', () => {
    let runs = 0;
    const counting = law('it is run', [fc.nat()], () => {
      runs += 1;
      return true;
    });
    checkLaws(counting, { numRuns: 7 });
    expect(runs).toBe(7);
  });

  it('says of a law without values that it could not be checked', () => {
    const none = law('nothing', [fc.nat()], () => fc.pre(false) === undefined);
    expect(thrownBy(() => checkLaws(none)).message).toContain('nothing: could not be checked');
  });

  it('tells a counterexample by the policy’s id, not by the whole document', () => {
    const [repeatable] = policyLaws(policyOf());
    const broken = { ...repeatable!, holds: () => false };
    expect(thrownBy(() => checkLaws(broken)).message).toContain('"policy":"p 1"');
  });
});
