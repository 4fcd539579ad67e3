import type { ErrorPath } from '../errors/duly-error.ts';
import { LimitError } from '../errors/limit-error.ts';
import { didYouMean } from '../errors/nearest.ts';
import { flag, object, oneOf, type Shape, shapeProblems } from '../errors/shape.ts';
import { countings } from './countings.ts';
import type { Counting, CountingName } from './types.ts';

/** A company's own convention. */
export const ownCounting: Shape = object(
  {
    start: oneOf('next-day', 'same-day', 'instant'),
    end: oneOf('close-of-business', 'end-of-day', 'same-time'),
    'roll?': oneOf('next-working-day', 'previous-working-day', 'none'),
    'cutOff?': { type: 'text', pattern: '^(([01]\\d|2[0-3]):[0-5]\\d|close)$', like: '"HH:mm" or "close"' },
    'months?': oneOf('corresponding', 'before-first-counted'),
    'hours?': oneOf('from-instant', 'from-next-hour'),
    'rollHours?': flag,
  },
  checkCombination,
);

/**
 * The convention of that name, or a company's own after a check of its fields and their combination.
 *
 * @throws LimitError `limit.counting` (no such name), `counting.shape`, `counting.unknown-key`, `counting.combination`
 */
export function toCounting(input: CountingName | Counting, path: ErrorPath = []): Counting {
  if (typeof input !== 'object' || input === null) return byName(input, path);
  const [problem] = shapeProblems(ownCounting, input, { layer: 'counting' });
  // A rolling count has no use for roll and months, so it need not state them.
  if (problem === undefined)
    return input.roll && input.months ? input : { ...input, roll: 'none', months: 'corresponding' };
  const { code, message: reason, hint } = problem;
  throw new LimitError(code as 'counting.shape', { reason }, { path: [...path, ...problem.path], hint });
}

/** The convention that has a name. */
export function byName(given: unknown, path: ErrorPath = []): Counting {
  const known = Object.keys(countings);
  if (known.includes(given as string)) return countings[given as CountingName];
  throw new LimitError('limit.counting', { given, known }, { path, hint: didYouMean(given, known) });
}

function checkCombination({ start, end, roll, months, cutOff }: Partial<Counting>): void {
  const rolling = end === 'same-time';
  if ((start === 'instant') !== rolling)
    refuse('combination', 'start', 'start "instant" and end "same-time" go only together');
  for (const [key, value] of Object.entries({ cutOff, roll }))
    if (rolling && value !== undefined && value !== 'none')
      refuse('combination', key, `end "same-time" takes no ${key}`);
  for (const [key, value] of Object.entries({ roll, months }))
    if (!rolling && value === undefined) refuse('shape', key, `expected ${key}`);
}

function refuse(code: 'combination' | 'shape', key: string, reason: string): never {
  throw new LimitError(`counting.${code}`, { reason }, { path: [key] });
}
