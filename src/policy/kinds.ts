import { PolicyError } from '../errors/policy-error.ts';
import type { StandardKind } from '../standards/kind.ts';
import { builtInKinds } from '../standards/kinds.ts';
import { carrying } from './carry.ts';

/** The kinds that a document may use besides the package's own. */
export interface KindOptions<Kinds extends readonly StandardKind[] = readonly StandardKind[]> {
  /** A company's own kinds, made by `defineStandardKind`. */
  readonly kinds?: Kinds;
}

/** Where a policy keeps the kinds it came with, out of its JSON, and known to every copy of the package. */
const key = Symbol.for('duly.kinds');

/** The kinds that a policy carries along. */
export function kindsOf(policy: unknown): readonly StandardKind[] {
  return (policy as { readonly [key]?: readonly StandardKind[] } | null | undefined)?.[key] ?? [];
}

/** The policy with its own kinds, if it has any. */
export function withKinds<P extends object>(policy: P, kinds: readonly StandardKind[]): P {
  return kinds.length === 0 ? policy : carrying(policy, key, kinds);
}

/** All kinds by name: the package's, and a company's own. */
export function kindTable(own: readonly StandardKind[]): Readonly<Record<string, StandardKind>> {
  const table: Record<string, StandardKind> = { ...builtInKinds };
  own.forEach((kind, index) => {
    const path = ['kinds', index];
    if (typeof kind?.compile !== 'function') {
      throw new PolicyError(
        'policy.kind',
        { given: kind, expected: 'what defineStandardKind makes' },
        { path },
      );
    }
    const name = kind.kind;
    if (Object.hasOwn(table, name) && table[name] !== kind)
      throw new PolicyError('policy.kind-taken', { kind: name }, { path });
    table[name] = kind;
  });
  return table;
}
