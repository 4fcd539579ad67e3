import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * `npm run mutation`: changes the core in one place after the other and counts the changes that the tests of the same
 * folder notice. `npm run mutation -- limit kpi` tries two folders. What was tried before is tried again only where
 * the source or its tests have changed (out/mutation).
 */
const folders = process.argv.slice(2);
if (folders.length === 0) folders.push('instant', 'calendar', 'limit', 'standards', 'escalation', 'kpi');

let failed = false;
const rows = folders.map((folder) => {
  const { status } = spawnSync('npx', ['stryker', 'run', 'test/mutation/stryker.config.mjs'], {
    env: { ...process.env, DULY_MUTATION: folder },
    stdio: 'inherit',
  });
  failed ||= status !== 0;
  const { files } = JSON.parse(readFileSync(`out/mutation/${folder}.json`, 'utf8'));
  const all = Object.values(files).flatMap(({ mutants }) => mutants);
  const alive = all.filter(({ status: end }) => end !== 'Killed' && end !== 'Timeout').length;
  return { folder, mutants: all.length, alive, killed: all.length - alive };
});

const share = ({ killed, mutants }) => `${((100 * killed) / mutants).toFixed(1)}%`;
const whole = { folder: 'all', mutants: 0, alive: 0, killed: 0 };
for (const row of rows) for (const key of ['mutants', 'alive', 'killed']) whole[key] += row[key];
for (const row of [...rows, whole])
  console.log(`${row.folder.padEnd(12)}${share(row).padStart(7)}  ${row.killed} of ${row.mutants} killed`);
process.exitCode = failed ? 1 : 0;
