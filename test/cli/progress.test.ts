import { describe, expect, it } from 'vitest';
import { showProgress } from '../../src/cli/progress.ts';

describe('showProgress', () => {
  const told = (total: number | null, steps: readonly number[]) => {
    const lines: string[] = [];
    let now = 0;
    const progress = showProgress({
      output: { write: (text) => void lines.push(text) },
      total,
      clock: () => now,
    });
    for (const bytes of steps) {
      now += 1000;
      progress.update({ bytes, rows: bytes / 100 });
    }
    progress.stop();
    return lines;
  };

  it('prints a line per 10% of a large input where there is no terminal, with rows, rate and time left', () => {
    const lines = told(100_000_000, [5e6, 10e6, 15e6, 20e6, 55e6, 100e6]);
    expect(lines).toEqual([
      '10%: 100000 rows, 50000 rows/s, 18 s left\n',
      '20%: 200000 rows, 50000 rows/s, 16 s left\n',
      '50%: 550000 rows, 110000 rows/s, 5 s left\n',
      '90%: 1000000 rows, 166667 rows/s, 0 s left\n',
    ]);
  });

  it('is silent for an input below 50 MB, and for one of unknown size', () => {
    expect(told(49_999_999, [1e7, 4e7])).toEqual([]);
    expect(told(null, [1e9])).toEqual([]);
  });
});
