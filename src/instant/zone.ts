import type { ErrorPath } from '../errors/duly-error.ts';
import { ZoneError } from '../errors/instant-error.ts';
import { readClock, readField } from './read-clock.ts';
import { DAY, type EpochMs, type Millis, SECOND } from './types.ts';

/** A stretch of instants with one offset from UTC, up to `end`. */
export interface OffsetPiece {
  readonly end: EpochMs;
  readonly offset: Millis;
}

/** An IANA time zone with the offsets found so far. */
export interface Zone {
  readonly name: string;
  /** Asks Intl for the offset at an instant. */
  readonly probe: (t: EpochMs) => Millis;
  /** The pieces of each block of `BLOCK` ms; found when first asked for. */
  readonly blocks: Record<number, OffsetPiece[]>;
}

/** Three days: the closest two transitions that are known (Boa Vista, Noronha 2000) are seven apart. */
const STEP = 3 * DAY;
const BLOCK = 122 * STEP;

export const ZONE_HINT = 'Name one such as "Asia/Shanghai"';

/** Kept by name, as a zone's offsets never change while a process runs. */
const zones = new Map<string, Zone>();

/** The zone of that name, or undefined if it isn't known. */
export function findZone(name: unknown): Zone | undefined {
  // Intl also takes offsets such as "+08:00" for zones; they are none.
  if (typeof name !== 'string' || !(name[0]! >= 'A')) return undefined;
  let zone = zones.get(name);
  try {
    zone ??= { name, probe: probeOf(name), blocks: {} };
    zones.set(name, zone);
  } catch {
    // Intl doesn't know it.
  }
  return zone;
}

/**
 * The zone of that name, kept with its offsets once found.
 *
 * @throws InstantError `instant.time-zone`
 */
export function zoneOf(name: string, path?: ErrorPath): Zone {
  const zone = findZone(name);
  if (zone !== undefined) return zone;
  throw new ZoneError('instant.time-zone', { given: name }, { path: path ?? [], hint: ZONE_HINT });
}

function probeOf(timeZone: string): Zone['probe'] {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  return (t) => {
    // "GMT+08:00", "GMT-00:44:30", or "GMT" alone
    const text = `${format.format(t).split('GMT')[1]}+00:00:00`;
    const offset = readClock(text, 1, 24) + readField(text, 7, 60, SECOND);
    return text[0] === '+' ? offset : 0 - offset;
  };
}

/** The piece in which an instant lies; long pieces are cut where the blocks meet. */
export function pieceAt({ blocks, probe }: Zone, t: EpochMs): OffsetPiece {
  const index = Math.floor(t / BLOCK);
  blocks[index] ??= piecesFrom(index * BLOCK, probe);
  const pieces = blocks[index];
  let at = 0;
  while (pieces[at]!.end <= t) at += 1;
  return pieces[at]!;
}

function piecesFrom(start: EpochMs, probe: Zone['probe']): OffsetPiece[] {
  const pieces: OffsetPiece[] = [];
  const last = start + BLOCK;
  let offset = probe(start);
  for (let at = start; at < last; ) {
    let end = Math.min(at + STEP, last);
    if (probe(end) !== offset) {
      // Changes fall on whole seconds.
      while (end - at > SECOND) {
        const middle = at + Math.ceil((end - at) / SECOND / 2) * SECOND;
        if (probe(middle) === offset) at = middle;
        else end = middle;
      }
      pieces.push({ end, offset });
      offset = probe(end);
    }
    at = end;
  }
  return [...pieces, { end: last, offset }];
}

/** The offset from UTC at an instant. */
export function offsetAt(zone: Zone, t: EpochMs): Millis {
  return pieceAt(zone, t).offset;
}

/** The wall time at an instant, as ms since 1970-01-01T00:00 on the wall. */
export function wallAt(zone: Zone, t: EpochMs): Millis {
  return t + offsetAt(zone, t);
}

/** The instant of a wall time: in a gap it moves forward by the gap, in a fold it is the earlier one. */
export function instantOfWall(zone: Zone, wall: Millis): EpochMs {
  const before = offsetAt(zone, wall - DAY);
  const after = offsetAt(zone, wall + DAY);
  const early = wall - before;
  const late = wall - after;
  // In a gap neither leads back to the wall time; the early reading then lies behind the gap, by as much as is needed.
  return early === late || offsetAt(zone, early) === before || offsetAt(zone, late) !== after ? early : late;
}
