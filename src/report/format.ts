import type { Locale } from '../explain/words.ts';
import { DAY, type Millis } from '../instant/types.ts';
import { wallAt, zoneOf } from '../instant/zone.ts';
import { localText as textIn } from '../standards/local-text.ts';
import type { LocalText } from '../standards/part.ts';
import { safeText } from './safe-text.ts';
import type { Words } from './words.ts';

/** `12,345`: the same on every machine. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `2026-02-03 18:00` on the wall clock of the zone, `2026-02-03T18:00:00+08:00` when exact. */
export function formatInstant(iso: string, timeZone: string, form: 'short' | 'exact' = 'short'): string {
  const at = Date.parse(iso);
  const wall = wallAt(zoneOf(timeZone), at);
  const local = new Date(wall).toISOString();
  if (form === 'short') return `${local.slice(0, 10)} ${local.slice(11, 16)}`;
  return `${local.slice(0, 19)}${formatOffset(wall - at)}`;
}

function formatOffset(offset: Millis): string {
  const minutes = Math.round(Math.abs(offset) / 60_000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/**
 * The two largest units of a duration, rounded down: `12 d 4 h`, `3 h 20 min`, `45 s`. Working time has no days of 24
 * hours: `160 h`.
 */
export function formatDuration(ms: Millis, { units }: Words, isWorking = false): string {
  const days = isWorking ? 0 : Math.floor(ms / DAY);
  const parts: [number, string][] = [
    [days, units.d],
    [Math.floor((ms - days * DAY) / 3_600_000), units.h],
    [Math.floor(ms / 60_000) % 60, units.min],
    [Math.floor(ms / 1000) % 60, units.s],
  ];
  const first = parts.findIndex(([amount]) => amount > 0);
  if (first < 0) return `0${units.gap}${units.s}`;
  return parts
    .slice(first, first + 2)
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${amount}${units.gap}${unit}`)
    .join(units.gap);
}

/** A share in per cent with one decimal; more decimals where rounding would hide that it is short of 100% or above 0%. */
export function formatPercent(value: number, decimals = 1): string {
  const text = (value * 100).toFixed(decimals);
  const hides = (value < 1 && Number(text) >= 100) || (value > 0 && Number(text) === 0);
  return hides && decimals < 4 ? formatPercent(value, decimals + 1) : `${text}%`;
}

/** A text of a policy in the language asked for, else in the other one. */
export function localText(text: LocalText | null | undefined, locale: Locale): string {
  return text == null ? '' : safeText(textIn(text, locale));
}
