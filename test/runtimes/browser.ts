import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Browser } from 'playwright-core';
import { packageJson } from '../support/package-json.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
};

/** A server of the files of a folder, on this machine alone. */
export async function serve(folder: string): Promise<{ server: Server; address: string }> {
  const server = createServer(async ({ url = '/' }, response) => {
    const path = normalize(new URL(url, 'http://localhost').pathname);
    const text = await readFile(join(folder, path)).catch(() => null);
    response.writeHead(text === null ? 404 : 200, { 'content-type': types[extname(path)] ?? 'text/plain' });
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** A page of one module, with an import map where it has one. */
export function pageOf(script: string, importMap = ''): string {
  return `<!doctype html><link rel="icon" href="data:,">${importMap}<script type="module" src="${script}"></script>`;
}

/** Pages of a module: one that leaves the package's entries to the browser, as files, and one that was bundled. */
export function writePages(folder: string, script: string, bundled: string): string[] {
  const imports = Object.fromEntries(
    Object.entries(packageJson.exports).flatMap(([subpath, targets]) =>
      typeof targets === 'string'
        ? []
        : [[subpath.replace(/^\./, 'duly'), targets.import.default.replace(/^\./, '/node_modules/duly')]],
    ),
  );
  const importMap = `<script type="importmap">${JSON.stringify({ imports })}</script>`;
  writeFileSync(join(folder, 'plain.html'), pageOf(script, importMap));
  writeFileSync(join(folder, 'bundled.html'), pageOf(bundled));
  return ['plain.html', 'bundled.html'];
}

/** What a page leaves in the global `results`; fails on whatever it complains of. */
export async function resultsOfPage(browser: Browser, address: string): Promise<string> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(address);
  await page
    .waitForFunction('globalThis.results !== undefined', undefined, { timeout: 20_000 })
    .catch((error) => complaints.push(error.message));
  const results = await page.evaluate('globalThis.results');
  await page.close();
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
  return String(results);
}
