import type { Ladder } from '../escalation/types.ts';
import type { KpiSpec } from '../kpi/types.ts';
import type { Policy, PolicyOrVersions } from '../policy/types.ts';
import type { Standard } from '../standards/kinds.ts';
import { compareText } from './count-codes.ts';

/** The parts that any version of a policy has, each as the newest version that has it states it. */
export interface Combined {
  readonly newest: Policy;
  readonly standards: ReadonlyMap<string, Standard>;
  readonly kpis: readonly KpiSpec[];
  readonly ladders: readonly Ladder[];
}

/** What a report over several versions is about. */
export function combineVersions(versions: readonly Policy[]): Combined {
  const oldestFirst = [...versions].sort((a, b) => compareText(sinceOf(a), sinceOf(b)));
  return {
    newest: oldestFirst.at(-1) as Policy,
    standards: lastById(oldestFirst.flatMap((version) => version.standards)),
    kpis: [...lastById(oldestFirst.flatMap((version) => version.kpis ?? [])).values()],
    ladders: [...lastById(oldestFirst.flatMap((version) => version.ladders ?? [])).values()],
  };
}

export function listOf(policy: PolicyOrVersions): readonly Policy[] {
  return Array.isArray(policy) ? policy : [policy as Policy];
}

const sinceOf = (version: Policy) => version.effective?.from ?? '';

function lastById<T extends { readonly id: string }>(parts: readonly T[]): Map<string, T> {
  return new Map(parts.map((part) => [part.id, part]));
}
