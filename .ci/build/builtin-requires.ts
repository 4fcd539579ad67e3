import { builtinModules } from 'node:module';
import type { Plugin } from 'esbuild';

const namespace = 'builtin-require';

/**
 * Turns the `require('events')` of a bundled CommonJS package into an import.
 *
 * An ES module has no `require`, and the usual remedy, a banner that makes one, would bring `node:module` into every
 * chunk, those of the core included.
 */
export function builtinRequires(): Plugin {
  const builtins = new Set(builtinModules);
  return {
    name: namespace,
    setup(build) {
      build.onResolve({ filter: /^(node:)?[a-z_/]+$/ }, ({ kind, path }) => {
        const name = path.replace(/^node:/, '');
        return kind === 'require-call' && builtins.has(name) ? { path: name, namespace } : undefined;
      });
      build.onLoad({ filter: /.*/, namespace }, ({ path }) => ({
        contents: `import builtin from 'node:${path}'; module.exports = builtin;`,
      }));
    },
  };
}
