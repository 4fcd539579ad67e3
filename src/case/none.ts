/** An empty list of anything: most cases, runs and clocks have nothing to put in. */
export const none: readonly never[] = [];
