import type { Problem } from '../errors/problem.ts';
import { MOST_PROBLEMS } from '../errors/shape.ts';
import type { KindOptions } from './kinds.ts';
import { lintPolicy } from './lint/lint-policy.ts';
import { readDocument } from './read-document.ts';
import type { Policy } from './types.ts';

/** What there is to say of a policy document: the policy, unless something is an error, and all problems. */
export interface PolicyCheck {
  readonly policy: Policy | null;
  readonly problems: readonly Problem[];
}

/**
 * Checks a policy document without throwing: what is wrong with it, and, as warnings, what is most likely not meant:
 * words near those of the vocabulary, rows and rungs that nothing reaches, promises that contradict each other.
 *
 * @param options - `kinds`: a company's own kinds that its standards use.
 * @returns The policy (null when any problem is an error) and every problem with code, path, message and hint.
 * @throws {@link PolicyError} `policy.kind`, `policy.kind-taken` for kinds that can't be used
 * @example checkPolicy({ id: 'acme' }).policy // => null
 */
export function checkPolicy(json: unknown, options: KindOptions = {}): PolicyCheck {
  const { policy, document, errors, kinds } = readDocument(json, options);
  // Where hardly anything is right there is nothing to advise on.
  const warnings = errors.length < MOST_PROBLEMS ? lintPolicy(document, errors, kinds) : [];
  return { policy, problems: [...errors, ...warnings] };
}
