import { createReadStream, readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import type { CaseInput } from '../../src/case/types.ts';
import type { Mapping } from '../../src/readers/index.ts';
import { onRealFile } from '../support/real-data.ts';
import { collect } from './support.ts';

const mappingOf = (name: string): Mapping =>
  JSON.parse(readFileSync(new URL(`../../examples/mappings/${name}.json`, import.meta.url), 'utf8'));

const DAY = 86_400_000;
const first = ({ events }: CaseInput, type: string) =>
  events.find((event) => event.type === type)?.at as number | undefined;

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

describe('real exports', () => {
  onRealFile(
    'helpdesk_italy_full.csv',
    'the Italian help desk: 4,580 cases of 21,348 rows, 4,285 replied to, 2,455 within 24 h',
    async (path) => {
      const results = await collect(createReadStream(path), {
        format: 'csv',
        mapping: mappingOf('helpdesk-italy'),
      });
      const cases = results.flatMap((result) => (result.ok ? [result.case] : []));
      expect(cases).toHaveLength(4580);
      const rows = results.map((result) => (result.ok ? [result.rows!, result.repeatedRows ?? 0] : [1, 0]));
      expect(rows.reduce((sum, [used]) => sum + used!, 0)).toBe(21_348 - 127);
      expect(rows.reduce((sum, [, repeated]) => sum + repeated!, 0)).toBe(127);
      const waits = (type: string) =>
        cases.flatMap((one) => {
          const at = first(one, type);
          return at === undefined ? [] : [at - first(one, 'received')!];
        });
      expect(waits('replied')).toHaveLength(4285);
      expect(waits('replied').filter((ms) => ms <= DAY)).toHaveLength(2455);
      expect(median(waits('replied')) / 3_600_000).toBeCloseTo(16.39, 2);
      expect(waits('resolved')).toHaveLength(4569);
      // The printed figure, 5.983, subtracts wall times across changes to and from summer time.
      expect(median(waits('resolved')) / DAY).toBeCloseTo(5.98, 2);
    },
  );

  const years = [
    [2013, 3095, 2496],
    [2014, 5268, 2237],
    [2015, 6221, 2551],
    [2016, 7494, 3927],
    [2017, 7760, 4267],
  ] as const; // prettier-ignore
  for (const [year, rows, judged] of years) {
    onRealFile(
      `boston311_animal_housing_${year}.csv`,
      `Boston ${year}: on_time agrees with the target on all ${judged} closed rows that have one`,
      async (path) => {
        const results = await collect(createReadStream(path), {
          format: 'csv',
          mapping: mappingOf('boston-311'),
        });
        const cases = results.flatMap((result) => (result.ok ? [result.case] : []));
        expect(cases).toHaveLength(rows);
        const closed = cases.filter(
          (one) => one.target !== undefined && first(one, 'resolved') !== undefined,
        );
        expect(closed).toHaveLength(judged);
        expect(
          closed.filter((one) => first(one, 'resolved')! <= (one.target as number) !== one.onTime),
        ).toEqual([]);
      },
    );
  }
});
