import { toEpoch } from '../instant/to-epoch.ts';
import type { InstantInput } from '../instant/types.ts';
import type { Policy } from './types.ts';
import { checked, versionsOf } from './versions.ts';

/**
 * The version of a policy that is in force at an instant. `effective` dates are civil dates in each version's own
 * zone, both included; without `to` a version holds until the next one's `from`.
 *
 * @throws {@link PolicyError} `policy.none-in-force`, `policy.overlap`, `policy.repeated-version`, `policy.no-versions`
 * @example policyInForce([textileService], '2026-07-01T00:00:00+08:00').id // => 'textile-service'
 */
export function policyInForce<P extends Policy>(versions: readonly P[], at: InstantInput): P {
  const find = versionsOf(versions);
  const { policy } = find(toEpoch(at));
  return versions.find((version) => version === policy || checked(version) === policy) ?? (policy as P);
}
