import { parsePolicy } from './parse-policy.ts';
import type { Policy, PolicySpec } from './types.ts';

/**
 * A policy from its specification: a frozen copy, its calendars as specifications, key order kept, no defaults added.
 * Ladders and KPIs that name a standard the policy doesn't have fail to compile.
 *
 * @throws {@link PolicyError} `policy.invalid`; `problems` lists everything that is wrong, with path and hint.
 * @example
 * definePolicy({
 *   id: 'acme', version: '1', calendar: { timeZone: 'UTC', week: 'always' },
 *   standards: [{ id: 'answer', kind: 'deadline', from: 'received', to: 'replied', within: '24 hours' }],
 * }).standards.length // => 1
 */
export function definePolicy<const StandardId extends string>(
  spec: PolicySpec<StandardId>,
): Policy<StandardId> {
  return parsePolicy(spec) as Policy<StandardId>;
}
