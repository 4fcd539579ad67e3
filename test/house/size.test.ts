import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { builtFolder } from '../support/built.ts';
import { root } from '../support/source-tree.ts';

const calendarFunctions = [
  'defineCalendar, addWorkingTime, workingTimeBetween, addWorkingDays, workingDaysBetween',
  'isWorkingTime, isWorkingDay, nextWorkingTime, previousWorkingTime, workingIntervals',
].join(', ');

/** What an application pays for an import: bundled from the built package with all it needs, minified, gzipped. */
async function sizeOf(code: string): Promise<{ gzipped: number; packages: string[] }> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: builtFolder() },
    absWorkingDir: root,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    write: false,
    metafile: true,
  });
  const used = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
  const packages = used.flatMap(([path, { bytesInOutput }]) => {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
    return name !== undefined && bytesInOutput > 0 ? [name] : [];
  });
  const gzipped = gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length;
  console.log(`${gzipped} B gzipped: ${code}`);
  return { gzipped, packages: [...new Set(packages)] };
}

/**
 * What an import may weigh. `ceiling`: what it weighs at present where that is more than its budget; it may only come
 * down, and goes when the budget is reached.
 */
const budgets = [
  {
    what: 'assess and definePolicy',
    code: "export { assess, definePolicy } from 'duly'",
    budget: 25_000,
    ceiling: 33_500,
  },
  {
    what: 'the calendar functions',
    code: `export { ${calendarFunctions} } from 'duly'`,
    budget: 6_000,
    ceiling: 7_200,
  },
  { what: 'the Chinese holidays', code: "export { china } from 'duly/china'", budget: 3_000 },
];

describe('the size of an import', () => {
  it.each(budgets)('of $what grows no further, and needs no package', async ({ code, budget, ceiling }) => {
    const { gzipped, packages } = await sizeOf(code);
    if (ceiling !== undefined) console.log(`${gzipped - budget} B over its budget of ${budget} B`);
    expect(gzipped).toBeLessThanOrEqual(ceiling ?? budget);
    expect(gzipped).toBeGreaterThan(ceiling === undefined ? 1_000 : budget);
    expect(packages).toEqual([]);
  });
});
