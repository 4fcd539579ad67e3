import { nearest } from '../errors/nearest.ts';
import { invalidPolicy, OwnPolicyError } from '../errors/policy-error.ts';
import type { Ladder } from '../escalation/types.ts';
import type { KpiSpec } from '../kpi/types.ts';
import type { StandardKind } from '../standards/kind.ts';
import type { KindOptions } from './kinds.ts';
import { parsePolicy } from './parse-policy.ts';
import { type PartList, partLists, withProvenance } from './provenance-of.ts';
import { plainCopy, recordOf } from './read-document.ts';
import type { Policy, PolicySpec, StandardOf } from './types.ts';

type Key = Exclude<keyof PolicySpec, PartList>;

/** What departs from a base policy: parts that replace or are added by id, ids to remove, and other keys. */
export type PolicyChanges<BaseId extends string, StandardId extends string, Own = never> = {
  readonly [key in Key]?: PolicySpec[key];
} & {
  readonly standards?: PolicySpec<StandardId, Own>['standards'];
  readonly ladders?: readonly Ladder<NoInfer<BaseId | StandardId>>[];
  readonly kpis?: readonly KpiSpec<NoInfer<BaseId | StandardId>>[];
  /** Ids of standards, ladders and KPIs of the base that the result doesn't have. */
  readonly remove?: readonly string[];
};

/**
 * A policy made from another one: a standard, ladder or KPI replaces the one with its id as a whole and in its place, or
 * is added at the end; `remove` leaves parts out; every other key replaces the base's (`parameters` and `calendars` as a
 * whole). The result is checked like any other policy; the base stays as it is.
 *
 * @param options - `kinds`: a company's own kinds, besides those that the base came with.
 * @throws {@link PolicyError} `policy.no-part` for an id to remove that the base doesn't have; `policy.invalid`, for
 * instance where a KPI measures a standard that was removed
 * @example
 * extendPolicy(policy, {
 *   version: '2026-08',
 *   standards: [{ id: 'answer', kind: 'deadline', from: 'received', to: 'replied', within: '2 working hours' }],
 * }).version // => '2026-08'
 */
export function extendPolicy<
  BaseId extends string,
  const StandardId extends string = never,
  const Kinds extends readonly StandardKind[] = [],
>(
  base: Policy<BaseId>,
  changes: PolicyChanges<BaseId, StandardId, StandardOf<Kinds[number]>>,
  options: KindOptions<Kinds> = {},
): Policy<BaseId | StandardId> {
  const known = readable<Policy>(base);
  const { remove = [], ...given } = readable(changes as PolicyChanges<string, string>).value;
  checkRemoved(known.value, remove);
  const merged: Record<string, unknown> = { ...known.value, ...given };
  for (const list of partLists) {
    const { [list]: own = [] } = known.value;
    const { [list]: stated = [] } = given;
    // What isn't a list is for the check of the whole to refuse.
    if (Object.hasOwn(merged, list) && Array.isArray(stated)) merged[list] = extended(own, stated, remove);
  }
  const kinds = [...new Set([...known.kinds, ...(options.kinds ?? [])])];
  return withProvenance(parsePolicy(merged, { kinds }), base, given) as Policy<BaseId | StandardId>;
}

/** What a document holds, and the kinds that it carries along; one that can't be read is refused. */
function readable<Document extends object>(document: Document) {
  const copy = plainCopy(document);
  if ('problem' in copy) throw invalidPolicy([copy.problem]);
  return { kinds: copy.kinds, value: recordOf(copy.value) as Document };
}

interface Identified {
  readonly id: string;
}

function extended(
  base: readonly Identified[],
  given: readonly Identified[],
  removed: readonly string[],
): Identified[] {
  const kept = base.filter(({ id }) => !removed.includes(id));
  const inPlace = kept.map((part) => given.find((other) => other?.id === part.id) ?? part);
  // Those that are left over are new, or given twice, which the check of the whole refuses.
  return [...inPlace, ...given.filter((part) => !inPlace.includes(part))];
}

function checkRemoved(base: Policy, remove: readonly string[]): void {
  const known = partLists.flatMap((list) => (base[list] ?? []).map(({ id }) => id));
  remove.forEach((id, index) => {
    if (known.includes(id)) return;
    const guess = nearest(`${id}`, known);
    const hint = guess === undefined ? `There are ${known.join(', ')}` : `Did you mean "${guess}"?`;
    throw new OwnPolicyError('policy.no-part', { id }, { path: ['remove', index], hint });
  });
}
