import type { ErrorPath } from '../errors/duly-error.ts';
import { isParameter } from '../standards/parameters.ts';

/**
 * Where in a policy a parameter may stand: not for what a part is told by, nor for calendars and countings, those of the
 * rows of its tables neither; of a rung also for a condition on whom it goes to.
 */
const open = [
  /^parameters/,
  /^(standards|kpis),\d+,(?!(\D+\d+,)?(kind|id|title|clause|note|weight|severity|row|calendar|counting)\b)/,
  /^ladders,\d+,(when|rungs,\d+,(?!(id|level|action|deliver)\b|to\b(?!.*when)))/,
];

/** The parameter that a value of a policy stands for; names, titles and the parts themselves stand for themselves. */
export const parameterAt = (value: unknown, path: ErrorPath): string | undefined =>
  isParameter(value) && open.some((place) => place.test(path.join())) ? value.parameter : undefined;
