import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** `npm run clickhouse`: the proof of the statements for ClickHouse, which is too large an engine for `npm test`. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: { include: ['*.check.ts'], fileParallelism: false, testTimeout: 600_000, pool: 'forks' },
});
