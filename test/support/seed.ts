import fc from 'fast-check';

/**
 * One seed for all property tests, so that a run says the same of the same code wherever it runs.
 * `DULY_SEED=$RANDOM npx vitest run` looks elsewhere; what it finds becomes a test of its own.
 */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.DULY_SEED ?? 20_260_701) });
