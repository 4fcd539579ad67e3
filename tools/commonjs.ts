import { basename } from 'node:path';
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
    async renderChunk(code, chunk) {
      if (!chunk.path.endsWith('.cjs')) return undefined;
      const map = Buffer.from(String(chunk.map)).toString('base64');
      const converted = await transform(`${code}\n//# sourceMappingURL=data:application/json;base64,${map}`, {
        format: 'cjs',
        platform: 'node',
        target: [...target],
        banner: '"use strict";',
        sourcemap: 'external',
        sourcefile: basename(chunk.path),
      });
      // tsup would combine the two maps under the absolute path of this machine.
      chunk.map = converted.map;
      return { code: converted.code };
    },
  };
}
