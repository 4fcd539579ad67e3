import { defineConfig } from 'vitest/config';
import { closingLineReporter } from './test/support/closing-line-reporter.ts';

/** What reckons with time runs once in each of these zones of the host: no result may depend on it. */
const hostZones = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Apia'];
const packages = '**/node_modules/**';
const onTime = ['test/{instant,calendar,epoch}/**/*.test.ts', 'test/limit/**/!(*.prop).test.ts'];
const seed = Number(process.env.DULY_SEED ?? 20_260_701);

export default defineConfig({
  test: {
    testTimeout: 30_000,
    // One core less is the default, which leaves half of a machine of two idle.
    maxWorkers: '100%',
    // A file that is kept is written by `npm run api` alone; where it is missing, a test fails.
    update: 'none',
    setupFiles: ['test/support/seed.ts'],
    reporters: ['default', closingLineReporter],
    projects: [
      {
        extends: true,
        test: {
          name: 'duly',
          include: ['test/**/*.test.ts'],
          exclude: [...onTime, packages],
          typecheck: { enabled: true, include: ['test/**/*.test-d.ts'], tsconfig: './tsconfig.json' },
        },
      },
      // Each looks elsewhere for counterexamples.
      ...hostZones.map((TZ, index) => ({
        extends: true as const,
        test: { name: TZ, include: onTime, env: { TZ, DULY_SEED: `${seed + index}` } },
      })),
    ],
  },
});
