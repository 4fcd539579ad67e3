// Preloaded into a process that is to die: the n-th statement that changes the database is its last act.
import { createRequire } from 'node:module';

let left = Number(process.env.DIE_AT_WRITE);
const die = (write) =>
  function (...given) {
    const result = write.apply(this, given);
    // Of what is merely executed, only the bounds of a transaction.
    const counts = write.name === 'run' || given[0] === 'begin immediate' || given[0] === 'commit';
    if (counts && --left === 0) process.kill(process.pid, 'SIGKILL');
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
