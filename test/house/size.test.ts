import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { builtFolder } from '../support/built.ts';
import { root } from '../support/source-tree.ts';
import { budgets } from './budgets.ts';

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
  it.each(budgets)(
    'of $what grows no further, and needs no package',
    async ({ names, entry, budget, ceiling }) => {
      const { gzipped, packages } = await sizeOf(`export { ${names} } from '${entry}'`);
      if (ceiling !== undefined) console.log(`${gzipped - budget} B over its budget of ${budget} B`);
      expect(gzipped).toBeLessThanOrEqual(ceiling ?? budget);
      expect(gzipped).toBeGreaterThan(ceiling === undefined ? 1_000 : budget);
      expect(packages).toEqual([]);
    },
  );
});
