import { defineConfig } from 'vitest/config';

const core =
  'errors,instant,calendar,limit,case,standards,escalation,kpi,policy,assess,audit,explain,epoch,china';

/** How much of the core its own tests reach: every branch that is left is named by `npm run coverage`. */
export default defineConfig({
  test: {
    testTimeout: 120_000,
    env: { TZ: 'UTC' },
    setupFiles: ['test/support/seed.ts'],
    include: [`test/{${core},presets,testing}/**/*.test.ts`],
    // Held to seconds, which counting every branch takes many of.
    exclude: ['test/assess/many-events.test.ts'],
    coverage: {
      enabled: true,
      provider: 'v8',
      include: [`src/{${core}}/**/*.ts`],
      reporter: ['text-summary', 'json'],
      reportsDirectory: 'coverage',
      thresholds: { branches: 98 },
    },
  },
});
