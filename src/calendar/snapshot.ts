import { CalendarError } from '../errors/calendar-error.ts';
import type { ErrorPath } from '../errors/duly-error.ts';
import { isRecord } from '../errors/record.ts';

/** Deep enough for any calendar; a document nested deeper is taken for a mistake. */
const DEEPEST = 64;

/**
 * A frozen copy of plain data, so that neither side can change the other's. Each property is read once, in order;
 * undefined ones are left out, as in JSON. What JSON doesn't know stays as it is, for the reader to refuse. What the
 * data holds twice is copied once, and is one in the copy too.
 */
export function snapshot(
  value: unknown,
  path: ErrorPath = [],
  copies = new Map<unknown, object | undefined>(),
): unknown {
  const isList = Array.isArray(value);
  if (!isList && !isRecord(value)) return value;
  const known = copies.get(value);
  if (known !== undefined) return known;
  // What is being copied has no copy yet.
  if (copies.has(value) || path.length > DEEPEST)
    throw new CalendarError('calendar.cycle', undefined, { path, hint: 'Write it as JSON' });
  copies.set(value, undefined);
  const inside = (item: unknown, key: string | number) => snapshot(item, [...path, key], copies);
  const copy = Object.freeze(
    isList
      ? Array.from(value, inside)
      : // fromEntries defines its keys, so that even "__proto__" is only a key.
        Object.fromEntries(
          Object.entries(value).flatMap(([key, item]) =>
            item === undefined ? [] : [[key, inside(item, key)]],
          ),
        ),
  );
  copies.set(value, copy);
  return copy;
}
