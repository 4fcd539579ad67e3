import type { ErrorPath } from '../errors/duly-error.ts';
import { InstantError } from '../errors/instant-error.ts';
import { epochDayOf } from './civil.ts';
import { DAY, type EpochMs, HOUR, MINUTE, type Millis, SECOND } from './types.ts';

/** A stretch of instants, `[start, end)`, with one offset from UTC. */
export interface OffsetPiece {
  readonly start: EpochMs;
  readonly end: EpochMs;
  readonly offset: Millis;
}

/** An IANA time zone with the offsets found so far. */
export interface Zone {
  readonly name: string;
  /** Pieces of each block of `BLOCK` ms since one block before 1970; filled when first asked. */
  readonly blocks: (readonly OffsetPiece[] | undefined)[];
  readonly probe: (t: EpochMs) => Millis;
}

/** Three days: the shortest time between two transitions that is known (Boa Vista, Noronha 2000) is seven. */
const STEP = 3 * DAY;
const BLOCK = 122 * STEP;

const zones = new Map<string, Zone>();

/** The zone of that name, or undefined if it isn't known. */
export function findZone(name: unknown): Zone | undefined {
  if (typeof name !== 'string' || !/^[A-Za-z]/.test(name)) return undefined;
  const known = zones.get(name);
  if (known !== undefined) return known;
  const probe = probeOf(name);
  if (probe === undefined) return undefined;
  const zone = { name, blocks: [], probe };
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
  if (zone === undefined)
    throw new InstantError('instant.time-zone', { given: name }, path === undefined ? {} : { path });
  return zone;
}

/** Asks Intl for the wall time at an instant; the difference is the offset. */
function probeOf(timeZone: string): Zone['probe'] | undefined {
  let format: Intl.DateTimeFormat;
  try {
    const numeric = 'numeric';
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    });
  } catch {
    return undefined;
  }
  return (t) => {
    const [month, day, year, hour, minute, second] = format.format(t).match(/\d+/g)!.map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const wall = epochDayOf(year, month, day) * DAY + hour * HOUR + minute * MINUTE + second * SECOND;
    return wall - Math.floor(t / SECOND) * SECOND;
  };
}

function blockAt(zone: Zone, index: number): readonly OffsetPiece[] {
  return zone.blocks[index + 1] ?? (zone.blocks[index + 1] = survey(zone, index * BLOCK));
}

function survey(zone: Zone, start: EpochMs): readonly OffsetPiece[] {
  const pieces: OffsetPiece[] = [];
  let since = start;
  let offset = zone.probe(start);
  const cut = (at: EpochMs, next: Millis) => {
    pieces.push({ start: since, end: at, offset });
    since = at;
    offset = next;
  };
  for (let at = start; at < start + BLOCK; at += STEP) {
    bisect(zone, at, offset, at + STEP, zone.probe(at + STEP), cut);
  }
  if (since < start + BLOCK) cut(start + BLOCK, offset);
  return pieces;
}

/** Calls `cut` at each change between two instants; changes fall on whole seconds. */
function bisect(
  zone: Zone,
  from: EpochMs,
  before: Millis,
  to: EpochMs,
  after: Millis,
  cut: (at: EpochMs, next: Millis) => void,
): void {
  if (before === after) return;
  if (to - from <= SECOND) {
    cut(to, after);
    return;
  }
  const middle = from + Math.floor((to - from) / (2 * SECOND)) * SECOND;
  const between = zone.probe(middle);
  bisect(zone, from, before, middle, between, cut);
  bisect(zone, middle, between, to, after, cut);
}

/** The offset from UTC at an instant. */
export function offsetAt(zone: Zone, t: EpochMs): Millis {
  const pieces = blockAt(zone, Math.floor(t / BLOCK));
  let index = pieces.length - 1;
  while (index > 0 && pieces[index]!.start > t) index -= 1;
  return pieces[index]!.offset;
}

/** The wall time at an instant, as ms since 1970-01-01T00:00 on the wall. */
export function wallAt(zone: Zone, t: EpochMs): Millis {
  return t + offsetAt(zone, t);
}

/** The instant of a wall time: in a gap it moves forward by the gap, in a fold it is the earlier one. */
export function instantOfWall(zone: Zone, wall: Millis): EpochMs {
  const before = offsetAt(zone, wall - DAY);
  const after = offsetAt(zone, wall + DAY);
  if (before === after) return wall - before;
  const early = wall - before;
  // In a gap neither offset leads back to the wall time; the one before the gap then lands behind it, by its length.
  return offsetAt(zone, early) === before || offsetAt(zone, wall - after) !== after ? early : wall - after;
}

/** The pieces of one offset that cover `[from, to)`, in order; neighbours differ. */
export function offsetPieces(zone: Zone, from: EpochMs, to: EpochMs): OffsetPiece[] {
  const found: OffsetPiece[] = [];
  for (let index = Math.floor(from / BLOCK); index * BLOCK < to; index += 1) {
    for (const piece of blockAt(zone, index)) {
      const start = Math.max(piece.start, from);
      const end = Math.min(piece.end, to);
      const last = found.at(-1);
      if (start >= end) continue;
      if (last?.offset === piece.offset)
        found[found.length - 1] = { start: last.start, end, offset: last.offset };
      else found.push({ start, end, offset: piece.offset });
    }
  }
  return found;
}
