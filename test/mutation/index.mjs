import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * `npm run mutation`: changes the core in one place after the other and counts the changes that the tests of the same
 * folder notice. `npm run mutation -- limit kpi` tries two folders, `npm run mutation -- standards/deadline` a part of
 * one. What was tried before is tried again only where the source or its tests have changed (out/mutation).
 */
const asked = process.argv.slice(2);
if (asked.length === 0) asked.push('instant', 'calendar', 'limit', 'standards', 'escalation', 'kpi');
const folders = asked.flatMap((folder) => (folder === 'standards' ? partsOf(folder) : folder));

/** A folder of many folders: its own files, then each of those. */
function partsOf(folder) {
  const below = readdirSync(`src/${folder}`, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return ['*', ...below.map(({ name }) => name)].map((name) => `${folder}/${name}`);
}

/** Stryker doesn't see that a new test may kill what a module does as it loads. */
function forgetSurvivors(file) {
  if (!existsSync(file)) return;
  const known = JSON.parse(readFileSync(file, 'utf8'));
  for (const entry of Object.values(known.files))
    entry.mutants = entry.mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout');
  writeFileSync(file, JSON.stringify(known));
}

let failed = false;
const rows = folders.map((folder) => {
  const name = folder.replace('/', '-').replace('*', 'itself');
  forgetSurvivors(`out/mutation/${name}.incremental.json`);
  const { status } = spawnSync('npx', ['stryker', 'run', 'test/mutation/stryker.config.mjs'], {
    env: { ...process.env, DULY_MUTATION: folder },
    stdio: 'inherit',
  });
  failed ||= status !== 0;
  const { files } = JSON.parse(readFileSync(`out/mutation/${name}.json`, 'utf8'));
  const all = Object.values(files).flatMap(({ mutants }) => mutants);
  const alive = all.filter(({ status: end }) => end !== 'Killed' && end !== 'Timeout').length;
  return { folder, mutants: all.length, alive, killed: all.length - alive };
});

const share = ({ killed, mutants }) => `${((100 * killed) / mutants).toFixed(1)}%`;
const whole = { folder: 'all', mutants: 0, alive: 0, killed: 0 };
for (const row of rows) for (const key of ['mutants', 'alive', 'killed']) whole[key] += row[key];
for (const row of [...rows, whole])
  console.log(`${row.folder.padEnd(22)}${share(row).padStart(7)}  ${row.killed} of ${row.mutants} killed`);
process.exitCode = failed ? 1 : 0;
