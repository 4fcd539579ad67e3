import { readFileSync } from 'node:fs';
import * as duly from 'duly';
import * as china from 'duly/china';
import * as epoch from 'duly/epoch';
import * as presets from 'duly/presets';
import * as readers from 'duly/readers';
import * as report from 'duly/report';
import * as sql from 'duly/sql';
import { printResults } from './print-results.mjs';

// Not waited for: bundled to CommonJS, a module can't.
const entries = { duly, china, epoch, presets, readers, report, sql };
printResults(entries, readFileSync(process.argv[2]));
