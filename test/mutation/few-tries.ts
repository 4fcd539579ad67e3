import fc from 'fast-check';
import { inject } from 'vitest';

/** Where a property states no number of tries of its own. */
fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: 5 });

// Stryker sets the mutant of this run before the first test, or here and now if it bears on what modules do as they
// load. The thread may still hold that of the run before.
const stryker = (globalThis as { __stryker__?: { activeMutant?: string | undefined } }).__stryker__;
if (stryker !== undefined && inject('mutantActivation' as never) !== 'static')
  stryker.activeMutant = undefined;
