import { resolve } from 'node:path';
import { defineConfig, type Options } from 'tsup';
import { askAtOnce } from './.ci/build/ask-at-once.ts';
import { builtinRequires } from './.ci/build/builtin-requires.ts';
import { commonjs } from './.ci/build/commonjs.ts';
import { jsonSchemas } from './.ci/build/json-schemas.ts';
import { pureConstants } from './.ci/build/pure-constants.ts';
import { thirdPartyNotices } from './.ci/build/third-party-notices.ts';
import { unusedChunks } from './.ci/build/unused-chunks.ts';

// One entry per subpath export of package.json; the command line and its threads are programs and no exports.
const library = {
  index: 'src/index.ts',
  epoch: 'src/epoch/index.ts',
  china: 'src/china/index.ts',
  holidays: 'src/holidays/index.ts',
  presets: 'src/presets/index.ts',
  readers: 'src/readers/index.ts',
  report: 'src/report/index.ts',
  sql: 'src/sql/index.ts',
  testing: 'src/testing/index.ts',
};
const program = { cli: 'src/cli/main.ts', 'audit-worker': 'src/cli/audit-worker.ts' };

const target = ['es2022', 'node20'];
const sources = [pureConstants(resolve('src')), builtinRequires()];

// Chunks are shared between the entries of a format, so that no state is there twice. What is a dependency in
// package.json stays an import; every other package is bundled, and its licence goes into the notices. The
// output is readable as it is; source maps would treble the tarball.
const code: Options = {
  format: 'esm',
  platform: 'node',
  target,
  splitting: true,
  removeNodeProtocol: false,
  esbuildOptions(options) {
    options.mainFields = ['module', 'main'];
    // What minifiers leave as long as it is written.
    options.define = { ...options.define, 'Number.NaN': 'NaN', 'Number.POSITIVE_INFINITY': 'Infinity' };
  },
};

export default defineConfig([
  {
    ...code,
    entry: { ...library, ...program },
    esbuildPlugins: [...sources, thirdPartyNotices('THIRD-PARTY-NOTICES.txt'), jsonSchemas('dist/schemas')],
    plugins: [unusedChunks()],
  },
  {
    ...code,
    entry: library,
    outExtension: () => ({ js: '.cjs' }),
    esbuildPlugins: [askAtOnce('src/holidays/library.ts'), ...sources],
    plugins: [unusedChunks(), commonjs(target)],
  },
  { entry: library, format: ['esm', 'cjs'], dts: { only: true } },
]);
