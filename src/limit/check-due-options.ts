import { CalendarError } from '../errors/calendar-error.ts';
import { DueError } from '../errors/limit-error.ts';
import { unknownKey } from '../errors/unknown-key.ts';
import type { DueOptions } from './due-at.ts';

const known = ['calendar', 'counting', 'pauses', 'extensions', 'direction', 'clearDays', 'asOf'];

/** Refuses options that aren't there, keys that nobody knows, and values that would go unnoticed. */
export function checkDueOptions(options: DueOptions): void {
  if (typeof options !== 'object' || options === null) refuse(options, 'an object with calendar', 'options');
  const unknown = unknownKey(options, known);
  if (unknown !== undefined) {
    const { key, hint } = unknown;
    throw new DueError('limit.unknown-key', { given: key }, { path: [key], hint });
  }
  const { calendar } = options;
  if (typeof calendar !== 'object' || calendar === null) {
    const place = { path: ['calendar'], hint: 'Give a calendar, or its specification' };
    throw new CalendarError('calendar.shape', { given: calendar, expected: 'an object' }, place);
  }
  check(options, 'pauses', Array.isArray, 'an array');
  check(options, 'extensions', Array.isArray, 'an array');
  check(options, 'direction', (given) => given === 'after' || given === 'before', '"after" or "before"');
  check(options, 'clearDays', (given) => typeof given === 'boolean', 'true or false');
}

function check(
  options: DueOptions,
  key: keyof DueOptions,
  fits: (given: unknown) => boolean,
  expected: string,
): void {
  const given = options[key];
  if (given !== undefined && !fits(given)) refuse(given, expected, key);
}

function refuse(given: unknown, expected: string, key: string): never {
  throw new DueError('limit.option', { given, expected }, { path: [key] });
}
