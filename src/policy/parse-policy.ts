import { invalidPolicy } from '../errors/policy-error.ts';
import type { KindOptions } from './kinds.ts';
import { readDocument } from './read-document.ts';
import type { Policy } from './types.ts';

/**
 * A policy from its JSON form: the document itself, frozen, with its key order kept and no defaults written into it.
 *
 * @param json - The parsed document (not its text).
 * @param options - `kinds`: a company's own kinds that its standards use.
 * @throws {@link PolicyError} `policy.invalid`; `problems` lists everything that is wrong, with path and hint.
 * @example parsePolicy(JSON.parse(JSON.stringify(textileService))).id // => 'textile-service'
 */
export function parsePolicy(json: unknown, options: KindOptions = {}): Policy {
  const { policy, errors } = readDocument(json, options);
  if (policy !== null) return policy;
  throw invalidPolicy(errors);
}
