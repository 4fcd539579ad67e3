import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metafile, Plugin } from 'esbuild';

/** Writes the licences of all packages whose code ends up in the bundle. */
export function thirdPartyNotices(file: string): Plugin {
  return {
    name: 'third-party-notices',
    setup(build) {
      build.initialOptions.metafile = true;
      build.onEnd(async ({ metafile }) => {
        if (metafile === undefined) return;
        const notices = await Promise.all(bundledPackages(metafile).map(noticeOf));
        await writeFile(file, [heading, ...notices].join(`\n${'-'.repeat(80)}\n\n`));
      });
    },
  };
}

const heading =
  'Code of the following packages is bundled into dist/. Where their sources are, and their licences:\n';

/** Folders of the packages that contribute bytes to an output, sorted. */
function bundledPackages({ outputs }: Metafile): string[] {
  const inputs = Object.values(outputs).flatMap((output) =>
    Object.entries(output.inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
  const folders = inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  return [...new Set(folders)].sort();
}

async function noticeOf(folder: string): Promise<string> {
  const { name, version, license, repository } = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8'),
  );
  const licence = (await readdir(folder)).find((entry) => /^(licen[cs]e|copying)\b/i.test(entry));
  if (licence === undefined) throw new Error(`${name} is bundled, but has no licence file to pass on`);
  const text = await readFile(join(folder, licence), 'utf8');
  return `${name} ${version} (${license})\n${sourceOf(repository)}\n\n${text.trim()}\n`;
}

/** The address of a package's source, in one of the forms that package.json knows. */
function sourceOf(repository: string | { readonly url: string }): string {
  const url = typeof repository === 'string' ? repository : repository.url;
  const address = url
    .replace(/^git\+/, '')
    .replace(/\.git$/, '')
    .replace(/^(?:git|ssh):\/\/(?:git@)?/, 'https://');
  return address.includes(':') ? address : `https://github.com/${address}`;
}
