import type { Policy, PolicyOrVersions } from '../policy/types.ts';

/** A lone policy judges every case, whatever the dates it is in force. */
export const rulesOf = (versions: readonly Policy[]): PolicyOrVersions =>
  versions.length === 1 ? (versions[0] as Policy) : versions;
