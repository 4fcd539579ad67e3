import { transform } from 'esbuild';
import type { TsupPlugin } from './tsup-plugin.ts';

/**
 * Turns the chunks of an ES module build into CommonJS, one by one.
 *
 * The bundler splits ES modules only; the converter that tsup brings for this also rewrites `?.` and `??` into
 * closures, which would make the CommonJS copy slower than the other.
 */
export function commonjs(target: readonly string[]): TsupPlugin {
  return {
    name: 'commonjs',
    async renderChunk(code, { path }) {
      if (!path.endsWith('.cjs')) return undefined;
      // The bundler keeps away from `require` in ES modules; here it is what applications' bundlers look for.
      return transform(code.replace(/\b__require\(/g, 'require('), {
        format: 'cjs',
        platform: 'node',
        target: [...target],
        banner: '"use strict";',
      });
    },
  };
}
