import { expect, it } from 'vitest';

// Stryker counts tests. Where a mutant keeps every file from loading there are none, and without this one it would live.
it('loads what the package exports', async () => {
  expect(await import('../../src/index.ts')).toHaveProperty('assess');
});
