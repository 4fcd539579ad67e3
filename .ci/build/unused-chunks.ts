import type { TsupPlugin } from './tsup-plugin.ts';

/**
 * Drops the imports of chunks from which nothing is taken: no source of this package has side effects.
 *
 * The bundler adds such an import of its own helpers to every entry as soon as one entry needs them.
 */
export function unusedChunks(): TsupPlugin {
  return {
    name: 'unused-chunks',
    renderChunk: (code) => ({ code: code.replace(/^import "\.\/chunk-\w+\.c?js";$/gm, '') }),
  };
}
