import type { StandardKind } from '../standards/kind.ts';
import type { KindOptions } from './kinds.ts';
import { parsePolicy } from './parse-policy.ts';
import type { Policy, PolicySpec, StandardOf } from './types.ts';

/**
 * A policy from its specification: a frozen copy, its calendars as specifications, key order kept, no defaults added.
 * Ladders and KPIs that name a standard the policy doesn't have fail to compile.
 *
 * @param options - `kinds`: a company's own kinds that its standards use.
 * @throws {@link PolicyError} `policy.invalid`; `problems` lists everything that is wrong, with path and hint.
 * @example
 * definePolicy({
 *   id: 'acme', version: '1', calendar: { timeZone: 'UTC', week: 'always' },
 *   standards: [{ id: 'answer', kind: 'deadline', from: 'received', to: 'replied', within: '24 hours' }],
 * }).standards.length // => 1
 */
export function definePolicy<
  const StandardId extends string,
  const Kinds extends readonly StandardKind[] = [],
>(
  spec: PolicySpec<StandardId, StandardOf<Kinds[number]>>,
  options: KindOptions<Kinds> = {},
): Policy<StandardId> {
  return parsePolicy(spec, options) as Policy<StandardId>;
}
