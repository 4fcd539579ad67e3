import { instantAt } from '../calendar/instant-at.ts';
import { PolicyError } from '../errors/policy-error.ts';
import { toEpochDay } from '../instant/civil.ts';
import type { EpochMs } from '../instant/types.ts';
import { parsePolicy } from './parse-policy.ts';
import { isChecked, type PreparedPolicy, preparePolicy } from './prepare-policy.ts';
import type { Policy, PolicyOrVersions } from './types.ts';

/** Finds the version by which a case that began at an instant is judged. */
export type VersionAt = (at: EpochMs) => PreparedPolicy;

/** A lone policy judges every case; of several versions, the one in force when the case began. */
export function versionsOf(policy: PolicyOrVersions): VersionAt {
  const spans = spansOf(policy);
  return (at) => {
    for (const { from, to, prepared } of spans) {
      if (at >= from && (to === undefined || at < to)) return prepared;
    }
    throw new PolicyError('policy.none-in-force', {
      at: new Date(at).toISOString(),
      ids: [...new Set(spans.map(({ prepared }) => prepared.policy.id))],
    });
  };
}

/** The versions in order, each with the time in which it is in force: a lone policy always is. */
export function spansOf(policy: PolicyOrVersions): readonly Span[] {
  if (!isList(policy))
    return [{ from: -Number.POSITIVE_INFINITY, to: undefined, prepared: preparePolicy(checked(policy)) }];
  if (policy.length === 0) throw new PolicyError('policy.no-versions', undefined);
  const spans = policy
    .map((version) => spanOf(preparePolicy(checked(version))))
    .sort((a, b) => a.from - b.from);
  const names = spans.map(nameOf);
  for (const [index, span] of spans.entries()) {
    const given = names[index]!;
    if (names.indexOf(given) < index) throw new PolicyError('policy.repeated-version', { given });
    const next = spans[index + 1];
    if (next === undefined) continue;
    span.to ??= next.from;
    if (span.to > next.from || span.from === next.from)
      throw new PolicyError('policy.overlap', { first: nameOf(span), second: nameOf(next) });
  }
  return spans;
}

export interface Span {
  readonly from: EpochMs;
  to: EpochMs | undefined;
  readonly prepared: PreparedPolicy;
}

/** From the start of its first day to the end of its last one. */
function spanOf(prepared: PreparedPolicy): Span {
  const { policy, timetable } = prepared;
  const { effective } = policy;
  if (effective === undefined) return { from: -Number.POSITIVE_INFINITY, to: undefined, prepared };
  const startOf = (day: number) => instantAt(timetable, day, 0);
  return {
    from: startOf(toEpochDay(effective.from)),
    to: effective.to === undefined ? undefined : startOf(toEpochDay(effective.to) + 1),
    prepared,
  };
}

const nameOf = ({ prepared: { policy } }: Span) => `${policy.id} ${policy.version}`;

const isList = (policy: PolicyOrVersions): policy is readonly Policy[] => Array.isArray(policy);

/** A policy that another copy of the package has checked, or plain JSON, is checked here first. */
const checkedCopies = new WeakMap<object, Policy>();

export function checked(policy: Policy): Policy {
  if (isChecked(policy)) return policy;
  const known = checkedCopies.get(policy);
  if (known !== undefined && Object.isFrozen(policy)) return known;
  const copy = parsePolicy(policy);
  checkedCopies.set(policy, copy);
  return copy;
}
