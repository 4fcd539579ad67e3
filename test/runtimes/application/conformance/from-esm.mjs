import { readFileSync } from 'node:fs';
import * as duly from 'duly';
import * as china from 'duly/china';
import * as epoch from 'duly/epoch';
import * as presets from 'duly/presets';
import * as readers from 'duly/readers';
import * as report from 'duly/report';
import { printResults } from './print-results.mjs';

// Not waited for: bundled to CommonJS, a module can't.
printResults({ duly, china, epoch, presets, readers, report }, readFileSync(process.argv[2]));
