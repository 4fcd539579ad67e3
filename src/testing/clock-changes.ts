import { DAY, MINUTE } from '../instant/types.ts';
import { zoneNames } from './zones.ts';

/**
 * The changes of the clock between two midnights of UTC, wherever among the zones, to the minute. It asks Intl itself:
 * a change that the package overlooked would otherwise never be aimed at.
 */
export function clockChanges(from: number, to: number): number[] {
  return zoneNames.flatMap((timeZone) => {
    const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    const offsetAt = (t: number) =>
      format.formatToParts(t).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const found: number[] = [];
    for (let day = from; day < to; day += DAY) {
      if (offsetAt(day) === offsetAt(day + DAY)) continue;
      let [before, after] = [0, DAY / MINUTE];
      while (after - before > 1) {
        const half = Math.floor((before + after) / 2);
        if (offsetAt(day + half * MINUTE) === offsetAt(day)) before = half;
        else after = half;
      }
      found.push(day + after * MINUTE);
    }
    return found;
  });
}
