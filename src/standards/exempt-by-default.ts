/** What ends a case so that nothing more can be asked of it, where a standard doesn't say. */
export const exemptByDefault = ['withdrawn', 'merged', 'invalidated'];
