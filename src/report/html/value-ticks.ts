import { scaleLinear } from 'd3-scale';
import { formatCount, formatDuration } from '../format.ts';
import type { PageOptions } from './page-options.ts';

export interface ValueTicks {
  readonly domain: readonly [number, number];
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
}

const COUNT = 4;
const units = [1000, 60_000, 3_600_000, 86_400_000];

/** A scale of round numbers that holds all values: of shares around them, of times and counts from 0. */
export function valueTicks(
  values: readonly number[],
  measure: string | undefined,
  { words }: PageOptions,
): ValueTicks {
  const [least, most] = [Math.min(...values, Number.POSITIVE_INFINITY), Math.max(...values, 0)];
  if (measure === 'percentile' || measure === 'mean') {
    const unit = units.findLast((ms) => most >= 2 * ms) ?? 1000;
    return ticksOf([0, most / unit || 1], unit, (value) => formatDuration(value, words));
  }
  if (measure === 'count') return ticksOf([0, most || 1], 1, formatCount);
  if (measure === 'score') return ticksOf(around(least, most), 1, String);
  const [low, high] = around(least, most);
  const top = most <= 1 ? Math.min(1, high) : high;
  // In per cent, so that the ticks are round in what is printed.
  return ticksOf([low * 100, top * 100], 0.01, (value) => `${Math.round(value * 10_000) / 100}%`);
}

/** Some room on both sides, none below 0. */
function around(least: number, most: number): [number, number] {
  if (least > most) return [0, 1];
  const room = Math.max((most - least) * 0.25, most * 0.01, 0.005);
  return [Math.max(0, least - room), most + room];
}

function ticksOf(
  domain: readonly [number, number],
  unit: number,
  format: (value: number) => string,
): ValueTicks {
  const scale = scaleLinear().domain(domain).nice(COUNT);
  const [low = 0, high = 1] = scale.domain();
  return {
    domain: [low * unit, high * unit],
    ticks: scale.ticks(COUNT).map((tick) => ({ value: tick * unit, text: format(tick * unit) })),
  };
}
