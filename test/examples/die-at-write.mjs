// Preloaded into a process that is to die: the n-th statement that changes the database is its last act.
import { createRequire } from 'node:module';

let left = Number(process.env.DIE_AT_WRITE);
const die = (write) =>
  function (...given) {
    const result = write.apply(this, given);
    const [sql] = given;
    const changes = typeof sql !== 'string' || /^\s*(insert|update|delete|begin|commit)/.test(sql);
    if (changes && --left === 0) process.kill(process.pid, 'SIGKILL');
    return result;
  };

const sqlite = await import('node:sqlite').catch(() => undefined);
if (sqlite !== undefined) {
  const { DatabaseSync, StatementSync } = sqlite;
  DatabaseSync.prototype.exec = die(DatabaseSync.prototype.exec);
  StatementSync.prototype.run = die(StatementSync.prototype.run);
} else {
  const { Database } = createRequire(import.meta.url)('node-sqlite3-wasm');
  Database.prototype.exec = die(Database.prototype.exec);
  Database.prototype.run = die(Database.prototype.run);
}
