import { existsSync, readdirSync, statSync } from 'node:fs';
import { root } from './source-tree.ts';

/** The folder of the built package; refuses one that is missing or older than a source, which would test the past. */
export function builtFolder(): string {
  const dist = `${root}dist/`;
  const first = `${dist}index.js`;
  if (!existsSync(first)) throw new Error('nothing is built: npm run build');
  const sources = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  );
  const changed = sources.filter((path) => statSync(`${root}src/${path}`).mtimeMs > statSync(first).mtimeMs);
  if (changed.length > 0) throw new Error(`src/${changed[0]} is newer than dist/: npm run build`);
  return dist;
}
