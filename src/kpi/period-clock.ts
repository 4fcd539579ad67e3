import type { EpochMs, Millis } from '../instant/types.ts';
import type { Zone } from '../instant/zone.ts';
import { type PeriodNumber, periodNumber } from './period-of.ts';
import type { KpiSpec, Period } from './types.ts';

/** Tells the period of instants. One clock serves many KPIs, which mostly ask for the same instant in turn. */
export class PeriodClock {
  readonly period: Period;
  private readonly zone: Zone;
  private readonly dayStart: Millis;
  private lastAsked: EpochMs = Number.NaN;
  private lastNumber: PeriodNumber = 0;

  constructor(period: Period, zone: Zone, dayStart: Millis) {
    this.period = period;
    this.zone = zone;
    this.dayStart = dayStart;
  }

  numberOf(t: EpochMs): PeriodNumber {
    if (t === this.lastAsked) return this.lastNumber;
    this.lastAsked = t;
    this.lastNumber = periodNumber(t, this.period, this.zone, this.dayStart);
    return this.lastNumber;
  }
}

/** Hands out clocks, one for each kind of period and beginning of the day. */
export function periodClocks(zone: Zone): (spec: KpiSpec) => PeriodClock {
  const clocks = new Map<string, PeriodClock>();
  return ({ period = 'month', dayStart = '00:00' }) => {
    const key = `${period} ${dayStart}`;
    const clock = clocks.get(key) ?? new PeriodClock(period, zone, millisOfDay(dayStart));
    clocks.set(key, clock);
    return clock;
  };
}

/** `'04:00'` or `'-12:00'`, checked before. */
function millisOfDay(text: string): Millis {
  const [hours, minutes] = text.replace('-', '').split(':');
  const ms = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return text.startsWith('-') ? -ms : ms;
}
