// @ts-check
// Every night: audit the help desk's export, write the page for the manager and the list for the team leads, and say
// what went overdue since yesterday. A timer runs `node examples/nightly-audit.mjs FILE "$(date -Iseconds)"`.
import { createReadStream, mkdirSync, writeFileSync } from 'node:fs';
import { audit } from 'duly';
import { textileService } from 'duly/presets';
import { mappings, readCases } from 'duly/readers';
import { renderBreachesCsv, renderHtml } from 'duly/report';

const [file = 'examples/data/tickets.csv', asOf = '2026-10-01T00:00:00+08:00'] = process.argv.slice(2);
const yesterday = Date.parse(asOf) - 24 * 60 * 60 * 1000;

/** @type {string[]} */
const fresh = [];
const report = await audit(
  readCases(createReadStream(file), { format: 'csv', mapping: mappings['chinese-tickets'] }),
  textileService,
  {
    asOf,
    onVerdict({ status, due, case: id, standard }) {
      if (status === 'overdue' && due !== null && due.getTime() >= yesterday) fresh.push(`${id} ${standard}`);
    },
  },
);

const folder = 'out/nightly';
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/report.html`, renderHtml(report, { locale: 'zh-CN' }));
writeFileSync(`${folder}/breaches.csv`, renderBreachesCsv(report));
writeFileSync(`${folder}/report.json`, JSON.stringify(report));

const { read, assessed, rejected, duplicate } = report.cases;
console.log(`${read} read, ${assessed} assessed, ${rejected} rejected, ${duplicate} duplicate`);
// => 3051 read, 3033 assessed, 16 rejected, 2 duplicate
for (const { code, count } of report.rejects) console.log(`${count} rejected: ${code}`);
// => 8 rejected: row.instant
// => 3 rejected: row.value
// => 2 rejected: row.cells
// => 2 rejected: row.no-id
// => 1 rejected: case.id-reused
for (const breach of fresh) console.log(`overdue since yesterday: ${breach}`);
// => overdue since yesterday: GD20260929002 inquiry-answer
// => overdue since yesterday: GD20260929002 complex-inquiry-progress
for (const { id, period, numerator, denominator, goal, met } of report.kpis)
  if (met === false) console.log(`${id} ${period}: ${numerator} of ${denominator}, goal ${goal}`);
// => connect-rate 2026-03: 32 of 39, goal >= 90%
// => connect-rate 2026-09: 55 of 62, goal >= 90%
