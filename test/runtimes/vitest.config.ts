import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** `npm run runtimes`: what needs more than the packages of the repository, one after the other. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: {
    include: ['*.check.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
