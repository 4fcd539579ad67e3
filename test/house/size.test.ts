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

describe('the size of an import', () => {
  it('is at most 25 kB for assess and definePolicy, which need no package', async () => {
    const { gzipped, packages } = await sizeOf("export { assess, definePolicy } from 'duly'");
    expect(gzipped).toBeLessThanOrEqual(25_000);
    expect(packages).toEqual([]);
  });

  it('is at most 6 kB for the calendar functions, which need no package', async () => {
    const { gzipped, packages } = await sizeOf(`export { ${calendarFunctions} } from 'duly'`);
    expect(gzipped).toBeLessThanOrEqual(6_000);
    expect(gzipped).toBeGreaterThan(1_000);
    expect(packages).toEqual([]);
  });

  it('is at most 3 kB for the Chinese holidays', async () => {
    const { gzipped, packages } = await sizeOf("export { china } from 'duly/china'");
    expect(gzipped).toBeLessThanOrEqual(3_000);
    expect(packages).toEqual([]);
  });
});
