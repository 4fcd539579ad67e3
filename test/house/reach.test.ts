import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { builtFolder } from '../support/built.ts';
import { root } from '../support/source-tree.ts';

/** What a built entry imports from outside the package, through all its chunks. */
async function outsideOf(file: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [`${builtFolder()}${file}`],
    absWorkingDir: root,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outdir: 'out',
    write: false,
    metafile: true,
  });
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  return [...new Set(imports.filter(({ external }) => external).map(({ path }) => path))].sort();
}

describe.each(['js', 'cjs'])('the built entries (%s)', (extension) => {
  it.each(['index', 'epoch', 'china', 'presets', 'sql'])('%s needs no package', async (name) => {
    expect(await outsideOf(`${name}.${extension}`)).toEqual([]);
  });

  it('holidays needs date-holidays alone, and nothing of Node', async () => {
    expect(await outsideOf(`holidays.${extension}`)).toEqual(['date-holidays', 'date-holidays/data']);
  });

  it('testing needs fast-check alone, and nothing of Node', async () => {
    expect(await outsideOf(`testing.${extension}`)).toEqual(['fast-check']);
  });

  it('readers and report need no files, threads or terminals', async () => {
    const reached = await Promise.all(['readers', 'report'].map((name) => outsideOf(`${name}.${extension}`)));
    expect(reached.flat()).toContain('@date-fns/tz');
    expect(
      reached.flat().filter((path) => /^(node:)?(fs|worker_threads|tty|readline|child_process)\b/.test(path)),
    ).toEqual([]);
  });
});
