import type { ErrorPath } from '../errors/duly-error.ts';
import { InstantError } from '../errors/instant-error.ts';
import { DAY, type EpochMs, type Millis, SECOND } from './types.ts';

/** A stretch of instants, `[start, end)`, with one offset from UTC. */
export interface OffsetPiece {
  readonly start: EpochMs;
  readonly end: EpochMs;
  readonly offset: Millis;
}

/** An IANA time zone with the offsets found so far. */
export interface Zone {
  readonly name: string;
  /** Asks Intl for the offset at an instant. */
  readonly probe: (t: EpochMs) => Millis;
  /** The pieces of each block of `BLOCK` ms, from one block before 1970 on; found when first asked for. */
  readonly blocks: OffsetPiece[][];
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
  if (typeof name !== 'string' || !/^[a-z]/i.test(name)) return undefined;
  let zone = zones.get(name);
  try {
    zone ??= { name, probe: probeOf(name), blocks: [] };
  } catch {
    return undefined;
  }
  zones.set(name, zone);
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
  throw new InstantError('instant.time-zone', { given: name }, { path: path ?? [], hint: ZONE_HINT });
}

function probeOf(timeZone: string): Zone['probe'] {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  return (t) => {
    // "GMT+08:00", "GMT-00:44:30", or "GMT" alone
    const match = /GMT(?:(.)(\d+):(\d+):?(\d+)?)?$/.exec(format.format(t));
    const [, sign, hours = 0, minutes = 0, seconds = 0] = match!;
    const offset = ((+hours * 60 + +minutes) * 60 + +seconds) * SECOND;
    return sign === '+' ? offset : 0 - offset;
  };
}

/** The piece in which an instant lies; long pieces are cut where the blocks meet. */
export function pieceAt({ blocks, probe }: Zone, t: EpochMs): OffsetPiece {
  const index = Math.floor(t / BLOCK) + 1;
  let pieces = blocks[index];
  if (pieces === undefined) {
    const start = (index - 1) * BLOCK;
    pieces = [{ start, end: start + BLOCK, offset: probe(start) }];
    for (let at = start; at < start + BLOCK; at += STEP) cut(pieces, probe, at, at + STEP, probe(at + STEP));
    blocks[index] = pieces;
  }
  let last = pieces.length - 1;
  while (pieces[last]!.start > t) last -= 1;
  return pieces[last]!;
}

/** Cuts the last piece wherever the offset changes in `(from, to]`; changes fall on whole seconds. */
function cut(pieces: OffsetPiece[], probe: Zone['probe'], from: EpochMs, to: EpochMs, offset: Millis): void {
  const last = pieces.at(-1)!;
  if (offset === last.offset) return;
  if (to - from > SECOND) {
    const middle = from + Math.floor((to - from) / SECOND / 2) * SECOND;
    cut(pieces, probe, from, middle, probe(middle));
    cut(pieces, probe, middle, to, offset);
  } else if (to < last.end) {
    pieces.splice(-1, 1, { ...last, end: to }, { start: to, end: last.end, offset });
  }
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
  return offsetAt(zone, early) === before || offsetAt(zone, late) !== after ? early : late;
}
