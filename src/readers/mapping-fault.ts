import type { Problem } from '../errors/problem.ts';

/** What is wrong with a mapping, which has no warnings. */
export type MappingFault = Omit<Problem, 'severity'>;
