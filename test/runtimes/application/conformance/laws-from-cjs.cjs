const entries = { presets: require('duly/presets'), testing: require('duly/testing') };
const fc = require('fast-check');

import('./laws.mjs').then(({ printLaws }) => printLaws(entries, fc));
