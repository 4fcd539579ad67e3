import { writeFileSync } from 'node:fs';
import { coreResults } from './core.mjs';
import { readerResults, reportResults, sqlResults } from './rim.mjs';

/** Writes all results to the file that the program's second argument names. */
export async function printResults(entries, tickets) {
  const core = coreResults(entries);
  const rim = {
    report: reportResults(entries.report, core.audit.report),
    sql: sqlResults(entries.sql, entries.presets),
    readers: await readerResults(entries.readers, tickets),
  };
  writeFileSync(process.argv[3], JSON.stringify({ core, rim }, null, 1));
}
