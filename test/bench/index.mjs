// Measures the built package: `npm run bench`. Every ratio is computed afresh and set beside its bound; the run fails
// when one is missed. Peers count in the zone of the process, so that is set before anything is loaded.
process.env.TZ = 'Asia/Shanghai';

const { fileURLToPath } = await import('node:url');
const { Report } = await import('./report.mjs');
const { assessing } = await import('./assess.mjs');

const report = new Report();
report.section(
  'One case',
  'Measured before anything else is loaded: what the engine learns from other work would cost it some hundredths.',
);
await assessing(report);

const { floorRatios } = await import('./floor-ratios.mjs');
const { growth } = await import('./growth.mjs');
const { cold } = await import('./cold.mjs');
const { auditing } = await import('./audit.mjs');
const { peers } = await import('./peers.mjs');
const { judgingInSql } = await import('./sql.mjs');

report.section(
  'Beside the floor',
  'The floor reads the same compiled arrays, which it finds in the calendar: numbers in and out, no checks.',
);
await floorRatios(report);
report.section('Distance and holidays');
await growth(report);
report.section('Cold start and memory', 'Medians of 21 processes that have asked nothing before.');
cold(report);
report.section(
  'Audits',
  'Whole programs, started anew; rows per second follow from the time of a row. What starting costs is taken off.',
);
await auditing(report);
report.section(
  'In an engine',
  'All deadlines of textile-service in DuckDB, on two threads; one case. By hand: one pass over the events and ASOF joins with the days. `node test/bench/sql.mjs --cases 5000000` takes minutes, and tells the same of that many; 50000000, judged in slices, take seven minutes.',
);
await judgingInSql(report);
report.section(
  'Beside peers',
  'The same office, holidays and moments for all, in the zone of the process, which is all that most of them know.',
);
await peers(report);
report.write(fileURLToPath(new URL('RESULTS.md', import.meta.url)));

for (const { what, value, unit, bound } of report.missed) {
  console.error(`missed: ${what}: ${value.toFixed(2)} ${unit}, promised ${bound}`);
}
process.exitCode = report.missed.length > 0 ? 1 : 0;
