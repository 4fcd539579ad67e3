import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** `npm run postgres`: the same proof as in `npm test`, on a server. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: { include: ['*.check.ts'], fileParallelism: false, testTimeout: 600_000, hookTimeout: 60_000 },
});
