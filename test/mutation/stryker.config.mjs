/** One folder of the core at a time, `standards/*` being the files that lie in `standards` itself. */
const folder = process.env.DULY_MUTATION;
const name = folder.replace('/', '-').replace('*', 'itself');

export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  mutate: [folder.endsWith('*') ? `src/${folder}.ts` : `src/${folder}/**/*.ts`],
  coverageAnalysis: 'perTest',
  ignoreStatic: false,
  concurrency: 1,
  // Endless loops end by the number of their turns; a busy machine that makes a test wait has not noticed anything.
  // Those of the calendar turn too often for that: what waited there is read afterwards.
  timeoutMS: folder === 'calendar' ? 10_000 : 60_000,
  // Vitest remembers every run.
  maxTestRunnerReuse: 300,
  incremental: true,
  incrementalFile: `out/mutation/${name}.incremental.json`,
  reporters: ['json', 'clear-text', 'progress-append-only'],
  jsonReporter: { fileName: `out/mutation/${name}.json` },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: true },
  tempDirName: 'out/stryker',
  ignorePatterns: ['/dist', '/out', '/coverage', '/examples', '/api', '/test/runtimes', '/test/bench'],
  allowConsoleColors: false,
};
