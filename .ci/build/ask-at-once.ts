import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Plugin } from 'esbuild';

/** Turns the `await import('a')` at the top of a source into `require('a')`: a CommonJS module can't wait. */
export function askAtOnce(file: string): Plugin {
  return {
    name: 'ask-at-once',
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        if (path !== resolve(file)) return undefined;
        const text = await readFile(path, 'utf8');
        return { contents: text.replace(/await import\(/g, 'require('), loader: 'ts' };
      });
    },
  };
}
