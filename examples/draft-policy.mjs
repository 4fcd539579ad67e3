// @ts-check
// Before a stricter promise is signed: how would last year's cases have fared by it, and which limit would they keep?
import { createReadStream } from 'node:fs';
import { attainable, audit, extendPolicy } from 'duly';
import { textileService } from 'duly/presets';
import { mappings, readCases } from 'duly/readers';

const solution = textileService.standards.find(({ id }) => id === 'complaint-solution');
if (solution?.kind !== 'deadline') throw new Error('the preset has no such deadline');

const draft = extendPolicy(textileService, {
  id: 'draft',
  version: '2027-01',
  standards: [{ ...solution, within: '5 working days' }],
});

const cases = readCases(createReadStream('examples/data/tickets.csv'), {
  format: 'csv',
  mapping: mappings['chinese-tickets'],
});
const report = await audit(cases, textileService, {
  asOf: '2026-10-01T00:00:00+08:00',
  range: { from: '2025-10-01', to: '2026-10-01' },
  against: draft,
});

const { against } = report;
if (against === undefined) throw new Error('nothing was compared');
for (const { standards } of [report, against]) {
  const row = standards.find(({ id }) => id === solution.id);
  console.log(`${row?.runs} runs: ${row?.met} met, ${row?.late} late, ${row?.overdue} overdue`);
}
// => 590 runs: 522 met, 39 late, 6 overdue
// => 590 runs: 464 met, 97 late, 6 overdue

for (const { status, against: other, runs, examples } of against.changes)
  console.log(`${runs} runs would be ${other} instead of ${status}, such as ${examples[0]?.case}`);
// => 58 runs would be late instead of met, such as GD20251013006

// The used time of a limit in working days is working time: nine hours a day here.
const { ms } = attainable(report, solution.id, 0.95);
console.log(`95% were solved within ${((ms ?? 0) / 3_600_000).toFixed(1)} working hours`); // => 95% were solved within 81.8 working hours
