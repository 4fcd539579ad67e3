import { DAY } from '../../instant/types.ts';
import { offsetAt, type Zone } from '../../instant/zone.ts';
import { calendarTables } from '../../sql/index.ts';
import type { Database } from './database.ts';

/** The wall times of which the instants are known here: 1992-01-01 to the end of 2060. */
export const wallRange = { from: Date.UTC(1992, 0, 1), to: Date.UTC(2061, 0, 1) - 1 } as const;

/** The offset of a zone that has one in all of that time; `undefined` of any other. */
function onlyOffset(zone: Zone): number | undefined {
  const first = offsetAt(zone, wallRange.from - DAY);
  for (let at = wallRange.from - DAY; at < wallRange.to + DAY; at += 3 * DAY)
    if (offsetAt(zone, at) !== first) return undefined;
  return first;
}

/** What is taken off a wall time to make it an instant. */
export function shiftOf(zone: Zone, wall: string): string {
  const only = onlyOffset(zone);
  if (only !== undefined) return `(${only})`;
  const day = `(${wall} // ${DAY})`;
  const place = `(${day} - ${wallRange.from / DAY} + 1)`;
  const own = (list: string) => `getvariable('duly_${list}')[${place}]`;
  return `(CASE WHEN ${wall} - ${day} * ${DAY} < ${own('switch')} THEN ${own('shift')} ELSE ${own('after')} END)`;
}

/** Makes known to the database how the wall times of a zone become instants, day by day. */
export async function tellWallTimes(database: Database, zone: Zone): Promise<void> {
  if (onlyOffset(zone) !== undefined) return;
  const { days } = calendarTables({ timeZone: zone.name, week: {} } as never, {
    from: '1992-01-01',
    to: '2060-12-31',
  });
  const lists = {
    shift: days.map(({ shift_ms }) => shift_ms),
    switch: days.map(({ switch_ms }) => switch_ms),
    after: days.map(({ shift_after_ms }) => shift_after_ms),
  };
  for (const [name, list] of Object.entries(lists))
    await database.run(`SET VARIABLE duly_${name} = [${list.join(', ')}]`);
}
