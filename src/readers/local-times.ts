import type { Zone } from '../instant/zone.ts';
import { compileStamp } from './stamp.ts';

/** A date and a time of day that say nothing of a zone. */
const local = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?$/;

/**
 * Gives the times of a case in our own form the offset that they lack: those of its events, and attributes that are
 * written as one. The case is a record fresh from JSON, so it is changed itself.
 */
export function localTimes(zone: Zone): (record: Readonly<Record<string, unknown>>) => void {
  const read = compileStamp(['iso'], zone);
  const settle = (holder: unknown): void => {
    if (typeof holder !== 'object' || holder === null) return;
    for (const [key, value] of Object.entries(holder)) {
      if (typeof value !== 'string' || key === 'id' || !local.test(value)) continue;
      const at = read(value);
      // What is no time, such as 25:00, stays as it is written, to be refused.
      if (!Number.isNaN(at)) (holder as Record<string, unknown>)[key] = new Date(at).toISOString();
    }
  };
  return (record) => {
    settle(record);
    for (const event of Array.isArray(record.events) ? record.events : []) {
      settle(event);
      settle((event as { readonly set?: unknown } | null)?.set);
    }
  };
}
