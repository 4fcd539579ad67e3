import type { ErrorPath } from '../errors/duly-error.ts';
import { LimitError } from '../errors/limit-error.ts';
import { nearest } from '../errors/nearest.ts';
import { countings } from './countings.ts';
import type { Counting, CountingName } from './types.ts';

const fields = {
  start: ['next-day', 'same-day', 'instant'],
  end: ['close-of-business', 'end-of-day', 'same-time'],
  roll: ['next-working-day', 'previous-working-day', 'none'],
  cutOff: undefined,
  months: ['corresponding', 'before-first-counted'],
  hours: ['from-instant', 'from-next-hour'],
  rollHours: [true, false],
} as const;

const keys = Object.keys(fields) as (keyof typeof fields)[];
const cutOffForm = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|close)$/;

/**
 * The convention of that name, or a company's own after a check of its fields and their combination.
 *
 * @throws LimitError `limit.counting` (no such name), `counting.shape`, `counting.unknown-key`, `counting.combination`
 */
export function toCounting(input: CountingName | Counting, path: ErrorPath = []): Counting {
  if (typeof input === 'string') return byName(input, path);
  if (typeof input !== 'object' || input === null) return byName(input, path);
  checkFields(input, path);
  checkCombination(input, path);
  // A rolling count has no use for these two, so it need not state them.
  return input.roll && input.months
    ? input
    : { ...input, roll: 'none', months: input.months ?? 'corresponding' };
}

function byName(name: unknown, path: ErrorPath): Counting {
  if (typeof name === 'string' && Object.hasOwn(countings, name)) return countings[name as CountingName];
  const known = Object.keys(countings);
  const guess = typeof name === 'string' ? nearest(name, known) : undefined;
  const place = guess === undefined ? { path } : { path, hint: `Did you mean "${guess}"?` };
  throw new LimitError('limit.counting', { given: name, known }, place);
}

function checkFields(counting: Counting, path: ErrorPath): void {
  for (const key of Object.keys(counting)) {
    if (Object.hasOwn(fields, key)) continue;
    const guess = nearest(key, keys);
    const place =
      guess === undefined
        ? { path: [...path, key] }
        : { path: [...path, key], hint: `Did you mean "${guess}"?` };
    throw new LimitError('counting.unknown-key', { given: key, known: keys }, place);
  }
  for (const key of keys) checkField(counting, key, path);
}

function checkField(counting: Counting, key: keyof typeof fields, path: ErrorPath): void {
  const given = counting[key];
  const known: readonly unknown[] | undefined = fields[key];
  if (given === undefined && isOptional(counting, key)) return;
  const fits =
    known === undefined ? typeof given === 'string' && cutOffForm.test(given) : known.includes(given);
  if (fits) return;
  const expected = known === undefined ? '"HH:mm" or "close"' : known.join(', ');
  throw new LimitError('counting.shape', { given, expected }, { path: [...path, key] });
}

function isOptional(counting: Counting, key: keyof typeof fields): boolean {
  if (key === 'roll' || key === 'months') return counting.end === 'same-time';
  return key !== 'start' && key !== 'end';
}

function checkCombination(counting: Counting, path: ErrorPath): void {
  const rolling = counting.end === 'same-time';
  const refuse = (key: string, rule: string): never => {
    throw new LimitError('counting.combination', { rule }, { path: [...path, key] });
  };
  if ((counting.start === 'instant') !== rolling) {
    refuse('start', 'start "instant" and end "same-time" go only together');
  }
  if (rolling && counting.cutOff !== undefined) refuse('cutOff', 'end "same-time" takes no cutOff');
  if (rolling && counting.roll !== undefined && counting.roll !== 'none') {
    refuse('roll', 'end "same-time" takes no roll');
  }
}
