const { readFileSync } = require('node:fs');

const entries = {
  duly: require('duly'),
  china: require('duly/china'),
  epoch: require('duly/epoch'),
  presets: require('duly/presets'),
  readers: require('duly/readers'),
  report: require('duly/report'),
  sql: require('duly/sql'),
};
import('./print-results.mjs').then(({ printResults }) =>
  printResults(entries, readFileSync(process.argv[2])),
);
