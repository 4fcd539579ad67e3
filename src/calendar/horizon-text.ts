import type { Horizon } from './day-rule.ts';

/** Which dates holiday sources cover, each source once. */
export const horizonText = (horizons: readonly Horizon[]): string =>
  [
    ...new Set(
      horizons.map(({ source: { id, horizon } }) => `${id} covers ${horizon.from} to ${horizon.to}`),
    ),
  ].join('; ');
