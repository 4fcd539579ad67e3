import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where a Chromium is installed; `undefined` where none is, and tests that need one are skipped. */
export const chromiumPath: string | undefined = [
  process.env.CHROME_PATH ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== '' && existsSync(path));

/** A headless Chromium that asks nobody for anything. */
export function openChromium(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('no Chromium is installed: set CHROME_PATH');
  const quiet = ['background-networking', 'component-update', 'sync', 'gpu', 'quic'];
  return chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--no-first-run', ...quiet.map((name) => `--disable-${name}`)],
  });
}
