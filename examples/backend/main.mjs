// @ts-check
// node examples/backend/main.mjs; DATABASE, POLICY, PORT and WEBHOOK say where things are.
import { readFileSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { parsePolicy } from 'duly';
import { openDatabase } from './open-database.mjs';
import { createService } from './service.mjs';
import { createStore } from './store.mjs';
import { startWorker } from './worker.mjs';

const { DATABASE = 'backend.db', PORT = '8787', WEBHOOK } = process.env;
const { POLICY = new URL('policy.json', import.meta.url) } = process.env;

const policy = parsePolicy(JSON.parse(readFileSync(POLICY, 'utf8')));
const database = await openDatabase(DATABASE);
const store = createStore(database, policy);
const worker = startWorker(store, WEBHOOK === undefined ? print : postTo(WEBHOOK));
const app = createService(store, { changed: worker.poke });
const server = serve({ fetch: app.fetch, port: Number(PORT), hostname: '127.0.0.1' }, ({ port }) =>
  console.log(`listening on http://127.0.0.1:${port}`),
);

/** @param {string} address @returns {import('./worker.mjs').Send} */
function postTo(address) {
  return async (key, notice) => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    const { ok } = await fetch(address, { method: 'POST', headers, body: JSON.stringify(notice) });
    return ok;
  };
}

/** @type {import('./worker.mjs').Send} */
async function print(key, { to, case: id }) {
  console.log(`tell ${to} about ${id} (${key})`);
  return true;
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    worker.stop();
    server.close(() => {
      database.close();
      process.exit(0);
    });
  });
}
