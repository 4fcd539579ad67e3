import type { EpochMs } from '../instant/types.ts';

/** A stretch during which the clock is stopped, `[from, to)`. */
export type Stop = readonly [from: EpochMs, to: EpochMs];

/** The pauses in order, overlapping and touching ones joined, empty ones left out. */
export function unitePauses(pauses: readonly Stop[]): readonly Stop[] {
  const united: [EpochMs, EpochMs][] = [];
  for (const [from, to] of pauses.filter(([from, to]) => from < to).sort((a, b) => a[0] - b[0])) {
    const last = united.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else united.push([from, to]);
  }
  return united;
}

/** United pauses as they were known at an instant: those under way end there. */
export function pausesUntil(pauses: readonly Stop[], at: EpochMs): readonly Stop[] {
  return pauses.filter(([from]) => from < at).map(([from, to]) => [from, Math.min(to, at)] as const);
}
