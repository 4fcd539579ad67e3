import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'vitest';

const folder = process.env.DULY_REAL_DATA;

/** A test on one of the real exports, which lie outside the project; without them it is skipped. */
export function onRealFile(name: string, title: string, check: (path: string) => Promise<void>) {
  const path = folder === undefined ? undefined : join(folder, name);
  if (path !== undefined && existsSync(path)) it(title, () => check(path), 60_000);
  else it.skip(`${title} (set DULY_REAL_DATA to the folder that holds ${name})`, () => {});
}
