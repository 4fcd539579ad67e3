/** One folder of the core at a time: `npm run mutation -- limit kpi`, or all of them without a name. */
const folder = process.env.DULY_MUTATION;

export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  mutate: [`src/${folder}/**/*.ts`],
  coverageAnalysis: 'perTest',
  ignoreStatic: false,
  concurrency: 1,
  timeoutMS: 3000,
  // Vitest remembers every run.
  maxTestRunnerReuse: 300,
  incremental: true,
  incrementalFile: `out/mutation/${folder}.incremental.json`,
  reporters: ['json', 'clear-text', 'progress-append-only'],
  jsonReporter: { fileName: `out/mutation/${folder}.json` },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: true },
  tempDirName: 'out/stryker',
  ignorePatterns: ['/dist', '/out', '/coverage', '/examples', '/api', '/test/runtimes', '/test/bench'],
  allowConsoleColors: false,
};
