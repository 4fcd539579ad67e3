import { CalendarError } from '../errors/calendar-error.ts';
import type { ErrorPath } from '../errors/duly-error.ts';

/** Deep enough for any calendar; a document nested deeper is taken for a mistake. */
const DEEPEST = 64;

/**
 * A frozen copy of plain data, so that neither side can change the other's. Each property is read once, in order;
 * undefined ones are left out, as in JSON.
 */
export function snapshot(value: unknown, path: ErrorPath = [], above: readonly unknown[] = []): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (above.includes(value) || above.length > DEEPEST) {
    throw new CalendarError('calendar.cycle', undefined, { path, hint: 'Write it as JSON' });
  }
  const inside = [...above, value];
  if (Array.isArray(value)) {
    return Object.freeze(Array.from(value, (item, index) => snapshot(item, [...path, index], inside)));
  }
  const entries = Object.entries(value).map(([key, item]) => [key, snapshot(item, [...path, key], inside)]);
  // fromEntries defines its keys, so that even "__proto__" is only a key.
  return Object.freeze(Object.fromEntries(entries.filter(([, item]) => item !== undefined)));
}
