import { carrying } from './carry.ts';
import { markChecked } from './prepare-policy.ts';
import type { Policy } from './types.ts';

/** The lists of parts that a policy has. */
export const partLists = ['standards', 'ladders', 'kpis'] as const;
export type PartList = (typeof partLists)[number];

/** The policy that states something as it is, and what stood there before. */
export interface Origin {
  readonly policy: string;
  readonly version: string;
  readonly replaces?: Origin;
}

type Origins = Readonly<Record<string, Origin>>;

/** Where each part of a policy comes from, by id; `keys` are those beside the parts, `removed` the ids taken out. */
export interface Provenance extends Readonly<Record<PartList, Origins>> {
  readonly keys: Origins;
  readonly removed: Origins;
}

const key = Symbol.for('duly.provenance');

/**
 * Where each part of a policy comes from: which policy and version states it as it is, and what that replaced. The answer
 * is plain data.
 *
 * The history lives on the object that `extendPolicy` made, not in the document: of a policy read back from JSON, or of
 * one that extends nothing, each part comes from that policy itself.
 *
 * @example
 * const ours = extendPolicy(policy, { id: 'ours', version: '1', remove: ['answered-in-time'] });
 * provenanceOf(ours).standards // => { answer: { policy: 'acme-service', version: '2026-07' } }
 */
export function provenanceOf(policy: Policy): Provenance {
  const known = (policy as { readonly [key]?: Provenance })[key];
  if (known !== undefined) return known;
  const { standards, ladders = [], kpis = [] } = policy;
  const ids = (parts: readonly { readonly id: string }[]) =>
    originsOf(
      parts.map(({ id }) => id),
      policy,
    );
  return {
    standards: ids(standards),
    ladders: ids(ladders),
    kpis: ids(kpis),
    keys: originsOf(
      Object.keys(policy).filter((name) => !partLists.includes(name as PartList)),
      policy,
    ),
    removed: {},
  };
}

/** A policy with its history: what `changes` say comes from itself, all else from its base. */
export function withProvenance(policy: Policy, base: Policy, changes: object): Policy {
  const before = provenanceOf(base);
  const now = provenanceOf(policy);
  const given = changes as Partial<Policy>;
  const removed: Record<string, Origin> = { ...before.removed };
  const history = { ...now, keys: traced(now.keys, before.keys, Object.keys(given), policy) };
  for (const list of partLists) {
    const stated = (given[list] ?? []).map(({ id }) => id);
    history[list] = traced(now[list], before[list], stated, policy);
    for (const [id, origin] of Object.entries(before[list])) {
      if (!Object.hasOwn(now[list], id)) removed[id] = originIn(policy, origin);
    }
    for (const id of Object.keys(now[list])) delete removed[id];
  }
  return markChecked(carrying(policy, key, { ...history, removed }));
}

/** The origins of what there is now: a thing that `stated` names comes from the policy itself. */
function traced(now: Origins, before: Origins, stated: readonly string[], policy: Policy): Origins {
  const origins = Object.keys(now).map((name): [string, Origin] => {
    const old = Object.hasOwn(before, name) ? before[name] : undefined;
    return [name, old !== undefined && !stated.includes(name) ? old : originIn(policy, old)];
  });
  return Object.fromEntries(origins);
}

const originIn = ({ id, version }: Policy, replaces?: Origin): Origin => ({
  policy: id,
  version,
  ...(replaces && { replaces }),
});

const originsOf = (names: readonly string[], policy: Policy): Origins =>
  Object.fromEntries(names.map((name) => [name, originIn(policy)]));
