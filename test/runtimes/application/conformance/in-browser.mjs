import * as duly from 'duly';
import * as china from 'duly/china';
import * as epoch from 'duly/epoch';
import * as presets from 'duly/presets';
import * as report from 'duly/report';
import * as sql from 'duly/sql';
import { coreResults } from './core.mjs';
import { reportResults, sqlResults } from './rim.mjs';

const core = coreResults({ duly, china, epoch, presets });
globalThis.results = JSON.stringify({
  core,
  report: reportResults(report, core.audit.report),
  sql: sqlResults(sql, presets),
});
