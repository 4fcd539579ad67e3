import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from './measure.mjs';

const STARTS = 21;
const script = (name) => fileURLToPath(new URL(name, import.meta.url));
const outputOf = (name, ...flags) =>
  JSON.parse(execFileSync(process.execPath, [...flags, script(name)], { encoding: 'utf8' }));

/** What the first question costs in a process that has never asked one, and what a calendar keeps. */
export function cold(report) {
  const starts = Array.from({ length: STARTS }, () => outputOf('cold-start.mjs'));
  const step = (name) => median(starts.map((times) => times[name]));
  report.atMost('the first time that the process asks Intl for any zone', step('intl'), 'ms');
  report.atMost('define a calendar: check it and all dates of its holidays', step('define'), 'ms');
  report.atMost('compile its first year, offsets of the zone included', step('compile'), 'ms', 5);
  report.atMost('what a calendar of 20 years keeps', outputOf('memory.mjs', '--expose-gc'), 'MB', 1);
}
